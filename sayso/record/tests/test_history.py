"""What the record had by a moment. The clock is a second later with every act."""

from __future__ import annotations

from datetime import datetime

from sayso.model.asof import choose_versions
from sayso.record import Record
from sayso.record.audit import Act
from sayso.record.tests.build import NATIVE, OTHER, capture, claim, decision, reading, report


def at(record: Record, act: Act, number: int = 0) -> datetime:
    """When an act was done, the first of its sort or a later one."""
    return [entry.at for entry in record.audit() if entry.act is act][number]


def test_history_of_now_ends_with_the_current_readings(record: Record) -> None:
    record.add_report(report("First."))
    record.add_reading(reading(report("First.")))
    record.add_report(report("Corrected."))
    record.add_reading(reading(report("Corrected.")))
    current = choose_versions(record.history(), known_on=None)
    assert [(version.report, version.reading) for version in current] == list(record.readings())
    assert [version.report.text for version in record.history()] == ["First.", "Corrected."]


def test_what_came_later_was_not_recorded(record: Record) -> None:
    record.add_report(report("First."))
    record.add_reading(reading(report("First.")))
    record.add_report(report("Corrected."))
    record.add_reading(reading(report("Corrected.")))
    then = record.history(until=at(record, Act.READING_ADDED))
    assert [version.report.text for version in then] == ["First."]
    assert record.history(until=at(record, Act.VERSION_ADDED)) == ()


def test_of_two_readings_that_one_counts_that_was_current_then(record: Record) -> None:
    record.add_report(report())
    record.add_reading(reading(report()))
    record.add_reading(reading(report(), by=OTHER))
    record.choose_reader(NATIVE)
    moments = [at(record, Act.READING_ADDED), at(record, Act.READING_ADDED, 1), at(record, Act.READER_CHOSEN)]
    readers = [record.history(until=moment)[0].reading.reader for moment in moments]
    assert readers == [NATIVE, OTHER, NATIVE]


def test_a_version_says_when_it_was_first_acquired(record: Record) -> None:
    record.add_capture(capture(hour=9))
    record.add_report(report(), capture(hour=9))
    record.add_reading(reading(report(), claims=(claim(),)))
    assert [version.acquired for version in record.history()] == [capture(hour=9).acquired]


def test_decisions_of_later_were_not_made_then(record: Record) -> None:
    record.add_decision(decision("d1"))
    record.add_decision(decision("d2"))
    assert record.decisions(until=at(record, Act.DECISION_ADDED)) == (decision("d1"),)
    assert record.decisions() == (decision("d1"), decision("d2"))


def test_the_history_of_some_reports_is_that_of_all_without_the_others(record: Record) -> None:
    one, other = report("One."), report("Another.", of="r2")
    for each in (one, other):
        record.add_report(each)
        record.add_reading(reading(each))
    record.add_reading(reading(one, by=OTHER))
    assert one.id != other.id
    whole = record.history()
    for chosen in ((one.id,), (other.id,), (one.id, other.id), ()):
        assert record.history(of=chosen) == tuple(version for version in whole if version.report.id in chosen)
