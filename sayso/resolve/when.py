"""When: words that date a happening, as EDTF counted from the day the report was told.

Own grammar instead of a library: a date stays as partial as the words leave it ("in June" is a
month), and a weekday in a newspaper looks back unless the claim looks ahead.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.resolve.wording import list_words

_WEEKDAYS = list_words("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_NUMBERS = {
    word: value
    for value, word in enumerate(
        list_words("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen")
    )
} | {"a": 1, "an": 1, "few": None, "several": None, "some": None}
_DAYS_IN = {"day": 1, "night": 1, "hour": 0, "minute": 0, "week": 7}

_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_UNIT = r"(?P<unit>hour|minute|day|night|week|month|year)s?"
_COUNT = rf"(?P<count>\d+|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"

_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_DAY_MONTH = re.compile(rf"\b{_DAY}(?: of)? {_MONTH}(?:,? (?:of )?{_YEAR})?\b")
_MONTH_DAY = re.compile(rf"\b{_MONTH} (?:the )?{_DAY}(?!\d)(?:,? {_YEAR})?\b")
_MONTH_ALONE = re.compile(
    rf"\b(?P<last>last |this |next |past )?{_MONTH}(?:,? (?:of )?{_YEAR}| (?P<lasty>last year))?(?!\w)"
)
_YEAR_ALONE = re.compile(rf"(?<![\d,.])(?<!\d-){_YEAR}(?![\d,]\d|-)\b")
_SEASON = re.compile(rf"\b(?P<last>last |this |next |the )?(?P<season>{'|'.join(_SEASONS)})(?: of)?(?: {_YEAR})?\b")
_WEEKDAY = re.compile(rf"\b(?P<way>next |last |this |coming )?(?P<weekday>{'|'.join(_WEEKDAYS)})s?\b")
_NTH = re.compile(r"\b(?:on|by|of|until|since) the (?P<day>\d{1,2})(?:st|nd|rd|th)\b")
_AGO = re.compile(
    rf"\b{_COUNT} {_UNIT} (?P<way>ago|earlier|before|later|after|on)\b"
    rf"|\b(?P<pre>before|since) {_COUNT.replace('count', 'count2')} {_UNIT.replace('unit', 'unit2')}\b"
)
_PERIOD = re.compile(r"\b(?P<way>last|past|this|next) (?P<unit>week|month|year)\b")
_RANGE = re.compile(r"(?:\b(?:between|from) |^)(?P<a>.+?) (?:and|to|until|till) (?P<b>.+)$")
_DAYS_OF_MONTH = re.compile(
    r"\b(?:between |from )?(?P<a>\d{1,2})(?:st|nd|rd|th)?(?: and | to |\s?[-–]\s?)"
    rf"(?P<b>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}(?:,? {_YEAR})?\b"
)
_MONTH_DAYS = re.compile(rf"\b{_MONTH} (?P<a>\d{{1,2}})(?: and | to |\s?[-–]\s?)(?P<b>\d{{1,2}})(?:,? {_YEAR})?\b")
_SINCE = re.compile(r"\b(?:ever )?since\b|\bstarting\b|\bas of\b")
_UNTIL = re.compile(r"\b(?:until|till|up to)\b")
_PART = re.compile(r"\b(?P<part>early|mid|middle of|late|beginning of|start of|end of)[ -](?:in )?(?:the )?")
_SAME_DAY = re.compile(r"\b(?:that|the same|this same) (?:day|night|morning|evening|afternoon)\b")
_OF_DAY = re.compile(
    r"\b(?:(?:at|before|by|after|since|around) )?(?:dawn|daybreak|sunrise|noon|midday|dusk|sunset|nightfall)\b"
    r"|\bin the (?:early )?(?:morning|afternoon|evening)\b|\bby (?:morning|evening|nightfall)\b|\bsince the morning\b"
    r"|\bat (?:about |around )?\d{1,2}(?::\d\d|(?:[:.]\d\d)? ?[ap]\.?m\b)"
)
_OVERNIGHT = re.compile(
    r"\b(?:overnight|at midnight|the previous night|(?:during|in) the night|last night|through the night)\b"
)
_NIGHT_TO = re.compile(rf"\b(?:overnight|night) (?:in)?to (?P<weekday>{'|'.join(_WEEKDAYS)})\b")
_NAMED = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
}
_NAMED_DAY = re.compile(rf"\b(?:{'|'.join(sorted(_NAMED, key=len, reverse=True))})\b")

_ORDINALS = list_words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
)
_ORDINAL = re.compile(rf"\b(?:{'|'.join(_ORDINALS)})\b(?= of {_MONTH})")

WORDS, PUBLISHED = "words", "published"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative words are counted from.

    `told` is the publication date in EDTF (None: the page does not say, relative words stay open).
    `scene` is the day that the text around speaks of, for "at dawn" and "that day"; None if it
    names none. `ahead` is set for plans and demands: "on Friday" is then the next one.
    """

    told: str | None
    scene: date | None = None
    ahead: bool = False

    @property
    def day(self) -> date | None:
        """The publication day; None unless the whole day is known."""
        return _day(self.told)

    @property
    def year(self) -> int | None:
        """The publication year; None if unknown."""
        found = re.match(r"\d{4}", self.told or "")
        return int(found.group()) if found else None


