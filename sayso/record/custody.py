"""Custody of one report: its versions, the bytes that each was read from, and what the reader found in each."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, and_, select

from sayso.errors import NotInRecord
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.record import codec, tables
from sayso.record.capture import KeptCapture, load_captures_of
from sayso.record.report import load_versions


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """A version of a report as it came in, the captures that it stood in, and its current reading (None: unread)."""

    report: Report
    captures: tuple[KeptCapture, ...] = ()
    reading: Reading | None = None


def load_custody(connection: Connection, report: str) -> tuple[KeptVersion, ...]:
    """All versions of a report, as learnt. Raises NotInRecord for a report that is not held here."""
    versions = load_versions(connection, report)
    rows = connection.execute(
        select(tables.versions.c.digest, tables.versions.c.address, tables.versions.c.payload)
        .where(tables.versions.c.report == report)
        .order_by(tables.versions.c.sequence)
    ).all()
    readings = tables.readings.c
    current = select(readings.version, readings.payload).where(and_(readings.report == report, readings.is_current))
    found = {row.version: codec.decode(Reading, row.payload) for row in connection.execute(current)}
    bytes_of: dict[str, list[KeptCapture]] = {}
    for row in rows:
        sha256 = codec.decode(Report, row.payload).sha256
        bytes_of.setdefault(row.digest, []).extend(load_captures_of(connection, row.address, sha256) if sha256 else ())
    return tuple(
        KeptVersion(version, tuple(bytes_of[version.version]), found.get(version.version)) for version in versions
    )


def find_report_of(connection: Connection, claim: str) -> str:
    """The report that a claim stands in, by its present identifier. Raises NotInRecord."""
    report = connection.scalar(select(tables.claims.c.report).where(tables.claims.c.id == claim).limit(1))
    if report is None:
        raise NotInRecord(f"{claim}: is no claim of this record; search for its words, or copy the identifier in full")
    return str(report)
