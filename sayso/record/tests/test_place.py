from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sayso.errors import RecordError
from sayso.record import open_record

NOBODY = 65534


def message_for(place: Path | str, *, create: bool = True) -> str:
    with pytest.raises(RecordError) as caught, open_record(place, create=create):
        pass
    message = str(caught.value)
    assert message.startswith(str(place))
    assert "\n" not in message
    return message


@contextmanager
def without_rights(*paths: Path) -> Iterator[None]:
    """Runs as somebody who may read these paths but not write them (root may write anything)."""
    modes = [path.stat().st_mode for path in paths]
    was = os.geteuid()
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    if was == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(was)
        for path, mode in zip(paths, modes, strict=True):
            path.chmod(mode)


def test_a_record_is_made_where_there_is_none(place: Path) -> None:
    with open_record(place) as record:
        assert record.place == place
        assert record.reports() == ()
    assert place.exists()


@pytest.mark.parametrize("name", ["why? #1 100%20.db", "سجل.db", ":memory:", "record"])
def test_a_file_may_have_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    open_record(name).close()
    assert [path.name for path in tmp_path.iterdir()] == [name]
    open_record(name, create=False).close()


def test_the_evidence_lies_beside_the_record(place: Path) -> None:
    with open_record(place) as record:
        assert record.evidence == place.parent / "record.evidence"


def test_a_record_is_not_made_unasked(place: Path) -> None:
    assert "sayso read" in message_for(place, create=False)
    assert not place.exists()


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    assert "is a folder" in message_for(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert "does not exist" in message_for(tmp_path / "nowhere" / "record.db")


def test_a_text_is_no_record(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("not a record")
    assert "is no record" in message_for(note)
    assert note.read_text() == "not a record"


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE birds (name TEXT)")
    connection.close()
    before = other.read_bytes()
    assert "another program's" in message_for(other)
    assert other.read_bytes() == before


def test_a_server_is_not_served_yet() -> None:
    assert "not on a server" in message_for("postgresql://somewhere/record")


def test_the_folders_ending_is_kept_for_the_folder(tmp_path: Path) -> None:
    assert "record.db" in message_for(tmp_path / "record.evidence")


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with without_rights(tmp_path):
        assert "may not be written" in message_for(Path("record.db"))


def test_a_record_that_may_not_be_written_is_named(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_record(place).close()
    monkeypatch.chdir(place.parent)
    with without_rights(place, place.parent):
        assert "may not be written" in message_for(Path("record.db"))


@pytest.mark.parametrize("name", ["a" * 300, "record\x00.db"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    assert "name another place" in message_for(tmp_path / name)


def test_a_damaged_record_says_so(place: Path) -> None:
    open_record(place).close()
    place.write_bytes(place.read_bytes()[:100] + b"\xff" * 8000)
    assert "is damaged" in message_for(place)


def test_a_file_left_empty_by_a_kill_becomes_a_record(place: Path) -> None:
    place.touch()
    with open_record(place) as record:
        assert record.reports() == ()
