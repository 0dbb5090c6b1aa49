"""Place: the people's file beside a record, made so that only its owner can read it."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import inspect, text

from sayso.errors import RecordError
from sayso.record.database import Database

#: What the file is called: record.db has record.people.db beside it.
ENDING = ".people.db"
#: SQLite's own mark for whose file it is ("sayp" in ASCII).
APPLICATION_ID = 0x73617970
_MODE = 0o600


def find_place(record: str | Path) -> Path:
    """The people's file of a record, made empty if it is missing; readable and writable by its owner alone.

    SQLite gives the files that it puts beside it the same rights. Raises RecordError when it cannot be made.
    """
    path = Path(record).with_suffix(ENDING)
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, _MODE))
        if path.stat().st_mode & 0o077:
            path.chmod(_MODE)
    except OSError as error:
        raise RecordError(
            f"{path}: cannot be made or written ({error.strerror}); name a record in a folder of your own"
        ) from error
    return path


def check_mark(database: Database) -> None:
    """Marks a new file as one of people. Raises RecordError for a file of something else."""
    with database.reading() as connection:
        if connection.scalar(text("PRAGMA application_id")) == APPLICATION_ID:
            return
    with database.writing() as connection:
        if connection.scalar(text("PRAGMA application_id")) == APPLICATION_ID:
            return  # another process was faster
        if inspect(connection).get_table_names():
            raise RecordError(f"{database.path}: is no file of people of a record; move it elsewhere, and try again")
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
