from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from sayso.errors import RecordError
from sayso.people import People, Role, open_people
from sayso.people.schema import bring_up, metadata
from sayso.record import open_record
from sayso.record.database import Database

OPEN_IT = "import sys; from sayso.people import open_people; open_people(sys.argv[1]).close()"


def file_of(place: Path) -> Path:
    return place.with_name("record.people.db")


def columns(file: Path, table: str) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def test_the_file_lies_beside_the_record_and_is_its_owners_alone(place: Path) -> None:
    mask = os.umask(0)
    try:
        with open_people(place) as people:
            people.users.add("Amal", role=Role.OWNER)
            with people.store.writing():
                modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in place.parent.iterdir()}
    finally:
        os.umask(mask)
    assert modes == {"record.people.db": 0o600, "record.people.db-wal": 0o600, "record.people.db-shm": 0o600}


def test_a_file_that_others_could_read_is_closed_to_them(place: Path) -> None:
    open_people(place).close()
    file_of(place).chmod(0o644)
    open_people(place).close()
    assert stat.S_IMODE(file_of(place).stat().st_mode) == 0o600


def test_a_file_opened_again_has_its_users(place: Path) -> None:
    with open_people(place) as people:
        user = people.users.add("Amal", role=Role.OWNER)
    with open_people(place) as people:
        assert people.users.list() == (user,)


def test_a_file_of_an_earlier_sayso_is_brought_up(place: Path) -> None:
    with open_people(place) as people:
        people.users.add("Amal", role=Role.OWNER)

    def add_height(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE users ADD COLUMN height INTEGER"))

    def fill_height(connection: Connection) -> None:
        connection.execute(text("UPDATE users SET height = 170"))

    database = Database(file_of(place), wait_seconds=1)
    bring_up(database, steps=(add_height,))
    bring_up(database, steps=(add_height, fill_height))
    bring_up(database, steps=(add_height, fill_height))
    with database.reading() as connection:
        assert connection.scalar(text("SELECT height FROM users")) == 170
        assert connection.scalar(text("SELECT version FROM schema")) == 3


def test_a_step_that_fails_changes_nothing(place: Path) -> None:
    open_people(place).close()

    def fail(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE users ADD COLUMN height INTEGER"))
        raise RecordError("no")

    with pytest.raises(RecordError):
        bring_up(Database(file_of(place), wait_seconds=1), steps=(fail,))
    assert "height" not in columns(file_of(place), "users")
    open_people(place).close()


def test_a_table_that_the_file_lacks_is_made(place: Path) -> None:
    open_people(place).close()
    with closing(sqlite3.connect(file_of(place))) as connection:
        connection.execute("DROP TABLE tokens")
    open_people(place).close()
    assert "digest" in columns(file_of(place), "tokens")


def test_a_file_of_a_newer_sayso_is_left_alone(place: Path) -> None:
    open_people(place).close()
    with closing(sqlite3.connect(file_of(place))) as connection:
        connection.execute("UPDATE schema SET version = 99")
        connection.commit()
    with pytest.raises(RecordError, match="newer Sayso"):
        open_people(place)


def test_a_file_of_something_else_is_left_alone(place: Path) -> None:
    with closing(sqlite3.connect(file_of(place))) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    with pytest.raises(RecordError, match="no file of people"):
        open_people(place)
    file_of(place).write_text("not a database, " * 100)
    with pytest.raises(RecordError, match="is damaged"):
        open_people(place)


def test_a_folder_that_is_not_there_is_told(place: Path) -> None:
    with pytest.raises(RecordError, match="cannot be made"):
        open_people(place.parent / "nowhere" / "record.db")


def test_processes_that_make_it_at_once_make_one(place: Path) -> None:
    opening = [sys.executable, "-c", OPEN_IT, str(place)]
    running = [subprocess.Popen(opening, stderr=subprocess.PIPE) for _ in range(3)]  # noqa: S603
    said = [process.communicate()[1].decode() for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], said
    assert set(metadata.tables) <= tables(file_of(place))


def tables(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        return {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_the_record_itself_holds_nothing_about_people(place: Path) -> None:
    with open_record(place), open_people(place) as people:
        people.members.add("Amal", mail="amal@example.org", role=Role.OWNER)
    assert b"amal@example.org" not in place.read_bytes()
    assert not {"users", "sessions"} & tables(place)


def add_and_fail(people: People) -> None:
    with people.store.writing():
        people.users.add("Amal", role=Role.OWNER)
        assert people.users.has_any()
        raise RecordError("no")


def test_what_is_joined_happens_whole_or_not_at_all(place: Path) -> None:
    with open_people(place) as people:
        with pytest.raises(RecordError, match="no"):
            add_and_fail(people)
        assert not people.users.has_any()
        people.users.add("Amal", role=Role.OWNER)
