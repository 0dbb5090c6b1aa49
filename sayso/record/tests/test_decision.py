from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sayso.errors import NotInRecord, RecordError
from sayso.model.decision import DecisionKind
from sayso.record import Record, open_record
from sayso.record.tests.build import OTHER, claim, decision, derived, event, known_decision, reading, report, resolution


def test_decisions_come_back_in_the_order_in_which_they_came(record: Record) -> None:
    undo = decision("d1", kind=DecisionKind.UNDO, value="d2")
    record.add_decision(decision("d2"))
    record.add_decision(undo)
    assert record.decisions() == (decision("d2"), undo)
    assert record.decision("d1") == undo


def test_the_same_decision_again_changes_nothing(record: Record) -> None:
    assert record.add_decision(decision())
    assert not record.add_decision(decision())
    assert record.decisions() == (decision(),)


def test_a_decision_is_never_rewritten(record: Record) -> None:
    record.add_decision(decision(value="c1"))
    with pytest.raises(RecordError, match=r"d1: .* never changed"):
        record.add_decision(decision(value="c2"))
    assert record.decisions() == (decision(value="c1"),)


@pytest.mark.parametrize("table", ["decisions", "audit"])
@pytest.mark.parametrize("act", ["UPDATE {} SET recorded = '2000-01-01'", "DELETE FROM {}"])
def test_not_even_by_hand(place: Path, table: str, act: str) -> None:
    with open_record(place) as record:
        record.add_decision(decision())
    connection = sqlite3.connect(place)
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        connection.execute(act.format(table))
    connection.close()


def test_an_unknown_decision_is_missed_by_name(record: Record) -> None:
    with pytest.raises(NotInRecord, match="d404"):
        record.decision("d404")


def test_decisions_survive_another_reader_and_another_derivation(record: Record) -> None:
    record.add_report(report())
    record.add_decision(decision())
    record.add_reading(reading(report(), by=OTHER))
    record.replace_derived((resolution(report(), claim()),), derived(event("v1", "c1")))
    record.replace_derived((), derived())
    assert record.snapshot().decisions == (decision(),)


def test_a_decision_may_come_before_its_report(record: Record) -> None:
    assert record.add_decision(decision())
    assert record.reports() == ()


def test_a_decision_may_be_about_a_known_thing(record: Record) -> None:
    record.add_decision(known_decision())
    assert record.decision("k1") == known_decision()


def test_the_audit_says_who_decided(record: Record) -> None:
    record.add_decision(decision())
    assert [(entry.act, entry.subject, entry.by) for entry in record.audit()] == [("decision added", "d1", "amal")]
