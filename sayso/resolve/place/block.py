"""Block: the candidates of one name as columns of numbers, made once for a batch of reports."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.model.place import Gazetteer, KnownPlace, PlaceKind
from sayso.resolve.place.mention import Named
from sayso.resolve.place.spelling import likeness
from sayso.resolve.place.weights import OWN

Numbers = NDArray[np.float64]
Codes = NDArray[np.int64]
_MOST = 40  # candidates of one name; the fortieth Springfield has never been meant
_SITES = frozenset(PlaceKind) - {
    PlaceKind.COUNTRY,
    PlaceKind.REGION,
    PlaceKind.DISTRICT,
    PlaceKind.SETTLEMENT,
    PlaceKind.QUARTER,
}
_MOST_ASKED = 4_096  # names
_INITIALS = 3
_COUNTRY_SPELT = 0.9
_WIDE = frozenset((PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.DISTRICT, PlaceKind.SETTLEMENT))
_AREAS = (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.DISTRICT)
NOWHERE = -1


@dataclass(frozen=True)
class Block:
    """Candidates of a name: where (unit vectors), in which country and region (numbers), and what each is by itself."""

    named: Named
    places: tuple[KnownPlace, ...]
    vectors: Numbers
    countries: Codes
    regions: Codes
    own: Numbers

    @property
    def is_point(self) -> NDArray[np.bool_]:
        """Which candidates are so small that distance from their middle says something."""
        return np.array([place.kind not in _AREAS[:2] for place in self.places], dtype=bool)


class Atlas:
    """A gazetteer with what was asked of it last."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._numbers: dict[tuple[str, ...], int] = {}
        #: The candidates for a name; none for an unknown one.
        self.block = lru_cache(maxsize=_MOST_ASKED)(self._make)
        #: The countries, regions and districts that bear exactly a name, for "Waddan, Libya".
        self.find_areas = lru_cache(maxsize=_MOST_ASKED)(self._find_areas)

    def _find_areas(self, name: str) -> tuple[KnownPlace, ...]:
        (found,) = self._gazetteer.find([name])
        return tuple(p for p in found if p.kind in _AREAS and likeness(name, p) > 0.95)

    def number(self, *key: str | None) -> int:
        """One number for each country or region; NOWHERE where it is not known."""
        if None in key:
            return NOWHERE
        return self._numbers.setdefault(tuple(str(each) for each in key), len(self._numbers))

    def _make(self, named: Named) -> Block:
        found = self._gazetteer.find(named.looked_up)
        places: dict[str, tuple[KnownPlace, float]] = {}
        for asked, known in zip(named.looked_up, found, strict=True):
            for place in known:
                like = likeness(asked, place)
                if place.id not in places or places[place.id][1] < like:
                    places[place.id] = (place, like)
        # "A Russian base" says whose it is; it has no name.
        whose = _is_site(named) and any(p.kind is PlaceKind.COUNTRY and like > 0.95 for p, like in places.values())
        fitting = [each for each in places.values() if _may_be(named, *each)] if not whose else []
        kept = sorted(fitting, key=lambda each: (each[1] > 0.95, each[0].population), reverse=True)[:_MOST]
        chosen = tuple(place for place, _ in kept)
        return Block(
            named,
            chosen,
            _vectors(chosen),
            np.array([self.number(p.country) for p in chosen], dtype=np.int64),
            np.array([self.number(p.country, p.region) for p in chosen], dtype=np.int64),
            np.array([_own(named, place, like) for place, like in kept], dtype=np.float64).reshape(-1, len(OWN)),
        )


def _is_site(named: Named) -> bool:
    """Whether the report says that it is a base, a camp, a river: no town and no area."""
    return bool(named.kinds) and not named.kinds & _WIDE


def _may_be(named: Named, place: KnownPlace, like: float) -> bool:
    """Whether words may mean a place at all: a base is no region, "UN" no village, and no country is misspelt."""
    if place.kind is PlaceKind.COUNTRY and like < _COUNTRY_SPELT and named.name.isascii():
        return False
    if _is_site(named) and place.kind in _AREAS[:2]:
        return place.kind in named.kinds
    plain = named.name.replace(".", "")
    if place.kind is PlaceKind.AIRFIELD and len(plain) == _INITIALS and not plain.isupper():
        return False  # "Orm" is no airport's code
    initials = len(plain) <= _INITIALS and plain.isupper() and plain.isascii()
    return not initials or place.kind in _AREAS


def _own(named: Named, place: KnownPlace, like: float) -> list[float]:
    fits = place.kind in named.kinds
    return [
        math.log10(place.population + 1),
        place.kind is PlaceKind.COUNTRY,
        place.kind is PlaceKind.REGION,
        place.kind is PlaceKind.DISTRICT,
        place.kind in _SITES,
        place.population == 0 and place.kind not in _SITES,
        like,
        like == 1.0,
        fits,
        bool(named.kinds) and not fits,
        place.is_capital,
    ]


def _vectors(places: Sequence[KnownPlace]) -> Numbers:
    up = np.radians([place.latitude for place in places])
    east = np.radians([place.longitude for place in places])
    return np.stack([np.cos(up) * np.cos(east), np.cos(up) * np.sin(east), np.sin(up)], axis=1).reshape(-1, 3)
