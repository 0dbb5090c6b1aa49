"""Place: a known place, how exactly it is known, and where a mention was put.

Precision is said three ways: in metres, in ACLED's geo_precision (1 to 3) and in UCDP's where_prec
(1 to 7). What is known from memory alone is `unchecked` and is never drawn as a point.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from sayso.model.answer import Reason
from sayso.model.values.point import Point

UNCHECKED = "unchecked"
LEAST_UNCHECKED_RADIUS_M = 25_000


class PlaceKind(StrEnum):
    """What kind of place it is, as far as reports on wars tell them apart."""

    COUNTRY = "country"
    REGION = "region"  # first-order division, governorate, state
    DISTRICT = "district"  # second-order division, county
    SETTLEMENT = "settlement"
    QUARTER = "quarter"
    AIRFIELD = "airfield"
    BASE = "base"
    CAMP = "camp"
    CROSSING = "crossing"
    PORT = "port"
    OIL = "oil"  # field, refinery, terminal
    ISLAND = "island"
    WATER = "water"  # river, lake, sea, strait, dam
    TERRAIN = "terrain"  # mountain, desert, valley
    SITE = "site"  # any other: bridge, hospital, prison, plant


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A gazetteer's entry.

    `id` is `<source>:<its identifier>` ("geonames:2210247", "ourairports:HL69", "sites:zmiinyi").
    `latitude` and `longitude` are WGS 84 degrees, the middle of the place; `radius_m` is how far
    from there it may lie or reach. `country` is ISO 3166-1 alpha-2, `region` the name of its
    first-order division; None where not known. `source` names where the entry is from.
    `is_capital` is true of the capital of a country.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    latitude: float
    longitude: float
    radius_m: int
    source: str
    region: str | None = None
    names: tuple[str, ...] = ()
    population: int = 0
    is_capital: bool = False

    @property
    def point(self) -> Point:
        """Latitude and longitude of its middle."""
        return self.latitude, self.longitude

    @property
    def is_drawable(self) -> bool:
        """Whether it may be drawn as a point: not what is known from memory alone."""
        return self.source != UNCHECKED


@dataclass(frozen=True, slots=True)
class Option:
    """One known place among those that a mention may stand for, shown to a person."""

    id: str
    name: str
    country: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Location:
    """Where a place as named was put, how exactly, why, and what else it could be.

    `geo_precision` is ACLED's: 1 the place itself, 2 near it or a small region, 3 a larger region.
    `where_prec` is UCDP's: 1 the exact place, 2 within about 25 km, 3 second-order division, 4
    first-order division, 5 a line or fuzzy area, 6 the country, 7 at sea or in the air.
    """

    place: KnownPlace
    score: float
    geo_precision: int
    where_prec: int
    reasons: tuple[Reason, ...] = ()
    others: tuple[Option, ...] = ()


class Gazetteer(Protocol):
    """Known places by name; opened at the edge and passed inwards. Looking up never fails, it finds nothing."""

    def find(self, names: Sequence[str]) -> Sequence[tuple[KnownPlace, ...]]:
        """The places that bear each name, in any script and spelling; for each name, the best known first."""
        ...
