"""Renewal: rows that follow what changed are those that deriving whole leaves."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from sayso.corroborate import corroborate
from sayso.engine.tests.affairs import mix_affairs
from sayso.model.corroboration import Corroboration
from sayso.model.knowledge import Knowledge
from sayso.model.renewal import Renewal
from sayso.model.report import Published, PublishedBasis
from sayso.model.resolution import Resolution
from sayso.record import Record, open_record
from sayso.record.tables import DERIVED, WORDS
from sayso.record.tests.build import clock

NOTHING = Knowledge()
Rows = dict[str, list[tuple[Any, ...]]]


@dataclass
class Follower:
    """A record that follows what changed, with a plain answer to what follows."""

    record: Record
    before: Corroboration = field(default_factory=Corroboration)

    def follow(self, resolutions: Sequence[Resolution], after: Corroboration) -> bool:
        def answer(connection: sqlite3.Connection, numbers: Mapping[str, int]) -> Renewal:
            assert set(numbers) == {each.report.id for each in changed.changed}
            return compare(Corroboration() if changed.is_anew else self.before, after)

        changed = self.record.find_changed(resolutions)
        differs = self.record.renew_derived(changed, answer)
        self.before = after
        return differs


def compare(before: Corroboration, after: Corroboration) -> Renewal:
    return Renewal(gone=_without(before, after), come=_without(after, before))


def _without(these: Corroboration, those: Corroboration) -> Corroboration:
    return Corroboration(
        **{
            name: tuple(each for each in getattr(these, name) if each not in getattr(those, name))
            for name in ("lineage", "unheld", "events", "holdings")
        }
    )


def read_rows(place: Path) -> Rows:
    """All that is derived, without the moments at which names came and went."""
    connection = sqlite3.connect(place)
    connection.row_factory = sqlite3.Row
    rows = {}
    for table in (*(each.name for each in DERIVED), "former_claims"):
        rows[table] = sorted(map(tuple, connection.execute(f"SELECT * FROM {table}")), key=repr)  # noqa: S608
    named = "SELECT kind, id, claims, points_to, gone IS NULL FROM names"
    rows["names"] = sorted(map(tuple, connection.execute(named)), key=repr)
    for table in WORDS:
        connection.execute(f"CREATE VIRTUAL TABLE temp.of_{table} USING fts5vocab(main, {table}, instance)")
        rows[table] = sorted(map(tuple, connection.execute(f"SELECT term, doc, col, offset FROM of_{table}")))  # noqa: S608
        rows[f"{table}_docsize"] = sorted(map(tuple, connection.execute(f"SELECT * FROM {table}_docsize")))  # noqa: S608
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")  # noqa: S608
    connection.rollback()
    connection.close()
    return rows


def change_some(all_: Sequence[Resolution], now: Mapping[str, Resolution], rng: Random) -> dict[str, Resolution]:
    """Some reports are new, otherwise, or gone."""
    left = dict(now)
    for each in rng.sample(all_, min(len(all_), rng.randint(1, 3))):
        change = rng.choice([_drop_claim, _retell, _rename, _reorder, lambda each, _: each, lambda *_: None])
        made = change(each, rng)
        left.pop(each.report.id, None) if made is None else left.update({each.report.id: made})
    return {each.report.id: left[each.report.id] for each in all_ if each.report.id in left}


def _drop_claim(each: Resolution, rng: Random) -> Resolution:
    return replace(each, claims=tuple(claim for claim in each.claims if rng.random() < 0.6))


def _retell(each: Resolution, rng: Random) -> Resolution:
    told = Published(f"2026-0{rng.randint(1, 9)}-1{rng.randint(0, 9)}", PublishedBasis.HEADER)
    return replace(each, report=replace(each.report, published=told, title=f"Title {rng.randint(0, 3)}"))


def _rename(each: Resolution, rng: Random) -> Resolution:
    """The entities have other names, and one is not listed any more."""
    some = [replace(entity, names=(f"Name {rng.randint(0, 3)}", *entity.names)) for entity in each.entities]
    return replace(each, entities=tuple(some[rng.randint(0, 1) :]))


def _reorder(each: Resolution, rng: Random) -> Resolution:
    return replace(each, claims=tuple(rng.sample(each.claims, len(each.claims))))


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Callable[[Sequence[Resolution]], tuple[Follower, Record]]]:
    """Two records that hold the same reports: one follows what changed, the other is derived whole each time."""
    opened: list[Record] = []

    def open_pair(resolutions: Sequence[Resolution]) -> tuple[Follower, Record]:
        for name in ("following.db", "whole.db"):
            record = open_record(tmp_path / f"{len(opened)}-{name}", now=clock())
            opened.append(record)
            for each in resolutions:
                record.add_report(each.report)
        return Follower(opened[-2]), opened[-1]

    yield open_pair
    for record in opened:
        record.close()


def check_same(follower: Follower, whole: Record) -> None:
    here, there = read_rows(follower.record.place), read_rows(whole.place)
    for table, rows in there.items():
        assert here[table] == rows, table
    assert follower.record.snapshot() == whole.snapshot()
    assert follower.record.fingerprint == whole.fingerprint


@pytest.mark.parametrize("seed", range(12))
def test_rows_that_followed_are_those_derived_whole(seed: int, pair: Any) -> None:
    rng = Random(seed)  # noqa: S311 - a seed for tests, no secret
    every = mix_affairs(seed, most=3)
    follower, whole = pair(every)
    now: dict[str, Resolution] = {each.report.id: each for each in every if rng.random() < 0.7}
    for _ in range(6):
        resolutions = tuple(now.values())
        after = corroborate(resolutions, knowledge=NOTHING)
        differs = follower.follow(resolutions, after)
        assert differs == whole.replace_derived(resolutions, after)
        check_same(follower, whole)
        now = change_some(every, now, rng)
