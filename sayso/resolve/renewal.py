"""Renewal: reports are resolved anew where something changed; all others are known from what they brought before.

Names are joined across all reports each time, from what each brings to the others. A report's words are understood
again only where it was made of something else before, or where what came out for its names is otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sayso.model.entity import Entity
from sayso.model.identity import digest
from sayso.model.knowledge import Knowledge
from sayso.model.memory import Memory, PlaceMemory, ReportMemory
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.resolve.brought import Brought, read_brought, write_brought
from sayso.resolve.kept import Kept
from sayso.resolve.outlet import Asked
from sayso.resolve.parting import Tokens, find_concerned, list_borne
from sayso.resolve.place.location import name_gazetteer
from sayso.resolve.place.naming import Located, Said
from sayso.resolve.resolution import join
from sayso.resolve.understanding import MOST_KEPT, Beside, Understood, lay_beside, understand
from sayso.resolve.unify import Heard
from sayso.resolve.writing import find_used, write

#: Gives reports, as persons see them, with their readings, in any order.
Load = Callable[[Collection[str]], Iterable[tuple[Report, Reading]]]
#: Gives the entities of resolutions that stand, by report.
FindEntities = Callable[[Collection[str]], Mapping[str, Iterable[Entity]]]


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


class _Recalled:
    """A report known from before; what it brings is read only where somebody asks."""

    def __init__(self, report: Report, row: ReportMemory, actors: Knowledge) -> None:
        self.report, self.row, self._actors = report, row, actors

    @cached_property
    def brought(self) -> Brought:
        """What it brings; the same object as last time where that is the same."""
        row, actors = self.row, self._actors

        def make() -> tuple[str, Knowledge, Brought]:
            return row.brought, actors, read_brought(row.brought, report=row.report, entries=actors.entries)

        return _BROUGHT.find(row.report, lambda kept: kept[0] == row.brought and kept[1] is actors, make)[2]

    @property
    def heard(self) -> Heard:
        """What is heard of it."""
        return self.brought.heard

    @property
    def namings(self) -> Sequence[Said]:
        """Where it names places."""
        return self.brought.namings or ()

    @property
    def text(self) -> str:
        """What it brings, as it is kept."""
        return self.row.brought


class _Learnt:
    """A report understood now."""

    def __init__(self, understood: Understood, *, has_places: bool) -> None:
        self.understood, self.report, self.heard = understood, understood.report, understood.heard
        self.brought = Brought(
            self.heard,
            understood.namings if has_places else None,
            list_borne(understood.interpreted.referents),
            understood.asked.answers,
        )
        self.text = write_brought(self.brought)

    @property
    def namings(self) -> Sequence[Said]:
        """Where it names places."""
        return self.brought.namings or ()

    def write(
        self, named: Iterable[str], entities: Mapping[str, Entity], everybody: Mapping[str, Entity]
    ) -> Resolution:
        """Its resolution, by the entities of its named referents in their order."""
        referents = (each.referent for each in self.heard.labelled)
        return write(self.understood.interpretation, dict(zip(referents, named, strict=True)), entities, everybody)


_Told = _Recalled | _Learnt
_BROUGHT: Kept[tuple[str, Knowledge, Brought]] = Kept(MOST_KEPT)
_JOINED: Kept[tuple[str, Located]] = Kept(1)
_FORM = 2  # of what is kept: what has another is not read


@dataclass(frozen=True, slots=True, eq=False)
class _Around:
    """What all reports are resolved beside, and how one is recalled, understood and remembered."""

    beside: Beside
    knowledge: Knowledge
    memory: Memory
    load: Load
    settled: Collection[str]

    @property
    def has_places(self) -> bool:
        """Whether places are looked up."""
        return self.knowledge.gazetteer is not None

    def recall(self, source: Source) -> _Recalled | None:
        """What is remembered of a report; None where it was made of something else."""
        row = self.memory.reports.get(source.report.id)
        if row is None or row.made_of != self.name(source):
            return None
        found = _Recalled(source.report, row, self.beside.actors)
        borne = found.brought.borne if self.beside.apart else frozenset[Tokens]()
        return found if row.apart == self.part(borne) and self._stands(found) else None

    def understand(self, reports: Collection[str]) -> dict[str, _Learnt]:
        """These reports, understood now."""
        found = self.load(reports) if reports else ()
        return {
            report.id: _Learnt(
                understand(report, reading, self.beside, is_settled=report.id in self.settled),
                has_places=self.has_places,
            )
            for report, reading in found
        }

    def name(self, source: Source) -> str:
        """Names what a report is made of, but for outlets and names that persons decided are of two."""
        return digest(repr((_FORM, source.made_of, self.beside.made_of, self.has_places)))

    def part(self, borne: frozenset[Tokens]) -> str:
        """Names those of these names that are of two; empty where none are."""
        concerned = sorted(map(sorted, find_concerned(self.beside.apart, borne)))
        return digest(repr(concerned)) if concerned else ""

    def remember(self, source: Source, each: _Told, named: Iterable[str], written: str) -> ReportMemory:
        """The row of a report for the next time; the same object where it is the same."""
        outlets = self.beside.called
        if isinstance(each, _Recalled):
            return each.row if each.row.outlets == outlets else replace(each.row, outlets=outlets)
        made_of, apart = self.name(source), self.part(each.brought.borne)
        return ReportMemory(source.report.id, made_of, apart, outlets, each.text, tuple(named), written)

    def _stands(self, found: _Recalled) -> bool:
        """Whether its words ask the outlets there are now for the same."""
        if found.row.outlets == self.beside.called:
            return True
        before = self.memory.outlets.get(found.row.outlets)
        return before is not None and Asked(before, found.brought.answers).stands(self.beside.outlets)


def resolve_changed(
    sources: Sequence[Source],
    load: Load,
    find_entities: FindEntities,
    *,
    memory: Memory,
    knowledge: Knowledge,
    settled: Collection[str] = (),
) -> Renewed:
    """Resolves the reports that changed, or whose names did, since `memory` was made, exactly as `resolve` does.

    `sources` are all reports there are, each once, in their order; `load` gives those asked for, `find_entities` the
    entities of resolutions that stand. `settled` is as for `resolve`. With an empty memory all are resolved.
    """
    beside = lay_beside({each.report.outlet for each in sources if each.report.outlet}, knowledge)
    around = _Around(beside, knowledge, memory, load, settled)
    told = _tell(sources, around)
    if _name_joined(told, around) == memory.joined and (renewed := _renew_alone(sources, told, find_entities, around)):
        return renewed
    return _renew_joined(sources, told, around)


def _tell(sources: Sequence[Source], around: _Around) -> dict[str, _Told]:
    """What each report brings, in their order: as it is remembered, else understood now."""
    recalled = {each.report.id: around.recall(each) for each in sources}
    understood = around.understand([id_ for id_, each in recalled.items() if each is None])
    return {id_: each or understood[id_] for id_, each in recalled.items()}


def _renew_alone(
    sources: Sequence[Source], told: Mapping[str, _Told], find_entities: FindEntities, around: _Around
) -> Renewed | None:
    """Where all bring what they brought before, names are joined as before; None where entities of a report miss."""
    before, learnt = around.memory.reports, {id_: each for id_, each in told.items() if isinstance(each, _Learnt)}
    if not learnt.keys() <= before.keys():
        return None
    entities = {id_: {each.id: each for each in found} for id_, found in find_entities(learnt).items()}
    if not all(entities.get(id_, {}).keys() >= {*before[id_].named} for id_ in learnt):
        return None
    resolutions = (each.write(before[id_].named, entities[id_], entities[id_]) for id_, each in learnt.items())
    rows = ((each, before[each.report.id]) for each in sources)
    reports = {row.report: around.remember(each, told[row.report], row.named, row.written) for each, row in rows}
    return Renewed(tuple(resolutions), _remember(reports, around.memory.places, told, around))


def _renew_joined(sources: Sequence[Source], told: dict[str, _Told], around: _Around) -> Renewed:
    """Names are joined again across all reports; those are written whose names and entities came out otherwise."""
    knowledge = around.knowledge
    while True:
        located = _join(told, around)
        written = dict(zip(told, _name_written(located, knowledge), strict=True))
        recalled = {id_: each for id_, each in told.items() if isinstance(each, _Recalled)}
        others = {id_: each for id_, each in recalled.items() if each.row.written != written[id_]}
        anew = around.understand(others)
        told = {**told, **anew}
        if all(anew[id_].text == each.text for id_, each in others.items()):
            break  # else what was remembered was wrong: names are joined again from what is understood now
    entities, everybody = located.unified.entities, knowledge.entities | located.unified.entities
    named = {id_: tuple(each.values()) for id_, each in zip(told, located.unified.by_report, strict=True)}
    learnt = {id_: each for id_, each in told.items() if isinstance(each, _Learnt)}
    resolutions = (each.write(named[id_], entities, everybody) for id_, each in learnt.items())
    of = {each.report.id: each for each in sources}
    reports = {id_: around.remember(of[id_], each, named[id_], written[id_]) for id_, each in told.items()}
    return Renewed(tuple(resolutions), _remember(reports, located.places, told, around))


def _join(told: Mapping[str, _Told], around: _Around) -> Located:
    """Names joined and places found; what was foreseen a moment ago and is now decided is not joined twice."""
    name = _name_joined(told, around)

    def make() -> tuple[str, Located]:
        every = tuple(told.values())
        return name, join(every, around.beside, knowledge=around.knowledge, known=around.memory.places)

    return _JOINED.find("last", lambda kept: kept[0] == name, make)[1]


def _remember(
    reports: Mapping[str, ReportMemory], places: Mapping[str, PlaceMemory], told: Mapping[str, _Told], around: _Around
) -> Memory:
    beside = around.beside
    return Memory(reports, places, {beside.called: beside.outlets}, _name_joined(told, around))


def _name_joined(told: Mapping[str, _Told], around: _Around) -> str:
    """Names all that joining names rests on."""
    knowledge = around.knowledge
    decided = [sorted(map(sorted, pairs)) for pairs in (knowledge.same, knowledge.apart)]
    places = name_gazetteer(knowledge.gazetteer) if knowledge.gazetteer else ""
    brought = [(id_, each.report.outlet, digest(each.text)) for id_, each in told.items()]
    return digest(repr((_FORM, around.beside.made_of, places, decided, brought)))


def _name_written(located: Located, knowledge: Knowledge) -> list[str]:
    """For each report a name of what its resolution is written with: who its referents are, and these entities."""
    entities, everybody = located.unified.entities, knowledge.entities | located.unified.entities
    marks = {id_: digest(repr(entity)) for id_, entity in everybody.items()}
    names = []
    for named in located.unified.by_report:
        used = find_used(named.values(), entities, everybody)
        names.append(digest(" ".join((*named.values(), *(marks[id_] for id_ in sorted(used))))))
    return names
