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
from sayso.errors import NotInRecord, RecordError
from sayso.model.corroboration import Corroboration
from sayso.model.decision import Decision, DecisionKind, Target
from sayso.model.knowledge import Knowledge
from sayso.model.renewal import Renewal
from sayso.model.report import Published, PublishedBasis
from sayso.model.resolution import Resolution
from sayso.record import Changed, Record, open_record
from sayso.record.tables import DERIVED, WORDS
from sayso.record.tests.build import MORNING, claim, clock, derived, event, report, resolution, voice

NOTHING = Knowledge()
Rows = dict[str, list[tuple[Any, ...]]]


@dataclass
class Follower:
    """A record that follows what changed, with a plain answer to what follows."""

    record: Record
    before: Corroboration = field(default_factory=Corroboration)

    def follow(self, resolutions: Sequence[Resolution], after: Corroboration, *, anew: bool = False) -> bool:
        def answer(connection: sqlite3.Connection, numbers: Mapping[str, int]) -> Renewal:
            assert set(numbers) == {each.report.id for each in changed.changed}
            return compare(Corroboration() if changed.is_anew else self.before, after)

        changed = Changed.all_of(resolutions) if anew else self.record.find_changed(resolutions)
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
        made = rng.choice(CHANGES)(each, rng)
        left.pop(each.report.id, None) if made is None else left.update({each.report.id: made})
    return {each.report.id: left[each.report.id] for each in all_ if each.report.id in left}


def _drop_claim(each: Resolution, rng: Random) -> Resolution:
    return replace(each, claims=tuple(kept for kept in each.claims if rng.random() < 0.6))


def _retell(each: Resolution, rng: Random) -> Resolution:
    told = Published(f"2026-0{rng.randint(1, 9)}-1{rng.randint(0, 9)}", PublishedBasis.HEADER)
    return replace(each, report=replace(each.report, published=told, title=f"Title {rng.randint(0, 3)}"))


def _rename(each: Resolution, rng: Random) -> Resolution:
    """The entities have other names, and one is not listed any more."""
    some = [replace(entity, names=(f"Name {rng.randint(0, 3)}", *entity.names)) for entity in each.entities]
    return replace(each, entities=tuple(some[rng.randint(0, 1) :]))


def _reorder(each: Resolution, rng: Random) -> Resolution:
    return replace(each, claims=tuple(rng.sample(each.claims, len(each.claims))))


def _leave(each: Resolution, rng: Random) -> Resolution:
    return each


def _forget(each: Resolution, rng: Random) -> None:
    return None


CHANGES: Sequence[Callable[[Resolution, Random], Resolution | None]] = (
    *(_drop_claim, _retell, _rename, _reorder),
    *(_leave, _forget),
)


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
        assert [row for row in here[table] if row not in rows] == [], table
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


def test_whatever_is_withheld_is_concealed_as_when_derived_whole(pair: Any) -> None:
    rng = Random(7)  # noqa: S311
    every = mix_affairs(7, most=2)
    follower, whole = pair(every)
    now = {each.report.id: each for each in every}
    hidden = next(entity.name for each in every for entity in each.entities)
    for step in range(5):
        if step in (1, 3):
            for record in (follower.record, whole):
                record.add_decision(_withhold(hidden) if step == 1 else _undo("d1"))
        resolutions = tuple(now.values())
        after = corroborate(resolutions, knowledge=NOTHING)
        follower.follow(resolutions, after)
        whole.replace_derived(resolutions, after)
        check_same(follower, whole)
        assert bool(read_rows(whole.place)["covered"]) == (step in (1, 2))
        now = change_some(every, now, rng)


def _withhold(name: str) -> Decision:
    target = Target(known=name, field="name")
    return Decision("d1", DecisionKind.WITHHOLD, target, name, "amal", MORNING, "she asked for it")


def _undo(of: str) -> Decision:
    return Decision("d2", DecisionKind.UNDO, Target(known=of), of, "amal", MORNING, "she is safe now")


def test_words_of_an_erased_report_are_found_no_more(pair: Any) -> None:
    every = mix_affairs(3, most=2)
    follower, whole = pair(every)
    before = corroborate(every, knowledge=NOTHING)
    follower.follow(every, before)
    whole.replace_derived(every, before)
    for record in (follower.record, whole):
        record.erase(every[0].report.id, "a court said so")
    left = every[1:]
    after = corroborate(left, knowledge=NOTHING)
    follower.follow(left, after)
    whole.replace_derived(left, after)
    check_same(follower, whole)


def test_a_record_that_was_derived_whole_begins_anew(pair: Any) -> None:
    every = mix_affairs(5, most=2)
    follower, whole = pair(every)
    after = corroborate(every, knowledge=NOTHING)
    for record in (follower.record, whole):
        record.replace_derived(every, after)
    changed = follower.record.find_changed(every)
    assert changed.is_anew
    assert changed.changed == tuple(every)
    assert not follower.follow(every, after)
    check_same(follower, whole)
    assert not follower.record.find_changed(every)


