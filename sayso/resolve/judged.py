"""Judged: names across reports that persons decided are one, or are two, whatever their spellings say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import product
from typing import Any, TypeVar

from sayso.resolve.name import parse_name
from sayso.resolve.parting import Apart, Tokens
from sayso.resolve.referent import Referent

Label = TypeVar("Label", bound=Any)
Bearers = Mapping[Tokens, set[Label]]


def find_bearers(labels: Iterable[tuple[Label, Referent]]) -> dict[Tokens, set[Label]]:
    """The labels under which each name stands in the reports."""
    bearers: dict[Tokens, set[Label]] = defaultdict(set)
    for label, referent in labels:
        for form in referent.forms:
            bearers[parse_name(form).tokens].add(label)
    return bearers


def find_apart(bearers: Bearers[Label], apart: Apart) -> frozenset[frozenset[Label]]:
    """Pairs of labels whose names a person decided are of two."""
    pairs = (tuple(pair) for pair in apart)
    found = (both for one, other in pairs for both in product(bearers.get(one, ()), bearers.get(other, ())))
    return frozenset(frozenset(both) for both in found if both[0] != both[1])


def find_same(
    bearers: Bearers[Label],
    same: Collection[frozenset[str]],
    *,
    sort: Callable[[Label], str],
    identify: Callable[[Label], str] | None = None,
) -> list[tuple[Label, ...]]:
    """The labels of one sort of each set of names that a person decided are of one.

    A name may be an entity's identifier, where `identify` is given.
    """
    by_id: dict[str, set[Label]] = defaultdict(set)
    for label in {label for labels in bearers.values() for label in labels} if identify else ():
        by_id[identify(label)].add(label)  # type: ignore[misc]  # asked above
    found = []
    for names in sorted(same, key=sorted):
        sorts: dict[str, set[Label]] = defaultdict(set)
        for name in names:
            for label in (*bearers.get(parse_name(name).tokens, ()), *by_id.get(name, ())):
                sorts[sort(label)].add(label)
        found += [tuple(sorted(labels)) for _, labels in sorted(sorts.items()) if len(labels) > 1]
    return found
