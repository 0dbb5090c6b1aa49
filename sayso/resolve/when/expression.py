"""Expressions: where words of time stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sayso.resolve.when.anchor import Anchor, read_day
from sayso.resolve.when.arabic import NAMES
from sayso.resolve.when.day import DAY_MONTH, ISO, MONTH_DAY, NTH
from sayso.resolve.when.grammar import parse_when
from sayso.resolve.when.normal import fold
from sayso.resolve.when.vocabulary import MONTHS, NUMBERS, ORDINALS, SEASONS, VAGUE_COUNTS, WEEKDAYS, one_of
from sayso.resolve.when.weekday import NAMED_DAY, WEEKDAY_WORDS
from sayso.resolve.when.year import CENTURY, DECADE, SHORT_DECADE, YEARS

_DAYS = (ISO, DAY_MONTH, MONTH_DAY, WEEKDAY_WORDS, NAMED_DAY)

_ONES = one_of(word for word, value in NUMBERS.items() if 0 < value < 10)
_TENS = one_of(word for word, value in NUMBERS.items() if value >= 20)
_COUNT = rf"(?:\d{{1,3}}|(?:{_TENS})-(?:{_ONES})|{one_of(NUMBERS)}|an?|{one_of(VAGUE_COUNTS)})"
_UNIT = r"(?:hour|day|night|week|fortnight|month|year|decade)s?"
_WEEKDAY = rf"(?:{one_of(WEEKDAYS)})"
_MONTH = rf"(?:{one_of(MONTHS)})\b\.?"
_LONG_MONTH = rf"(?:{one_of(name for name in MONTHS if len(name) > 4 and name != 'march')})"
_YEAR = r"(?:1\d\d\d|2[01]\d\d)(?![\d%]|[,.:]\d)"
_OF_YEAR = rf"(?:,? (?:of |in )?(?:{_YEAR}|(?:last|this|next|the same|that) year))"
_WAY = r"(?:last|past|previous|this|next|coming|this past|that|the same|that same|the following)"
_PART = r"(?:early|mid|late|the (?:beginning|start|middle|end) of|the opening days of|the (?:first|last) days of)[ -](?:in )?(?:the )?"
_ORDINAL = rf"(?:{one_of(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_PLACED = r"(?:in|of|since|during|by|until|till|through|from|to|and|between|before|after|for)"
_CLOCK = r"(?: (?:morning|afternoon|evening|night|noon))?"


def _plain(pattern: str) -> str:
    """A pattern without names for its groups, so that patterns can be put together."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


