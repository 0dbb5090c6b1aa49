"""Normal: one spelling for words of time: small letters, figures for numbers, one kind of quote, dash and digit."""

from __future__ import annotations

import re

from sayso.resolve.when.arabic import DIGITS, LETTERS, translate
from sayso.resolve.when.vocabulary import MONTH, NUMBERS, ORDINALS, one_of

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}

LONGEST = 300  # characters: longer words are no expression of time

_SIGNS = str.maketrans("’‘ʼ`´–—−‑\u00a0\u202f\u2009،", "'''''----   ,")
_TENS = one_of(word for word, value in NUMBERS.items() if value >= 20)
_ONES = one_of(word for word, value in NUMBERS.items() if 0 < value < 10)
_NUMBER = re.compile(rf"\b(?:(?P<tens>{_TENS})[- ](?P<ones>{_ONES})|(?P<plain>{one_of(NUMBERS)}))\b(?!-)")
# "the second day" counts days and "a second" is short: an ordinal is a date only before what can have a number.
_ORDINAL = re.compile(
    rf"\b(?:(?P<tens>twenty|thirty)-)?(?P<ones>{one_of(ORDINALS)})\b"
    rf"(?= (?:of )?{MONTH}| quarter| half| century| week of| days of"
    r"|$|,| at | in the | of (?:this|last|next|the) month)"
)
_MONTH_ORDINAL = re.compile(
    rf"\b(?P<before>{MONTH} (?:the )?)(?:(?P<tens>twenty|thirty)-)?(?P<ones>{one_of(ORDINALS)})\b"
)


def fold(text: str) -> str:
    """The text in small letters, with plain signs and digits; every character keeps its place."""
    low = text.lower()
    if len(low) != len(text):  # "İ" becomes two
        low = "".join(small if len(small := each.lower()) == 1 else each for each in text)
    return low.translate(_SIGNS).translate(DIGITS).translate(LETTERS)


def normalise(words: str) -> str:
    """The words in one spelling, Arabic ones in English, numbers in figures; places are not kept."""
    plain = " ".join(translate(fold(words)).replace('"', " ").split()).strip(" \"'“”.,;:")
    plain = re.sub(r"\s+(?=[,.])", "", plain)
    plain = _ORDINAL.sub(_write_ordinal, plain)
    plain = _MONTH_ORDINAL.sub(lambda match: match["before"] + _write_ordinal(match), plain)
    return _NUMBER.sub(_write_number, plain)


def _write_number(match: re.Match[str]) -> str:
    if match["plain"]:
        return str(NUMBERS[match["plain"]])
    return str(NUMBERS[match["tens"]] + NUMBERS[match["ones"]])


def _write_ordinal(match: re.Match[str]) -> str:
    number = NUMBERS.get(match["tens"] or "", 0) + ORDINALS.index(match["ones"]) + 1
    return f"{number}{'th' if number in (11, 12, 13) else _ENDINGS.get(number % 10, 'th')}"
