"""Readings: what readers found in versions. Each reader's is kept; one of a version is current."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, insert, select, update
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.report import Report
from sayso.record import codec, tables
from sayso.record.audit import Act, Change
from sayso.record.erasing import ERASED
from sayso.record.order import among
from sayso.record.report import current_versions, decode_report, select_current

_readings = tables.readings.c
_versions = tables.versions.c
_IS_OF_VERSION = and_(_readings.report == _versions.report, _readings.version == _versions.digest)


def add_reading(change: Change, reading: Reading) -> bool:
    """Keeps a reading and makes it the current one; true if it says anything that the record did not have.

    Takes the place of an earlier reading of the same version by the same reader, no other's.
    """
    this = and_(_is_version(reading), _is_by(reading.reader))
    payload = codec.encode(reading)
    found = change.connection.execute(select(_readings.payload, _readings.is_current).where(this)).first()
    if found is not None and found.payload == payload and found.is_current:
        return False
    change.connection.execute(update(tables.readings).where(_is_version(reading)).values(is_current=False))
    if found is None:
        change.connection.execute(insert(tables.readings).values(_make_row(change, reading, payload)))
    else:
        change.connection.execute(update(tables.readings).where(this).values(payload=payload, is_current=True))
    act = Act.READING_ADDED if found is None else Act.READING_REPLACED
    change.note(act, reading.report, by=str(reading.reader))
    return True


def choose_reader(change: Change, reader: ReaderIdentity) -> bool:
    """Makes the readings by this reader the current ones wherever it has read; true if that changed any."""
    chosen = tables.readings.alias()
    is_read_by_both = exists().where(
        chosen.c.report == _readings.report, chosen.c.version == _readings.version, _is_by(reader, chosen.c)
    )
    change.connection.execute(update(tables.readings).where(~_is_by(reader), is_read_by_both).values(is_current=False))
    mine = update(tables.readings).where(_is_by(reader), ~_readings.is_current).values(is_current=True)
    if not change.connection.execute(mine).rowcount:
        return False
    change.note(Act.READER_CHOSEN, str(reader))
    return True


def load_unread(connection: Connection, reader: ReaderIdentity) -> tuple[Report, ...]:
    """Reports whose current version this reader has not read, in the order in which they were learnt.

    Those that were erased have nothing to be read.
    """
    is_erased = exists().where(tables.erasures.c.report == _versions.report, _versions.address == ERASED)
    query = select_current().where(~exists().where(_IS_OF_VERSION, _is_by(reader)), ~is_erased)
    return tuple(decode_report(row.payload, row.text) for row in connection.execute(query))


def load_readings(connection: Connection, *, of: Collection[str] | None = None) -> tuple[tuple[Report, Reading], ...]:
    """Current versions with their current readings, in the order in which the reports were learnt.

    `of` are the reports asked for, None: all.
    """
    query = select_current_readings(_versions.payload, tables.texts.c.text)
    rows = connection.execute(query if of is None else query.where(among(_versions.report, of)))
    found = {row.learnt: (decode_report(row.payload, row.text), codec.decode(Reading, row.reading)) for row in rows}
    return tuple(found[learnt] for learnt in sorted(found))


def select_current_readings(*columns: ColumnElement[Any]) -> Select[Any]:
    """Asks for these columns of current versions and their texts, for `reading`, their current reading's payload, and
    for `learnt`, their report's number; in any order: to sort rows as long as these costs SQLite more.
    """
    wanted = select(*columns, _readings.payload.label("reading"), tables.reports.c.sequence.label("learnt"))
    joined = tables.versions.join(tables.reports).join(tables.texts).join(tables.readings, _IS_OF_VERSION)
    return wanted.select_from(joined).where(_versions.sequence.in_(current_versions()), _readings.is_current)


def _make_row(change: Change, reading: Reading, payload: str) -> dict[str, object]:
    return {
        "report": reading.report,
        "version": reading.version,
        "reader_name": reading.reader.name,
        "reader_version": reading.reader.version,
        "reader_digest": reading.reader.digest,
        "is_current": True,
        "payload": payload,
        "recorded": change.at,
    }


def _is_version(reading: Reading) -> ColumnElement[bool]:
    return and_(_readings.report == reading.report, _readings.version == reading.version)


def _is_by(
    reader: ReaderIdentity, columns: ReadOnlyColumnCollection[str, Any] = tables.readings.c
) -> ColumnElement[bool]:
    return and_(
        columns.reader_name == reader.name,
        columns.reader_version == reader.version,
        columns.reader_digest == reader.digest,
    )