@dataclass(frozen=True, slots=True)
class Dating:
    """A date in EDTF and what it was counted from: `words` or `published`."""

    edtf: str
    basis: str


def parse_when(text: str, *, anchor: Anchor) -> Dating | None:
    """The date that the words give, None where they give none or their anchor is missing.

    "on Saturday" in a Sunday paper is yesterday, in a Saturday paper today; "since 2016" is
    `2016/..`; "in June" the last June. Times of day are dropped to their day. Misses feasts,
    Hijri dates and "the second day of the battle": accepted.
    """
    words = " ".join(text.casefold().replace("’", "'").split())
    words = _ORDINAL.sub(lambda match: f"{_ORDINALS.index(match.group()) + 1}th", words)
    found = _parse_range(words, anchor) or _parse_point(words, anchor)
    if found is None or "/" in found.edtf:
        return found
    if _SINCE.search(words):
        return Dating(f"{found.edtf}/..", found.basis)
    if _UNTIL.search(words):
        return Dating(f"../{found.edtf}", found.basis)
    return found


def find_expression(text: str) -> tuple[int, int] | None:
    """Start and end of the first words in a text that name a day ("on Friday", "of 13 March"); None if none do."""
    words = text.casefold().replace("’", "'")
    if len(words) != len(text):
        return None
    found = [
        match.span()
        for pattern in (_ISO, _DAY_MONTH, _MONTH_DAY, _WEEKDAY, _NAMED_DAY)
        for match in pattern.finditer(words)
    ]
    return min(found, key=lambda place: (place[0], -place[1])) if found else None


def find_day(text: str, *, anchor: Anchor) -> date | None:
    """The last single day that a stretch of text names, None if it names none."""
    words = text.casefold().replace("’", "'")
    days: list[tuple[int, date]] = []
    for pattern in (_ISO, _DAY_MONTH, _MONTH_DAY, _WEEKDAY, _NTH, _NAMED_DAY):
        for match in pattern.finditer(words):
            found = _parse_point(words[match.start() : match.end()], anchor)
            day = _day(found.edtf) if found else None
            if day:
                days.append((match.end(), day))
    return max(days)[1] if days else None


def _parse_range(words: str, anchor: Anchor) -> Dating | None:
    match = _DAYS_OF_MONTH.search(words) or _MONTH_DAYS.search(words)
    if match:
        ends = [_calendar_day(match, int(match[end]), anchor) for end in ("a", "b")]
        return _between(*ends)
    match = _RANGE.search(words)
    if not match:
        return None
    return _between(_parse_point(match["a"], anchor), _parse_point(match["b"], anchor))


def _between(first: Dating | None, last: Dating | None) -> Dating | None:
    if first is None or last is None or "/" in first.edtf or "/" in last.edtf:
        return None
    basis = PUBLISHED if PUBLISHED in (first.basis, last.basis) else WORDS
    return Dating(f"{first.edtf}/{last.edtf}", basis)


def _parse_point(words: str, anchor: Anchor) -> Dating | None:
    """The first reading that fits, the most exact first."""
    for parse in (
        _parse_iso,
        _parse_calendar_day,
        _parse_night_to,
        _parse_named_day,
        _parse_weekday,
        _parse_nth,
        _parse_distance,
        _parse_period,
        _parse_season,
        _parse_month,
        _parse_year,
        _parse_night,
        _parse_time_of_day,
    ):
        found = parse(words, anchor)
        if found:
            return found
    return None


