from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine, text

from sayso.errors import RecordError
from sayso.model.decision import Target
from sayso.record import Act, open_record
from sayso.record.database import Database
from sayso.record.migration import known_revisions, upgrade
from sayso.record.place import find_place
from sayso.record.tables import REVISION, WORDS, metadata

OLD_DECISION = """
INSERT INTO decisions (id, kind, report, field, value, decided_by, decided, because, recorded)
VALUES ('d1', 'set', 'r1', 'published', '2020', 'amal', '2026-03-01 08:00:00', 'in print', '2026-03-01 08:00:00')
"""

OLD_NAME = """
INSERT INTO names (kind, id, claims, points_to, gone, recorded)
VALUES ('event', 'v1', '["c1","c2"]', 'v2', '2026-03-01 08:00:00', '2026-03-01 08:00:00')
"""


@contextmanager
def in_memory() -> Iterator[Connection]:
    """An empty database that is gone, connection and all, afterwards."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def is_no_table_of_words(name: str | None, kind: str, _: object) -> bool:
    """SQLite makes tables of its own for each table of words."""
    return kind != "table" or not (name or "").startswith(tuple(WORDS))


def tables_of_words(connection: Connection) -> dict[str, str]:
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'"))
    return {row.name: row.sql for row in rows}


def triggers(connection: Connection) -> dict[str, str]:
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    return {row.name: row.sql for row in rows}


def test_migrations_make_exactly_the_tables_in_code() -> None:
    with in_memory() as connection:
        upgrade(connection)
        opts = {"compare_server_default": True, "include_name": is_no_table_of_words}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == []


def test_migrations_make_exactly_the_guards_in_code() -> None:
    with in_memory() as migrated, in_memory() as coded:
        upgrade(migrated)
        metadata.create_all(coded)
        assert triggers(migrated) == triggers(coded)
        assert len(triggers(coded)) == 4


def test_migrations_make_exactly_the_tables_of_words_in_code() -> None:
    with in_memory() as migrated, in_memory() as coded:
        upgrade(migrated)
        metadata.create_all(coded)
        assert tables_of_words(migrated) == tables_of_words(coded)
        assert set(tables_of_words(coded)) == set(WORDS)


def test_the_last_migration_is_the_one_that_the_tables_name() -> None:
    assert max(known_revisions()) == REVISION


def test_a_record_of_the_first_sayso_keeps_its_decisions(place: Path) -> None:
    database = Database(find_place(place, create=True), wait_seconds=1)
    with database.writing() as connection:
        upgrade(connection, to="0001")
        connection.execute(text(OLD_DECISION))
    database.close()
    with open_record(place) as record:
        (kept,) = record.decisions()
        assert (kept.id, kept.target, kept.value) == ("d1", Target("r1", field="published"), "2020")
        assert record.basis is None


def test_a_record_from_before_lists_is_derived_anew(place: Path) -> None:
    database = Database(find_place(place, create=True), wait_seconds=1)
    with database.writing() as connection:
        upgrade(connection, to="0002")
        connection.execute(text("INSERT INTO derivations VALUES (1, 0, 'f', '2026-03-01 08:00:00', 'sayso 0')"))
    database.close()
    with open_record(place, by="amal") as record:
        assert record.is_stale
        assert {(entry.act, entry.by) for entry in record.audit()} == {(Act.MARKED_STALE, "sayso")}


def test_names_that_are_gone_find_their_claims_again(place: Path) -> None:
    database = Database(find_place(place, create=True), wait_seconds=1)
    with database.writing() as connection:
        upgrade(connection, to="0006")
        connection.execute(text(OLD_NAME))
    database.close()
    open_record(place).close()
    with sqlite3.connect(place) as connection:
        assert connection.execute("SELECT claim, id FROM former_claims").fetchall() == [("c1", "v1"), ("c2", "v1")]
    connection.close()


def test_a_newer_record_is_refused_with_the_way_out(place: Path) -> None:
    open_record(place).close()
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(RecordError, match=r"a newer Sayso .* 'pip install --upgrade sayso"):
        open_record(place)


def test_a_migration_that_fails_leaves_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off(connection: Connection) -> None:
        upgrade(connection)
        raise KeyboardInterrupt

    monkeypatch.setattr("sayso.record.migration.upgrade", break_off)
    with pytest.raises(KeyboardInterrupt):
        open_record(place)
    monkeypatch.undo()
    with open_record(place) as record:
        assert record.audit() == ()
