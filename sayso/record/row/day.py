"""Day: the first and last day of a date, and the one number by which the latest told come last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sayso.model.values import edtf

#: Larger than any position of a report, a claim or an event: `latest` is days since year 1, times this, plus that.
ROOM = 10**12


def days(when: str | None) -> tuple[date | None, date | None]:
    """First and last day of a date; none of a text that is no date, which stays as it is beside them."""
    if when is None or not edtf.is_valid(when):
        return None, None
    bounds = edtf.bounds(when)
    return bounds.first, bounds.last


def latest(day: date | None, position: int) -> int:
    """A number that is larger the later a row was told, and another for each row; without a day, the smallest.

    It is the row's number in the tables of words too, so that these give the latest first without sorting.
    """
    return (day.toordinal() if day else 0) * ROOM + position


def span(told: Iterable[str | None]) -> tuple[date | None, date | None]:
    """The earliest and the latest day of telling among these; none where none of them is known."""
    bounds = [days(when) for when in told]
    first = [day for day, _ in bounds if day]
    last = [day for _, day in bounds if day]
    return min(first, default=None), max(last, default=None)
