"""Periods: this week, last month, the second quarter, the end of the year."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from sayso.resolve.when.anchor import Anchor
from sayso.resolve.when.dating import NO_SCENE, NOT_TOLD, SCENE, WORDS, Dating, Found
from sayso.resolve.when.day import find_year
from sayso.resolve.when.distance import step
from sayso.resolve.when.part import cut_month, cut_year, find_part
from sayso.resolve.when.vocabulary import MONTH, MONTHS, OF_YEAR, WAYS

PERIOD = re.compile(
    r"\b(?P<way>last|past|previous|this|current|next|coming|this past|that same|that|the same|the)"
    r" (?P<unit>week|month|year|decade|quarter|season)(?!s|-|\w)"
)
QUARTER = re.compile(rf"\b(?:q(?P<q>[1-4])|(?:the )?(?P<nth>1st|2nd|3rd|4th|last) quarter)(?: of)?{OF_YEAR}(?!\w)")
HALF = re.compile(rf"\b(?:h(?P<h>[12])|(?:the )?(?P<nth>1st|2nd|latter) half)(?: of)?(?: {MONTH})?{OF_YEAR}(?!\w)")
WEEK_OF = re.compile(rf"\b(?P<nth>1st|2nd|3rd|4th|last) week (?:of|in) {MONTH}{OF_YEAR}(?!\w)")
YEAR_END = re.compile(r"^(?:(?:at|by) )?(?:the )?year[- ]end$")


def parse_period(words: str, anchor: Anchor) -> Found:
    """A week, month or year, counted from the telling ("last week") or the text ("that year")."""
    match = PERIOD.search(words)
    if not match:
        return None
    way, unit = match["way"].removeprefix("this ") or "this", match["unit"]
    if way in ("that", "that same", "the same"):
        return _of_scene(unit, anchor)
    if anchor.told is None:
        return NOT_TOLD
    if way == "the":
        return _running(words, unit, anchor)
    return _beside_telling(words, unit, WAYS[way], anchor)


def _beside_telling(words: str, unit: str, steps: int, anchor: Anchor) -> Found:
    if unit == "week":
        return _week(steps, anchor)
    if unit == "quarter":
        return _quarter_beside(steps, anchor)
    if unit == "decade" and steps:
        return _ten_years(steps, anchor)
    unit = "year" if unit == "season" else unit
    found = step(anchor.told or "", steps, unit, anchor.basis)
    part = find_part(words)
    if part is None or not isinstance(found, Dating):
        return found
    return _cut(found, part)


def _ten_years(steps: int, anchor: Anchor) -> Found:
    if anchor.year is None:
        return NOT_TOLD
    first, last = sorted((anchor.year, anchor.year + 10 * steps))
    return Dating(f"{first:04d}/{last:04d}", anchor.basis)


def _cut(found: Dating, part: int) -> Found:
    year, _, month = found.edtf.partition("-")
    return cut_month(int(year), int(month), part, found.basis) if month else cut_year(int(year), part, found.basis)


def _running(words: str, unit: str, anchor: Anchor) -> Found:
    """The running one: "by the end of the month", "in the week"; "the year" alone says too little."""
    if unit not in ("week", "month", "year") or (find_part(words) is None and unit != "week"):
        return None
    if unit == "week":
        return _week(0, anchor)
    return _beside_telling(words, unit, 0, anchor)


def _week(steps: int, anchor: Anchor) -> Found:
    if anchor.day is None:
        return NOT_TOLD
    monday = anchor.day - timedelta(anchor.day.weekday()) + timedelta(7 * steps)
    # This week, as far as it has gone: a report cannot tell of the days to come.
    last = anchor.day if steps == 0 and not anchor.ahead else monday + timedelta(6)
    return Dating(f"{monday}/{last}", anchor.basis)


def _of_scene(unit: str, anchor: Anchor) -> Found:
    if anchor.scene is None:
        return NO_SCENE
    if unit == "week" and anchor.scene_day:
        monday = anchor.scene_day - timedelta(anchor.scene_day.weekday())
        return Dating(f"{monday}/{monday + timedelta(6)}", SCENE)
    if unit in ("month", "year", "season"):
        return step(anchor.scene, 0, "month" if unit == "month" else "year", SCENE)
    return NO_SCENE


def parse_year_end(words: str, anchor: Anchor) -> Found:
    """The end of the running year ("by year end") is its last day."""
    if not YEAR_END.search(words):
        return None
    return NOT_TOLD if anchor.year is None else Dating(f"{anchor.year:04d}-12-31", anchor.basis)


def parse_quarter(words: str, anchor: Anchor) -> Found:
    """Three months of a year ("Q2 2020", "the second quarter")."""
    match = QUARTER.search(words)
    if not match:
        return None
    number = int(match["q"] or (match["nth"][0] if match["nth"] != "last" else 4))
    return _months_of_year(match, number * 3 - 2, number * 3, anchor)


def parse_half(words: str, anchor: Anchor) -> Found:
    """Half of a year or of a month; "the first half" alone is one of a match."""
    match = HALF.search(words)
    if not match or not (match["h"] or match["month"] or match["year"] or match["yearway"]):
        return None
    is_first = (match["h"] or match["nth"])[0] == "1"
    if not match["month"]:
        return _months_of_year(match, *((1, 6) if is_first else (7, 12)), anchor)
    year = _year_of(match, anchor, month=MONTHS[match["month"]])
    if not isinstance(year, Dating):
        return year
    whole = f"{year.edtf}-{MONTHS[match['month']]:02d}"
    last = calendar.monthrange(int(year.edtf), MONTHS[match["month"]])[1]
    return Dating(f"{whole}-01/{whole}-15" if is_first else f"{whole}-16/{whole}-{last}", year.basis)


def _months_of_year(match: re.Match[str], first: int, last: int, anchor: Anchor) -> Found:
    year = _year_of(match, anchor, month=first)
    if not isinstance(year, Dating):
        return year
    return Dating(f"{year.edtf}-{first:02d}/{year.edtf}-{last:02d}", year.basis)


def parse_week_of_month(words: str, anchor: Anchor) -> Found:
    """Seven days by the count: the first week of June is its first seven days."""
    match = WEEK_OF.search(words)
    if not match:
        return None
    month = MONTHS[match["month"]]
    year = _year_of(match, anchor, month=month)
    if not isinstance(year, Dating):
        return year
    days = calendar.monthrange(int(year.edtf), month)[1]
    first = days - 6 if match["nth"] == "last" else int(match["nth"][0]) * 7 - 6
    return Dating(f"{year.edtf}-{month:02d}-{first:02d}/{year.edtf}-{month:02d}-{first + 6:02d}", year.basis)


def _year_of(match: re.Match[str], anchor: Anchor, *, month: int) -> Found:
    """The year of a pattern; one that is not said is the latest in which the month has begun (ahead: will)."""
    if match["year"]:
        return Dating(match["year"], WORDS)
    if match["yearway"]:
        return find_year(match["yearway"], anchor)
    if anchor.year is None:
        return NOT_TOLD
    now = anchor.day.month if anchor.day else 12
    year = anchor.year - 1 if month > now and not anchor.ahead else anchor.year
    return Dating(f"{year:04d}", anchor.basis)


def _quarter_beside(steps: int, anchor: Anchor) -> Found:
    if anchor.day is None:
        return NOT_TOLD
    year, quarter = divmod(anchor.day.year * 4 + (anchor.day.month - 1) // 3 + steps, 4)
    start = date(year, quarter * 3 + 1, 1)
    return Dating(f"{year:04d}-{start.month:02d}/{year:04d}-{start.month + 2:02d}", anchor.basis)
