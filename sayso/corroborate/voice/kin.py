"""Kin: which reports have things from one another, or from one report, step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.corroborate.lineage.relation import is_close
from sayso.model.lineage import Lineage

#: The reports that each report takes over as a whole, their own parents included, and itself.
Ancestry = Mapping[str, frozenset[str]]


def trace(reports: Iterable[str], lineage: Sequence[Lineage]) -> Ancestry:
    """The ancestry of each report: itself, and what it derives from as copy, translation, rewrite or version."""
    parents: dict[str, set[str]] = defaultdict(set)
    for edge in lineage:
        if is_close(edge.relation):
            parents[edge.report].add(edge.of)
    return {report: _climb(report, parents) for report in reports}


def are_kin(left: str, right: str, ancestry: Ancestry) -> bool:
    """Whether one report derives from the other, or both from a third, held or not."""
    return bool(ancestry.get(left, frozenset({left})) & ancestry.get(right, frozenset({right})))


def _climb(report: str, parents: Mapping[str, set[str]]) -> frozenset[str]:
    found, todo = {report}, [report]
    while todo:
        new = parents.get(todo.pop(), set()) - found
        found |= new
        todo += new
    return frozenset(found)