def _parse_iso(words: str, anchor: Anchor) -> Dating | None:
    match = _ISO.search(words)
    return _dating(_make_day(int(match[1]), int(match[2]), int(match[3])), WORDS) if match else None


def _parse_calendar_day(words: str, anchor: Anchor) -> Dating | None:
    match = _DAY_MONTH.search(words) or _MONTH_DAY.search(words)
    return _calendar_day(match, int(match["day"]), anchor) if match else None


def _calendar_day(match: re.Match[str], day: int, anchor: Anchor) -> Dating | None:
    month = _MONTHS[match["month"]]
    if match["year"]:
        return _dating(_make_day(int(match["year"]), month, day), WORDS)
    if anchor.year is None:
        return None
    told = anchor.day or date(anchor.year, 12, 31)
    found = _make_day(told.year, month, day)
    if found and found > told and not anchor.ahead:
        found = _make_day(told.year - 1, month, day)
    elif found and found < told and anchor.ahead and (told - found).days > _HALF_YEAR:
        found = _make_day(told.year + 1, month, day)
    return _dating(found, PUBLISHED)


_HALF_YEAR = 183


def _parse_night_to(words: str, anchor: Anchor) -> Dating | None:
    match = _NIGHT_TO.search(words)
    day = _weekday_before(match["weekday"], anchor) if match else None
    return Dating(f"{day - timedelta(1)}/{day}", PUBLISHED) if day else None


def _parse_named_day(words: str, anchor: Anchor) -> Dating | None:
    match = _NAMED_DAY.search(words)
    if not match or anchor.day is None:
        return None
    return _dating(anchor.day + timedelta(_NAMED[match.group()]), PUBLISHED)


def _parse_weekday(words: str, anchor: Anchor) -> Dating | None:
    match = _WEEKDAY.search(words)
    if not match or anchor.day is None:
        return None
    if match["way"] in ("next ", "coming ") or (anchor.ahead and match["way"] != "last "):
        steps = (_WEEKDAYS.index(match["weekday"]) - anchor.day.weekday()) % 7
        return _dating(anchor.day + timedelta(steps or 7 if match["way"] else steps), PUBLISHED)
    day = _weekday_before(match["weekday"], anchor)
    if day == anchor.day and match["way"] == "last ":
        day = day - timedelta(7)
    return _dating(day, PUBLISHED)


def _weekday_before(weekday: str, anchor: Anchor) -> date | None:
    """The latest such weekday up to the day of telling, that day included."""
    if anchor.day is None:
        return None
    return anchor.day - timedelta((anchor.day.weekday() - _WEEKDAYS.index(weekday)) % 7)


def _parse_nth(words: str, anchor: Anchor) -> Dating | None:
    match = _NTH.search(words)
    if not match or anchor.day is None:
        return None
    found = _make_day(anchor.day.year, anchor.day.month, int(match["day"]))
    if (found is None or found > anchor.day) and not anchor.ahead:
        month = anchor.day.replace(day=1) - timedelta(1)
        found = _make_day(month.year, month.month, int(match["day"]))
    return _dating(found, PUBLISHED)


def _parse_distance(words: str, anchor: Anchor) -> Dating | None:
    """Distances such as "two days ago", and the "before two days" of English translated from Arabic."""
    match = _AGO.search(words)
    if not match:
        return None
    way = match["way"] or match["pre"]
    # "Earlier", "before" and "later" count from the day that the text speaks of; "ago" from the telling.
    # "Two days after X" as the date of X itself: the happening before, so many days back.
    start = anchor.scene
    if way in ("ago", "since") or match["pre"] or (way == "after" and start is None):
        start = anchor.day
    count = match["count"] or match["count2"]
    steps = int(count) if count.isdigit() else _NUMBERS[count]
    unit = match["unit"] or match["unit2"]
    if unit in ("hour", "minute") and way != "ago":
        return None  # "ten minutes after the explosion" has the explosion's day, whatever that is
    if start is None or steps is None:
        return None
    return _step(start, steps if way in ("later", "on") else -steps, unit)


def _step(start: date, steps: int, unit: str) -> Dating | None:
    if unit in _DAYS_IN:
        days = steps * _DAYS_IN[unit]
        return _dating(start + timedelta(days), PUBLISHED) if unit != "week" or abs(steps) == 1 else None
    if unit == "month":
        years, month = divmod(start.year * 12 + start.month - 1 + steps, 12)
        return Dating(f"{years:04d}-{month + 1:02d}", PUBLISHED)
    return Dating(f"{start.year + steps:04d}", PUBLISHED)


