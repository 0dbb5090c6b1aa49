"""Candidates: for each report, the few that it may derive from or share an origin with, found by shared keys.

A key of few holders pairs them all. Of a key of many (one wire in a thousand outlets, a phrase of every day) each
holder is paired with the few earliest alone, by day told and then as `order_told` has it; such a pair counts only
if two keys of that kind make it, for those who print one wire share them all, those who use one phrase but one.
An outlet with many reports under one key is paired with each citer by those told last before it.
Both are rules on the holders of one key, whatever else the record holds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from sayso.corroborate.lineage.direction import order_told
from sayso.corroborate.lineage.keys import Keys
from sayso.corroborate.lineage.text import Text

MANY = 50  # holders of one key beyond which not all are paired
FEW = 8  # how many each is paired with then
_ENOUGH = 2  # shared crowded keys that make a pair

Pair = tuple[int, int]


def find_candidates(texts: Sequence[Text], keys: Mapping[str, Keys]) -> dict[str, frozenset[str]]:
    """The candidates of each report, by identifier, both ways; without those that have none.

    `keys` are those of each text by its report's identifier. Work and answer grow with the number of
    keys, never with the square of the reports.
    """
    ordered = sorted(texts, key=order_told)
    found = {*_pair_holders(ordered, keys), *_pair_citers(ordered, keys)}
    near: dict[str, set[str]] = defaultdict(set)
    for left, right in found:
        near[ordered[left].id].add(ordered[right].id)
        near[ordered[right].id].add(ordered[left].id)
    return {id_: frozenset(others) for id_, others in near.items()}


def _pair_holders(ordered: Sequence[Text], keys: Mapping[str, Keys]) -> Iterator[Pair]:
    """Pairs, by place in the order of telling, that share words, an address, or an outlet that both cite."""
    crowded: Counter[Pair] = Counter()
    for kind in ("text", "facts", "address", "cited"):
        for holders in _index(ordered, keys, kind).values():
            if len(holders) <= MANY:
                yield from combinations(holders, 2)
            else:
                crowded.update(_pair_with_earliest(holders))
    yield from (pair for pair, count in crowded.items() if count >= _ENOUGH)


def _pair_with_earliest(holders: Sequence[int]) -> Iterator[Pair]:
    return ((early, late) for place, late in enumerate(holders) for early in holders[: min(place, FEW)])


def _pair_citers(ordered: Sequence[Text], keys: Mapping[str, Keys]) -> Iterator[Pair]:
    """Pairs of a report that cites an outlet and one of that outlet's own reports."""
    owned = _index(ordered, keys, "owned")
    citing = _index(ordered, keys, "cited") | _index(ordered, keys, "named")
    for key in owned.keys() & citing.keys():
        owners, citers = owned[key], citing[key]
        crowded = len(owners) * len(citers) > MANY * MANY
        for citer in citers:
            near = _told_last(owners, citer) if crowded else owners
            yield from ((min(citer, owner), max(citer, owner)) for owner in near if owner != citer)


def _told_last(owners: Sequence[int], citer: int) -> Sequence[int]:
    """The few owners told last before a citer, and one after it, which may be of the same day."""
    place = bisect_right(owners, citer)
    return owners[max(0, place - FEW) : place + 1]


def _index(ordered: Sequence[Text], keys: Mapping[str, Keys], kind: str) -> dict[str, list[int]]:
    """Who holds each key of a kind, in the order of telling."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(ordered):
        for key in getattr(keys[text.id], kind):
            holders[key].append(place)
    return holders
