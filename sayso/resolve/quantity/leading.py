"""Leading: the count that words begin with which nobody read as a count."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.resolve.quantity.count import VAGUE_WORDS, Count, parse
from sayso.resolve.quantity.numeral import find_numerals, normalise
from sayso.resolve.quantity.unit import UNITS

# What may stand before a count with which words begin.
_BEGIN = re.compile(
    r"[\"'(]*(?:(?:at least|more than|up to|about|around|some|nearly|almost|over|(?:no )?(?:fewer|less|more) than"
    r"|as many as|roughly|another|between|an estimated|approximately|close to|only|just|a (?:further|total of)|further"
    r"|all|other|perhaps|maybe|the bodies of|(?:an?|the)(?: [a-z-]+){0,3} (?:force|column|convoy|group|team|crowd|toll"
    r"|total|party|contingent|unit|detachment|fleet|batch|garrison|patrol) of)\s+)*"
)
_LEAST_TELLING = frozenset(("several", "a few", "a number of", "a handful"))
_FOLLOWING = re.compile(
    r"(?: (?!(?:in|on|at|from|to|by|and|who|which|were|was|are|is|had|have|has|will|would)\b)[\w'-]+){0,5}"
)
_SMALL_WORDS = frozenset(("of", "the", "its", "their", "his", "more", "other"))
_MEASURES = frozenset(("day", "year", "hour", "month", "week", "minute", "km", "metre", "mile", "per cent", "hectare"))


@lru_cache(maxsize=20_000)
def parse_leading(text: str) -> tuple[Count, int] | None:
    """The count that the words begin with, and where its phrase ends; None where they begin with none.

    For words that were not read as a count: "at least 14 fighters", "a column of 120 men"; not
    "the 444 Brigade", "wells 101 and 107", "a tank", "both towns", times and distances.
    """
    words = normalise(text)
    begin = _BEGIN.match(words)
    start = begin.end() if begin else 0
    numerals = find_numerals(words)
    vague = VAGUE_WORDS.match(words, start)
    if vague and vague.group() in _LEAST_TELLING:
        vague = None
    if not vague and not (numerals and numerals[0].start == start):
        return None
    end = _end_of_phrase(words, vague.end() if vague else numerals[0].end)
    count = parse(text)
    return (count, end) if count and count.unit not in _MEASURES else None


def _end_of_phrase(words: str, at: int) -> int:
    """Where a phrase ends whose number ends at a place: behind its first listed noun, else behind the next word."""
    following = _FOLLOWING.match(words, at)
    spans = [match.span() for match in re.finditer(r"[\w'-]+", following.group())] if following else []
    nouns = [end for start, end in spans if words[at + start : at + end] in UNITS]
    plain = [end for start, end in spans if words[at + start : at + end] not in _SMALL_WORDS]
    return at + next(iter(nouns or plain), 0)
