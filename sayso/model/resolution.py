"""Resolution: one report with its claims after names, dates, counts and chains were resolved."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.entity import Entity
from sayso.model.lineage import Credit
from sayso.model.report import Report


@dataclass(frozen=True, slots=True)
class Resolution:
    """What `resolve` makes of a reading, and what `corroborate` takes.

    `claims` are resolved (see `Claim`); `entities` are those that their mentions name, with the
    affiliations that this text states; `credits` are the outlets that this text says it takes from.
    """

    report: Report
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = ()
    credits: tuple[Credit, ...] = ()
