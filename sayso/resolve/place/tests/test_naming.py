"""From a report's roles to entities that are put somewhere; all invented."""

from sayso.model.entity import Entity, EntityKind
from sayso.model.knowledge import Entry, EntryType, Knowledge
from sayso.model.place import KnownPlace, PlaceKind
from sayso.resolve import resolve
from sayso.resolve.place.naming import countries_of_outlets
from sayso.resolve.place.tests.build import Places, town
from sayso.resolve.tests.build import claim, read, report

VELMO = KnownPlace("t:v", "Velmo", PlaceKind.COUNTRY, "XV", 10, 10, 300_000, "invented", population=900_000)
GAZETTEER = Places(
    VELMO,
    town("t:1", "Orlanda", "XV", 10, 10),
    town("t:2", "Quiral", "XW", -10, 40),
    town("t:3", "Quiral", "XY", 50, 60),
)
OUTLET = Entry("velmo-post", EntryType.OUTLET, ("Velmo Post",), "invented", country="XW")


def entities(text: str, *objects: str, outlet: str = "Nowhere Times") -> dict[str, Entity]:
    where = report(text, outlet=outlet)
    claims = [claim(where, words, type_="seize", object=words) for words in objects]
    knowledge = Knowledge({OUTLET.id: OUTLET}, GAZETTEER)
    found = resolve([read(where, *claims)], knowledge=knowledge)[0].entities
    return {entity.name: entity for entity in found}


def only_place(found: dict[str, Entity]) -> Entity:
    (place,) = [each for each in found.values() if each.kind is EntityKind.PLACE]
    return place


def test_named_town_is_put_and_rests_on_its_entry() -> None:
    town_ = only_place(entities("They took the town of Orlanda.", "the town of Orlanda"))
    assert town_.location is not None
    assert town_.location.place.id == "t:1"
    assert "t:1" in town_.known


def test_unsure_town_keeps_its_candidates_in_its_doubt() -> None:
    town_ = only_place(entities("They took the town of Quiral.", "the town of Quiral"))
    assert town_.location is None
    assert town_.doubt is not None
    assert "t:2" in town_.doubt
    assert "t:3" in town_.doubt


def test_unknown_town_is_no_doubt() -> None:
    town_ = only_place(entities("They took the town of Tel Arwan.", "the town of Tel Arwan"))
    assert (town_.location, town_.doubt) == (None, None)


def test_outlet_of_a_country_is_a_hint() -> None:
    found = entities("They took the town of Quiral.", "the town of Quiral", outlet="Velmo Post")
    located = [each.location for each in found.values() if each.location]
    assert [location.place.id for location in located] == ["t:2"]
    known = countries_of_outlets(Knowledge({OUTLET.id: OUTLET}))
    assert known == {("velmo", "post"): {"XW": "the outlet Velmo Post is of that country"}}
