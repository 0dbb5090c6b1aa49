"""Days of the calendar: "2017-06-03", "3 June 2017", "June 3", "03/04/2017", "on the 22nd"."""

from __future__ import annotations

import re
from datetime import date

from sayso.resolve.when.anchor import Anchor
from sayso.resolve.when.dating import NO_SCENE, NO_SUCH_DAY, NOT_TOLD, SCENE, WORDS, Dating, Found, Open
from sayso.resolve.when.vocabulary import DAY, MONTH, MONTHS, OF_YEAR, SHORT_WEEKDAYS, WAYS, make_day, one_of

ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
NUMERIC = re.compile(
    r"(?<![\d./-])(?P<one>\d{1,2})(?P<sign>[./-])(?P<two>\d{1,2})(?P=sign)(?P<year>\d{4}|\d\d)(?!\d|[./-]\d)"
)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[./](\d\d?)[./](\d\d?)(?!\d)")
NUMERIC_SHORT = re.compile(r"^(?:on |since |from |by )?(?P<one>\d{1,2})[./](?P<two>\d{1,2})$")
DAY_MONTH = re.compile(rf"\b{DAY}(?: of)?(?: the month of)? {MONTH}(?:\W+[a-z-]+ al-)?{OF_YEAR}(?!\w)")
MONTH_DAY = re.compile(rf"\b{MONTH} (?:the )?{DAY}(?![\d:]|\.\d){OF_YEAR}(?!\w)")
NTH = re.compile(
    r"(?:\b(?:on|by|of|until|since|before|after)(?: \w+day)?,? the |^the |^)(?P<day>\d{1,2})(?:st|nd|rd|th)\b"
    r"(?![ -](?:day|night|week|month|year|hour|century|quarter|half|time|consecutive|floor|anniversary|brigade|division"
    r"|of [a-z]+ \d))"
)
_SHORT_WEEKDAY = re.compile(rf"^(?:on )?(?:{one_of(SHORT_WEEKDAYS)})\.? (?P<day>\d{{1,2}})$")
_GROUP = re.compile(r"\b(?P<day>0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d ?(?:z|utc|gmt)\b")
_OF_MONTH = re.compile(r"\bof (?P<way>last|this|next) month\b")
_HALF_YEAR = 183
#: Days by which a coming date must be nearer than the past one to be meant where nothing tells ahead from back.
_NEAR = 60


def parse_iso(words: str, anchor: Anchor) -> Found:
    """A day in figures, year first."""
    match = ISO.search(words) or _YEAR_FIRST.search(words)
    return _given(make_day(int(match[1]), int(match[2]), int(match[3]))) if match else None


def parse_numeric(words: str, anchor: Anchor) -> Found:
    """Day, month and year in figures.

    With dots the day stands first everywhere; with strokes only a number above 12 tells. Where it
    stays open which is the month, the year alone is given.
    """
    match = NUMERIC.search(words)
    if not match:
        return _parse_short(words, anchor)
    days = list_numeric(match)
    if not days:
        return NO_SUCH_DAY
    if len(days) == 1:
        return _given(days[0])
    told = [day for day in days if anchor.day is None or anchor.ahead or day <= anchor.day]
    if len(told) == 1 and anchor.day:
        return Dating(told[0].isoformat(), anchor.basis)
    return Dating(f"{days[0].year:04d}", WORDS)


