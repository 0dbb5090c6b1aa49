"""Pairing: which claims are compared, and what comes of it: a bond, a bar, or nothing.

All of it is local: what comes of a pair follows from the two tellings, the reports that they stand in and
knowledge. An engine may find the pairs of a record by a table of `telling_keys`, score them in any portions
with `score_pairs`, and cut the record along the bonds: `find_clusters` of one part gives what it gives of all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Self

from sayso.corroborate.event.exclusion import rule_out
from sayso.corroborate.event.keys import NEAR, OPEN, find_days, list_names, telling_keys
from sayso.corroborate.event.likeness import Row, score
from sayso.corroborate.event.linkage import Pair
from sayso.corroborate.ground import Ground
from sayso.corroborate.kinship import type_kinship
from sayso.corroborate.telling import Telling
from sayso.model.values.stance import ClaimType

#: Pairs that score less are not retained: they count as not alike.
FLOOR = 0.04
# Days apart at which two claims are compared that say where and when, and name other places: a bridge and its town.
_ELSEWHERE = 2

TellingPair = tuple[Telling, Telling]


@dataclass(frozen=True, slots=True)
class Bond:
    """What binds two claims, or keeps them apart; the smaller identifier first.

    `score` is how probably they are of one happening, 0 to 1, by the evidence in `row`; 0 where `bar` says why they
    cannot be.
    """

    left: Telling
    right: Telling
    score: float
    row: Row = field(compare=False, repr=False)
    bar: str | None = None

    @property
    def pair(self) -> Pair:
        return self.left.id, self.right.id


def find_pairs(tellings: Iterable[Telling], of: Collection[str] | None = None) -> list[TellingPair]:
    """All pairs that may be of one happening, each once, the smaller identifier first, in order.

    They share a key, some day of one is near some day of the other, and they are of one report, of one place or have
    a name in common.

    `of`: only pairs with one of these claims.
    """
    known = sorted(tellings, key=lambda telling: telling.id)
    looks = [Look.at(telling) for telling in known]
    wanted = [of is None or telling.id in of for telling in known]
    holders: dict[str, list[int]] = defaultdict(list)
    pairs: list[TellingPair] = []
    for late, look in enumerate(looks):
        met: set[int] = set()
        for key in telling_keys(known[late]):
            others = holders[key]
            if look.is_undated or not key.endswith(OPEN):
                met.update(others)
            else:
                met.update(other for other in others if looks[other].is_undated)
            others.append(late)
        close = (early for early in met if (wanted[late] or wanted[early]) and looks[early].meets(look))
        pairs += [(known[early], known[late]) for early in close]
    return sorted(pairs, key=lambda pair: (pair[0].id, pair[1].id))


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at first of a telling: its report, its days by number, the places and names that it is about.

    `is_placed`: it says itself both where and when.
    """

    report: str
    days: tuple[int, ...]
    places: frozenset[str]
    names: frozenset[str]
    is_placed: bool

    @classmethod
    def at(cls, telling: Telling) -> Self:
        """The look of a telling."""
        days = tuple(sorted({day.toordinal() for day in find_days(telling)}))
        return cls(telling.report.id, days, telling.places, list_names(telling), bool(telling.places and telling.when))

    @property
    def is_undated(self) -> bool:
        """Whether nothing says when it happened or was told: it may be of any day."""
        return not self.days

    def meets(self, other: Look) -> bool:
        """Whether both are of near days, or one of none, and of one report or place or with a name in common."""
        near = NEAR
        if self.report != other.report and self.places.isdisjoint(other.places):
            if self.names.isdisjoint(other.names):
                return False
            near = _ELSEWHERE if self.is_placed and other.is_placed else NEAR
        return not self.days or not other.days or any(abs(a - b) <= near for a in self.days for b in other.days)


def score_pairs(pairs: Iterable[TellingPair], ground: Ground) -> list[Bond]:
    """The pairs that are retained: those that may be of one happening, and those that cannot though they are alike."""
    alike = [pair for pair in pairs if type_kinship(*pair) and not are_bare(*pair)]
    bonds = []
    for (left, right), (likeness, row) in zip(alike, score(alike, ground.sides), strict=True):
        if likeness >= FLOOR:
            bar = rule_out(left, right, ground.sides)
            bonds.append(Bond(left, right, 0.0 if bar else likeness, row.copy(), bar))
    return bonds


def are_bare(left: Telling, right: Telling) -> bool:
    """Whether nothing but their surroundings speaks for two claims: one is of no listed type, and no word is shared.

    Chosen on ECB+'s train and dev parts, where such pairs were wrong three times in four.
    """
    if ClaimType.STATEMENT not in (left.type, right.type) or left.words & right.words:
        return False
    return left.points_at != right.id and right.points_at != left.id
