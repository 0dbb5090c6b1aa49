"""Decisions: persons' signed acts. Only ever added; taking one back is a decision too."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select

from sayso.errors import NotInRecord, RecordError
from sayso.model.decision import Decision, DecisionKind, Target
from sayso.record import tables
from sayso.record.audit import Act, Change

_decisions = tables.decisions.c


def add_decision(change: Change, decision: Decision) -> bool:
    """Keeps a decision; true if it is new. Raises RecordError if another one bears its identifier."""
    found = change.connection.execute(select(tables.decisions).where(_decisions.id == decision.id)).first()
    if found is not None:
        _check_same(decision, _make_decision(found))
        return False
    change.connection.execute(
        insert(tables.decisions).values(
            id=decision.id,
            kind=decision.kind,
            report=decision.target.report,
            known=decision.target.known,
            version=decision.target.version,
            span_start=decision.target.start,
            span_end=decision.target.end,
            field=decision.target.field,
            value=decision.value,
            decided_by=decision.by,
            decided=decision.at,
            because=decision.because,
            recorded=change.at,
        )
    )
    change.note(Act.DECISION_ADDED, decision.id, by=decision.by)
    return True


def load_decisions(connection: Connection, *, until: datetime | None = None) -> tuple[Decision, ...]:
    """The decisions that came into the record by a moment (None: all), in the order in which they came."""
    rows = connection.execute(select(tables.decisions).order_by(_decisions.sequence))
    return tuple(_make_decision(row) for row in rows if until is None or row.recorded <= until)


def load_decisions_of(connection: Connection, kinds: Iterable[DecisionKind]) -> tuple[Decision, ...]:
    """The decisions of these kinds, in the order in which they came."""
    wanted = select(tables.decisions).where(_decisions.kind.in_(sorted(kinds))).order_by(_decisions.sequence)
    return tuple(map(_make_decision, connection.execute(wanted)))


def load_decisions_about(connection: Connection, reports: Iterable[str]) -> tuple[Decision, ...]:
    """The decisions on these reports, and all that are about known things, in the order in which they came."""
    about = or_(_decisions.report.in_(sorted(reports)), _decisions.known.is_not(None))
    rows = connection.execute(select(tables.decisions).where(about).order_by(_decisions.sequence))
    return tuple(map(_make_decision, rows))


def find_decision(connection: Connection, decision_id: str) -> Decision:
    """The decision of that identifier. Raises NotInRecord if there is none."""
    row = connection.execute(select(tables.decisions).where(_decisions.id == decision_id)).first()
    if row is None:
        raise NotInRecord(f"{decision_id}: no such decision was made in this record; copy the identifier in full")
    return _make_decision(row)


def _check_same(decision: Decision, found: Decision) -> None:
    if found != decision:
        raise RecordError(
            f"{decision.id}: a decision of this identifier by {found.by} says something else; "
            "decisions are never changed, so give the new one an identifier of its own"
        )


def _make_decision(row: Row[Any]) -> Decision:
    target = Target(row.report, row.version, row.span_start, row.span_end, row.field, row.known)
    return Decision(row.id, DecisionKind(row.kind), target, row.value, row.decided_by, row.decided, row.because)
