"""Store: transactions on the people's file, and the one moment that each of them bears."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from sayso.record.database import Database


@dataclass(frozen=True, slots=True)
class Change:
    """A transaction that writes, and the moment (UTC) that all of it bears."""

    connection: Connection
    at: datetime


class Store:
    """What every concept keeps its rows in. `now` gives the time, in UTC.

    A transaction begun inside another of the same thread joins it: so what spans several concepts
    (a new password and the end of all sessions) happens whole or not at all.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self.now = now
        self.path = database.path
        self._database = database
        self._under_way = threading.local()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the file; inside `writing`, with what was written so far."""
        change = self._find_change()
        if change is not None:
            yield change.connection
            return
        with self._database.reading() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Change]:
        """All of what is written inside, or none of it. No error may be caught between two that are joined."""
        change = self._find_change()
        if change is not None:
            yield change
            return
        with self._database.writing() as connection:
            self._under_way.change = Change(connection, self.now())
            try:
                yield self._under_way.change
            finally:
                self._under_way.change = None

    def _find_change(self) -> Change | None:
        return getattr(self._under_way, "change", None)
