"""Count: what a count in words says, with its open ends kept open."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.resolve.quantity.bound import find_ends, is_about
from sayso.resolve.quantity.numeral import Numeral, find_numerals, normalise
from sayso.resolve.quantity.part import add_parts, find_range
from sayso.resolve.quantity.unit import parse_status, parse_unit

# Vague words and the least that they say (rules of the corpus: dozens from 24, hundreds from 200, several from 3).
_VAGUE = {
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "tens of millions": 20_000_000,
    "several dozen": 24,
    "a few dozen": 24,
    "a couple of dozen": 24,
    "dozens": 24,
    "scores": 40,
    "tens": 20,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
    "several": 3,
    "a few": 3,
    "a handful": 3,
    "a number of": 3,
    "several hundred": 200,
    "several thousand": 2_000,
    "a few hundred": 200,
    "a few thousand": 2_000,
    "a couple of hundred": 200,
    "a couple of thousand": 2_000,
}
_FEW = {"both": 2.0, "twice": 2.0, "a pair of": 2.0, "a couple of": 2.0, "a couple": 2.0, "alone": 1.0}
VAGUE_WORDS = re.compile(rf"\b(?:{'|'.join(sorted(_VAGUE, key=len, reverse=True))})\b")
_ONE_THING = re.compile(
    r"\"?(?:an?|another|the only) (?!few|handful|number|lot|third|quarter|fifth|tenth|half|dozen|couple)[\w'-]+"
)
_NOBODY = re.compile(r"\"?(?:none|nobody|no one|not (?:a single|one|a)|no (?!fewer|more|less|longer|one)[a-z]+)\b")


@dataclass(frozen=True, slots=True)
class Count:
    """Values of a count: ends that are None are open, `best` None means that no single number is given."""

    low: float | None
    best: float | None
    high: float | None
    approximate: bool = False
    unit: str | None = None
    status: str | None = None


@lru_cache(maxsize=20_000)
def parse(text: str) -> Count | None:
    """The count that the words give, None if they give none.

    "about 300" 270 to 330; "at least 14" from 14, best 14, no upper end; "up to 10" no lower end;
    "between 40 and 60" without a best; "dozens" from 24 without a best; "two officers and nine
    soldiers" 11. Misses fractions ("half of them"), multiples ("twice that") and ordinals: accepted.
    """
    words = " ".join(normalise(text).split())
    numerals = find_numerals(words)
    status = parse_status(words)
    vague = VAGUE_WORDS.search(words)
    if vague and not _is_precise(vague, numerals):
        return Count(_VAGUE[vague.group()], None, None, True, parse_unit(words, end=vague.end()), status)
    if not numerals:
        few = _parse_few(words)
        return None if few is None else Count(few, few, few, unit=parse_unit(words), status=status)
    return replace(_count(words, numerals), status=status)


def _is_precise(vague: re.Match[str], numerals: tuple[Numeral, ...]) -> bool:
    """Whether a number is given beside the vague words: "a number of 14", "12 of several hundred"."""
    if vague.group() == "a number of" and numerals:
        return True
    return any(numeral.start < vague.start() and numeral.end <= vague.start() for numeral in numerals)


def _parse_few(words: str) -> float | None:
    """None, one or two said without a number: "no soldier", "a tank", "both towns"."""
    if _NOBODY.match(words):
        return 0.0
    for few, value in _FEW.items():
        if re.search(rf"\b{few}\b(?! (?:that|as|the)\b)", words):
            return value
    return 1.0 if _ONE_THING.match(words) else None


def _count(words: str, numerals: tuple[Numeral, ...]) -> Count:
    first = numerals[0]
    unit = parse_unit(words, start=first.start, end=first.end)
    ends = find_range(words, numerals)
    if ends:
        unit = parse_unit(words, start=numerals[1].start, end=numerals[1].end) or unit
        return Count(ends[0], None, ends[1], is_about(words, first), unit)
    total, unit = add_parts(words, numerals, unit)
    low, high = find_ends(words, first, total)
    return Count(low, total, high, low is not None and high is not None and low < high, unit)
