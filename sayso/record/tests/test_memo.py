"""Answers that are kept are those of the record as it stands."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from sayso.record import Record, open_record
from sayso.record.memo import Memo
from sayso.record.tests.build import claim, decision, derived, event, report, resolution


def test_lists_and_counts_follow_what_is_derived(record: Record) -> None:
    assert record.counts().events == 0
    record.replace_derived((resolution(report(), claim("c1")),), derived(event("v1", "c1")))
    counts = record.counts()
    assert (counts.reports, counts.claims, counts.events, counts.disputed) == (1, 1, 1, 0)
    assert record.list_places().total == 1
    record.replace_derived((), derived())
    assert record.list_places().total == record.counts().reports == 0


def test_what_another_process_did_is_seen(record: Record, place: Path) -> None:
    assert record.counts().reports == 0
    with open_record(place) as other:
        other.replace_derived((resolution(report()),), derived())
    assert record.counts().reports == 1


def test_a_question_is_asked_once_for_each_state_of_the_record(record: Record) -> None:
    asked: list[int] = []

    def count(_: Connection) -> int:
        asked.append(1)
        return len(asked)

    memo = Memo()
    with record._database.reading() as connection:
        assert [memo.ask(connection, "how many", count) for _ in range(3)] == [1, 1, 1]
    record.add_decision(decision())
    with record._database.reading() as connection:
        assert memo.ask(connection, "how many", count) == 2
