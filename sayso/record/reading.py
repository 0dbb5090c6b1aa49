"""Readings: what readers found in versions. Each reader's is kept; one of a version is current."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, and_, exists, insert, select, update

from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.report import Report
from sayso.record import codec, tables
from sayso.record.audit import Act, Change
from sayso.record.report import decode_report, select_current

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
    rivals = tables.readings.alias()
    same_version = and_(rivals.c.report == _readings.report, rivals.c.version == _readings.version)
    idle = select(_readings.sequence).where(_is_by(reader), ~_readings.is_current)
    chosen = list(change.connection.scalars(idle))
    if not chosen:
        return False
    is_rival = exists().where(same_version, rivals.c.sequence.in_(chosen))
    change.connection.execute(update(tables.readings).where(is_rival).values(is_current=False))
    change.connection.execute(update(tables.readings).where(_readings.sequence.in_(chosen)).values(is_current=True))
    change.note(Act.READER_CHOSEN, str(reader))
    return True


def load_unread(connection: Connection, reader: ReaderIdentity) -> tuple[Report, ...]:
    """Reports whose current version this reader has not read, in the order in which they were learnt."""
    query = select_current().where(~exists().where(_IS_OF_VERSION, _is_by(reader)))
    return tuple(decode_report(row.payload, row.text) for row in connection.execute(query))


def load_readings(connection: Connection) -> tuple[tuple[Report, Reading], ...]:
    """Current versions with their current readings, in the order in which the reports were learnt."""
    query = select_current().add_columns(_readings.payload.label("reading")).where(_IS_OF_VERSION, _readings.is_current)
    return tuple(
        (decode_report(row.payload, row.text), codec.decode(Reading, row.reading)) for row in connection.execute(query)
    )


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


def _is_by(reader: ReaderIdentity) -> ColumnElement[bool]:
    return and_(
        _readings.reader_name == reader.name,
        _readings.reader_version == reader.version,
        _readings.reader_digest == reader.digest,
    )
