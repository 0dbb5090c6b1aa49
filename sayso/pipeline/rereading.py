"""Rereading: what the reader finds in reports now, before it takes the place of what stands."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.pipeline.deriving import derive
from sayso.pipeline.progress import Progress, quiet
from sayso.pipeline.reading import read_all
from sayso.workshop import Workshop


def read_anew(reports: Sequence[Report], shop: Workshop, *, progress: Progress = quiet) -> tuple[Reading, ...]:
    """What the reader finds in reports now, in memory; a report that it fails on has no reading here."""
    return tuple(read_all(reports, shop, [], progress=progress))


def take_in_readings(readings: Sequence[Reading], shop: Workshop) -> None:
    """Readings become the current ones of their versions, and what follows is derived; other readers' are kept."""
    for reading in readings:
        shop.record.add_reading(reading)
    derive(shop)
