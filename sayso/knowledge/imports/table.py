"""Table: rows from a foreign file put into a table of the user's folder, without ever undoing what a person did there.

Beside the table stands a file with a digest of every row as it was imported. A row that is no longer
so was changed by a person: it stays. One that is gone was taken out by a person: it stays out.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from sayso.errors import UnusableInput
from sayso.knowledge.loader import IMPORTED
from sayso.knowledge.replacing import replacing
from sayso.model.identity import digest
from sayso.model.knowledge import Fault

Cells = Mapping[str, str]
_SHORT = 16  # digits of a digest: enough to tell whether a row was touched


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table is written: its columns, which of them tell rows apart, whether it has a head line (else tabs)."""

    columns: tuple[str, ...]
    key: tuple[str, ...]
    has_head: bool = True


@dataclass(slots=True)
class Merged:
    """What became of the rows: new, in the place of an older one, there already, or left as a person has it.

    `gone` are the keys of rows that a person took out.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: int = 0
    faults: list[Fault] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)


def merge_rows(path: Path, shape: Shape, rows: Iterable[Cells]) -> Merged:
    """Bring the rows into the table, which is made if need be; nothing is written if nothing changes.

    Of two rows with one key the first counts. Memory does not grow with the rows: they wait in a temporary file.
    Raises UnusableInput if the table there has other columns.
    """
    with closing(sqlite3.connect("")) as waiting:  # a temporary database on disk, gone when closed
        waiting.execute("CREATE TABLE new (key TEXT PRIMARY KEY, cells TEXT, digest TEXT)")
        waiting.execute("CREATE TABLE seen (key TEXT PRIMARY KEY, digest TEXT)")
        listed = ((_key(shape, row), json.dumps([row[c] for c in shape.columns]), _digest(shape, row)) for row in rows)
        waiting.executemany("INSERT OR IGNORE INTO new VALUES (?, ?, ?)", listed)
        waiting.executemany("INSERT OR IGNORE INTO seen VALUES (?, ?)", _read_seen(path.with_suffix(IMPORTED)))
        merged = Merged()
        with replacing(path) as file:
            _write(file, path, shape, waiting, merged)
        _write_seen(path.with_suffix(IMPORTED), waiting)
    return merged


def _write(file: TextIO, path: Path, shape: Shape, waiting: sqlite3.Connection, merged: Merged) -> None:
    """The rows that stand, each as it is or as it is now; then the new ones."""
    head, delimiter = _read_head(path, shape)
    write = _make_writer(file, delimiter, shape)
    if shape.has_head:
        write(head)
    for line, cells in _read_table(path, shape, delimiter):
        row = dict(zip(head, cells, strict=False))
        newer = _renew(Fault(str(path), line, ""), shape, row, waiting, merged)
        write([newer.get(column, "") for column in head] + cells[len(head) :] if newer else cells)
    merged.gone = {key for (key,) in waiting.execute("SELECT key FROM new WHERE key IN (SELECT key FROM seen)")}
    merged.kept += len(merged.gone)
    unseen = "FROM new WHERE key NOT IN (SELECT key FROM seen)"
    for (given,) in waiting.execute(f"SELECT cells {unseen} ORDER BY rowid"):
        row = dict(zip(shape.columns, json.loads(given), strict=True))
        write([row.get(column, "") for column in head])
        merged.added += 1
    waiting.execute(f"INSERT INTO seen SELECT key, digest {unseen}")


def _renew(
    at: Fault, shape: Shape, row: dict[str, str], waiting: sqlite3.Connection, merged: Merged
) -> dict[str, str] | None:
    """The row that takes the place of one that stands; None if it stays as it is."""
    key = _key(shape, row)
    found = waiting.execute("SELECT cells, digest FROM new WHERE key = ?", (key,)).fetchone()
    if not found:
        return None
    waiting.execute("DELETE FROM new WHERE key = ?", (key,))
    seen = waiting.execute("SELECT digest FROM seen WHERE key = ?", (key,)).fetchone()
    standing = _digest(shape, row)
    if standing != found[1] and (not seen or standing != seen[0]):
        merged.kept += 1
        if not seen or seen[0] != found[1]:
            said = f"“{key}” was changed here by a person, and the file has it otherwise too; the person's stays"
            merged.faults.append(Fault(at.file, at.line, f"{said}, take the line out to have the file's"))
        return None
    waiting.execute("INSERT OR REPLACE INTO seen VALUES (?, ?)", (key, found[1]))
    if standing == found[1]:
        merged.unchanged += 1
        return None
    merged.updated += 1
    return {**row, **dict(zip(shape.columns, json.loads(found[0]), strict=True))}


def _read_head(path: Path, shape: Shape) -> tuple[list[str], str]:
    """The columns as the table has them, in its order, and what parts them."""
    if not shape.has_head:
        return list(shape.columns), "\t"
    if not path.exists():
        return list(shape.columns), ","
    with path.open(encoding="utf-8-sig", newline="") as file:
        first = file.readline()
    delimiter = ";" if ";" in first and "," not in first else ","
    head = next(csv.reader([first], delimiter=delimiter), [])
    missing = [column for column in shape.columns if column not in head]
    if missing:
        raise UnusableInput(str(path), f"lacks the column {missing[0]!r}; put it back, or move the file elsewhere")
    return head, delimiter


def _read_table(path: Path, shape: Shape, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that stand in the table, with their lines."""
    if not path.exists():
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        if not shape.has_head:
            yield from ((number, line.rstrip("\r\n").split("\t")) for number, line in enumerate(file, start=1))
            return
        reader = csv.reader(file, delimiter=delimiter)
        next(reader, None)
        for cells in reader:
            yield reader.line_num, cells


def _make_writer(file: TextIO, delimiter: str, shape: Shape) -> Callable[[list[str]], object]:
    if shape.has_head:
        return csv.writer(file, delimiter=delimiter, lineterminator="\n").writerow
    return lambda cells: file.write("\t".join(cells) + "\n")


def _read_seen(path: Path) -> Iterator[tuple[str, str]]:
    if path.exists():
        with path.open(encoding="utf-8") as file:
            for line in file:
                made, tab, key = line.rstrip("\n").partition("\t")
                if tab:
                    yield key, made


def _write_seen(path: Path, waiting: sqlite3.Connection) -> None:
    with replacing(path) as file:
        for key, made in waiting.execute("SELECT key, digest FROM seen ORDER BY key"):
            file.write(f"{made}\t{key}\n")


def _key(shape: Shape, row: Cells) -> str:
    return " ".join(row.get(column, "") for column in shape.key)


def _digest(shape: Shape, row: Cells) -> str:
    return digest("\x1f".join(row.get(column, "") for column in shape.columns))[:_SHORT]
