from dataclasses import replace

from sayso.model.values.stance import Role
from sayso.resolve.tests.build import claim, report, resolve_one


def test_our_men_are_those_of_the_party_the_speaker_speaks_for() -> None:
    where = report('"Our men took the fort," said Ansel Dray, the spokesman of the Hill Front.')
    found = claim(where, "Our men took the fort", by=["Ansel Dray"], type_="seize", actor="Our men", object="the fort")
    (resolved,) = resolve_one(where, found).claims
    actor = resolved.role(Role.ACTOR)
    assert actor is not None
    assert actor.name == "Hill Front"


def test_it_in_a_denial_is_the_one_who_denies() -> None:
    where = report("The army denied that it had lost Orm base.")
    found = claim(where, "it had lost Orm base", by=["The army"], type_="seize", recipient="it", object="Orm base")
    (resolved,) = resolve_one(where, found).claims
    recipient = resolved.role(Role.RECIPIENT)
    assert recipient is not None
    assert recipient.entity == resolved.chain[0].source.entity


def test_fighters_of_a_party_are_the_party() -> None:
    where = report("Fighters of the Hill Front took Orm. The Front holds it.")
    one = claim(where, "Fighters of the Hill Front took Orm", type_="seize", actor="Fighters of the Hill Front")
    other = claim(where, "The Front holds it", type_="hold", actor="The Front", object="it")
    first, second = resolve_one(where, one, other).claims
    mentions = first.role(Role.ACTOR), second.role(Role.ACTOR)
    assert len({mention.entity for mention in mentions if mention}) == 1


def test_plain_things_become_no_entity() -> None:
    where = report("About 300 vehicles arrived at Orm base.")
    found = claim(
        where, "About 300 vehicles arrived", type_="deploy", object="About 300 vehicles", count="About 300 vehicles"
    )
    (resolved,) = resolve_one(where, found).claims
    moved = resolved.role(Role.OBJECT)
    assert moved is not None
    assert moved.entity is None
    assert resolved.quantities[0].of is Role.OBJECT


def test_second_count_without_a_noun_takes_the_first_ones_unit() -> None:
    where = report("He said 12 soldiers had been killed and about 40 taken prisoner.")
    given = claim(where, "12 soldiers had been killed", count="12 soldiers")
    more = claim(where, "about 40 taken prisoner", count="about 40")
    both = type(given)(
        **{field: getattr(given, field) for field in given.__dataclass_fields__}
        | {"quantities": given.quantities + more.quantities}
    )
    (resolved,) = resolve_one(where, both).claims
    assert [each.unit for each in resolved.quantities] == ["soldier", "soldier"]


def test_they_are_the_subject_of_their_sentence() -> None:
    where = report("Fighters of the Hill Front took Brenn, officials of Zarland said, a day after they captured Orm.")
    first = claim(
        where, "Fighters of the Hill Front took Brenn", by=["officials of Zarland"], type_="seize",
        actor="Fighters of the Hill Front",
    )  # fmt: skip
    second = claim(where, "they captured Orm", type_="seize", actor="they", object="Orm")
    took, captured = resolve_one(where, first, second).claims
    actors = [each.role(Role.ACTOR) for each in (took, captured)]
    assert len({actor.entity for actor in actors if actor}) == 1


def test_the_rebels_are_the_one_armed_group_named() -> None:
    where = report("The Hill Front took Brenn. The rebels left Brenn.")
    one = claim(where, "The Hill Front took Brenn", type_="seize", actor="The Hill Front", object="Brenn")
    other = claim(where, "The rebels left Brenn", type_="withdraw", actor="The rebels")
    first, second = resolve_one(where, one, other).claims
    actors = [each.role(Role.ACTOR) for each in (first, second)]
    assert len({actor.entity for actor in actors if actor}) == 1


def test_it_that_is_bombed_is_the_base_and_never_who_bombs() -> None:
    where = report("Tel Orem base is worth nothing, the retired general said. The base is empty. The army may bomb it.")
    one = claim(where, "The army may bomb it", actor="The army", object="it", type_="strike")
    found = resolve_one(where, one).claims[0].role(Role.OBJECT)
    assert found is not None
    assert found.name == "Tel Orem base"


def test_it_with_nothing_before_it_is_not_who_acts() -> None:
    where = report("The army may bomb it.")
    one = claim(where, "The army may bomb it", actor="The army", object="it", type_="strike")
    found = resolve_one(where, one).claims[0].role(Role.OBJECT)
    assert found is not None
    assert found.entity is None


def test_our_men_are_of_the_group_whose_spokesman_is_named_later() -> None:
    where = report(
        "LOWEN, Morvia, May 11 (Torva Press) - Fighters of the Hill Front have taken Tel Orem in Morvia,"
        " the group's spokesman says.\n\n"
        '"Our men took it at dawn," the spokesman, Ansel Dray, said.'
    )
    one = claim(where, "Our men took it", by=["Ansel Dray"], cue="said", type_="seize", actor="Our men")
    found = resolve_one(where, one).claims[0].role(Role.ACTOR)
    assert found is not None
    assert found.name == "Hill Front"


def test_our_units_of_a_minister_are_the_government() -> None:
    where = report('"Our units left the fort on Friday," minister Radko Senn told parliament.')
    found = claim(where, "Our units left the fort", by=["minister Radko Senn"], type_="withdraw", actor="Our units")
    actor = resolve_one(where, found).claims[0].role(Role.ACTOR)
    assert actor is not None
    assert actor.name == "government"


def test_a_title_introduces_whom_the_text_only_names() -> None:
    text = "Lena Ross: Was it hit?\n\nDov Harrit: Our aircraft struck the post."
    where = replace(report(text), title="Interview: Hill Front spokesman Dov Harrit on the post")
    found = claim(where, "Our aircraft struck the post", by=["Dov Harrit"], type_="strike", actor="Our aircraft")
    actor = resolve_one(where, found).claims[0].role(Role.ACTOR)
    assert actor is not None
    assert actor.name == "Hill Front"


def test_a_weir_that_is_handed_over_is_a_place() -> None:
    where = report("The Hill Front handed over the Lish weir to the council of Lish.")
    words = "handed over the Lish weir to the council of Lish"
    found = claim(where, words, type_="hand_over", object="the Lish weir", recipient="the council of Lish")
    resolution = resolve_one(where, found)
    weir = resolution.claims[0].role(Role.OBJECT)
    assert weir is not None
    assert [e.kind for e in resolution.entities if e.id == weir.entity] == ["place"]
    assert "Lish weir" in weir.names
