"""Scene: all names of one report weighed together, for places named together lie together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.model.place import KnownPlace, PlaceKind
from sayso.model.values.point import distance_km
from sayso.resolve.place.block import NOWHERE, Atlas, Block, Codes, Numbers
from sayso.resolve.place.weights import OWN, ROUND, WEIGHTS

_NEAR_KM, _NEARBY_KM = 40.0, 200.0  # at which the help of another place has fallen to a third
_EARTH_KM = 6_371.0
_ROUNDS = 2
#: From this likeness on a name is spelt so; below, it only sounds so.
SPELT_SO = 0.9
_BY_SOUND = 0.1  # how much of its chance counts for others


@dataclass(frozen=True)
class Scene:
    """Blocks of a report laid end to end: `starts` are their first rows, `group` the block of each row.

    `features` has a column for each of OWN and ROUND; `chance` sums to 1 over each block.
    """

    blocks: tuple[Block, ...]
    starts: Codes
    group: Codes
    features: Numbers
    chance: Numbers

    def rows(self, block: int) -> slice:
        """The rows of a block."""
        first = int(self.starts[block])
        return slice(first, first + len(self.blocks[block].places))


def weigh(
    blocks: Sequence[Block],
    atlas: Atlas,
    *,
    countries: Mapping[str, str],
    weights: Mapping[str, float] = WEIGHTS,
    rounds: int = _ROUNDS,
) -> Scene | None:
    """The chance of each candidate: first alone, then beside the others, twice. None where no name is known.

    `countries` are the codes of countries that the report is likely of, with why. Blocks without one are left out.
    """
    kept = tuple(block for block in blocks if block.places)
    if not kept:
        return None
    sizes = np.array([len(block.places) for block in kept])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(kept)), sizes)
    fixed = np.concatenate([block.own for block in kept])
    told = np.concatenate([_told(block, atlas, countries) for block in kept])
    shared = np.zeros((len(group), len(ROUND) - told.shape[1]))
    factors = np.array([weights[name] for name in (*OWN, *ROUND)])
    lay = _Lay(kept, starts, group)
    # What is known by its sound alone points to nothing: Tocoa, for Togoga, is no sign of Honduras.
    trust = np.where(fixed[:, OWN.index("spelling")] >= SPELT_SO, 1.0, _BY_SOUND)
    features = np.concatenate([fixed, shared, told], axis=1)
    chance = _share_out(features @ factors, starts, group)
    for _ in range(rounds):
        features = np.concatenate([fixed, lay.support(chance * trust), told], axis=1)
        chance = _share_out(features @ factors, starts, group)
    return Scene(kept, starts, group, features, chance)


class _Lay:
    """How the candidates of a report lie to each other; made once, asked in each round."""

    def __init__(self, blocks: Sequence[Block], starts: Codes, group: Codes) -> None:
        vectors = np.concatenate([block.vectors for block in blocks])
        point = np.concatenate([block.is_point for block in blocks])
        km = _EARTH_KM * np.sqrt(np.maximum(0.0, 2.0 - 2.0 * (vectors @ vectors.T)))
        self._near = np.where(point[None, :], np.exp(-km / _NEAR_KM), 0.0)
        self._nearby = np.where(point[None, :], np.exp(-km / _NEARBY_KM), 0.0)
        self._point = point
        self._starts, self._group = starts, group
        names = np.array([block.named.name.casefold() for block in blocks])
        self._same = names[:, None] == names[None, :]  # "Lom" is no witness for "the bridge at Lom"
        self._countries = np.concatenate([block.countries for block in blocks])
        self._regions = np.concatenate([block.regions for block in blocks])

    def support(self, chance: Numbers) -> Numbers:
        """What the other names add to each candidate: places near it, in its region, in its country."""
        near = np.log1p(self._sum_near(self._near, chance)) * self._point
        nearby = np.log1p(self._sum_near(self._nearby, chance)) * self._point
        region, country = (np.log1p(self._sum_same(codes, chance)) for codes in (self._regions, self._countries))
        return np.stack([near, nearby, region, country], axis=1)

    def _sum_near(self, closeness: Numbers, chance: Numbers) -> Numbers:
        best = np.maximum.reduceat(closeness * chance[None, :], self._starts, axis=1)
        best[self._same[self._group]] = 0.0
        return np.asarray(best.sum(axis=1))

    def _sum_same(self, codes: Codes, chance: Numbers) -> Numbers:
        """For each candidate, the chance that other names are in its area, summed."""
        known = codes != NOWHERE
        _, first, place = np.unique(codes, return_index=True, return_inverse=True)
        # In the order in which the report has them: sums are then the same to the last bit beside whatever reports.
        place = np.argsort(np.argsort(first))[place]
        table = np.zeros((len(self._starts), len(first)))
        np.add.at(table, (self._group, place), np.where(known, chance, 0.0))
        return np.asarray((table.sum(axis=0)[place] - (self._same @ table)[self._group, place]) * known)


def _told(block: Block, atlas: Atlas, countries: Mapping[str, str]) -> Numbers:
    """What the report says outright: in a named area, outside it, in a likely country."""
    areas = [area for name in block.named.within for area in atlas.find_areas(name)]
    inside = np.array([any(lies_in(place, area) for area in areas) for place in block.places], dtype=float)
    outside = (1.0 - inside) if inside.any() else np.zeros_like(inside)
    hinted = np.array([place.country in countries for place in block.places], dtype=float)
    return np.stack([inside, outside, hinted], axis=1)


def lies_in(place: KnownPlace, area: KnownPlace) -> bool:
    """Whether a place is in a country or region by what it says of itself, in a district by distance."""
    if place.id == area.id or place.country != area.country:
        return False
    if area.kind is PlaceKind.COUNTRY:
        return place.kind is not PlaceKind.COUNTRY
    if area.kind is PlaceKind.REGION:
        return place.region == area.region and place.kind is not PlaceKind.REGION
    return place.kind not in (PlaceKind.REGION, PlaceKind.COUNTRY) and distance_m(place, area) <= area.radius_m


def distance_m(one: KnownPlace, other: KnownPlace) -> float:
    """Metres along the ground between the middles of two places."""
    return 1_000 * distance_km(one.point, other.point)


def _share_out(scores: Numbers, starts: Codes, group: Codes) -> Numbers:
    """Scores as chances within each block."""
    top = np.maximum.reduceat(scores, starts)
    raised = np.exp(scores - top[group])
    return np.asarray(raised / np.add.reduceat(raised, starts)[group])
