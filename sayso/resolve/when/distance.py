"""Distances: "two days ago", "a year later", "the next day", and the "before two days" of English made from Arabic."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.resolve.when.anchor import Anchor, read_day, read_year
from sayso.resolve.when.dating import NO_SCENE, NOT_TOLD, SCENE, Dating, Found, Open
from sayso.resolve.when.vocabulary import COUNT, UNIT, VAGUE_COUNTS

AGO = re.compile(
    rf"\b{COUNT} {UNIT} (?:and a half )?(?P<way>ago|back|earlier|before|later|after|on|afterwards)\b"
    r"(?P<of> [a-z]\w*)?"
)
BEFORE = re.compile(rf"\b(?P<way>before|since|after) {COUNT} {UNIT}\b(?! of)")
NEXT = re.compile(
    r"(?:\bthe |\bthat |^)(?:(?P<way>next|following|previous|preceding) (?P<unit>day|morning|afternoon|evening|night)"
    r"|(?<=the )(?P<way3>next|following|previous|preceding) (?P<unit3>month|year)"
    r"|(?P<unit2>day|morning|evening|night|month|year) (?P<way2>before|after))\b(?! yesterday| tomorrow)"
)
SPAN = re.compile(
    rf"\b(?:the |these )?(?P<side>last|past|next|coming) (?:{COUNT} )?(?P<unit>hour|day|week|month|year)s\b"
    r"|\b(?:over|during|within|in) the (?P<past>last|past) day\b"
)
WITHIN = re.compile(rf"\b(?P<way>within|in) (?:the )?{COUNT} (?P<unit>hour|day|week|month|year)s?\b")
_VAGUE = Open("the words do not say how long")
_OF_EVENT = Open("it is counted from a happening, whose day the words do not say")
_HOURS = Open("hours are counted from an hour, which is not known")
_LARGEST = 5_000  # years: beyond what any calendar of ours has
_WITHIN_A_DAY = 6  # hours: later than that it may well be another day
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_YEARS = {"year": 1, "decade": 10}


def parse_distance(words: str, anchor: Anchor) -> Found:
    """So long before or after the telling ("ago"), or the date that the text speaks of ("later")."""
    match = AGO.search(words) or BEFORE.search(words)
    if not match:
        return _parse_next(words, anchor)
    way, unit, steps = match["way"], match["unit"], read_count(match["count"])
    start, basis = _start(way, match.re is BEFORE, anchor)
    if unit in ("hour", "minute"):
        return (
            _hours_ago(steps, anchor) if way in ("ago", "back") and unit == "hour" else _hours_on(steps, unit, anchor)
        )
    if steps is None:
        return _VAGUE
    if match.re is AGO and way in ("before", "after") and match["of"]:
        return _OF_EVENT
    if start is None:
        return NOT_TOLD if basis == anchor.basis else NO_SCENE
    return step(
        start, steps if way in ("later", "on", "after", "afterwards") and basis == SCENE else -steps, unit, basis
    )


def _start(way: str, is_before: bool, anchor: Anchor) -> tuple[str | None, str]:
    """Where to count from: "ago" and "before two days" from the telling, all else from what the text speaks of."""
    if way in ("ago", "back", "since") or (is_before and way == "before"):
        return anchor.told, anchor.basis
    return anchor.scene, SCENE


def _hours_ago(hours: int | None, anchor: Anchor) -> Found:
    """Whole days of 24 hours back; fewer hours leave the day of telling."""
    if anchor.day is None or hours is None:
        return NOT_TOLD if hours is not None else _VAGUE
    return Dating(str(anchor.day - timedelta(hours // 24)), anchor.basis)


def _hours_on(count: int | None, unit: str, anchor: Anchor) -> Found:
    """Some hours after a happening: on its day, which is the day that the text speaks of."""
    if anchor.scene_day is None or (unit == "hour" and (count is None or count > _WITHIN_A_DAY)):
        return _HOURS
    return Dating(str(anchor.scene_day), SCENE)


def _parse_next(words: str, anchor: Anchor) -> Found:
    match = NEXT.search(words)
    if not match:
        return None
    way, unit = (match["way"] or match["way2"] or match["way3"]), (match["unit"] or match["unit2"] or match["unit3"])
    if anchor.scene is None:
        return NO_SCENE
    unit = unit if unit in ("month", "year") else "day"
    return step(anchor.scene, 1 if way in ("next", "following", "after") else -1, unit, SCENE)


def step(start: str, steps: int, unit: str, basis: str) -> Found:
    """So many units from a date, no finer than the unit: two years after a day is a year."""
    day, year = read_day(start), read_year(start)
    if unit in _YEARS and year is not None and abs(steps) < _LARGEST:
        return _year(year + steps * _YEARS[unit], basis)
    if unit == "month" and (month := re.match(r"(\d{4})-(0\d|1[0-2])(?!\d)", start)):
        return _month(int(month[1]) * 12 + int(month[2]) - 1 + steps, basis)
    if unit in _DAYS and day is not None:
        return _day(day, steps, unit, basis)
    return Open("what it is counted from is not known exactly enough")


def _year(year: int, basis: str) -> Found:
    return Dating(f"{year:04d}", basis) if 0 < year < 10_000 else Open("the year is out of reach")


def _month(months: int, basis: str) -> Found:
    year, month = divmod(months, 12)
    return Dating(f"{year:04d}-{month + 1:02d}", basis) if 0 < year < 10_000 else Open("the year is out of reach")


def _day(day: date, steps: int, unit: str, basis: str) -> Found:
    """Weeks by the number come to the calendar week: "three weeks ago" names no day."""
    found = day + timedelta(steps * _DAYS[unit])
    if unit == "week" and abs(steps) > 1:
        monday = found - timedelta(found.weekday())
        return Dating(f"{monday}/{monday + timedelta(6)}", basis)
    return Dating(str(found), basis)


def parse_span(words: str, anchor: Anchor) -> Found:
    """A stretch to or from the day of telling: "the past three days", "in the next two weeks"."""
    match = SPAN.search(words)
    if not match:
        return None
    if match["past"]:
        return Dating(f"{anchor.day - timedelta(1)}/{anchor.day}", anchor.basis) if anchor.day else NOT_TOLD
    if not match["count"] or read_count(match["count"]) is None:
        return _VAGUE
    if match["side"] in ("last", "past"):
        return _span(match, -1, anchor)
    return _span_on(match, anchor) if anchor.scene and not anchor.ahead else _span(match, 1, anchor)


def _span_on(match: re.Match[str], anchor: Anchor) -> Found:
    """A stretch on from the date that a past story speaks of: "in the next five years"."""
    first, last = (
        step(anchor.scene or "", steps, match["unit"], SCENE) for steps in (0, read_count(match["count"]) or 0)
    )
    if not isinstance(first, Dating) or not isinstance(last, Dating):
        return first
    return Dating(f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}", SCENE)


def parse_within(words: str, anchor: Anchor) -> Found:
    """A term: "within 72 hours" of a plan or demand; of anything else it is a length of time."""
    match = WITHIN.search(words)
    if not match:
        return None
    if not anchor.ahead:
        return Open("it is a length of time, not a date")
    return _span(match, 1, anchor)


def _span(match: re.Match[str], side: int, anchor: Anchor) -> Found:
    steps = read_count(match["count"])
    if steps is None:
        return _VAGUE
    if anchor.day is None:
        return NOT_TOLD
    days = {"hour": steps // 24, "day": steps, "week": 7 * steps, "month": None, "year": None}[match["unit"]]
    if days is None:
        return _long_span(steps * side, match["unit"], anchor)
    other = anchor.day + timedelta(side * days)
    return Dating(f"{min(anchor.day, other)}/{max(anchor.day, other)}", anchor.basis)


def _long_span(steps: int, unit: str, anchor: Anchor) -> Found:
    far = step(anchor.told or "", steps, unit, anchor.basis)
    near = step(anchor.told or "", 0, unit, anchor.basis)
    if not isinstance(far, Dating) or not isinstance(near, Dating):
        return far
    return Dating("/".join(sorted((far.edtf, near.edtf))), anchor.basis)


def read_count(count: str) -> int | None:
    """The number, 1 for "a"; None where the words are vague."""
    if count in VAGUE_COUNTS or count.startswith("half"):
        return None
    return int(count) if count.isdigit() else 1
