"""Precision: how exactly a place is known, in ACLED's and UCDP's codes and in metres."""

from __future__ import annotations

from dataclasses import replace

from sayso.model.place import UNCHECKED, KnownPlace, PlaceKind

NEAR_M = 25_000  # UCDP: "within about 25 km of a known point"
_BY_KIND = {
    PlaceKind.DISTRICT: (2, 3),
    PlaceKind.REGION: (3, 4),
    PlaceKind.COUNTRY: (3, 6),
    PlaceKind.TERRAIN: (2, 5),
    PlaceKind.WATER: (2, 5),
}
_EXACT, _NEAR = (1, 1), (2, 2)


def codes(place: KnownPlace, *, beside: bool = False) -> tuple[int, int]:
    """ACLED's geo_precision and UCDP's where_prec of a place, or of somewhere near it.

    Near an area is still in or about that area: its own codes stay. What is known from memory alone is known to
    25 km and no better. UCDP's 7 is for water of no country.
    """
    if place.kind is PlaceKind.WATER and place.country is None:
        return 3, 7
    if place.kind in _BY_KIND:
        return _BY_KIND[place.kind]
    return _NEAR if beside or place.source == UNCHECKED else _EXACT


def widen(place: KnownPlace, *, away_m: int | None) -> KnownPlace:
    """The place with the radius of what lies near it: as far as is said, else 25 km more than its own."""
    return replace(place, radius_m=place.radius_m + (away_m if away_m is not None else NEAR_M))
