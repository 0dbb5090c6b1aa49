"""Store: the key tables of a record, in SQLite, and what was derived by them: what one report more is looked up in.

All rows are of one report, one pair, one claim or one event, and bear its number or identifier, so that each can be
replaced by itself; none has a place in an order of the whole. The tables may lie in the record's own file.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import Self

from sayso.engine.work import Found

#: How every table of a store is called first, so that none is taken for one of the record's.
PREFIX = "near_"

#: In a query: among the values of a collection that is given with it; there may be any number of them.
IN = "IN (SELECT value FROM json_each(?))"

#: The tables with their columns. `told` is a report's place in the order of telling, `side` a digest of what lineage
#: compares of it; `others` are near each other (`candidate`) or cite one outlet (`fellow`); `pointers` are all by which
#: reports have something from a text that nobody holds, with its identifier, even where it is not told of.
_TABLES = {
    "told": "node INTEGER PRIMARY KEY, id TEXT UNIQUE, told TEXT, side TEXT",
    "keys": "kind TEXT, key INTEGER, told TEXT, node INTEGER, PRIMARY KEY (kind, key, told)",
    "counts": "kind TEXT, key INTEGER, held INTEGER, PRIMARY KEY (kind, key)",
    "pairs": "node INTEGER, other INTEGER, kind TEXT, PRIMARY KEY (node, other, kind)",
    "raw_edges": "node INTEGER, other INTEGER, kind TEXT, name TEXT, text TEXT",
    "edges": "node INTEGER, other INTEGER, kind TEXT, name TEXT, text TEXT",
    "pointers": "node INTEGER, place INTEGER, id TEXT, PRIMARY KEY (node, place)",
    "unheld": "id TEXT, text TEXT",
    "claim_keys": "key INTEGER, node INTEGER, PRIMARY KEY (key, node)",
    "twins": "node INTEGER, claim TEXT",
    "parts": "claim TEXT, node INTEGER, part TEXT, PRIMARY KEY (claim, node)",
    "events": "id TEXT PRIMARY KEY, part TEXT, text TEXT",
    "places": "key INTEGER, event TEXT, PRIMARY KEY (key, event)",
    "tellers": "event TEXT, node INTEGER, PRIMARY KEY (event, node)",
    "holdings": "event TEXT, name TEXT, text TEXT, PRIMARY KEY (event, text)",
    "rulings": "text TEXT",
    "known": "id TEXT PRIMARY KEY, digest TEXT",
    "leads": "id TEXT, node INTEGER, PRIMARY KEY (id, node)",
}
_INDEXES = (
    ("keys", "node"),
    ("pairs", "other"),
    ("raw_edges", "node"),
    ("raw_edges", "other"),
    ("edges", "node"),
    ("edges", "other"),
    ("pointers", "id"),
    ("unheld", "id"),
    ("claim_keys", "node"),
    ("twins", "node"),
    ("parts", "node"),
    ("parts", "part"),
    ("events", "part"),
    ("places", "event"),
    ("leads", "node"),
)
#: What the reports say: `payload` without the text where `text` has it, and `claims` as one JSON list.
_REPORTS = (
    f"CREATE TABLE IF NOT EXISTS {PREFIX}reports (node INTEGER PRIMARY KEY, payload TEXT, text TEXT, claims TEXT)"
)
#: The same out of the tables of the record that the store lies in.
_REPORTS_OF_RECORD = f"""
CREATE TEMP VIEW IF NOT EXISTS {PREFIX}reports AS
SELECT resolutions.position AS node, resolutions.payload AS payload, texts.text AS text, (
    SELECT '[' || COALESCE(group_concat(told.payload), '') || ']'
    FROM (SELECT payload FROM main.claims WHERE resolution = resolutions.position ORDER BY position) AS told
) AS claims
FROM main.resolutions JOIN main.texts ON texts.digest = resolutions.version
"""


class Store:
    """The tables of one record. Give it a connection; what it changes is for the caller to commit."""

    def __init__(self, connection: sqlite3.Connection, *, reports: str = _REPORTS) -> None:
        self.connection = connection
        self.keeps_reports = reports == _REPORTS
        connection.execute(reports)
        for table, columns in _TABLES.items():
            rowless = " WITHOUT ROWID" if "PRIMARY KEY (" in columns else ""
            connection.execute(f"CREATE TABLE IF NOT EXISTS {PREFIX}{table} ({columns}){rowless}")
        for table, column in _INDEXES:
            connection.execute(f"CREATE INDEX IF NOT EXISTS {PREFIX}{table}_by_{column} ON {PREFIX}{table} ({column})")

    @classmethod
    def in_record(cls, connection: sqlite3.Connection) -> Self:
        """The store in the record's own file: what the reports say is read from the record's tables, never kept."""
        return cls(connection, reports=_REPORTS_OF_RECORD)

    def forget(self) -> None:
        """Empties all tables of the store."""
        for table in (*_TABLES, *(["reports"] if self.keeps_reports else [])):
            self.connection.execute(f"DELETE FROM {PREFIX}{table}")

    def ask(self, query: str, *given: object) -> list[tuple[object, ...]]:
        """The rows of a query; a collection among what is given is what `IN` looks in."""
        return self.connection.execute(query, [_as_value(each) for each in given]).fetchall()

    def do(self, statement: str, *given: object) -> None:
        """Carries out a statement."""
        self.connection.execute(statement, [_as_value(each) for each in given])

    def fill(self, table: str, rows: Iterable[Sequence[object]]) -> None:
        """Adds rows to a table, named without its prefix; what stands there already stays."""
        rest = iter(rows)
        for first in rest:
            marks = ", ".join("?" * len(first))
            self.connection.executemany(f"INSERT OR IGNORE INTO {PREFIX}{table} VALUES ({marks})", chain([first], rest))

    def drop(self, table: str, column: str, values: Collection[int] | Collection[str]) -> None:
        """Takes out the rows of a table that have one of these values."""
        self.do(f"DELETE FROM {PREFIX}{table} WHERE {column} {IN}", values)

    def numbers(self, query: str, *given: object) -> set[int]:
        """The first column of a query, as numbers."""
        return {int(str(row[0])) for row in self.ask(query, *given)}

    def names(self, query: str, *given: object) -> set[str]:
        """The first column of a query, as text."""
        return {str(row[0]) for row in self.ask(query, *given)}

    def add_edges(self, table: str, rows: Iterable[Found]) -> None:
        """Edges as a task found them."""
        self.fill(table, [(row.node, row.other, row.kind, row.name, row.text) for row in rows])


def _as_value(given: object) -> object:
    return json.dumps(sorted(given)) if isinstance(given, (set, frozenset, list, tuple)) else given
