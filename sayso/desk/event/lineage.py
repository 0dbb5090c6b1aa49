"""Lineage of a voice: by which reports it reached us, and which of them took it over from which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.desk.event.reach import Reach
from sayso.model.claim import Claim
from sayso.model.lineage import Lineage, Relation
from sayso.model.report import Report

DEEPEST = 6  # steps from the voice to what a telephone still has room for
_WHOLE = frozenset({Relation.COPY, Relation.TRANSLATION, Relation.REWRITE})


@dataclass(frozen=True, slots=True)
class Branch:
    """A report that carries a voice, and what took it over from there.

    `edge` says from which report it has it and how, None where it stands under the voice itself; `of` is that report.
    An unheld report carries no words.
    """

    report: Report
    edge: Lineage | None
    claims: tuple[Claim, ...]
    taken_over: tuple[Branch, ...] = ()
    of: Report | None = None

    @property
    def size(self) -> int:
        """How many reports stand here and below."""
        return 1 + sum(branch.size for branch in self.taken_over)


def trace(reach: Reach, claims: Iterable[Claim]) -> tuple[Branch, ...]:
    """The reports in which a voice's claims stand, as trees: whoever heard it first, below it what copies that.

    A report stands once, under the surest of the reports that it derives from; an origin that is not held stands
    above those that take it over whole, or that name it in the chain. What lies deeper than `DEEPEST` steps, such as
    the hundredth version of a page, stands at that depth.
    """
    spoken: dict[str, list[Claim]] = {}
    for claim in claims:
        spoken.setdefault(claim.report, []).append(claim)
    parents = _cut_rings({report: _find_parent(reach, report, spoken) for report in spoken})
    below: Below = {}
    for report, edge in parents.items():
        below.setdefault(_find_place(report, parents), []).append((report, edge))
    free = [_grow(reach, report, None, spoken, below) for report, _ in below.get(None, ())]
    origins = [origin for id_, origin in reach.unheld.items() if id_ in below]
    return (*free, *(Branch(each, None, (), _children(reach, each.id, spoken, below)) for each in origins))


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
Below = dict[str | None, list[tuple[str, Lineage | None]]]
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


def _cut_rings(parents: Parents) -> Parents:
    """Where reports derive from one another in a ring, the first of them stands free."""
    order = {report: place for place, report in enumerate(parents)}
    cut, sound = dict(parents), set[str]()
    for report in parents:
        path = [report]
        while (edge := cut.get(path[-1])) and edge.of in cut and edge.of not in sound and edge.of not in path:
            path.append(edge.of)
        if edge and edge.of in path:
            cut[min(path[path.index(edge.of) :], key=order.__getitem__)] = None
        sound.update(path)
    return cut


def _find_place(report: str, parents: Parents) -> str | None:
    """The report under which one is drawn: what it derives from, or the deepest above that for which there is room."""
    line: list[str] = []
    at = report
    while edge := parents.get(at):
        at = edge.of
        line.append(at)
    return line[-DEEPEST] if len(line) > DEEPEST else next(iter(line), None)


def _grow(reach: Reach, report: str, edge: Lineage | None, spoken: Spoken, below: Below) -> Branch:
    of = (reach.reports.get(edge.of) or reach.unheld.get(edge.of)) if edge else None
    return Branch(reach.reports[report], edge, tuple(spoken[report]), _children(reach, report, spoken, below), of)


def _children(reach: Reach, of: str, spoken: Spoken, below: Below) -> tuple[Branch, ...]:
    return tuple(_grow(reach, report, edge, spoken, below) for report, edge in below.get(of, ()))