def test_begun_anew_nothing_is_left_of_what_stood(pair: Any) -> None:
    every = mix_affairs(6, most=2)
    follower, whole = pair(every)
    follower.follow(every, corroborate(every, knowledge=NOTHING))
    few = every[:2]
    after = corroborate(few, knowledge=NOTHING)
    follower.follow(few, after, anew=True)
    whole.replace_derived(every, corroborate(every, knowledge=NOTHING))
    whole.replace_derived(few, after)
    check_same(follower, whole)


@pytest.fixture
def small(pair: Any) -> Follower:
    """Two reports of one claim each, on one event."""
    made = (resolution(report(of="r1"), claim("c1", of="r1")), resolution(report(of="r2"), claim("c2", of="r2")))
    follower: Follower = pair(made)[0]
    follower.follow(made, derived(event("v1", "c1", "c2", voices=(voice("w1", "c1"), voice("w2", "c2")))))
    return follower


def test_the_same_again_is_no_change(small: Follower) -> None:
    same = small.record.snapshot().resolutions
    assert not small.record.find_changed(same)
    before, audit = small.record.fingerprint, small.record.audit()
    assert not small.follow(same, small.before)
    assert (small.record.fingerprint, small.record.audit()) == (before, audit)


def test_only_what_is_new_otherwise_or_gone_is_changed(small: Follower) -> None:
    first, second = small.record.snapshot().resolutions
    other = replace(first, claims=(*first.claims, claim("c9", of="r1")))
    new = resolution(report(of="r3"))
    found = small.record.find_changed([other, new])
    assert (found.changed, found.gone, found.is_anew) == ((other, new), frozenset({"r2"}), False)
    assert small.record.find_changed([second, first, first]) == Changed()


def test_a_fingerprint_comes_back_with_the_rows(small: Follower) -> None:
    before = small.record.fingerprint, small.before
    first, second = small.record.snapshot().resolutions
    assert small.follow((first,), derived(event("v1", "c1")))
    assert small.record.fingerprint != before[0]
    assert small.follow((first, second), before[1])
    assert small.record.fingerprint == before[0]


def test_a_name_long_gone_points_to_who_has_its_first_claim_again(small: Follower) -> None:
    first, second = small.record.snapshot().resolutions
    small.follow((second,), derived(event("v2", "c2")))
    assert small.record.resolve_id("v1") == "v2"
    small.follow((first, second), derived(event("v2", "c2"), event("v5", "c1")))
    assert small.record.resolve_id("v1") == "v5"


def test_a_report_that_is_not_held_has_no_place(small: Follower) -> None:
    with pytest.raises(NotInRecord, match="r9"):
        small.record.renew_derived(Changed((resolution(report(of="r9")),)), lambda *_: Renewal())


def test_a_report_of_more_claims_than_places_is_refused(small: Follower, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.record.order.PLACES", 2)
    many = resolution(report(of="r1"), *(claim(f"c{at}", of="r1") for at in range(3)))
    with pytest.raises(RecordError, match="more than 2 claims"):
        small.record.renew_derived(Changed((many,)), lambda *_: Renewal())


def test_a_renewal_that_breaks_off_leaves_what_was(small: Follower) -> None:
    before = read_rows(small.record.place)

    def break_off(*_: object) -> Renewal:
        raise KeyboardInterrupt

    changed = small.record.find_changed(small.record.snapshot().resolutions[:1])
    with pytest.raises(KeyboardInterrupt):
        small.record.renew_derived(changed, break_off)
    assert read_rows(small.record.place) == before


def test_who_corroborates_sees_the_changed_reports_as_they_are_now(small: Follower) -> None:
    first, second = small.record.snapshot().resolutions
    seen: list[Any] = []

    def look(connection: sqlite3.Connection, numbers: Mapping[str, int]) -> Renewal:
        seen.append(dict(numbers))
        seen.extend(connection.execute("SELECT resolution, id FROM claims ORDER BY position"))
        return compare(small.before, derived(event("v1", "c1")))

    small.record.renew_derived(small.record.find_changed([first, replace(second, claims=())]), look)
    assert seen == [{"r2": 2}, (1, "c1")]


def test_a_report_that_comes_with_a_claim_of_another_counts_on_its_event(pair: Any) -> None:
    first, second = resolution(report(of="r1"), claim("c1", of="r1")), resolution(report(of="r2"))
    copy = replace(second, claims=(claim("c1", of="r2"),))
    follower, whole = pair((first, second))
    for made in ((first, second), (first, copy), (first, second)):
        follower.follow(made, derived(event("v1", "c1")))
        whole.replace_derived(made, derived(event("v1", "c1")))
        check_same(follower, whole)
