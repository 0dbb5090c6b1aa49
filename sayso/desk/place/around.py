"""Around: places that the same reports name, and how far they lie: shown beside a place, and nothing inferred."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model.entity import Entity, EntityKind
from sayso.model.place import Location, PlaceKind
from sayso.model.snapshot import Snapshot
from sayso.model.values.point import distance_km

_FARTHEST_KM = 250
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another place: `km` from middle to middle, `within_km` how much either position may be off.

    `is_same_spot`: both names were put at one known place, and stay two places here.
    """

    entity: str
    name: str
    location: Location
    km: float
    within_km: float
    is_same_spot: bool

    @property
    def is_around(self) -> bool:
        """Whether it is an area that may reach to the place, or round it."""
        return self.location.place.kind in _WIDE


def list_neighbours(snapshot: Snapshot, entity: Entity | None) -> tuple[Neighbour, ...]:
    """The other places that the reports name within 250 km, the nearest first; none where the place was put nowhere."""
    if entity is None or entity.location is None:
        return ()
    others = {each.id: each for each in _places(snapshot) if each.id != entity.id}
    found = [_measure(each, each.location, entity.location) for each in others.values() if each.location]
    near = [each for each in found if each.km - each.within_km <= _FARTHEST_KM]
    return tuple(sorted(near, key=lambda each: (each.is_around, each.km, each.name)))


def _places(snapshot: Snapshot) -> Iterable[Entity]:
    for resolution in snapshot.resolutions:
        yield from (each for each in resolution.entities if each.kind is EntityKind.PLACE and each.location)


def _measure(other: Entity, there: Location, here: Location) -> Neighbour:
    return Neighbour(
        entity=other.id,
        name=other.name,
        location=there,
        km=distance_km(here.place.point, there.place.point),
        within_km=(here.place.radius_m + there.place.radius_m) / 1000,
        is_same_spot=here.place.id == there.place.id,
    )
