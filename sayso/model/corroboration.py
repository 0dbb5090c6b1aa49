"""Corroboration: all that is derived from a neighbourhood of claims."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.event import Event
from sayso.model.holding import Holding
from sayso.model.lineage import Lineage
from sayso.model.report import Report


@dataclass(frozen=True, slots=True)
class Corroboration:
    """What `corroborate` makes of resolutions; `unheld` are the reports that lineage points to without text."""

    lineage: tuple[Lineage, ...] = ()
    unheld: tuple[Report, ...] = ()
    events: tuple[Event, ...] = ()
    holdings: tuple[Holding, ...] = ()
