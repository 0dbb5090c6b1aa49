"""Lineage of a voice: by which reports it reached us, and which of them took it over from which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.desk.event.reach import Reach
from sayso.model.claim import Claim
from sayso.model.lineage import Lineage, Relation
from sayso.model.report import Report

_WHOLE = frozenset({Relation.COPY, Relation.TRANSLATION, Relation.REWRITE})


@dataclass(frozen=True, slots=True)
class Branch:
    """A report that carries a voice, and what took it over from there.

    `edge` is why it stands under the one above, None under the voice itself. An unheld report carries no words.
    """

    report: Report
    edge: Lineage | None
    claims: tuple[Claim, ...]
    taken_over: tuple[Branch, ...] = ()

    @property
    def size(self) -> int:
        """How many reports stand here and below."""
        return 1 + sum(branch.size for branch in self.taken_over)


def trace(reach: Reach, claims: Iterable[Claim]) -> tuple[Branch, ...]:
    """The reports in which a voice's claims stand, as trees: whoever heard it first, below it what copies that.

    A report stands once, under the surest of the reports that it derives from; an origin that is not held stands
    above those that take it over whole, or that name it in the chain.
    """
    spoken: dict[str, list[Claim]] = {}
    for claim in claims:
        spoken.setdefault(claim.report, []).append(claim)
    parents = {report: _find_parent(reach, report, spoken) for report in spoken}
    roots = [report for report in spoken if _is_root(report, parents)]
    origins = dict.fromkeys(edge.of for report in roots if (edge := parents[report]) and edge.of in reach.unheld)
    free = [report for report in roots if parents[report] is None or report in _looped(parents)]
    grown = [_grow(reach, report, None, spoken, parents) for report in free]
    above = [
        Branch(reach.unheld[of], None, (), tuple(_children(reach, of, spoken, parents, but=frozenset(free))))
        for of in origins
    ]
    return (*grown, *(branch for branch in above if branch.taken_over))


def prune(branches: Sequence[Branch], most: int) -> tuple[Branch, ...]:
    """The first reports of the trees, from the top: what a picture has room for."""
    kept = []
    for branch in branches:
        if most < 1:
            break
        below = prune(branch.taken_over, most - 1)
        kept.append(replace(branch, taken_over=below))
        most -= 1 + sum(each.size for each in below)
    return tuple(kept)


def count_reports(branches: Iterable[Branch]) -> int:
    """How many held reports carry the voice."""
    return sum(branch.report.held + count_reports(branch.taken_over) for branch in branches)


Parents = Mapping[str, Lineage | None]
Spoken = Mapping[str, Sequence[Claim]]


def _find_parent(reach: Reach, report: str, spoken: Spoken) -> Lineage | None:
    edges = reach.origins.get(report, ())
    held = [edge for edge in edges if edge.of in spoken and edge.of != report]
    unheld = [edge for edge in edges if edge.of in reach.unheld and _passes(edge, reach, spoken[report])]
    return next(iter([*held, *unheld]), None)


def _passes(edge: Lineage, reach: Reach, claims: Sequence[Claim]) -> bool:
    """Whether these claims came by an unheld report: it was taken over whole, or their chain names its outlet."""
    outlet = (reach.unheld[edge.of].outlet or "").casefold()
    named = {name.casefold() for c in claims for link in c.chain for name in (link.source.text, *link.source.names)}
    return edge.relation in _WHOLE or outlet in named


def _is_root(report: str, parents: Parents) -> bool:
    edge = parents[report]
    return edge is None or edge.of not in parents or report in _looped(parents)


def _looped(parents: Parents) -> frozenset[str]:
    """Of each ring of reports that derive from one another, the one where the drawing begins: its first."""
    begun: set[str] = set()
    for report in parents:
        path = [report]
        while (edge := parents.get(path[-1])) and edge.of in parents and edge.of not in path:
            path.append(edge.of)
        if edge and edge.of in path:
            ring = path[path.index(edge.of) :]
            begun.add(min(ring, key=list(parents).index))
    return frozenset(begun)


def _grow(reach: Reach, report: str, edge: Lineage | None, spoken: Spoken, parents: Parents) -> Branch:
    below = tuple(_children(reach, report, spoken, parents, but=_looped(parents)))
    return Branch(reach.reports[report], edge, tuple(spoken[report]), below)


def _children(reach: Reach, of: str, spoken: Spoken, parents: Parents, *, but: frozenset[str]) -> list[Branch]:
    return [
        _grow(reach, report, edge, spoken, parents)
        for report, edge in parents.items()
        if edge is not None and edge.of == of and report not in but
    ]
