"""Dates that say only what is known: EDTF (ISO 8601-2), levels 0 and 1.

Forms: `2017`, `2017-06`, `2017-06-03`, the same with `~` (about) or `?` (unsure), seasons
(`2020-21` spring to `2020-24` winter), `201X`, `19XX`, and intervals of two of these, open ends as `..`.
A date is never padded to the first of its month or year.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_POINT = re.compile(r"(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")
# First and last month of the four seasons of EDTF (northern hemisphere; winter ends in February).
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last day that a date allows; None is an open or unknown end."""

    first: date | None
    last: date | None

    def meets(self, other: Bounds) -> bool:
        """Whether at least one day lies in both."""
        starts = [day for day in (self.first, other.first) if day]
        ends = [day for day in (self.last, other.last) if day]
        return not starts or not ends or max(starts) <= min(ends)


def is_valid(text: str) -> bool:
    """Whether `text` is a date in one of the forms above."""
    try:
        bounds(text)
    except ValueError:
        return False
    return True


def bounds(text: str) -> Bounds:
    """First and last day of a date or interval. Raises ValueError for other text."""
    start, slash, end = text.partition("/")
    if not slash:
        return _point(text)
    first = None if start in ("..", "") else _point(start).first
    last = None if end in ("..", "") else _point(end).last
    if first and last and last < first:
        raise ValueError(f"{text!r} ends before it begins")
    return Bounds(first, last)


def may_meet(left: str | None, right: str | None) -> bool:
    """Whether both dates could be one; an unknown date could be any."""
    if not left or not right:
        return True
    return bounds(left).meets(bounds(right))


def specificity(text: str) -> int:
    """Days that a date leaves open: 1 for a day, 365 for a year; an open end counts as 36,500."""
    span = bounds(text)
    if span.first is None or span.last is None:
        return 36_500
    return (span.last - span.first).days + 1


def _point(text: str) -> Bounds:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is no EDTF date; write 2017, 2017-06, 2017-06-03 or an interval of two")
    year, month, day, _ = match.groups()
    if "X" in year:
        if month:
            raise ValueError(f"{text!r} gives a month of no year; write 201X or 2017-06")
        return Bounds(date(int(year.replace("X", "0")), 1, 1), date(int(year.replace("X", "9")), 12, 31))
    if not month:
        return Bounds(date(int(year), 1, 1), date(int(year), 12, 31))
    if int(month) in _SEASONS:
        return _season(int(year), int(month))
    if not day:
        return Bounds(date(int(year), int(month), 1), _month_end(int(year), int(month)))
    exact = date(int(year), int(month), int(day))
    return Bounds(exact, exact)


def _season(year: int, season: int) -> Bounds:
    first, last = _SEASONS[season]
    later, month = divmod(last - 1, 12)
    return Bounds(date(year, first, 1), _month_end(year + later, month + 1))


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
