"""A gazetteer of a few invented places, found by whole names, articles and endings aside."""

from collections.abc import Sequence

from sayso.model.place import KnownPlace, PlaceKind
from sayso.resolve.name import compare_names


class Places:
    """Places by the names that they bear, in another spelling too; an airfield by its name and "airport"."""

    def __init__(self, *places: KnownPlace) -> None:
        self.places = places

    def find(self, names: Sequence[str]) -> Sequence[tuple[KnownPlace, ...]]:
        return [tuple(place for place in self.places if _bears(place, name)) for name in names]


def _bears(place: KnownPlace, name: str) -> bool:
    return any(compare_names(name, own).score >= 0.9 for own in (place.name, *place.names))


def town(id_: str, name: str, country: str, latitude: float, longitude: float, people: int = 5_000) -> KnownPlace:
    return KnownPlace(
        id_, name, PlaceKind.SETTLEMENT, country, latitude, longitude, 1_500, "invented", population=people
    )
