"""Holdings: who is said to hold which place, how it stands, and on which days?"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from sayso.evaluate.counts import Counts, Tally
from sayso.evaluate.gold import GoldAffair, GoldHolding
from sayso.evaluate.prediction import PredictedHolding, Prediction
from sayso.evaluate.words import strong_words

_DATE = re.compile(r"(\d{4})(?:-(0\d|1[0-2]))?(?:-(\d\d))?")
#: Days before the first date of an affair at which a holding without a beginning is cut.
_BEFORE = 30
_IsSame = Callable[[PredictedHolding, PredictedHolding], bool]


def count_holdings(affair: GoldAffair, prediction: Prediction) -> Counts:
    """Holdings by place and holder; those with the same status too; and the days on which all three agree."""
    wanted = [_name_words(holding) for holding in affair.holdings]
    return Counts(
        holdings=_count_matches(wanted, prediction.holdings, _is_same_holder),
        holdings_status=_count_matches(wanted, prediction.holdings, _is_same_standing),
        in_time=_count_days(wanted, prediction),
    )


def _name_words(holding: GoldHolding) -> PredictedHolding:
    return PredictedHolding(
        place=strong_words(holding.place),
        holder=strong_words(holding.holder),
        status=holding.status,
        start=holding.start,
        end=holding.end,
    )


def _is_same_holder(left: PredictedHolding, right: PredictedHolding) -> bool:
    return bool(left.place & right.place and left.holder & right.holder)


def _is_same_standing(left: PredictedHolding, right: PredictedHolding) -> bool:
    return _is_same_holder(left, right) and left.status == right.status


def _count_matches(wanted: Sequence[PredictedHolding], found: Sequence[PredictedHolding], is_same: _IsSame) -> Tally:
    """One to one, in gold's order, each with the first one left that is the same."""
    left = list(range(len(found)))
    for holding in wanted:
        hit = next((index for index in left if is_same(holding, found[index])), None)
        if hit is not None:
            left.remove(hit)
    return Tally(len(found) - len(left), len(found), len(wanted))


def _count_days(wanted: Sequence[PredictedHolding], prediction: Prediction) -> Tally:
    """Days of each gold holding, and those on which the record has the same holder with the same status."""
    first, last = _limit_days(wanted, prediction)
    days_found = [(holding, _list_days(holding, first, last)) for holding in prediction.holdings]
    right, days = 0, 0
    for holding in wanted:
        same = [found for each, found in days_found if _is_same_standing(holding, each)]
        for day in _list_days(holding, first, last):
            days += 1
            right += any(day in found for found in same)
    return Tally(right, wanted=days)


def _limit_days(wanted: Iterable[PredictedHolding], prediction: Prediction) -> tuple[int, int]:
    """First and last day counted: of publication, or of gold's holdings, and thirty days before."""
    told = [_first_day(report.published) for report in prediction.reports.values()]
    bounds = [_first_day(text) for holding in wanted for text in (holding.start, holding.end)]
    known = [day for day in (*told, *bounds) if day] or [1]
    return min(known) - _BEFORE, max(known)


def _list_days(holding: PredictedHolding, first: int, last: int) -> range:
    """The days that a holding covers; its open ends are cut at `first` and `last`."""
    start, end = _first_day(holding.start), _last_day(holding.end)
    return range(max(start or first, first), min(end or last, last) + 1)


def _first_day(text: str | None) -> int | None:
    """The first day of a date, counted from the year 1; None for no date."""
    match = _DATE.match(text or "")
    if not match:
        return None
    year, month, day = match.groups()
    return date(int(year), int(month or 1), int(day or 1)).toordinal()


def _last_day(text: str | None) -> int | None:
    """The last day of a date, counted from the year 1; None for no date. Of an interval, the last day of its first."""
    match = _DATE.match(text or "")
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 12), match[3]
    return date(year, month, int(day) if day else calendar.monthrange(year, month)[1]).toordinal()
