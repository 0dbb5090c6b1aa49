"""Resolution: readings in, claims with known speakers, parties, places, dates and counts out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from sayso.model.entity import EntityKind
from sayso.model.knowledge import Knowledge
from sayso.model.memory import PlaceMemory
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.resolve.equipment import find_doubt
from sayso.resolve.place.naming import Located, Named, locate_places
from sayso.resolve.understanding import Beside, lay_beside, understand
from sayso.resolve.unify import Heard, Unified, unify
from sayso.resolve.writing import write


def resolve(
    readings: Sequence[tuple[Report, Reading]], *, knowledge: Knowledge, settled: Collection[str] = ()
) -> tuple[Resolution, ...]:
    """Resolve each report by itself, then names across the reports; one resolution for each reading, in order.

    `settled` are the reports (identifiers) whose denials are settled already (`settle`). What is filled already
    stays: a date, a count's values, a chain that runs to the outlet. Empty input gives an empty result; nothing is
    raised. The order of readings does not change which mentions are one entity.
    """
    beside = lay_beside({report.outlet for report, _ in readings if report.outlet}, knowledge)
    understood = [understand(report, reading, beside, is_settled=report.id in settled) for report, reading in readings]
    unified = join(understood, beside, knowledge=knowledge).unified
    everybody = knowledge.entities | unified.entities
    return tuple(
        write(each.interpretation, named, unified.entities, everybody)
        for each, named in zip(understood, unified.by_report, strict=True)
    )


class Told(Named, Protocol):
    """What one report brings to the others."""

    @property
    def heard(self) -> Heard:
        """Its named referents, and what is said of them."""
        ...


def join(
    told: Sequence[Told], beside: Beside, *, knowledge: Knowledge, known: Mapping[str, PlaceMemory] | None = None
) -> Located:
    """Names joined across reports, and places put where they are; `known` is where they were put before."""
    unified = _doubt(unify([each.heard for each in told], knowledge=knowledge), beside.things)
    return locate_places(told, unified, knowledge=knowledge, known=known)


def _doubt(unified: Unified, things: Knowledge) -> Unified:
    """The entities, doubtful types of equipment among them flagged."""
    doubts = {
        id_: find_doubt(entity.name, things)
        for id_, entity in unified.entities.items()
        if entity.kind is EntityKind.EQUIPMENT
    }
    flagged = {id_: replace(unified.entities[id_], doubt=doubt) for id_, doubt in doubts.items() if doubt}
    return replace(unified, entities=unified.entities | flagged)
