"""Store: the key tables of a record, in SQLite, and what was derived by them: what one report more is looked up in.

All rows are of one report, one pair, one claim or one event, and bear its number or identifier, so that each can be
replaced by itself; none has a place in an order of the whole.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from itertools import chain

from sayso.engine.work import Found, Given

_TABLES = """
CREATE TABLE IF NOT EXISTS reports (node INTEGER PRIMARY KEY, id TEXT UNIQUE, told TEXT, payload TEXT, claims TEXT);
CREATE TABLE IF NOT EXISTS report_keys (kind TEXT, key INTEGER, told TEXT, node INTEGER, PRIMARY KEY (kind, key, told))
    WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS report_keys_of ON report_keys (node);
CREATE TABLE IF NOT EXISTS key_counts (kind TEXT, key INTEGER, held INTEGER, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS near (node INTEGER, other INTEGER, PRIMARY KEY (node, other)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS near_to ON near (other);
CREATE TABLE IF NOT EXISTS raw_edges (node INTEGER, other INTEGER, kind TEXT, name TEXT, text TEXT);
CREATE INDEX IF NOT EXISTS raw_edges_from ON raw_edges (node);
CREATE INDEX IF NOT EXISTS raw_edges_to ON raw_edges (other);
CREATE TABLE IF NOT EXISTS edges (node INTEGER, other INTEGER, kind TEXT, name TEXT, text TEXT);
CREATE INDEX IF NOT EXISTS edges_from ON edges (node);
CREATE INDEX IF NOT EXISTS edges_to ON edges (other);
CREATE TABLE IF NOT EXISTS unheld (id TEXT PRIMARY KEY, text TEXT);
CREATE TABLE IF NOT EXISTS claim_keys (key INTEGER, node INTEGER, PRIMARY KEY (key, node)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS claim_keys_of ON claim_keys (node);
CREATE TABLE IF NOT EXISTS twins (node INTEGER, claim TEXT);
CREATE INDEX IF NOT EXISTS twins_of ON twins (node);
CREATE TABLE IF NOT EXISTS parts (claim TEXT PRIMARY KEY, node INTEGER, part TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS parts_of ON parts (node);
CREATE INDEX IF NOT EXISTS parts_in ON parts (part);
CREATE TABLE IF NOT EXISTS events (id TEXT PRIMARY KEY, part TEXT, text TEXT);
CREATE INDEX IF NOT EXISTS events_in ON events (part);
CREATE TABLE IF NOT EXISTS places (key INTEGER, event TEXT, PRIMARY KEY (key, event)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS places_of ON places (event);
CREATE TABLE IF NOT EXISTS told (event TEXT, node INTEGER, PRIMARY KEY (event, node)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS holdings (event TEXT, name TEXT, text TEXT, PRIMARY KEY (event, text)) WITHOUT ROWID;
"""


class Store:
    """The tables of one record. Give it a connection; what it changes is for the caller to commit."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        connection.executescript(_TABLES)

    def ask(self, query: str, *given: object) -> list[tuple[object, ...]]:
        """The rows of a query; a collection among what is given is a list for `IN (SELECT value FROM json_each(?))`."""
        return self.connection.execute(query, [_as_value(each) for each in given]).fetchall()

    def do(self, statement: str, *given: object) -> None:
        """Carries out a statement."""
        self.connection.execute(statement, [_as_value(each) for each in given])

    def fill(self, table: str, rows: Iterable[Sequence[object]]) -> None:
        """Adds rows to a table; what stands there already stays."""
        rest = iter(rows)
        for first in rest:
            marks = ", ".join("?" * len(first))
            self.connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", chain([first], rest))

    def numbers(self, query: str, *given: object) -> set[int]:
        """The first column of a query, as numbers."""
        return {int(str(row[0])) for row in self.ask(query, *given)}

    def names(self, query: str, *given: object) -> set[str]:
        """The first column of a query, as text."""
        return {str(row[0]) for row in self.ask(query, *given)}

    def read_reports(self, kind: str, nodes: Collection[int], *, whole: bool) -> list[Given]:
        """Reports as rows of a task, with their claims if `whole`."""
        text = "payload || char(10) || claims" if whole else "payload"
        query = f"SELECT node, {text} FROM reports WHERE node IN (SELECT value FROM json_each(?)) ORDER BY node"
        return [Given(kind, int(str(node)), str(text)) for node, text in self.ask(query, nodes)]

    def read_edges(self, nodes: Collection[int], *, held: bool = False) -> list[Given]:
        """The lineage of reports as rows of a task; `held`: to held reports alone."""
        query = "SELECT node, text FROM edges WHERE node IN (SELECT value FROM json_each(?)) AND other >= ?"
        return [Given("edge", int(str(node)), str(text)) for node, text in self.ask(query, nodes, 0 if held else -1)]

    def add_edges(self, table: str, rows: Iterable[Found]) -> None:
        """Edges as a task found them."""
        self.fill(table, [(row.node, row.other, row.kind, row.name, row.text) for row in rows])


def _as_value(given: object) -> object:
    return json.dumps(sorted(given)) if isinstance(given, (set, frozenset, list, tuple)) else given
