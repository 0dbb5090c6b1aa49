from __future__ import annotations

import pytest

from sayso.errors import NotInRecord, RecordError
from sayso.record import Record
from sayso.record.tests.build import capture, report


def test_reports_stand_in_the_order_in_which_they_were_learnt(record: Record) -> None:
    for id_ in ("r9", "r1", "r5"):
        record.add_report(report(of=id_))
    assert [kept.id for kept in record.reports()] == ["r9", "r1", "r5"]


def test_two_outlets_that_print_the_same_words_are_two_reports(record: Record) -> None:
    record.add_report(report("Same words.", of="r1"))
    record.add_report(report("Same words.", of="r2"))
    assert record.reports() == (report("Same words.", of="r1"), report("Same words.", of="r2"))


def test_a_report_that_is_known_changes_nothing(record: Record) -> None:
    assert record.add_report(report())
    before = record.audit()
    assert not record.add_report(report())
    assert record.audit() == before


def test_a_new_version_becomes_the_current_one_and_the_old_one_stays(record: Record) -> None:
    old, new = report("First."), report("Corrected.")
    for page, version in ((capture("1", hour=8), old), (capture("2", hour=9), new)):
        record.add_capture(page)
        record.add_report(version, page)
    assert record.reports() == (new,)
    assert record.versions("r1") == (old, new)


def test_an_older_capture_read_later_is_not_current(record: Record) -> None:
    new, old = report("Corrected."), report("First.")
    for page, version in ((capture("2", hour=9), new), (capture("1", hour=8), old)):
        record.add_capture(page)
        record.add_report(version, page)
    assert record.reports() == (new,)


def test_a_page_put_back_as_it_was_is_current_again(record: Record) -> None:
    old, new = report("First."), report("Corrected.")
    for page, version in ((capture("1", hour=8), old), (capture("2", hour=9), new)):
        record.add_capture(page)
        record.add_report(version, page)
    record.replace_derived((), record.snapshot().corroboration)
    assert not record.add_capture(capture("1", hour=10))
    assert record.reports() == (old,)
    assert record.is_stale


def test_a_better_extractor_makes_another_version_of_the_same_capture(record: Record) -> None:
    record.add_capture(capture())
    record.add_report(report("Home Politics Fighters left."), capture())
    record.add_report(report("Fighters left."), capture())
    assert record.reports() == (report("Fighters left."),)


def test_the_same_words_under_a_new_title_are_the_same_version(record: Record) -> None:
    record.add_report(report(title="A"))
    record.add_report(report(title="B"))
    assert record.versions("r1") == (report(title="B"),)
    assert record.reports() == (report(title="B"),)


def test_a_report_needs_its_capture_kept_first(record: Record) -> None:
    with pytest.raises(NotInRecord, match=r"a\.html: no capture"):
        record.add_report(report(), capture())
    assert record.reports() == ()


def test_versions_of_an_unknown_report_are_missed_by_name(record: Record) -> None:
    with pytest.raises(NotInRecord, match="r404"):
        record.versions("r404")


def test_half_a_character_is_refused_in_words(record: Record) -> None:
    with pytest.raises(RecordError, match="half a character"):
        record.add_report(report("\ud800"))
    assert record.reports() == ()
