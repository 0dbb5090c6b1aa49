"""Statement: whom an entity speaks for, as the texts of a batch state it, each for the time in which it was told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from sayso.model.entity import Affiliation
from sayso.model.values import edtf

# What reports within half a year say of somebody holds together ("of the LNA", "of the army"); later ones replace it.
_LASTS = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Statement:
    """That a report told on a day (EDTF, None: not known) says an entity speaks for `of`, and as what."""

    of: str
    because: str
    role: str | None = None
    told: str | None = None


def settle(statements: Iterable[Statement]) -> tuple[Affiliation, ...]:
    """Affiliations without dates where the texts agree; where later ones say otherwise, each holds until then.

    The one that most reports state comes first.
    """
    every = sorted(set(statements), key=lambda each: (_day(each) or "", each.of, each.because))
    counts = Counter(each.of for each in every)
    found: dict[Affiliation, None] = {}
    for start, end, period in _bound(_cut(every)):
        for each in sorted(period, key=lambda one: (-counts[one.of], one.of, one.because)):
            bounds = (start, end) if _day(each) else (None, None)
            found[Affiliation(each.of, each.because, *bounds, each.role)] = None
    return tuple(found)


def _cut(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Periods: another body, named long after the last was, begins a new one; undated statements go to the first."""
    periods: list[list[Statement]] = []
    for each in statements:
        if not periods or _is_later(each, periods[-1]):
            periods.append([])
        periods[-1].append(each)
    return periods


def _is_later(statement: Statement, period: Sequence[Statement]) -> bool:
    if statement.of in {each.of for each in period}:
        return False
    mine, last = _date(statement), max((day for each in period if (day := _date(each))), default=None)
    return bool(mine and last and mine - last > _LASTS)


def _bound(periods: Sequence[list[Statement]]) -> Iterator[tuple[str | None, str | None, list[Statement]]]:
    if not periods:
        return
    starts = [None, *(min(day for each in period if (day := _day(each))) for period in periods[1:]), None]
    yield from ((start, end, period) for (start, end), period in zip(pairwise(starts), periods, strict=True))


def _day(statement: Statement) -> str | None:
    day = statement.told.split("T")[0] if statement.told else None
    return day if day and edtf.is_valid(day) else None


def _date(statement: Statement) -> date | None:
    day = _day(statement)
    return edtf.bounds(day).first if day else None
