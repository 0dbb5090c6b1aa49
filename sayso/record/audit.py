"""Audit: what was done to the record, to what, by whom and when. Also how it knows that it is stale.

Rows are only ever added. What is derived notes the last row that it took into account
(`derivations.as_of`); any later row that changes an input makes it stale. So a killed run, or one
that another process overtook, shows as such, and there is no flag that could be forgotten. It also
notes the knowledge and the release that it follows from (`derivations.basis`): with others it is stale too.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Connection, Select, func, insert, select

from sayso.record import tables


class Act(StrEnum):
    """What can be done to a record."""

    CAPTURE_KEPT = "capture kept"
    CAPTURE_BACK = "capture back"  # bytes seen before, in place of others seen since
    INPUT_SET_ASIDE = "input set aside"
    INPUT_SETTLED = "input settled"  # one that was set aside could be read after all
    VERSION_ADDED = "version added"
    VERSION_SEEN = "version seen"  # known words, in bytes that are new
    READING_ADDED = "reading added"
    READING_REPLACED = "reading replaced"
    READER_CHOSEN = "reader chosen"
    DECISION_ADDED = "decision added"
    MARKED_STALE = "marked stale"
    REPORT_ERASED = "report erased"
    SIGNER_RENAMED = "signer renamed"  # somebody left and wished not to be named
    DERIVED_REPLACED = "derived replaced"


#: Acts after which what is derived may no longer follow from its inputs.
STALING = frozenset(
    {
        Act.CAPTURE_BACK,
        Act.VERSION_ADDED,
        Act.VERSION_SEEN,
        Act.READING_ADDED,
        Act.READING_REPLACED,
        Act.READER_CHOSEN,
        Act.DECISION_ADDED,
        Act.MARKED_STALE,
        Act.REPORT_ERASED,
    }
)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act. `subject` is the identifier, address or digest of what it was done to; `at` is in UTC."""

    sequence: int
    act: Act
    subject: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """A transaction that writes: its connection, who writes, and the one moment (UTC) that all of it bears."""

    connection: Connection
    by: str
    at: datetime

    def note(self, act: Act, subject: str, *, by: str | None = None) -> None:
        """Leaves a row in the audit; `by` where it was not the one who runs this."""
        row = {"what": act, "subject": subject, "done_by": by or self.by, "recorded": self.at}
        self.connection.execute(insert(tables.audit).values(row))


def load_audit(connection: Connection, *, acts: Collection[Act] | None = None) -> tuple[AuditEntry, ...]:
    """All acts, or those of these kinds, the earliest first."""
    query = select(tables.audit).order_by(tables.audit.c.sequence)
    rows = connection.execute(query if acts is None else query.where(tables.audit.c.what.in_(sorted(acts))))
    return tuple(AuditEntry(row.sequence, Act(row.what), row.subject, row.done_by, row.recorded) for row in rows)


def latest_change(connection: Connection) -> int:
    """The number of the last act, 0 in a new record."""
    return connection.scalar(select(func.max(tables.audit.c.sequence))) or 0


def load_basis(connection: Connection) -> str | None:
    """The knowledge and the release that what is derived follows from; None where that was not noted."""
    basis: str | None = connection.scalar(_select_last(tables.derivations.c.basis))
    return basis


def load_fingerprint(connection: Connection) -> str:
    """Names the rows that are derived; empty where nothing was derived yet."""
    return connection.scalar(_select_last(tables.derivations.c.fingerprint)) or ""


def is_stale(connection: Connection) -> bool:
    """Whether an input changed after what is derived took them into account."""
    as_of = connection.scalar(_select_last(tables.derivations.c.as_of))
    later = select(tables.audit.c.sequence).where(
        tables.audit.c.sequence > (as_of or 0), tables.audit.c.what.in_(sorted(STALING))
    )
    return connection.execute(later.limit(1)).first() is not None


def _select_last(column: Column[Any]) -> Select[Any]:
    return select(column).order_by(tables.derivations.c.sequence.desc()).limit(1)
