"""Place: the file that a record is kept in, looked at before anything opens it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from sayso.errors import RecordError

#: The ending of the folder beside the record, in which the bytes of captures lie.
EVIDENCE = ".evidence"
#: SQLite's own mark for whose file it is ("says" in ASCII), so that no other program's database is touched.
APPLICATION_ID = 0x73617973

_HEADER = b"SQLite format 3\x00"
_APPLICATION_ID_AT = 68  # https://www.sqlite.org/fileformat.html, section 1.3


def find_place(place: str | Path, *, create: bool) -> Path:
    """The file to open, marked as a record of ours if it is new.

    Raises RecordError when there is no record and `create` is false, or when the place is a server's
    address, a folder, in no folder, not to be written, or a file of something else.
    """
    path = _as_path(place)
    try:
        return _look_at(path, create=create)
    except (OSError, ValueError) as error:  # a folder on the way is closed, the name is too long or holds a NUL
        raise RecordError(f"{path}: cannot be looked at ({error}); ask its owner, or name another place") from error


def _look_at(path: Path, *, create: bool) -> Path:
    if path.is_dir():
        raise RecordError(f"{path}: is a folder; name a file in it, such as {path / 'record.db'}")
    is_there = path.exists()
    if not is_there and not create:
        raise RecordError(f"{path}: there is no record here; make one with 'sayso read INPUT --record {path}'")
    if not path.parent.is_dir():
        raise RecordError(f"{path}: the folder {path.parent} does not exist; make it, or name another place")
    if not (_is_writable(path.parent) and (not is_there or _is_writable(path))):
        raise RecordError(f"{path}: may not be written here; copy the record to a folder of your own, and open that")
    if not is_there or path.stat().st_size == 0:
        _mark(path)
    else:
        _check_header(path)
    return path


def _as_path(place: str | Path) -> Path:
    if "://" in str(place):
        raise RecordError(f"{place}: a record is kept in a file as yet, not on a server; name one, such as record.db")
    path = Path(place)
    if path.suffix == EVIDENCE:
        raise RecordError(f"{path}: the ending {EVIDENCE} is the folder's beside a record; name it {path.stem}.db")
    return path


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _mark(path: Path) -> None:
    """Writes the mark before WAL is switched on: a run killed right after leaves a file known as ours."""
    try:
        connection = sqlite3.connect(path.absolute())  # so that ":memory:" is a file's name
        try:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        finally:
            connection.close()
    except sqlite3.OperationalError as error:
        raise RecordError(f"{path}: cannot be made ({error}); name another place") from error


def _check_header(path: Path) -> None:
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(_HEADER):
        raise RecordError(f"{path}: is no record of Sayso; name another file, or a new one to begin a record")
    mark = int.from_bytes(header[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4])
    if mark != APPLICATION_ID:
        raise RecordError(f"{path}: is another program's database, not a record of Sayso; name another file")
