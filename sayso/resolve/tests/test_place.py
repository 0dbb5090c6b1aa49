from sayso.model.claim import Claim, Mention
from sayso.model.report import Report
from sayso.model.values.stance import Role
from sayso.resolve.tests.build import claim, report, resolve_one


def objects(where: Report, *claims: Claim) -> list[Mention]:
    found = [each.role(Role.OBJECT) for each in resolve_one(where, *claims).claims]
    return [mention for mention in found if mention]


def test_base_is_one_under_all_its_forms() -> None:
    where = report("They took Al-Orm air base. The base of Al-Orm fell. Nobody holds the base. Al-Orm base is empty.")
    forms = ("Al-Orm air base", "base of Al-Orm", "the base.", "Al-Orm base")
    places = objects(where, *(claim(where, form.rstrip("."), type_="hold", object=form.rstrip(".")) for form in forms))
    assert len({place.entity for place in places}) == 1


def test_town_is_the_last_town_named() -> None:
    where = report("Fighters left Brenn, the nearest town. Soldiers from Zarland entered the town.")
    (place,) = objects(where, claim(where, "entered the town", type_="seize", object="the town"))
    assert place.name.endswith("Brenn") or "Brenn" in place.names


def test_bare_name_is_the_base_where_the_text_calls_it_so() -> None:
    where = report("They took Tel Orm air base at dawn. Tel Orm is in our hands.")
    one, other = objects(
        where,
        claim(where, "took Tel Orm air base", type_="seize", object="Tel Orm air base"),
        claim(where, "Tel Orm is in our hands", type_="hold", object="Tel Orm"),
    )
    assert one.entity == other.entity


def test_what_lies_beside_a_place_is_not_that_place() -> None:
    where = report("They left the roads south of Brenn. They left Brenn.")
    one, other = objects(
        where,
        claim(where, "left the roads south of Brenn", type_="withdraw", object="the roads south of Brenn"),
        claim(where, "left Brenn", type_="withdraw", object="Brenn"),
    )
    assert one.entity != other.entity


def test_town_is_no_spelling_of_a_man_named_after_it() -> None:
    where = report("Fighters took the town of Sinjar. Kheiri Sinjari, an official, said the town was empty.")
    taken, empty = objects(
        where,
        claim(where, "took the town of Sinjar", type_="seize", object="the town of Sinjar"),
        claim(where, "the town was empty", type_="hold", object="the town"),
    )
    assert taken.entity == empty.entity
    assert "the town" not in empty.names


def test_numbered_pier_is_a_name() -> None:
    where = report("The cooperative has held Pier 4 since 2019.")
    (pier,) = objects(where, claim(where, "has held Pier 4", type_="hold", object="Pier 4"))
    assert pier.names[0] == "Pier 4"


def test_station_is_the_pumping_station_named_before() -> None:
    where = report("Soldiers took the pumping station. Nobody has taken the station.")
    one, other = objects(
        where,
        claim(where, "took the pumping station", type_="seize", object="the pumping station"),
        claim(where, "Nobody has taken the station", type_="seize", object="the station"),
    )
    assert one.entity == other.entity
