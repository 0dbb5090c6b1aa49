"""Database: the one file, its transactions, and what goes wrong with it in a person's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool, QueuePool

from sayso.errors import RecordError

_TROUBLES = {
    sqlite3.SQLITE_BUSY: "is being written by another process; wait until that has finished, and try again",
    sqlite3.SQLITE_LOCKED: "is being written by another process; wait until that has finished, and try again",
    sqlite3.SQLITE_READONLY: "may not be written here; copy it to a folder of your own, and open that",
    sqlite3.SQLITE_FULL: "the disk is full; make room, and run the command again: what was kept so far is safe",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; see whether you may read and write the file and its folder",
    sqlite3.SQLITE_IOERR: "the disk does not read or write it; copy it to another disk, and open that",
    sqlite3.SQLITE_CORRUPT: "is damaged; take it back from a copy, or begin a new one",
    sqlite3.SQLITE_NOTADB: "is damaged, or no file of Sayso; take it back from a copy, or name another file",
}

_MAPPED = 2**31 - 65_536  # bytes: the most that SQLite maps


class Database:
    """Transactions on one SQLite file, in WAL mode and with foreign keys: readers never wait for a writer."""

    def __init__(self, path: Path, *, wait_seconds: float, keeps_open: bool = False) -> None:
        self.path = path
        url, patience = URL.create("sqlite", database=str(path.absolute())), {"timeout": wait_seconds}
        if keeps_open:  # a site asks several times a page, and opening a file takes longer than most of its questions
            pool: dict[str, Any] = {"poolclass": QueuePool, "pool_size": 8, "max_overflow": 40}
        else:  # a command: a run that breaks off leaves no connection behind
            pool = {"poolclass": NullPool}
        self._engine = create_engine(url, connect_args=patience, **pool)
        self._writing_engine = self._engine.execution_options(is_writing=True)
        event.listen(self._engine, "connect", _set_up)
        event.listen(self._engine, "begin", _begin)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the file, whatever others write meanwhile."""
        with self._in_words(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """All of what is written inside, or none of it. Raises RecordError if another process goes on writing."""
        with self._in_words(), self._writing_engine.begin() as connection:
            yield connection

    def clean(self) -> None:
        """Writes the file anew, so that no page of it, nor its WAL, holds what was deleted."""
        with self._in_words(), self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)  # noqa: S101 - the only engine there is
            raw.execute("VACUUM")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Lets go of the file; the last one to do so leaves it without a WAL beside it."""
        self._engine.dispose()

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """What a person can mend becomes a RecordError; what is our fault is let through as it is."""
        try:
            yield
        except DatabaseError as error:
            code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF  # the low byte is the family of the trouble
            if code not in _TROUBLES:
                raise
            raise RecordError(f"{self.path}: {_TROUBLES[code]}") from error
        except UnicodeEncodeError as error:
            raise RecordError(
                f"{self.path}: {error.object[:60]!a} holds half a character, which cannot be kept; "
                "rename the file or save the text as UTF-8, and read it again"
            ) from error


def _set_up(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None  # the driver begins nothing on its own: `_begin` does
    # Of two processes that make one record in the same instant, one may be told to try again: accepted.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")  # in WAL mode safe against a kill, and many times faster
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA mmap_size = {_MAPPED}")  # a large file is read without a copy for each connection


def _begin(connection: Connection) -> None:
    # A writer asks for the lock at once: asking at its first write could fail half way through.
    is_writing = connection.get_execution_options().get("is_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")
