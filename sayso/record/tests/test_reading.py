from __future__ import annotations

from sayso.model.reading import ReaderIdentity
from sayso.record import Record
from sayso.record.tests.build import NATIVE, OTHER, capture, claim, reading, report


def test_a_report_is_unread_until_this_reader_has_read_it(record: Record) -> None:
    record.add_report(report())
    assert record.unread(NATIVE) == (report(),)
    record.add_reading(reading(report()))
    assert record.unread(NATIVE) == ()
    assert record.unread(OTHER) == (report(),)


def test_other_weights_are_another_reader(record: Record) -> None:
    record.add_report(report())
    record.add_reading(reading(report()))
    assert record.unread(ReaderIdentity(NATIVE.name, NATIVE.version, "cc33")) == (report(),)


def test_a_new_version_is_unread(record: Record) -> None:
    record.add_report(report("First."))
    record.add_reading(reading(report("First.")))
    record.add_report(report("Corrected."))
    assert record.unread(NATIVE) == (report("Corrected."),)
    assert record.readings() == ()


def test_readings_stand_with_their_reports_in_the_order_learnt(record: Record) -> None:
    for id_ in ("r2", "r1"):
        record.add_report(report(of=id_))
    for id_ in ("r1", "r2"):
        record.add_reading(reading(report(of=id_), claims=(claim(of=id_),)))
    assert [(of.id, read.claims[0].report) for of, read in record.readings()] == [("r2", "r2"), ("r1", "r1")]


def test_a_reading_again_takes_the_place_of_its_readers_own_only(record: Record) -> None:
    record.add_report(report())
    record.add_reading(reading(report(), by=OTHER, claims=(claim("c9"),)))
    record.add_reading(reading(report(), claims=(claim("c1"),)))
    record.add_reading(reading(report(), claims=(claim("c2"),)))
    assert record.readings() == ((report(), reading(report(), claims=(claim("c2"),))),)
    assert record.choose_reader(OTHER)
    assert record.readings() == ((report(), reading(report(), by=OTHER, claims=(claim("c9"),))),)


def test_the_last_reader_is_the_current_one(record: Record) -> None:
    record.add_report(report())
    record.add_reading(reading(report()))
    record.add_reading(reading(report(), by=OTHER))
    assert [read.reader for _, read in record.readings()] == [OTHER]


def test_the_same_reading_again_changes_nothing(record: Record) -> None:
    record.add_report(report())
    assert record.add_reading(reading(report()))
    before = record.audit()
    assert not record.add_reading(reading(report()))
    assert record.audit() == before


def test_a_reader_that_was_chosen_already_changes_nothing(record: Record) -> None:
    record.add_report(report())
    record.add_reading(reading(report()))
    assert not record.choose_reader(NATIVE)


def test_a_chosen_reader_leaves_alone_what_it_has_not_read(record: Record) -> None:
    for id_ in ("r1", "r2"):
        record.add_report(report(of=id_))
        record.add_reading(reading(report(of=id_), by=OTHER))
    record.add_reading(reading(report(of="r1"), by=NATIVE))
    record.choose_reader(OTHER)
    record.choose_reader(NATIVE)
    assert [read.reader for _, read in record.readings()] == [NATIVE, OTHER]


def test_the_words_of_one_text_are_read_for_each_report_that_prints_them(record: Record) -> None:
    for id_ in ("r1", "r2"):
        record.add_report(report("Same words.", of=id_), None)
    record.add_reading(reading(report("Same words.", of="r1")))
    assert [unread.id for unread in record.unread(NATIVE)] == ["r2"]


def test_a_page_put_back_keeps_its_reading(record: Record) -> None:
    old, new = report("First."), report("Corrected.")
    for page, version in ((capture("1", hour=8), old), (capture("2", hour=9), new)):
        record.add_capture(page)
        record.add_report(version, page)
        record.add_reading(reading(version))
    record.add_capture(capture("1", hour=10))
    assert record.readings() == ((old, reading(old)),)
    assert record.unread(NATIVE) == ()


def test_an_erased_report_has_no_reading(record: Record) -> None:
    record.add_report(report())
    record.add_reading(reading(report()))
    assert record.readings()
    record.erase("r1", "a court said so")
    assert record.readings() == ()


def test_readings_are_asked_for_by_report(record: Record) -> None:
    for id_ in ("r2", "r1", "r3"):
        record.add_report(report(of=id_))
        record.add_reading(reading(report(of=id_)))
    assert [of.id for of, _ in record.readings(of={"r3", "r2", "unknown"})] == ["r2", "r3"]
    assert record.readings(of=()) == ()
