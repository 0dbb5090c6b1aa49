"""Outbox: letters that wait to be sent. A page never waits for a mail server, and a restart loses none."""

from __future__ import annotations

import logging
import smtplib
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from sqlalchemy import Column, Integer, Row, Table, Text, delete, insert, or_, select, update

from sayso.people.mail import Mailer, Message
from sayso.people.schema import metadata
from sayso.people.store import Store
from sayso.record.columns import UtcTime

#: Who took a letter to send it and did not come back has died; another may try.
_TAKEN_FOR = timedelta(minutes=10)
#: After a failure: tried again after one minute, two, four ... and given up after a day.
_FIRST_WAIT, _GIVEN_UP_AFTER = timedelta(minutes=1), timedelta(hours=24)

_log = logging.getLogger(__name__)

outbox = Table(
    "outbox",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("to", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("queued", UtcTime, nullable=False),
    Column("due", UtcTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("taken", UtcTime),
)


class Outbox:
    """The letters of one desk. What was sent is deleted: it may hold a link that lets somebody in."""

    def __init__(self, store: Store, mailer: Mailer) -> None:
        self._store = store
        self._mailer = mailer

    def add(self, message: Message) -> None:
        """Keeps a letter until it is delivered."""
        row = {"to": message.to, "subject": message.subject, "body": message.body, "tries": 0}
        with self._store.writing() as change:
            change.connection.execute(insert(outbox).values(**row, queued=change.at, due=change.at))

    def forget(self, to: str) -> None:
        """Sends nothing more to an address."""
        with self._store.writing() as change:
            change.connection.execute(delete(outbox).where(outbox.c.to == to))

    def count(self) -> int:
        """How many letters wait."""
        with self._store.reading() as connection:
            return len(connection.execute(select(outbox.c.sequence)).all())

    def deliver(self) -> int:
        """Sends all that is due; gives how many left. Processes that do it at once send each letter once."""
        return sum(self._send(row) for row in self._take_each())

    def _take_each(self) -> Iterator[Row[Any]]:
        while (row := self._take_one()) is not None:
            yield row

    def _take_one(self) -> Row[Any] | None:
        with self._store.writing() as change:
            free = or_(outbox.c.taken.is_(None), outbox.c.taken <= change.at - _TAKEN_FOR)
            due = select(outbox).where(outbox.c.due <= change.at, free).order_by(outbox.c.sequence).limit(1)
            row = change.connection.execute(due).first()
            if row is not None:
                chosen = update(outbox).where(outbox.c.sequence == row.sequence)
                change.connection.execute(chosen.values(taken=change.at))
            return row

    def _send(self, row: Row[Any]) -> bool:
        try:
            self._mailer.send(Message(row.to, row.subject, row.body), at=self._store.now())
        except (OSError, smtplib.SMTPException, UnicodeError) as error:
            self._put_off(row, error)
            return False
        with self._store.writing() as change:
            change.connection.execute(delete(outbox).where(outbox.c.sequence == row.sequence))
        return True

    def _put_off(self, row: Row[Any], error: Exception) -> None:
        """Tries again later; the log says which letter, never to whom or what."""
        _log.warning("letter %d could not be sent (%s)", row.sequence, type(error).__name__)
        with self._store.writing() as change:
            chosen = outbox.c.sequence == row.sequence
            if change.at - row.queued >= _GIVEN_UP_AFTER:
                change.connection.execute(delete(outbox).where(chosen))
                return
            due = change.at + _FIRST_WAIT * 2 ** min(row.tries, 10)
            change.connection.execute(update(outbox).where(chosen).values(tries=row.tries + 1, due=due, taken=None))
