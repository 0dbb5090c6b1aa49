"""Captures kept, and inputs set aside. The bytes themselves lie in the folder beside the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, exists, insert, select, update

from sayso.model.capture import Capture, SetAside
from sayso.record import codec, tables
from sayso.record.audit import Act, Change

_captures = tables.captures.c
_aside = tables.set_aside.c

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeptCapture:
    """A capture without its bytes: `sha256` and `size` (in bytes) are theirs."""

    address: str
    sha256: str
    size: int
    acquired: datetime
    media_type: str
    final_address: str = ""
    headers: Headers = ()

    @classmethod
    def of(cls, capture: Capture) -> KeptCapture:
        """What the record keeps of a capture."""
        return cls(
            address=capture.address,
            sha256=capture.sha256,
            size=len(capture.payload),
            acquired=capture.acquired,
            media_type=capture.media_type,
            final_address=capture.final_address,
            headers=capture.headers,
        )


def add_capture(change: Change, capture: KeptCapture) -> bool:
    """Keeps a capture; true if these bytes are new at this address.

    Bytes that were there before and took the place of later ones (a page put back as it was) are
    no new capture, but the versions read from them become the latest again.
    """
    _settle(change, and_(_aside.address == capture.address, _aside.sha256.is_(None)), capture.address)
    row = find_capture(change.connection, capture.address, capture.sha256)
    if row is not None:
        _bring_back(change, row, capture.acquired)
        return False
    change.connection.execute(
        insert(tables.captures).values(
            address=capture.address,
            sha256=capture.sha256,
            final_address=capture.final_address,
            acquired=capture.acquired,
            seen=capture.acquired,
            media_type=capture.media_type,
            headers=codec.encode(capture.headers),
            size=capture.size,
            recorded=change.at,
        )
    )
    change.note(Act.CAPTURE_KEPT, capture.sha256)
    return True


def find_capture(connection: Connection, address: str, sha256: str) -> Row[Any] | None:
    """The row of these bytes at this address, None if the record has none."""
    wanted = and_(_captures.address == address, _captures.sha256 == sha256)
    return connection.execute(select(tables.captures).where(wanted)).first()


def load_captures(connection: Connection, *, only_pending: bool) -> tuple[KeptCapture, ...]:
    """Captures in the order in which they were kept; pending ones became no report and were not set aside."""
    query = select(tables.captures).order_by(_captures.sequence)
    if only_pending:
        is_extracted = exists().where(tables.extractions.c.capture == _captures.sequence)
        is_set_aside = exists().where(and_(_aside.address == _captures.address, _aside.sha256 == _captures.sha256))
        query = query.where(~is_extracted, ~is_set_aside)
    return tuple(map(_decode, connection.execute(query)))


def load_captures_of(connection: Connection, address: str, sha256: str) -> tuple[KeptCapture, ...]:
    """The capture of these bytes from this address: one, or none where a report came in without."""
    row = find_capture(connection, address, sha256)
    return () if row is None else (_decode(row),)


def _decode(row: Row[Any]) -> KeptCapture:
    return KeptCapture(
        address=row.address,
        sha256=row.sha256,
        size=row.size,
        acquired=row.acquired,
        media_type=row.media_type,
        final_address=row.final_address,
        headers=codec.decode(Headers, row.headers),
    )


def add_set_aside(change: Change, input_: SetAside) -> bool:
    """Keeps why an input could not be read, the latest reason in place of earlier ones; true if it is new."""
    same = _is_input(input_.address, input_.sha256)
    if change.connection.scalar(select(_aside.reason).where(same)) == input_.reason:
        return False
    change.connection.execute(delete(tables.set_aside).where(same))
    change.connection.execute(
        insert(tables.set_aside).values(
            address=input_.address, sha256=input_.sha256, reason=input_.reason, recorded=change.at
        )
    )
    change.note(Act.INPUT_SET_ASIDE, input_.address)
    return True


def settle_set_aside(change: Change, address: str, sha256: str) -> None:
    """Takes an input off the list: it could be read after all."""
    _settle(change, _is_input(address, sha256), address)


def load_set_aside(connection: Connection) -> tuple[SetAside, ...]:
    """What could not be read, in the order in which it was set aside."""
    rows = connection.execute(select(tables.set_aside).order_by(_aside.sequence))
    return tuple(SetAside(row.address, row.reason, row.sha256) for row in rows)


def _is_input(address: str, sha256: str | None) -> ColumnElement[bool]:
    return and_(_aside.address == address, _aside.sha256.is_not_distinct_from(sha256))


def _settle(change: Change, which: ColumnElement[bool], address: str) -> None:
    if change.connection.execute(delete(tables.set_aside).where(which)).rowcount:
        change.note(Act.INPUT_SETTLED, address)


def _bring_back(change: Change, row: Row[Any], acquired: datetime) -> None:
    others = select(_captures.seen).where(_captures.address == row.address, _captures.sequence != row.sequence)
    latest_other = change.connection.scalar(others.order_by(_captures.seen.desc()).limit(1))
    if latest_other is None or not row.seen < latest_other < acquired:
        return
    this = _captures.sequence == row.sequence
    change.connection.execute(update(tables.captures).where(this).values(seen=acquired))
    change.note(Act.CAPTURE_BACK, row.sha256)
