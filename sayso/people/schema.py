"""Schema: the tables of the people's file, and how a file of an earlier Sayso is brought to them.

Each concept declares its table on `metadata`, in its own file. A table that a file lacks is made when
it is opened. Whatever changes a table that is already there is a step in `STEPS`, never taken out again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import Column, Connection, Integer, MetaData, Table, insert, inspect, select, update

from sayso.errors import RecordError
from sayso.record.database import Database

metadata = MetaData()

schema = Table("schema", metadata, Column("version", Integer, nullable=False))

#: One change of tables that a file may already have.
Step = Callable[[Connection], None]

#: The first brings a file from version 1 to 2, the next to 3, and so on.
STEPS: tuple[Step, ...] = ()


def bring_up(database: Database, *, steps: Sequence[Step] | None = None) -> None:
    """Makes the tables that the file lacks and takes the steps it has not had, all or none.

    Raises RecordError if a newer Sayso wrote it.
    """
    steps = STEPS if steps is None else steps
    with database.reading() as connection:
        if _find_version(connection) == len(steps) + 1 and not _list_missing(connection):
            return
    with database.writing() as connection:
        version = _find_version(connection) or len(steps) + 1  # a new file has nothing to be changed
        _check_known(version, database.path, newest=len(steps) + 1)
        for step in steps[version - 1 :]:
            step(connection)
        metadata.create_all(connection)
        _write_version(connection, len(steps) + 1)


def _find_version(connection: Connection) -> int | None:
    return connection.scalar(select(schema.c.version)) if inspect(connection).has_table("schema") else None


def _list_missing(connection: Connection) -> set[str]:
    return set(metadata.tables) - set(inspect(connection).get_table_names())


def _check_known(version: int, path: Path, *, newest: int) -> None:
    if version > newest:
        raise RecordError(
            f"{path}: a newer Sayso wrote this file of people (version {version}, this one knows up to {newest}); "
            "update with 'pip install --upgrade sayso'"
        )


def _write_version(connection: Connection, version: int) -> None:
    if not connection.execute(update(schema).values(version=version)).rowcount:
        connection.execute(insert(schema).values(version=version))