def list_numeric(match: re.Match[str]) -> list[date]:
    """The days that figures may mean, the day read first before the month read first."""
    year = int(match["year"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    one, two = int(match["one"]), int(match["two"])
    orders = [(two, one)] if match["sign"] == "." else [(two, one), (one, two)]
    found = (make_day(year, month, day) for month, day in orders)
    return list(dict.fromkeys(day for day in found if day))


def _parse_short(words: str, anchor: Anchor) -> Found:
    match = NUMERIC_SHORT.search(words)
    if not match:
        return None
    one, two = int(match["one"]), int(match["two"])
    if one <= 12 and two <= 12 and one != two:
        return Open("the figures do not say which is the month")
    month, day = (two, one) if one > 12 or two <= 12 else (one, two)
    return place_day(month, day, anchor) if month <= 12 else NO_SUCH_DAY


def parse_calendar_day(words: str, anchor: Anchor) -> Found:
    """A day and its month, in either order, with or without the year."""
    match = DAY_MONTH.search(words) or MONTH_DAY.search(words)
    return date_match(match, int(match["day"]), anchor) if match else None


def date_match(match: re.Match[str], day: int, anchor: Anchor) -> Found:
    """The day of a pattern's month and year."""
    month = MONTHS[match["month"]]
    if match["year"]:
        return _given(make_day(int(match["year"]), month, day))
    if match["yearway"]:
        year = find_year(match["yearway"], anchor)
        return year if isinstance(year, Open) else _dated(make_day(int(year.edtf), month, day), year.basis)
    return place_day(month, day, anchor)


def find_year(way: str, anchor: Anchor) -> Dating | Open:
    """The year of "last year", counted from the telling, or of "the same year", which the text around names."""
    steps = {"last": -1, "this": 0, "next": 1}.get(way)
    if steps is not None:
        return NOT_TOLD if anchor.year is None else Dating(f"{anchor.year + steps:04d}", anchor.basis)
    if anchor.scene_year is None:
        return NO_SCENE
    steps = {"the following": 1, "the previous": -1}.get(way, 0)
    return Dating(f"{anchor.scene_year + steps:04d}", SCENE)


def place_day(month: int, day: int, anchor: Anchor) -> Found:
    """A day without its year: the latest up to the telling; for what lies ahead, the one to come."""
    if not make_day(2000, month, day):
        return NO_SUCH_DAY
    if anchor.year is None:
        return _of_scene(month, day, anchor)
    told = anchor.day or date(anchor.year, 12, 31)
    near = [found for year in (-1, 0, 1) if (found := make_day(told.year + year, month, day))]
    past = [found for found in near if found <= told]
    coming = [found for found in near if found > told]
    return _dated(_choose(past, coming, told, anchor.ahead), anchor.basis)


def _choose(past: list[date], coming: list[date], told: date, ahead: bool | None) -> date | None:
    """One of the days before and after the telling (the nearest past one last, the nearest coming one first)."""
    if ahead and past and _is_gone_by(past[-1], told):
        return past[-1]
    if ahead:
        return coming[0] if coming else None
    if ahead is None and coming and (coming[0] - told).days <= _NEAR:
        return coming[0]
    return past[-1] if past else None


def _is_gone_by(day: date, told: date) -> bool:
    """Whether a day beside a plan is the day of planning, or of what the plan is about: not long past."""
    days = (told - day).days
    return days <= _NEAR or (days <= _HALF_YEAR and day.year == told.year)


def _of_scene(month: int, day: int, anchor: Anchor) -> Found:
    if anchor.scene_year is None:
        return Open("the words give no year, and the day of telling is not known")
    return _dated(make_day(anchor.scene_year, month, day), SCENE)


def parse_nth(words: str, anchor: Anchor) -> Found:
    """A day by its number alone ("on the 22nd"): of the month of telling or of the one before.

    So too the day of a military date and hour, "281030 UTC".
    """
    match = NTH.search(words) or _SHORT_WEEKDAY.search(words) or _GROUP.search(words)
    if not match:
        return None
    if anchor.day is None:
        return NOT_TOLD
    day, of_month = int(match["day"]), _OF_MONTH.search(words)
    if of_month:
        return _dated(_of_month(day, WAYS[of_month["way"]], anchor.day), anchor.basis)
    found = _of_month(day, 0, anchor.day)
    if (found is None or found > anchor.day) and not anchor.ahead:
        found = _of_month(day, -1, anchor.day)
    return _dated(found, anchor.basis)


def _of_month(day: int, steps: int, told: date) -> date | None:
    year, month = divmod(told.year * 12 + told.month - 1 + steps, 12)
    return make_day(year, month + 1, day)


def _given(day: date | None) -> Found:
    return _dated(day, WORDS)


def _dated(day: date | None, basis: str) -> Found:
    return Dating(day.isoformat(), basis) if day else NO_SUCH_DAY
