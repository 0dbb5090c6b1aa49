"""Renewal: reports are resolved anew where something changed; all others are known from what they brought before.

Names are joined across all reports each time, from what each brings to the others. A report's words are understood
again only where it was made of something else before, or where what came out for its names is otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.model.entity import Entity
from sayso.model.identity import digest
from sayso.model.knowledge import Knowledge
from sayso.model.memory import Memory, ReportMemory
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.resolve.brought import Brought, read_brought, write_brought
from sayso.resolve.kept import Kept
from sayso.resolve.outlet import Asked
from sayso.resolve.parting import Tokens, find_concerned
from sayso.resolve.place.naming import Located, Said
from sayso.resolve.resolution import join
from sayso.resolve.understanding import MOST_KEPT, Beside, Understood, lay_beside, understand
from sayso.resolve.unify import Heard
from sayso.resolve.writing import find_used, write

#: Gives reports, as persons see them, with their readings, in any order.
Load = Callable[[Collection[str]], Iterable[tuple[Report, Reading]]]


@dataclass(frozen=True, slots=True)
class Source:
    """A report that is to be resolved, without its words; `made_of` names all of it, its reading, what is decided."""

    report: Report
    made_of: str


@dataclass(frozen=True, slots=True)
class Renewed:
    """Resolutions that may be otherwise than before, and what is remembered of all reports, those that stay too."""

    resolutions: tuple[Resolution, ...]
    memory: Memory


@dataclass(frozen=True, slots=True, eq=False)
class _Recalled:
    """A report known from before: what it brings, and the row that says so."""

    report: Report
    row: ReportMemory
    brought: Brought

    @property
    def heard(self) -> Heard:
        return self.brought.heard

    @property
    def namings(self) -> Sequence[Said]:
        return self.brought.namings or ()


@dataclass(frozen=True, slots=True, eq=False)
class _Around:
    """What all reports are resolved beside, and how one is loaded, understood and remembered."""

    beside: Beside
    knowledge: Knowledge
    memory: Memory
    load: Load
    settled: Collection[str]

    def recall(self, source: Source) -> _Recalled | None:
        """What is remembered of a report; None where it was made of something else, or cannot be read."""
        row = self.memory.reports.get(source.report.id)
        try:
            brought = row and self._read(row)
        except _UNREADABLE:
            return None
        if row is None or not brought or row.made_of != self.name(source, brought.borne):
            return None
        if row.outlets != self.beside.called:
            before = self.memory.outlets.get(row.outlets)
            if before is None or not Asked(before, brought.answers).stands(self.beside.outlets):
                return None
        return _Recalled(source.report, row, brought)

    def understand(self, reports: Collection[str]) -> dict[str, Understood]:
        """These reports, understood now."""
        found = self.load(reports) if reports else ()
        return {
            report.id: understand(report, reading, self.beside, is_settled=report.id in self.settled)
            for report, reading in found
        }

    def bring(self, each: Understood) -> str:
        """What a report brings to the others, as it is kept."""
        namings = None if self.knowledge.gazetteer is None else each.namings
        return write_brought(Brought(each.heard, namings, each.borne, each.asked.answers))

    def name(self, source: Source, borne: frozenset[Tokens]) -> str:
        """Names what a report that bears these names is made of."""
        apart = sorted(map(sorted, find_concerned(self.beside.apart, borne)))
        return digest(repr((source.made_of, self.beside.made_of, apart, self.knowledge.gazetteer is not None)))

    def remember(self, source: Source, each: Understood | _Recalled, written: str) -> ReportMemory:
        """The row of a report for the next time."""
        if isinstance(each, _Recalled):
            return each.row if each.row.outlets == self.beside.called else replace(each.row, outlets=self.beside.called)
        made_of = self.name(source, each.borne)
        return ReportMemory(source.report.id, made_of, self.beside.called, self.bring(each), written)

    def _read(self, row: ReportMemory) -> Brought:
        actors = self.beside.actors

        def make() -> tuple[str, Knowledge, Brought]:
            return row.brought, actors, read_brought(row.brought, report=row.report, entries=actors.entries)

        return _BROUGHT.find(row.report, lambda kept: kept[0] == row.brought and kept[1] is actors, make)[2]


_BROUGHT: Kept[tuple[str, Knowledge, Brought]] = Kept(MOST_KEPT)
#: What a damaged row can raise.
_UNREADABLE = (ValueError, KeyError, TypeError, IndexError)


def resolve_changed(
    sources: Sequence[Source], load: Load, *, memory: Memory, knowledge: Knowledge, settled: Collection[str] = ()
) -> Renewed:
    """Resolves the reports that changed, or whose names did, since `memory` was made, exactly as `resolve` does.

    `sources` are all reports there are, each once, in their order; `load` gives those asked for. `settled` is as for
    `resolve`. With an empty memory all are resolved.
    """
    beside = lay_beside({each.report.outlet for each in sources if each.report.outlet}, knowledge)
    around = _Around(beside, knowledge, memory, load, settled)
    told = _tell(sources, around)
    while True:
        located = join(tuple(told.values()), beside, knowledge=knowledge, known=memory.places)
        written = dict(zip(told, _name_written(located, knowledge), strict=True))
        others = {id_: each for id_, each in told.items() if isinstance(each, _Recalled)}
        others = {id_: each for id_, each in others.items() if each.row.written != written[id_]}
        anew = around.understand(others)
        told |= anew
        if all(around.bring(anew[id_]) == each.row.brought for id_, each in others.items()):
            break  # else what was remembered was wrong: names are joined again from what is understood now
    entities, everybody = located.unified.entities, knowledge.entities | located.unified.entities
    return Renewed(
        tuple(
            write(each.interpretation, named, entities, everybody)
            for each, named in zip(told.values(), located.unified.by_report, strict=True)
            if isinstance(each, Understood)
        ),
        Memory(
            {each.report.id: around.remember(each, told[each.report.id], written[each.report.id]) for each in sources},
            located.places,
            {beside.called: beside.outlets},
        ),
    )


def _tell(sources: Sequence[Source], around: _Around) -> dict[str, Understood | _Recalled]:
    """What each report brings, in their order: as it is remembered, else understood now."""
    recalled = {each.report.id: around.recall(each) for each in sources}
    understood = around.understand([id_ for id_, each in recalled.items() if each is None])
    return {id_: each or understood[id_] for id_, each in recalled.items()}


def _name_written(located: Located, knowledge: Knowledge) -> list[str]:
    """For each report a name of what its resolution is written with: who its referents are, and these entities."""
    entities, everybody = located.unified.entities, knowledge.entities | located.unified.entities
    marks: dict[str, str] = {}

    def mark(id_: str, entity: Entity) -> str:
        if id_ not in marks:
            marks[id_] = digest(repr(entity))
        return marks[id_]

    names = []
    for named in located.unified.by_report:
        used = find_used(named.values(), entities, everybody)
        names.append(digest(" ".join((*named.values(), *(mark(id_, used[id_]) for id_ in sorted(used))))))
    return names
