"""Done: what a run from scratch did, in figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from sayso.engine.relational import Tables


@dataclass(frozen=True, slots=True)
class Done:
    """Reports and claims taken in, events that were found, and rows of all that follows, events among them."""

    reports: int
    claims: int
    events: int
    rows: int

    @classmethod
    def of(cls, tables: Tables) -> Self:
        """What the tables `claims` and `derived` hold."""
        (reports, claims), *_ = tables.ask("SELECT COUNT(*), COALESCE(SUM(size), 0) FROM claims")
        (rows, events), *_ = tables.ask(
            "SELECT COUNT(*), COALESCE(SUM(CASE WHEN kind = 'event' THEN 1 ELSE 0 END), 0) FROM derived"
        )
        return cls(*(int(str(number)) for number in (reports, claims, events, rows)))
