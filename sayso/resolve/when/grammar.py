"""The grammar of time: the rules in their order, the most exact first.

Own grammar instead of a library: a date stays as partial as the words leave it ("in June" is a
month), and a weekday in a newspaper looks back unless the claim looks ahead.
"""

from __future__ import annotations

import re

from sayso.model.values.edtf import is_valid
from sayso.resolve.when.anchor import Anchor
from sayso.resolve.when.dating import NO_SUCH_DAY, Dating, Found, Open
from sayso.resolve.when.day import parse_calendar_day, parse_iso, parse_nth, parse_numeric
from sayso.resolve.when.distance import parse_distance, parse_span, parse_within
from sayso.resolve.when.month import parse_month, parse_season
from sayso.resolve.when.night import OF_DAY, OVERNIGHT, parse_hour, parse_night
from sayso.resolve.when.normal import LONGEST, normalise
from sayso.resolve.when.period import parse_half, parse_period, parse_quarter, parse_week_of_month, parse_year_end
from sayso.resolve.when.stretch import Point, open_end, parse_now_on, parse_stretch
from sayso.resolve.when.unplaced import parse_unplaced
from sayso.resolve.when.vocabulary import MONTHS, SEASONS, WEEKDAYS, one_of
from sayso.resolve.when.weekday import parse_named_day, parse_night_to, parse_weekday, parse_weekend
from sayso.resolve.when.year import parse_century, parse_decade, parse_year, parse_years

_DATED = (
    parse_iso,
    parse_numeric,
    parse_week_of_month,
    parse_quarter,
    parse_half,
    parse_calendar_day,
    parse_night_to,
    parse_named_day,
    parse_weekday,
    parse_weekend,
    parse_nth,
    parse_distance,
    parse_span,
    parse_month,
    parse_season,
    parse_years,
    parse_decade,
    parse_century,
    parse_year,
    parse_year_end,
    parse_period,
    parse_within,
)
_POINTS = (*_DATED, parse_night, parse_hour)
_ABOUT = re.compile(
    r"\b(?:about|around|circa|ca\.?|c\.|roughly|approximately) (?:the )?(?:\d{1,2} )?"
    rf"(?:{one_of(MONTHS)}|{one_of(SEASONS)}|{one_of(WEEKDAYS)}|\d{{4}})\b"
)
_OUT_OF_REACH = Open("the year is out of reach")
#: Hours and seasons as terms ("by nightfall", "before the summer") bound nothing that a calendar has.
_TERM = re.compile(r"^(?:only |shortly |just |not )?(?:by|before|after|until|till|through)\b")


def parse_when(text: str, *, anchor: Anchor) -> Dating | None:
    """The date that the words give, None where they give none or their anchor is missing.

    "on Saturday" in a Sunday paper is yesterday, in a Saturday paper today; "since 2016" is
    `2016/..`; "in June" the last June. Times of day are dropped to their day. Misses feasts,
    Hijri dates and "the second day of the battle": accepted.
    """
    found = parse(text, anchor=anchor)
    return found if isinstance(found, Dating) else None


def parse(text: str, *, anchor: Anchor) -> Dating | Open:
    """The date that the words give, or why it stays open. Never raises."""
    if len(text) > LONGEST:
        return Open(f"{len(text):,} characters are no expression of time")
    words = normalise(text)
    if not words:
        return Open("there are no words")
    try:
        found = _read(words, anchor)
    except OverflowError:  # days before the year 1 or after 9999
        return _OUT_OF_REACH
    if isinstance(found, Dating) and not is_valid(found.edtf):
        return _OUT_OF_REACH
    return found or Open("these are no words of time")


def _read(words: str, anchor: Anchor) -> Found:
    whole = parse_now_on(words, anchor) or parse_stretch(words, anchor, point=_read_date)
    if whole is not None:
        return whole
    found = _read_point(words, anchor)
    return _about(words, _ended(words, found)) if isinstance(found, Dating) else found


def _about(words: str, found: Dating | Open) -> Dating | Open:
    """A date that is only about so, in EDTF's own sign: "around 2014" is `2014~`."""
    if isinstance(found, Open) or "/" in found.edtf or "X" in found.edtf or not _ABOUT.search(words):
        return found
    return Dating(f"{found.edtf}~", found.basis)


def _ended(words: str, found: Dating) -> Dating | Open:
    if _TERM.search(words) and _is_of_day(words):
        return found
    if _TERM.search(words) and re.fullmatch(r"\d{4}-2[1-4]", found.edtf) and not re.search(r"\d{4}|year", words):
        return Open("a season is named as a term, and not of which year")
    return open_end(words, found) or found


def _is_of_day(words: str) -> bool:
    """Whether an hour is what the words name: "before dawn on Friday" is on Friday."""
    return bool(OF_DAY.search(words) or OVERNIGHT.search(words)) and not re.match(r"(?:until|till|through)\b", words)


def _read_point(words: str, anchor: Anchor) -> Found:
    """The first reading that gives a date; else the first reason why it stays open."""
    return _first(_POINTS, words, anchor) or parse_unplaced(words, anchor)


def _read_date(words: str, anchor: Anchor) -> Found:
    """An end of a stretch: a date, no hour ("from 14:34 to 14:46 yesterday" is one day)."""
    return _first(_DATED, words, anchor)


def _first(rules: tuple[Point, ...], words: str, anchor: Anchor) -> Found:
    """The first date; a day that no calendar has ends the search ("32 June" is not some day in June)."""
    left: Found = None
    for rule in rules:
        found = rule(words, anchor)
        if isinstance(found, Dating) or found is NO_SUCH_DAY:
            return found
        left = left or found
    return left
