"""History: the versions and readings that this record had by a moment, and which of them were current then.

A reading that the same reader made again took the place of its first, whose claims are not kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from sayso.model.asof import ReadVersion
from sayso.model.reading import Reading
from sayso.record import codec, tables
from sayso.record.audit import Act, AuditEntry, load_audit
from sayso.record.report import decode_report

_readings = tables.readings.c
_reports = tables.reports.c
_versions = tables.versions.c
_CHOOSING = frozenset({Act.READER_CHOSEN, Act.READING_REPLACED})


def load_history(
    connection: Connection, *, until: datetime | None, of: Collection[str] | None = None
) -> tuple[ReadVersion, ...]:
    """Every version that was read by a moment (None: now), by report as learnt, of each report the latest last.

    `of` are the reports that are asked for; None: all.
    """
    readings = _load_readings(connection, until, of)
    acts = [act for act in load_audit(connection, acts=_CHOOSING) if _is_by(act.at, until)]
    captured = _load_captured(connection, until, of)
    found = []
    for row in _load_versions(connection, until, of):
        current = _find_current(readings.get((row.report, row.digest), ()), acts)
        if current is not None:
            first, last = captured.get(row.sequence, (None, row.recorded))
            version = ReadVersion(
                decode_report(row.payload, row.text), codec.decode(Reading, current.payload), acquired=first
            )
            found.append(((row.learnt, last, row.sequence), version))
    return tuple(version for _, version in sorted(found, key=lambda each: each[0]))


def _load_versions(connection: Connection, until: datetime | None, of: Collection[str] | None) -> Iterator[Any]:
    query = select(
        _versions.sequence,
        _versions.report,
        _versions.digest,
        _versions.payload,
        _versions.recorded,
        tables.texts.c.text,
        _reports.sequence.label("learnt"),
    ).select_from(tables.versions.join(tables.texts).join(tables.reports))
    if of is not None:
        query = query.where(_versions.report.in_(sorted(of)))
    yield from (row for row in connection.execute(query) if _is_by(row.recorded, until))


def _load_captured(
    connection: Connection, until: datetime | None, of: Collection[str] | None
) -> dict[int, tuple[datetime, datetime]]:
    """For each version when its bytes were first acquired, and last seen by the moment."""
    query = select(
        tables.extractions.c.version,
        tables.captures.c.acquired,
        tables.captures.c.seen,
        tables.captures.c.recorded,
    ).join(tables.captures)
    if of is not None:
        chosen = select(_versions.sequence).where(_versions.report.in_(sorted(of)))
        query = query.where(tables.extractions.c.version.in_(chosen))
    found: dict[int, tuple[datetime, datetime]] = {}
    for row in connection.execute(query):
        if _is_by(row.recorded, until):
            seen = row.seen if _is_by(row.seen, until) else row.acquired
            first, last = found.get(row.version, (row.acquired, seen))
            found[row.version] = (min(first, row.acquired), max(last, seen))
    return found


def _load_readings(
    connection: Connection, until: datetime | None, of: Collection[str] | None
) -> dict[tuple[str, str], list[Row[Any]]]:
    """The readings of each version (report, digest), the earliest first."""
    found: dict[tuple[str, str], list[Row[Any]]] = defaultdict(list)
    query = select(tables.readings).order_by(_readings.recorded, _readings.sequence)
    for row in connection.execute(query if of is None else query.where(_readings.report.in_(sorted(of)))):
        if _is_by(row.recorded, until):
            found[row.report, row.version].append(row)
    return found


def _find_current(readings: Sequence[Row[Any]], acts: Iterable[AuditEntry]) -> Row[Any] | None:
    """The reading that came last, unless a reader was chosen after it or read the version again."""
    if not readings:
        return None
    current = readings[-1]
    by_reader = {f"{row.reader_name} {row.reader_version}": row for row in readings}
    for act in acts:
        reader = act.subject if act.act is Act.READER_CHOSEN else act.by
        is_about = act.act is Act.READER_CHOSEN or act.subject == current.report
        chosen = by_reader.get(reader) if is_about and act.at >= current.recorded else None
        current = chosen if chosen is not None and chosen.recorded <= act.at else current
    return current


def _is_by(at: datetime, until: datetime | None) -> bool:
    return until is None or at <= until
