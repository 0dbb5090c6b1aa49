"""Migration: brings a record of any earlier Sayso to the tables of this one, when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from sayso.errors import RecordError
from sayso.record.database import Database
from sayso.record.tables import REVISION

if TYPE_CHECKING:
    from alembic.config import Config


def migrate(database: Database) -> None:
    """Runs the migrations that the record lacks, all or none. Raises RecordError if a newer Sayso wrote it."""
    with database.reading() as connection:
        found = find_revision(connection)
    if found == REVISION:
        return
    if found is not None and found not in known_revisions():
        raise RecordError(
            f"{database.path}: a newer Sayso wrote this record (at {found}, this one knows up to {REVISION}); "
            "update with 'pip install --upgrade sayso'"
        )
    with database.writing() as connection:
        upgrade(connection)


def find_revision(connection: Connection) -> str | None:
    """The last migration that the record has, None if it is empty.

    Asked in plain SQL: Alembic takes as long to load as all the rest, and is needed once in a record's life.
    """
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def known_revisions() -> frozenset[str]:
    """All migrations that this Sayso has."""
    from alembic.script import ScriptDirectory

    return frozenset(script.revision for script in ScriptDirectory.from_config(_make_config()).walk_revisions())


def upgrade(connection: Connection, *, to: str = "head") -> None:
    """Runs what is missing, up to the revision `to`, within the transaction of `connection`.

    Nothing happens if another process was faster.
    """
    from alembic import command

    config = _make_config()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _make_config() -> Config:
    """Alembic's settings: the migrations are those inside the package, there is no file of settings."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "sayso.record:migrations")
    config.set_main_option("path_separator", "os")
    return config
