"""Comparison: whether two dates can be one, with the reason."""

from __future__ import annotations

from datetime import date

from sayso.model.answer import Comparison
from sayso.model.values.edtf import Bounds, bounds

_UNKNOWN = 0.5
#: Days that an open end is taken to reach beyond what the other date says, to weigh what both share.
_OPEN_DAYS = 3_650


def compare(left: str | None, right: str | None) -> Comparison:
    """Whether two dates (EDTF; None: not known) can be one.

    1 where both allow the same days, 0 where they share none, else from 0.5 up by the days they
    share of all that either allows; 0.5 where one is not known. Raises ValueError for what is no EDTF.
    """
    ours, theirs = left or "", right or ""
    if not left or not right:
        return Comparison.of(_UNKNOWN, "one of the dates is not known: it could be any", ours, theirs)
    one, other = bounds(left), bounds(right)
    if one == other:
        return Comparison.of(1.0, "they are the same days", ours, theirs)
    if not one.meets(other):
        return Comparison.of(0.0, f"they share no day: {_gap(one, other)}", ours, theirs)
    share = _share(one, other)
    return Comparison.of(round(0.5 + share / 2, 3), _relate(one, other, ours, theirs), ours, theirs)


def _gap(one: Bounds, other: Bounds) -> str:
    first, second = (one, other) if one.last and other.first and one.last < other.first else (other, one)
    days = (second.first - first.last).days if first.last and second.first else 0
    return "one follows on the other" if days == 1 else f"they are {days:,} days apart"


def _share(one: Bounds, other: Bounds) -> float:
    """The days that both allow, of those that either allows."""
    known = [day.toordinal() for bound in (one, other) for day in (bound.first, bound.last) if day]
    low, high = min(known, default=0) - _OPEN_DAYS, max(known, default=0) + _OPEN_DAYS
    (a, b), (c, d) = ((_ordinal(each.first, low), _ordinal(each.last, high)) for each in (one, other))
    return (min(b, d) - max(a, c) + 1) / (max(b, d) - min(a, c) + 1)


def _ordinal(day: date | None, end: int) -> int:
    return day.toordinal() if day else end


def _relate(one: Bounds, other: Bounds, ours: str, theirs: str) -> str:
    if _lies_in(one, other):
        return f"{ours} lies in {theirs}"
    if _lies_in(other, one):
        return f"{theirs} lies in {ours}"
    return "they share some days"


def _lies_in(inner: Bounds, outer: Bounds) -> bool:
    starts = outer.first is None or (inner.first is not None and inner.first >= outer.first)
    ends = outer.last is None or (inner.last is not None and inner.last <= outer.last)
    return starts and ends
