"""Weekdays, and days named from the telling: "on Saturday" in a Sunday paper is yesterday."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.resolve.when.anchor import Anchor
from sayso.resolve.when.dating import NO_SCENE, NOT_TOLD, SCENE, Dating, Found
from sayso.resolve.when.vocabulary import SHORT_WEEKDAYS, WEEKDAY, WEEKDAYS, one_of, weekday_number

_WEEK = r"(?:,? (?:of )?(?P<week>last|this|next) week)"
WEEKDAY_WORDS = re.compile(
    rf"\b(?P<way>next |last |this |past |coming |that |the same |the following |the previous )?{WEEKDAY}s?\b{_WEEK}?"
    r"(?P<after> (?:after|before)$)?"
)
_SHORT = re.compile(rf"^(?:on )?(?P<weekday>{one_of(SHORT_WEEKDAYS)})$")
_NIGHT_TO = re.compile(
    rf"\b(?:overnight|night) (?:in)?to {WEEKDAY}\b|\bnight between \w+ and {WEEKDAY.replace('weekday', 'other')}\b"
)
_NAMED = {
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "this noon": 0,
    "tomorrow": 1,
}
NAMED_DAY = re.compile(rf"\b(?:{one_of(_NAMED)})\b")
_NOW = re.compile(
    r"^(?:(?:right |by |for )?now|at (?:present|this (?:hour|moment|time)|the moment|the time of writing)|currently"
    r"|nowadays|on the day of publication)$"
)
WEEKEND = re.compile(r"\b(?:(?P<way>last|past|this|next|coming|this past) |the |at the )?weekend\b")


def parse_night_to(words: str, anchor: Anchor) -> Found:
    """The night to a weekday belongs to two days."""
    match = _NIGHT_TO.search(words)
    if not match:
        return None
    if anchor.day is None:
        return NOT_TOLD
    day = weekday_before(weekday_number(match["weekday"] or match["other"]), anchor.day)
    return Dating(f"{day - timedelta(1)}/{day}", anchor.basis)


def parse_named_day(words: str, anchor: Anchor) -> Found:
    """Days counted from the day of telling: "yesterday", "this morning", "now"."""
    match = NAMED_DAY.search(words)
    if not match and not _NOW.search(words):
        return None
    if anchor.day is None:
        return NOT_TOLD
    return Dating(str(anchor.day + timedelta(_NAMED[match.group()] if match else 0)), anchor.basis)


def parse_weekday(words: str, anchor: Anchor) -> Found:
    """A weekday looks back from the day of telling, that day included; ahead, it looks on."""
    match = WEEKDAY_WORDS.search(words)
    if not match:
        return _parse_short(words, anchor)
    number, way = weekday_number(match["weekday"]), (match["way"] or "").strip()
    if match["after"] or way in ("the following", "the previous"):
        return _beside_scene(number, way == "the following" or (match["after"] or "").strip() == "after", anchor)
    if anchor.day is None:
        return NOT_TOLD
    if match["week"]:
        return _of_week(number, {"last": -1, "this": 0, "next": 1}[match["week"]], anchor)
    return Dating(str(_choose(number, way, anchor.day, bool(anchor.ahead))), anchor.basis)


def _choose(number: int, way: str, told: date, ahead: bool) -> date:
    if way in ("next", "coming") or (ahead and way not in ("last", "past")):
        steps = (number - told.weekday()) % 7
        return told + timedelta(steps or 7 if way else steps)
    day = weekday_before(number, told)
    return day - timedelta(7) if day == told and way in ("last", "past") else day


def _parse_short(words: str, anchor: Anchor) -> Found:
    match = _SHORT.search(words)
    if not match:
        return None
    if anchor.day is None:
        return NOT_TOLD
    return Dating(str(_choose(SHORT_WEEKDAYS[match["weekday"]], "", anchor.day, bool(anchor.ahead))), anchor.basis)


def _beside_scene(number: int, is_after: bool, anchor: Anchor) -> Found:
    """The first such weekday after, or the last before, the day that the text speaks of."""
    day = anchor.scene_day
    if day is None:
        return NO_SCENE
    if is_after:
        return Dating(str(day + timedelta((number - day.weekday()) % 7 or 7)), SCENE)
    return Dating(str(weekday_before(number, day - timedelta(1))), SCENE)


def _of_week(number: int, steps: int, anchor: Anchor) -> Found:
    if anchor.day is None:
        return NOT_TOLD
    monday = anchor.day - timedelta(anchor.day.weekday())
    return Dating(str(monday + timedelta(7 * steps + number)), anchor.basis)


def parse_weekend(words: str, anchor: Anchor) -> Found:
    """The Saturday and Sunday last begun; the coming ones for what lies ahead."""
    match = WEEKEND.search(words)
    if not match:
        return None
    if anchor.day is None:
        return NOT_TOLD
    ahead = match["way"] in ("next", "coming") or (anchor.ahead and match["way"] not in ("last", "past", "this past"))
    saturday = weekday_before(WEEKDAYS.index("saturday"), anchor.day) + timedelta(7 if ahead else 0)
    return Dating(f"{saturday}/{saturday + timedelta(1)}", anchor.basis)


def weekday_before(number: int, day: date) -> date:
    """The latest such weekday up to a day, that day included."""
    return day - timedelta((day.weekday() - number) % 7)
