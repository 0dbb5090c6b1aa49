from sayso.brief.known import describe_known
from sayso.model.entity import Affiliation, Entity, EntityKind
from sayso.model.place import UNCHECKED, KnownPlace, Location, Option, PlaceKind

FIELD = KnownPlace("airfields:XA01", "Tel Arwan", PlaceKind.AIRFIELD, "XA", 29.1981, 16.0014, 3000, "airfields list")
ARMY = Entity("e1", EntityKind.GROUP, ("Northern Front",))


def _place(location):
    return Entity("e2", EntityKind.PLACE, ("Tel Arwan",), location=location)


def test_a_place_says_where_it_was_put_how_exactly_and_by_whose_word():
    (sentence,) = describe_known(_place(Location(FIELD, 0.9, 1, 1)), {})
    assert sentence == ("Tel Arwan (airfield, XA) at 29.198, 16.001, to 3 km; ACLED 1, UCDP 1 (airfields:XA01)")


def test_what_is_known_from_memory_alone_is_no_point():
    unchecked = KnownPlace("sites:x", "Tel Arwan", PlaceKind.BASE, "XA", 29.2, 16.0, 25_000, UNCHECKED)
    (sentence,) = describe_known(_place(Location(unchecked, 0.9, 2, 2)), {})
    assert "no point on a map" in sentence
    assert "29.2" not in sentence


def test_the_places_it_could_be_as_well_are_named():
    others = tuple(Option(f"p{n}", f"Tel Arwan {n}", "XB", 0.3) for n in range(5))
    *_, sentence = describe_known(_place(Location(FIELD, 0.9, 1, 1, others=others)), {})
    assert sentence == "could also be Tel Arwan 0 (XB), Tel Arwan 1 (XB), Tel Arwan 2 (XB) and 2 more"


def test_a_place_that_was_not_found_says_so():
    assert describe_known(_place(None), {}) == ("not found among the known places",)


def test_an_affiliation_says_as_what_since_when_and_why():
    tie = Affiliation("e1", "knowledge entry korr (unchecked)", start="2014", role="spokesman")
    person = Entity("e3", EntityKind.PERSON, ("Ida Korr",), (tie,))
    assert describe_known(person, {"e1": ARMY}) == (
        "speaks for Northern Front as spokesman from 2014: knowledge entry korr (unchecked)",
    )


def test_a_doubtful_name_comes_with_its_doubt():
    odd = Entity(
        "e4", EntityKind.EQUIPMENT, ("Mi-21",), doubt="no helicopter Mi-21 is known; nearest are Mi-24 and Mi-17"
    )
    assert describe_known(odd, {}) == (odd.doubt,)
