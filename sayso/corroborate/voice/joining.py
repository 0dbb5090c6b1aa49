"""Joining: an equivalence from ties between speakings, whatever their order, with pairs that must stay two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum


class Strength(IntEnum):
    """How sure a tie is: where pairs must stay two, the surer ties are heeded first."""

    DECIDED = 0
    SAME = 1
    RELAY = 2
    UNNAMED = 3
    SHORT = 4


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """Two speakings, by their places (smaller first), that are one voice, and why."""

    strength: Strength
    left: int
    right: int
    because: str


@dataclass(frozen=True, slots=True)
class Fold:
    """Speakings that are one voice, by their places in order, and the reasons that put them together."""

    members: tuple[int, ...]
    reasons: tuple[str, ...]


def tie(left: int, right: int, strength: Strength, because: str) -> Tie:
    """A tie; it has no direction."""
    return Tie(strength, min(left, right), max(left, right), because)


Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Apart:
    """Pairs that stay two: `decided` by a person, whatever ties them; `told` apart in words, but for a decision."""

    decided: frozenset[Pair] = frozenset()
    told: frozenset[Pair] = frozenset()


def join(count: int, ties: Iterable[Tie], apart: Apart) -> list[Fold]:
    """The connected components of `count` speakings under the ties, in order of their first member.

    A tie that would bring together a pair that stays two is left out; the surer ties are heeded first.
    """
    group = list(range(count))
    members = [[place] for place in range(count)]
    reasons: list[list[str]] = [[] for _ in range(count)]
    for each in sorted(set(ties)):
        left, right = group[each.left], group[each.right]
        if left == right or _stay_two(members[left], members[right], apart, each.strength):
            continue
        keep, drop = (left, right) if len(members[left]) >= len(members[right]) else (right, left)
        for place in members[drop]:
            group[place] = keep
        members[keep] += members[drop]
        reasons[keep] += [*reasons[drop], each.because]
        members[drop], reasons[drop] = [], []
    kept = [
        Fold(tuple(sorted(found)), tuple(dict.fromkeys(why)))
        for found, why in zip(members, reasons, strict=True)
        if found
    ]
    return sorted(kept, key=lambda fold: fold.members)


def _stay_two(left: Sequence[int], right: Sequence[int], apart: Apart, strength: Strength) -> bool:
    pairs = apart.decided if strength is Strength.DECIDED else apart.decided | apart.told
    if not pairs:
        return False
    mine, theirs = set(left), set(right)
    return any((a in mine and b in theirs) or (a in theirs and b in mine) for a, b in pairs)
