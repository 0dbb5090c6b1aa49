from sayso.corroborate.side import find_sides
from sayso.model.entity import Affiliation, Entity, EntityKind


def body(key: str, *ties: Affiliation) -> Entity:
    return Entity(key, EntityKind.GROUP, (f"{key} movement",), ties)


def tie(of: str, start: str | None = None, end: str | None = None, role: str | None = "spokesman") -> Affiliation:
    return Affiliation(of, f"{role} of {of}", start, end, role)


# Invented: Tann spoke for the Front, whose army it was until 2018, and speaks for the Council since.
TANN = Entity("tann", EntityKind.PERSON, ("Ida Tann",), (tie("front", None, "2017"), tie("council", "2018", None)))
ENTITIES = {
    each.id: each
    for each in (
        TANN,
        body("front", tie("house", "2014", "2018", role=None)),
        body("council"),
        body("house"),
        body("brigade", tie("front", role="branch")),
        Entity("orrin", EntityKind.PERSON, ("Sten Orrin",), (tie("brigade"),)),
    )
}


def test_same_person_speaks_for_another_body_six_years_later() -> None:
    sides = find_sides(ENTITIES)
    assert sides.on("2014-05-01").of("tann") == "house"
    assert sides.on("2020-05-01").of("tann") == "council"


def test_whole_chain_must_hold_on_the_day() -> None:
    sides = find_sides(ENTITIES)
    assert sides.on("2016-01-01").of("front") == "house"
    assert sides.on("2020-01-01").of("front") == "front"


def test_what_a_text_states_goes_before_knowledge() -> None:
    stated = Entity("tann", EntityKind.PERSON, ("Ida Tann",), (tie("house"), *TANN.affiliations))
    assert find_sides({**ENTITIES, "tann": stated}).on("2020-05-01").of("tann") == "house"


def test_brigade_is_of_the_side_but_has_a_voice_of_its_own() -> None:
    sides = find_sides(ENTITIES)
    assert sides.on("2020").of("orrin") == "front"
    assert sides.on("2020").voice_of("orrin") == "brigade"
    assert sides.on("2020").voice_of("tann") == "council"


def test_army_of_a_state_speaks_for_it_and_that_of_a_party_for_itself() -> None:
    entities = {each.id: each for each in (body("army", tie("house", role="army")), body("house"))}
    assert find_sides(entities).voice_of("army") == "army"
    assert find_sides(entities, states={"house"}).voice_of("army") == "house"


def test_day_that_cannot_be_read_limits_nothing() -> None:
    sides = find_sides(ENTITIES)
    assert sides.on("some day").of("tann") == sides.of("tann")
    assert sides.on(None) is sides


def test_organs_that_no_report_names_make_no_second_state() -> None:
    def group(key: str, name: str) -> Entity:
        return Entity(key, EntityKind.GROUP, (name,))

    every = {
        each.id: each
        for each in (group("a", "the army"), group("m", "Tolun's defence ministry"), group("k", "Velian army"))
    }
    heard = {key: every[key].names for key in ("a", "m")}
    assert find_sides(every, heard=heard).is_same("a", "m")
    assert not find_sides(every).is_same("a", "m")
