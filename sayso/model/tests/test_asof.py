"""What was told by a day. All of it is invented."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest

from sayso.model.asof import AsOf, ReadVersion, choose_versions, was_told_by
from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.report import Published, PublishedBasis, Report

NATIVE = ReaderIdentity("native", "1.0", "aa11")


def version(told: str | None = None, *, of: str = "r1", text: str = "Tar fell.", acquired: int = 5) -> ReadVersion:
    published = Published(told, PublishedBasis.HEADER) if told else None
    report = Report(of, "a.txt", text, published=published)
    return ReadVersion(report, Reading(of, report.version, NATIVE), datetime(2031, 3, acquired, 23, tzinfo=UTC))


@pytest.mark.parametrize(
    ("told", "day", "is_told"),
    [
        ("2031-03-02", "2031-03-02", True),
        ("2031-03-02T18:30", "2031-03-02", True),
        ("2031-03-02", "2031-03-01", False),
        ("2031-03", "2031-03-15", False),  # it may have been told on the 20th
        ("2031-03", "2031-03", True),
        (None, "2031-03-05", True),  # acquired on the 5th
        (None, "2031-03-04", False),  # nobody knows that it was told by then
    ],
)
def test_only_what_was_told_for_certain_was_told(told: str | None, day: str, is_told: bool) -> None:
    assert was_told_by(version(told), day) is is_told


def test_a_report_stands_as_it_was_told_by_the_day() -> None:
    first, corrected = version("2031-03-02"), version("2031-03-08", text="Tar did not fall.")
    assert choose_versions([first, corrected], known_on="2031-03-05") == (first,)
    assert choose_versions([first, corrected], known_on="2031-03-08") == (corrected,)
    assert choose_versions([first, corrected], known_on=None) == (corrected,)
    assert choose_versions([first, corrected], known_on="2031-03-01") == ()


def test_known_on_an_earlier_day_takes_no_report_that_a_later_day_lacks() -> None:
    versions = [version(f"2031-03-0{n}", of=f"r{n}") for n in range(1, 6)] + [version(None, of="r9")]
    found = [{v.report.id for v in choose_versions(versions, known_on=f"2031-03-0{n}")} for n in range(1, 7)]
    assert all(early <= late for early, late in pairwise(found))
    assert found[-1] == {v.report.id for v in versions}


def test_a_day_recorded_on_ends_at_midnight() -> None:
    moment = AsOf(recorded_on="2031-03").moment
    assert moment is not None
    assert moment.isoformat() == "2031-03-31T23:59:59.999999+00:00"
    assert AsOf().is_now
    assert AsOf().moment is None
