"""Place: where gold's words stand in a clean text."""

from __future__ import annotations

import re

from sayso.evaluate.words import find_words, list_occurrences, list_word_places
from sayso.model.values.span import Span

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+|\n+")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TIME = re.compile(
    rf"(?:\d{{1,2}} )?\b(?:{_MONTHS})\b(?: \d{{1,2}}\b)?(?:,? \d{{4}}\b)?"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?\b"
    r"|\b(?:19|20)\d\d\b"
    r"|\b(?:yesterday|today|tonight|overnight|tomorrow|at (?:dawn|dusk|noon|midnight))\b"
    r"|\b(?:this|last|next) (?:morning|afternoon|evening|night|week|month|year|spring|summer|autumn|winter)\b",
    re.IGNORECASE,
)
_COUNTING = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER_WORDS = {
    **{word: float(value) for value, word in enumerate(_COUNTING, start=1)},
    **dict.fromkeys(("a", "an", "single"), 1.0),
    **dict.fromkeys(("both", "pair", "couple"), 2.0),
    "dozen": 12.0,
}
#: Words that stand for a number of no one value.
_VAGUE = frozenset({"several", "dozens", "hundreds", "thousands", "millions"})
_SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_NUMBER = re.compile(rf"(\d+(?:[.,]\d+)*|[A-Za-z]+)(?:\s+({'|'.join(_SCALES)})\b)?", re.IGNORECASE)


def find_evidence(quoted: str, text: str) -> Span | None:
    """The first place of the words in the text, a gap (`…`) and all; None if they do not stand there."""
    found = find_words(quoted, text)
    return _span(found, text) if found else None


def find_span(quoted: str, text: str, *, near: Span) -> Span | None:
    """The place of the words that lies best: within `near`, else in its sentence, else nearest to it."""
    sentence = find_sentence(text, near)
    spans = [_span(found, text) for found in list_occurrences(quoted, text)]
    return min(
        spans,
        key=lambda span: (not near.contains(span), not sentence.contains(span), _distance(span, near), span.start),
        default=None,
    )


def find_time(text: str, *, near: Span) -> Span | None:
    """The first words of time within `near`, else in its sentence, else None. English only: accepted."""
    for stretch in (near, find_sentence(text, near)):
        match = _TIME.search(text, stretch.start, stretch.end)
        if match:
            return Span(match.start(), match.end(), match.group())
    return None


def find_number(text: str, value: float | None) -> tuple[int, int] | None:
    """Start and end of the first number of that value, in digits or words; None if there is none.

    "Dozens" and the like go with every value: what they are worth is a matter of reading. Misses
    numbers above twelve in words: accepted.
    """
    for match in _NUMBER.finditer(text):
        word, scale = match[1].lower(), (match[2] or "").lower()
        base = float(word.replace(",", "")) if _DIGITS.fullmatch(word) else _NUMBER_WORDS.get(word)
        if word in _VAGUE or (base is not None and base * _SCALES.get(scale, 1) == value):
            return match.span()
    return None


def find_sentence(text: str, span: Span) -> Span:
    """The sentence, or sentences, in which a span stands. Cuts at abbreviations ("Gen. Omar"): accepted."""
    cuts = list(_SENTENCE_END.finditer(text))
    start = max((cut.end() for cut in cuts if cut.end() <= span.start), default=0)
    end = min((cut.start() for cut in cuts if cut.start() >= span.end), default=len(text))
    return Span(start, end, text[start:end])


def _span(words: range, text: str) -> Span:
    places = list_word_places(text)
    return Span.of(text, places[words[0]][0], places[words[-1]][1])


def _distance(span: Span, near: Span) -> int:
    """Characters between both, 0 where they touch or overlap."""
    return max(0, near.start - span.end, span.start - near.end)