def _parse_period(words: str, anchor: Anchor) -> Dating | None:
    match = _PERIOD.search(words)
    if not match or anchor.day is None or _MONTH_ALONE.search(words):
        return None
    steps = {"last": -1, "past": -1, "this": 0, "next": 1}[match["way"]]
    if match["unit"] != "week":
        return _step(anchor.day, steps, match["unit"])
    monday = anchor.day - timedelta(anchor.day.weekday()) + timedelta(7 * steps)
    # This week, as far as it has gone: a report cannot tell of the days to come.
    last = anchor.day if steps == 0 and not anchor.ahead else monday + timedelta(6)
    return Dating(f"{monday}/{last}", PUBLISHED)


def _parse_season(words: str, anchor: Anchor) -> Dating | None:
    match = _SEASON.search(words)
    if not match or (match["season"] == "fall" and not match["year"]):
        return None
    season = _SEASONS[match["season"]]
    if match["year"]:
        return Dating(f"{match['year']}-{season}", WORDS)
    if anchor.day is None:
        return None
    start = date(anchor.day.year, (season - 20) * 3, 1)
    year = anchor.day.year - (start > anchor.day and not anchor.ahead and match["last"] != "this ")
    if match["last"] == "last " and year == anchor.day.year and (anchor.day - start).days < 92:
        year -= 1
    return Dating(f"{year}-{season}", PUBLISHED)


def _parse_month(words: str, anchor: Anchor) -> Dating | None:
    match = _MONTH_ALONE.search(words)
    if not match or (
        match["month"] == "may"
        and not re.search(
            r"\b(?:in|of|since|last|early|late|mid|this|next|by|until|from|to|and|between)[ -](?:the )?may\b"
            r"|^may$|may (?:19|20)\d\d",
            words,
        )
    ):
        return None
    month = _MONTHS[match["month"]]
    if match["year"]:
        return _with_part(words, int(match["year"]), month, WORDS)
    if anchor.year is None:
        return None
    year = anchor.year - bool(match["lasty"])
    now = anchor.day.month if anchor.day else 12
    if month > now and not anchor.ahead and not match["lasty"]:
        year -= 1
    elif month < now and anchor.ahead:
        year += 1
    elif month == now and match["last"] == "last ":
        year -= 1
    return _with_part(words, year, month, PUBLISHED)


def _with_part(words: str, year: int, month: int | None, basis: str) -> Dating:
    """A month or year, cut to its early, middle or late third when the words say so."""
    match = _PART.search(words)
    if not match:
        return Dating(f"{year:04d}-{month:02d}" if month else f"{year:04d}", basis)
    part = {"early": 0, "beginning of": 0, "start of": 0, "mid": 1, "middle of": 1}.get(match["part"], 2)
    if month is None:
        return Dating(f"{year:04d}-{part * 4 + 1:02d}/{year:04d}-{part * 4 + 4:02d}", basis)
    last = calendar.monthrange(year, month)[1] if part == 2 else part * 10 + 10
    return Dating(f"{year:04d}-{month:02d}-{part * 10 + 1:02d}/{year:04d}-{month:02d}-{last:02d}", basis)


def _parse_year(words: str, anchor: Anchor) -> Dating | None:
    match = _YEAR_ALONE.search(words)
    return _with_part(words, int(match["year"]), None, WORDS) if match else None


def _parse_night(words: str, anchor: Anchor) -> Dating | None:
    """A night belongs to two days: the one it began on and the next."""
    day = anchor.scene or anchor.day
    if not _OVERNIGHT.search(words) or day is None:
        return None
    return Dating(f"{day - timedelta(1)}/{day}", PUBLISHED)


def _parse_time_of_day(words: str, anchor: Anchor) -> Dating | None:
    if _SAME_DAY.search(words):
        return _dating(anchor.scene, PUBLISHED)
    return _dating(anchor.scene or anchor.day, PUBLISHED) if _OF_DAY.search(words) else None


def _make_day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def _dating(day: date | None, basis: str) -> Dating | None:
    return Dating(day.isoformat(), basis) if day else None


def _day(edtf: str | None) -> date | None:
    return date.fromisoformat(edtf) if edtf and re.fullmatch(r"\d{4}-\d\d-\d\d", edtf) else None
