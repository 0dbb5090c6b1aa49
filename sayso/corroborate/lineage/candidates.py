"""Candidates: for each report, the few that it may derive from, found by shared keys.

Text and fact keys make a pair if two of them do, an address key alone. A key of few holders pairs them all. Of a
key of many (one wire in a thousand outlets, a phrase of every day) each holder is paired with the few earliest
alone, in the order of `order_told`, and four such keys are asked for: those who print one wire share all its keys,
those who use one phrase but one.
A report that names an outlet is paired with those reports of it that share most outlet keys with it, the latest
first; of an outlet with very many under one key, with those told last before it. All are rules on the holders of
one key and on one report's pairs, whatever else the record holds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from sayso.corroborate.lineage.direction import order_told
from sayso.corroborate.lineage.keys import Keys
from sayso.corroborate.lineage.text import Text

MANY = 50  # holders of one key beyond which not all are paired
FEW = 8  # how many each is paired with then
SOME = 8  # reports of the outlets that one report names, at most
ENOUGH = 4  # what shared keys must count together
#: How much a key of each kind counts for a pair; half of it where very many hold the key.
WEIGHTS = {"text": 2, "facts": 2, "address": 8}
FELLOW_WEIGHTS = {"cited": 2}

Pair = tuple[int, int]


def find_candidates(texts: Sequence[Text], keys: Mapping[str, Keys]) -> dict[str, frozenset[str]]:
    """The candidates of each report, by identifier, both ways; without those that have none.

    `keys` are those of each text by its report's identifier. Work and answer grow with the number of
    keys, never with the square of the reports.
    """
    ordered = sorted(texts, key=order_told)
    return _name(ordered, {*_pair_holders(ordered, keys, WEIGHTS), *_pair_citers(ordered, keys)})


def find_fellows(texts: Sequence[Text], keys: Mapping[str, Keys]) -> dict[str, frozenset[str]]:
    """The reports with which each cites one outlet on one matter or day: both may have it from one text."""
    ordered = sorted(texts, key=order_told)
    return _name(ordered, _pair_holders(ordered, keys, FELLOW_WEIGHTS))


def _name(ordered: Sequence[Text], pairs: Iterable[Pair]) -> dict[str, frozenset[str]]:
    near: dict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        near[ordered[left].id].add(ordered[right].id)
        near[ordered[right].id].add(ordered[left].id)
    return {id_: frozenset(others) for id_, others in near.items()}


def pair_holders(holders: Sequence[int]) -> Iterator[Pair]:
    """Pairs of those that hold one key, in their order: all, or of very many each with the few first."""
    if len(holders) <= MANY:
        return combinations(holders, 2)
    return ((early, late) for place, late in enumerate(holders) for early in holders[: min(place, FEW)])


def weigh(weight: int, holders: int) -> int:
    """What a key of a weight counts, by how many hold it."""
    return weight if holders <= MANY else weight // 2


def _pair_holders(ordered: Sequence[Text], keys: Mapping[str, Keys], weights: Mapping[str, int]) -> Iterator[Pair]:
    """Pairs, by place in the order of telling, that share keys enough of the kinds that have a weight."""
    counts: dict[Pair, int] = defaultdict(int)
    for kind, weight in weights.items():
        for holders in _index(ordered, keys, kind).values():
            counted = weigh(weight, len(holders))
            for pair in pair_holders(holders) if len(holders) > 1 else ():
                counts[pair] += counted
    return (pair for pair, count in counts.items() if count >= ENOUGH)


def _pair_citers(ordered: Sequence[Text], keys: Mapping[str, Keys]) -> Iterator[Pair]:
    """Pairs of a report that names an outlet and one of that outlet's own reports."""
    owned = _index(ordered, keys, "owned")
    crowded = {key: len(owners) > MANY for key, owners in owned.items()}
    for citer, text in enumerate(ordered):
        counts: Counter[int] = Counter()
        for key in keys[text.id].cited | keys[text.id].named:
            owners = owned.get(key, ())
            counts.update(_told_last(owners, citer) if owners and crowded[key] else owners)
        del counts[citer]
        chosen = sorted(counts, key=lambda owner: (-counts[owner], -owner))[:SOME]
        yield from ((min(citer, owner), max(citer, owner)) for owner in chosen)


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
