"""Understanding: one report by itself and what it brings to the others, kept while nothing of it changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from sayso.model.identity import digest
from sayso.model.knowledge import EntryType, Knowledge
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.resolve.actor import assign, lay_out, look_around
from sayso.resolve.capitals import find_names
from sayso.resolve.equipment import assign_types
from sayso.resolve.home import read_outlet
from sayso.resolve.interpretation import Interpretation, interpret
from sayso.resolve.kept import Kept
from sayso.resolve.label import label_report
from sayso.resolve.outlet import Asked
from sayso.resolve.parting import Apart, drop_apart, find_concerned, list_borne, part_names, read_apart
from sayso.resolve.place.naming import Said, list_namings
from sayso.resolve.unify import Heard

#: Reports that stay understood in a process that goes on: what was foreseen of them a moment ago is then decided, and a
#: day of a place is asked for beside other days.
MOST_KEPT = 5_000


@dataclass(frozen=True, eq=False)
class Beside:
    """What reports are understood beside, laid out once for a batch.

    `outlets` are all that the batch and knowledge know; `things` are equipment and agencies, of which words are asked;
    `actors` is all that names are known by; `apart` are the names that persons decided are of two.
    """

    outlets: tuple[str, ...]
    things: Knowledge
    actors: Knowledge
    apart: Apart

    @cached_property
    def made_of(self) -> str:
        """Names what is known of actors and things; the same for the same in every process."""
        return digest(repr(self.actors.entries))

    @cached_property
    def called(self) -> str:
        """Names the outlets."""
        return digest(repr(self.outlets))


@dataclass(frozen=True, slots=True, eq=False)
class _Interpreted:
    """A report interpreted, with what it was interpreted by and what it asked of the outlets."""

    report: Report
    reading: Reading
    is_settled: bool
    things: Knowledge
    asked: Asked
    interpretation: Interpretation


@dataclass(frozen=True, eq=False)
class Understood:
    """A report interpreted, with what it brings to the others; made of `interpreted`, `actors` and `apart`."""

    interpreted: Interpretation
    asked: Asked
    actors: Knowledge
    apart: Apart
    interpretation: Interpretation
    heard: Heard

    @property
    def report(self) -> Report:
        """The report."""
        return self.interpretation.report

    @cached_property
    def namings(self) -> tuple[Said, ...]:
        """Where it names places; found when a gazetteer is there to ask."""
        return tuple(list_namings(self.interpretation))


_INTERPRETED: Kept[_Interpreted] = Kept(MOST_KEPT)
_UNDERSTOOD: Kept[Understood] = Kept(MOST_KEPT)


def lay_beside(outlets: Iterable[str], knowledge: Knowledge) -> Beside:
    """What reports are understood beside: the batch's `outlets` with those of knowledge, and what knowledge has."""
    things = {
        id_: each for id_, each in knowledge.entries.items() if each.is_agency or each.type is EntryType.EQUIPMENT
    }
    actors = _keep(Knowledge(knowledge.entries))
    every = tuple(sorted({*outlets, *lay_out(actors).outlet_names}))
    return Beside(every, _keep(Knowledge(things)), actors, read_apart(knowledge.apart))


def understand(report: Report, reading: Reading, beside: Beside, *, is_settled: bool = False) -> Understood:
    """One report by itself; the same object as before, where report, reading and what they are asked of are as before.

    Outlets count as far as the report's words ask for them, decisions on names as far as it bears the names.
    `is_settled`: the reading's denials are settled, and persons have decided on them since.
    """
    interpreted = _interpret(report, reading, beside, is_settled=is_settled)
    interpretation = interpreted.interpretation
    apart = find_concerned(beside.apart, list_borne(interpretation.referents)) if beside.apart else beside.apart

    def fits(kept: Understood) -> bool:
        return kept.interpreted is interpretation and kept.actors is beside.actors and kept.apart == apart

    def make() -> Understood:
        parted = part_names(interpretation, apart)
        heard = _hear(parted, apart, beside.actors)
        return Understood(interpretation, interpreted.asked, beside.actors, apart, parted, heard)

    return _UNDERSTOOD.find(report.id, fits, make)


def _interpret(report: Report, reading: Reading, beside: Beside, *, is_settled: bool) -> _Interpreted:
    def fits(kept: _Interpreted) -> bool:
        return (
            kept.things is beside.things
            and kept.is_settled is is_settled
            and kept.report == report
            and kept.reading == reading
            and kept.asked.stands(beside.outlets)
        )

    def make() -> _Interpreted:
        asked = Asked(beside.outlets)
        found = interpret(report, reading, outlets=asked, knowledge=beside.things, is_settled=is_settled)
        return _Interpreted(report, reading, is_settled, beside.things, asked, found)

    return _INTERPRETED.find(report.id, fits, make)


def _hear(interpretation: Interpretation, apart: Apart, knowledge: Knowledge) -> Heard:
    """What one report says, with the known actors and equipment that it names.

    Actors are known by the countries and the company of its names.
    """
    report, referents, directory = interpretation.report, interpretation.referents, lay_out(knowledge)
    names = {name for _, _, name in find_names(f"{report.title or ''}\n{report.text}")}
    context = look_around(names, directory, told=report.told)
    assigned = assign(referents, directory, context)
    assigned = replace(assigned, entries={**assigned.entries, **assign_types(referents, knowledge)})
    assigned = drop_apart(assigned, apart)
    labelled = label_report(referents, assigned)
    return Heard(labelled, interpretation.ties, assigned.countries, report.told, read_outlet(report.outlet, names))


@lru_cache(maxsize=8)
def _keep(knowledge: Knowledge) -> Knowledge:
    """The same object for equal knowledge, so that all that is kept beside it is found by it."""
    return knowledge
