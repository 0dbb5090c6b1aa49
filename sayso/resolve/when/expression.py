"""Expressions: where words of time stand in a text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sayso.resolve.when.anchor import Anchor, read_day
from sayso.resolve.when.day import DAY_MONTH, ISO, MONTH_DAY, NTH
from sayso.resolve.when.grammar import parse_when
from sayso.resolve.when.normal import fold
from sayso.resolve.when.pattern import HINT, MONTH_ALONE, OLD_YEAR, PATTERNS
from sayso.resolve.when.weekday import NAMED_DAY, WEEKDAY_WORDS

_DAYS = (ISO, DAY_MONTH, MONTH_DAY, WEEKDAY_WORDS, NAMED_DAY)


def find_expressions(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of all words in a text that name a date, in order and apart; of two that overlap, the first.

    Misses lengths of time ("for three days"), feasts, events ("the war") and hours: they name no date.
    """
    words = fold(text)
    if not HINT.search(words):
        return ()
    found = sorted(_find(words, text), key=lambda place: (place[0], -place[1]))
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return tuple(apart)


def _find(words: str, text: str) -> Iterator[tuple[int, int]]:
    for pattern in PATTERNS:
        for match in pattern.finditer(words):
            yield match.start(), match.start() + len(match.group().rstrip(" ,."))
    yield from (match.span("it") for match in OLD_YEAR.finditer(words))
    for match in MONTH_ALONE.finditer(words):
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
