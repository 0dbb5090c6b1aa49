"""GeoJSON: places and who is said to hold them, as RFC 7946 has it: one feature per place, account and interval.

A place that is known exactly is a point, with its precision in metres; a region, or what is known from memory alone,
is a wide circle and never a point; one that was not found has no geometry, and says so.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import quote

from sayso.brief.holding import HoldingAccount
from sayso.desk.draw.timeline import number_parties
from sayso.model.holding import Coverage, HoldingStatus
from sayso.model.identity import identify
from sayso.model.place import Location, PlaceKind

_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.DISTRICT})
_WIDE_M = 20_000  # what is only known to within that is no point
_CORNERS = 48  # of a circle
_METRES_A_DEGREE = 111_195  # along a meridian, on a sphere of the earth's mean radius
_DECIMALS = 5  # of a degree: about a metre


class Position(StrEnum):
    """How a place is drawn."""

    POINT = "point"
    AREA = "area"  # it is wide, or only known to be somewhere within
    UNCHECKED = "unchecked"  # known from memory alone
    NONE = "none"  # not found: it stands in the list beside the map


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place to be put on a map with its holdings; `is_around` of one that is only shown for what lies near."""

    id: str
    name: str
    location: Location | None
    accounts: tuple[HoldingAccount, ...] = ()
    day: str | None = None
    is_around: bool = False

    @property
    def position(self) -> Position:
        """How it is drawn."""
        if self.location is None:
            return Position.NONE
        place = self.location.place
        if not place.is_drawable:
            return Position.UNCHECKED
        is_wide = place.kind in _WIDE or place.radius_m >= _WIDE_M or self.location.geo_precision > 2
        return Position.AREA if is_wide else Position.POINT

    @property
    def standing(self) -> tuple[HoldingAccount, ...]:
        """The accounts by which it is, or may be, held on the day."""
        if self.day is None:
            return tuple(each for each in self.accounts if each.holding.end is None)
        return tuple(each for each in self.accounts if each.holding.covers(self.day) is not Coverage.NO)

    @property
    def is_disputed(self) -> bool:
        """Whether accounts of that day differ on the holder, or one is disputed."""
        holders = {each.holding.holder for each in self.standing}
        return len(holders) > 1 or any(each.holding.status is HoldingStatus.DISPUTED for each in self.standing)


def write_geojson(places: Sequence[MapPlace], parties: Mapping[str, int] | None = None) -> dict[str, Any]:
    """The feature collection of these places. `parties` are the numbers of the holders' colours on a page beside it."""
    parties = parties or number_parties(account for place in places for account in place.accounts)
    features = [feature for place in places for feature in _features(place, parties)]
    return {"type": "FeatureCollection", "features": features}


def _features(place: MapPlace, parties: Mapping[str, int]) -> Iterable[dict[str, Any]]:
    geometry, common = _geometry(place), _properties(place)
    if not place.accounts:
        yield _feature(geometry, {"id": place.id, **common, "holder": None, "status": None})
    for account in place.accounts:
        holding = account.holding
        named = identify("h", holding.place, holding.holder, holding.start, holding.end, *holding.claims[:1])
        yield _feature(
            geometry,
            {
                "id": named,
                **common,
                "holder": holding.holder_names[0],
                "party": parties[holding.holder],
                "account": "; ".join(account.said_by),
                "against": "; ".join(account.against),
                "voices": None if holding.at_least else holding.voices,
                "from": holding.start,
                "to": holding.end,
                "last_said": holding.last_said,
                "status": str(holding.status),
                "covers": str(holding.covers(place.day)) if place.day else None,
            },
        )


def _properties(place: MapPlace) -> dict[str, Any]:
    location = place.location
    return {
        "place": place.id,
        "name": place.name,
        "address": f"/place/{quote(place.id, safe='')}",
        "position": str(place.position),
        "precision_m": location.place.radius_m if location else None,
        "geo_precision": location.geo_precision if location else None,
        "where_prec": location.where_prec if location else None,
        "positioned_by": location.place.source if location else None,
        "around": place.is_around,
        "on": place.day,
    }


def _feature(geometry: dict[str, Any] | None, properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "id": properties["id"], "geometry": geometry, "properties": properties}


def _geometry(place: MapPlace) -> dict[str, Any] | None:
    if place.location is None:
        return None
    known = place.location.place
    if place.position is Position.POINT:
        return {"type": "Point", "coordinates": [_round(known.longitude), _round(known.latitude)]}
    return {"type": "Polygon", "coordinates": [_circle(known.latitude, known.longitude, known.radius_m)]}


def _circle(latitude: float, longitude: float, radius_m: float) -> list[list[float]]:
    """A ring round a point, anticlockwise, closed; it stops at the poles and at the antimeridian."""
    high = radius_m / _METRES_A_DEGREE
    wide = high / max(math.cos(math.radians(latitude)), 0.01)
    angles = [2 * math.pi * corner / _CORNERS for corner in range(_CORNERS)]
    ring = [
        [
            _round(min(max(longitude + wide * math.cos(angle), -180.0), 180.0)),
            _round(min(max(latitude + high * math.sin(angle), -90.0), 90.0)),
        ]
        for angle in angles
    ]
    return [*ring, ring[0]]


def _round(degrees: float) -> float:
    return round(degrees, _DECIMALS)
