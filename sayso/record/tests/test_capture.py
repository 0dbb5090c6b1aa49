from __future__ import annotations

from sayso.model.capture import SetAside
from sayso.record import KeptCapture, Record
from sayso.record.tests.build import capture, report


def test_a_capture_is_kept_without_its_bytes(record: Record) -> None:
    kept = capture("page")
    assert record.add_capture(kept)
    assert record.captures() == (KeptCapture.of(kept),)
    assert record.captures()[0].size == len(b"page")


def test_the_same_bytes_are_kept_once(record: Record) -> None:
    assert record.add_capture(capture(hour=8))
    assert not record.add_capture(capture(hour=9))
    assert [kept.acquired.hour for kept in record.captures()] == [8]


def test_a_capture_is_known_by_address_and_digest(record: Record) -> None:
    kept = capture()
    record.add_capture(kept)
    assert record.has_capture(kept.address, kept.sha256)
    assert not record.has_capture("elsewhere.html", kept.sha256)


def test_a_capture_is_pending_until_it_is_a_report(record: Record) -> None:
    record.add_capture(capture())
    assert record.pending_captures() == (KeptCapture.of(capture()),)
    record.add_report(report(), capture())
    assert record.pending_captures() == ()


def test_a_capture_that_was_set_aside_is_not_pending(record: Record) -> None:
    record.add_capture(capture())
    record.add_set_aside(SetAside("a.html", "holds no text", capture().sha256))
    assert record.pending_captures() == ()


def test_the_same_bytes_elsewhere_stay_pending(record: Record) -> None:
    record.add_capture(capture(address="a.html"))
    record.add_capture(capture(address="b.html"))
    record.add_report(report(), capture(address="a.html"))
    assert [kept.address for kept in record.pending_captures()] == ["b.html"]


def test_an_input_is_set_aside_once_with_its_latest_reason(record: Record) -> None:
    assert record.add_set_aside(SetAside("a.html", "does not answer"))
    assert not record.add_set_aside(SetAside("a.html", "does not answer"))
    assert record.add_set_aside(SetAside("a.html", "may not be asked"))
    assert record.set_aside() == (SetAside("a.html", "may not be asked"),)


def test_an_address_that_answers_is_off_the_list(record: Record) -> None:
    record.add_set_aside(SetAside("a.html", "does not answer"))
    record.add_capture(capture())
    assert record.set_aside() == ()


def test_a_page_that_could_be_read_after_all_is_off_the_list(record: Record) -> None:
    record.add_capture(capture())
    record.add_set_aside(SetAside("a.html", "holds no text", capture().sha256))
    record.add_report(report(), capture())
    assert record.set_aside() == ()
