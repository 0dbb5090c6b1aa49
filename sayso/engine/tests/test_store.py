"""A store in the record's own file reads what reports say from the record's tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from sayso.engine.claims import rows_of
from sayso.engine.incremental import read_derived, renew
from sayso.engine.store import PREFIX, Store
from sayso.engine.tests.affairs import mix_affairs
from sayso.engine.tests.following import Following
from sayso.model.knowledge import Knowledge
from sayso.model.resolution import Resolution
from sayso.record import tables
from sayso.record.row.resolution import encode_resolution


def open_record(path: Path) -> sqlite3.Connection:
    """A record's tables in a file, opened as the record opens them: nothing begins or ends a transaction by itself."""
    engine = create_engine(f"sqlite:///{path}")
    tables.metadata.create_all(engine)
    engine.dispose()
    return sqlite3.connect(path, isolation_level=None)


def write_reports(
    changed: Sequence[tuple[int, Resolution]], gone: Collection[str], connection: sqlite3.Connection
) -> None:
    """Puts reports into the record's tables in place of what stood there of them; takes out those that are gone."""
    for id_ in {*gone, *(resolution.report.id for _, resolution in changed)}:
        connection.execute("DELETE FROM claims WHERE report = ?", [id_])
        connection.execute("DELETE FROM resolutions WHERE report = ?", [id_])
    for node, resolution in changed:
        report, kept = resolution.report, encode_resolution(resolution)
        connection.execute("INSERT OR IGNORE INTO texts (digest, text) VALUES (?, ?)", [report.version, report.text])
        connection.execute(
            "INSERT INTO resolutions (position, report, version, payload) VALUES (?, ?, ?, ?)",
            [node, report.id, report.version, kept.payload],
        )
        connection.executemany(
            "INSERT INTO claims (position, resolution, id, report, type, stance, payload) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (node * 1000 + place, node, claim.id, report.id, claim.type, claim.stance, payload)
                for place, (claim, payload) in enumerate(zip(resolution.claims, kept.claims, strict=True))
            ],
        )


@pytest.mark.parametrize("seed", range(5))
def test_a_store_in_the_record_follows_every_act(tmp_path: Path, seed: int) -> None:
    following, connection = Following.of(seed), open_record(tmp_path / "record.db")
    for _ in range(10):
        changed, gone = following.act()
        connection.execute("BEGIN IMMEDIATE")
        store = Store.in_record(connection)
        write_reports(changed, gone, connection)
        renew(changed, gone, store, knowledge=following.knowledge, rulings=following.rulings)
        assert connection.in_transaction
        connection.execute("COMMIT")
        assert read_derived(store) == sorted(rows_of(following.derive()))


def test_what_is_rolled_back_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    connection = open_record(tmp_path / "record.db")
    changed = list(enumerate(mix_affairs(1)))
    connection.execute("BEGIN IMMEDIATE")
    store = Store.in_record(connection)
    write_reports(changed, (), connection)
    assert renew(changed, (), store, knowledge=Knowledge())
    connection.execute("ROLLBACK")
    assert not read_derived(Store.in_record(connection))


def test_a_store_that_forgets_is_as_new() -> None:
    store, changed = Store(sqlite3.connect(":memory:")), list(enumerate(mix_affairs(2)))
    renew(changed, (), store, knowledge=Knowledge())
    stood = read_derived(store)
    store.forget()
    tables_left = store.names("SELECT name FROM sqlite_master WHERE type = 'table'")
    assert stood
    assert all(name.startswith(PREFIX) for name in tables_left)
    assert not any(store.ask(f"SELECT 1 FROM {name}") for name in tables_left)
    renew(changed, (), store, knowledge=Knowledge())
    assert read_derived(store) == stood
