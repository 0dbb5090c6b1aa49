"""Years, decades and centuries: "in 2014", "mid-2019", "the 1990s", "the 20th century"."""

from __future__ import annotations

import re

from sayso.resolve.when.anchor import Anchor
from sayso.resolve.when.dating import WORDS, Dating, Found, Open
from sayso.resolve.when.night import CLOCK
from sayso.resolve.when.part import cut_decade, cut_year, find_part
from sayso.resolve.when.vocabulary import YEAR

YEAR_WORDS = re.compile(
    rf"(?<![\d,.:/])(?<!\d-){YEAR}(?![\d,:/]\d|\d|-\d|s\b|'s\b|h\b|\.\d)(?! ?(?:ah|hijri|utc|gmt)\b)\b"
)
YEARS = re.compile(r"(?<![\d,.-])(?P<one>(?:1\d|20|21)\d\d) ?[-/] ?(?P<two>\d\d|(?:1\d|20|21)\d\d)(?![\d-])")
DECADE = re.compile(r"(?<!\d)(?P<decade>(?:1\d|20)\d0)'?s\b")
_NAMES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
SHORT_DECADE = re.compile(rf"\b(?:the|early|mid|late)[ -](?:'?(?P<tens>[2-9]0)'?s|(?P<name>{'|'.join(_NAMES)}))\b")
_CENTURIES = 2000
CENTURY = re.compile(r"\b(?P<century>\d{1,2})(?:st|nd|rd|th)[ -]century\b(?! bc)")


def parse_year(words: str, anchor: Anchor) -> Found:
    """A year, its early, middle or late part where the words say so."""
    match = YEAR_WORDS.search(CLOCK.sub("", words))
    if not match:
        return None
    part = find_part(words)
    year = int(match["year"])
    return Dating(f"{year:04d}", WORDS) if part is None else cut_year(year, part, WORDS)


def parse_years(words: str, anchor: Anchor) -> Found:
    """From one year to another ("2011-2014", "2019/20"); "2011-12" may be a month as well and stays open."""
    match = YEARS.search(words)
    if not match:
        return None
    one, two = int(match["one"]), int(match["two"])
    if len(match["two"]) == 2:
        if 1 <= two <= 12 and two > one % 100:
            return Open("the second number may be a month or a year")
        two += one - one % 100 + (100 if two < one % 100 else 0)
    return Dating(f"{one:04d}/{two:04d}", WORDS) if one < two else None


def parse_decade(words: str, anchor: Anchor) -> Found:
    """A decade; "the nineties" are the last ones before the telling."""
    match = DECADE.search(words)
    if match:
        return _decade(int(match["decade"]), words, WORDS)
    match = SHORT_DECADE.search(words)
    if not match:
        return None
    if anchor.year is None:
        return Open("the words do not say of which century")
    tens = int(match["tens"]) if match["tens"] else 20 + 10 * _NAMES.index(match["name"])
    decade = anchor.year - anchor.year % 100 + tens
    return _decade(decade if decade <= anchor.year else decade - 100, words, anchor.basis)


def _decade(decade: int, words: str, basis: str) -> Dating:
    if decade % 100 == 0 and decade < _CENTURIES:  # "the 1600s" are a century, "the 2000s" ten years
        return Dating(f"{decade // 100:02d}XX", basis)
    part = find_part(words)
    return Dating(f"{decade // 10:03d}X", basis) if part is None else cut_decade(decade, part, basis)


def parse_century(words: str, anchor: Anchor) -> Found:
    """A century, in the common way of counting: the 20th is 1900 to 1999."""
    match = CENTURY.search(words)
    if not match or not 2 <= int(match["century"]) <= 22:
        return None
    return Dating(f"{int(match['century']) - 1:02d}XX", WORDS)