_DATE = rf"(?:{_plain(DAY_MONTH.pattern)}|{_plain(MONTH_DAY.pattern)})"
# A year alone may be a number of anything: not before what can be counted, and the older ones only behind a word of time.
_COUNTED = (
    r"(?! (?:people|men|women|children|soldiers|troops|fighters|civilians|students|members|words|copies|pages|dollars|euros"
    r"|pounds|miles|metres|meters|kilometres|kilometers|km|m|feet|tonnes|tons|hours|days|years|times|degrees|votes|homes)\b)"
)
_POINT = "|".join(
    (
        _plain(ISO.pattern),
        r"(?<![\d./-])(?:\d{1,2}[.]\d{1,2}[.]|\d{1,2}/\d{1,2}/)\d{4}(?!\d)",
        rf"\b(?:{_WEEKDAY},? (?:the )?)?{_DATE}",
        rf"\b(?:the )?{_ORDINAL} (?:week|half|quarter) (?:of|in) (?:{_MONTH}{_OF_YEAR}?|{_YEAR})(?!\w)",
        rf"\bq[1-4]{_OF_YEAR}?(?!\w)",
        rf"\b(?:{_PART}|{_WAY} )?{_MONTH}{_OF_YEAR}(?!\w)",
        rf"\b(?:{_PART}|{_WAY} ){_MONTH}(?!\w)",
        rf"\b(?:{_WAY} |the )?(?:{one_of(SEASONS)})(?: of)? {_YEAR}(?!\w)",
        rf"\b(?:last|this|next|that|the same) (?:{one_of(SEASONS)})\b",
        rf"\b(?:the )?(?:{_PART})?(?:{_plain(DECADE.pattern)})",
        rf"{_plain(SHORT_DECADE.pattern)}",
        rf"\b(?:the )?(?:{_PART})?(?:{_plain(CENTURY.pattern)}|{_ORDINAL}[ -]century\b)",
        rf"\bthe (?:day before yesterday|day after tomorrow)\b|{_plain(NAMED_DAY.pattern)}{_CLOCK}",
        rf"\b(?:{_WAY} |the )?{_WEEKDAY}\b(?:,? (?:of )?(?:last|this|next) week)?{_CLOCK}(?: (?:after|before)(?=[,.;)]))?",
        rf"\b(?:{_WAY} |the |at the )?weekend\b",
        rf"\b{_COUNT} {_UNIT} (?:ago|back|earlier|later|afterwards|before(?=[,.;)]| [a-z]+ed\b)|after(?=[,.;)]))(?!\w)",
        r"\b(?:the |that )(?:next|following|previous|preceding) (?:day|morning|afternoon|evening|night|month|year)\b",
        r"\bthe (?:day|night|evening|month|year) (?:before|after)(?=[,.;)])",
        rf"\b(?:over |during |in )?the (?:last|past|next|coming) {_COUNT} {_UNIT}\b",
        rf"\b(?:{_PART})?{_WAY} (?:same )?(?:week|month|year|decade|quarter|season)\b(?!-)",
        r"\b(?:that|the same) (?:day|night|morning|evening|afternoon)\b|\blast night\b",
        rf"{_plain(YEARS.pattern)}",
        r"\b(?:by )?(?:the )?year[- ]end\b(?!-)",
        rf"\b(?:early|mid|late|the (?:beginning|start|middle|end) of)[ -](?:in )?{_YEAR}",
        rf"(?<![\d,.$€£#:/])(?<!\w-)\b(?:19|20)\d\d(?![\d%]|[,.:]\d|-[a-z]|/\d){_COUNTED}\b",
        r"(?<=[(-])1[0-8]\d\d\b(?![,.:]\d)|(?<=[a-z], )1[5-8]\d\d(?=[.;)])",
        _plain(NTH.pattern),
    )
)
_BEHIND = (
    r"\b(?:in|of|since|during|by|until|till|through|from|to|and|between|before|after|for|around|or|circa|c\.|year|-) "
)
_MONTH_ALONE = re.compile(
    rf"{_BEHIND}(?P<it>{_LONG_MONTH}|march|may|june|july)\b|(?P<name>\b(?:{_LONG_MONTH}|june|july)\b)"
)
_OLD_YEAR = re.compile(rf"{_BEHIND}(?P<it>1[0-8]\d\d)(?![\d%]|[,.:]\d|-\w){_COUNTED}\b")
_PATTERNS = (
    re.compile(rf"\b(?:between|from) (?:{_POINT}|{_MONTH}) (?:and|to|until|till|through) (?:{_POINT}|{_MONTH}(?!\w))"),
    re.compile(
        rf"\b(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: and | to | or | ?- ?)(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}{_OF_YEAR}?(?!\w)"
        rf"|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?: and | to | or | ?- ?)\d{{1,2}}(?:st|nd|rd|th)?(?![\d:]){_OF_YEAR}?(?!\w)"
    ),
    re.compile(rf"(?:\b(?:ever )?(?:since|until|till) )?(?:{_POINT})"),
    re.compile(rf"(?<![ء-ي])(?:\d{{1,2}} ?)?[وب]?(?:{NAMES})(?![ء-ي])(?: (?:عام )?\d{{4}}| الماضي| المقبل| الجاري)?"),
)


def find_expressions(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of all words in a text that name a date, in order and apart; where two overlap, the longer first one.

    Misses lengths of time ("for three days"), feasts, events ("the war") and hours: they name no date.
    """
    words = fold(text)
    found = sorted(_find(words, text), key=lambda place: (place[0], -place[1]))
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return tuple(apart)


def _find(words: str, text: str) -> Iterator[tuple[int, int]]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(words):
            yield match.start(), match.start() + len(match.group().rstrip(" ,"))
    yield from (match.span("it") for match in _OLD_YEAR.finditer(words))
    for match in _MONTH_ALONE.finditer(words):
        start, end = match.span("it" if match["it"] else "name")
        if text[start].isupper():
            yield start, end


def find_expression(text: str) -> tuple[int, int] | None:
    """Start and end of the first words in a text that name a day ("on Friday", "of 13 March"); None if none do."""
    words = fold(text)
    found = [match.span() for pattern in _DAYS for match in pattern.finditer(words)]
    return min(found, key=lambda place: (place[0], -place[1])) if found else None


def find_day(text: str, *, anchor: Anchor) -> date | None:
    """The last single day that a stretch of text names, None if it names none."""
    words = fold(text)
    days: list[tuple[int, date]] = []
    for pattern in (*_DAYS, NTH):
        for match in pattern.finditer(words):
            found = parse_when(match.group(), anchor=anchor)
            day = read_day(found.edtf) if found else None
            if day:
                days.append((match.end(), day))
    return max(days)[1] if days else None
