"""Part: numbers that belong together, as the ends of a range or as parts of a sum."""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.resolve.quantity.numeral import Numeral
from sayso.resolve.quantity.unit import PEOPLE, is_same_unit, parse_unit

# Between the ends of a range, and between parts that are told together ("two officers and nine soldiers").
_TO = re.compile(
    r"(?: people| men)?(?: ?(?:[-–—]|to|or|and up to) ?|,? (?:or )?(?:perhaps|maybe|possibly|even|if not) )$"
)
_BETWEEN = re.compile(r"\bbetween (?:about |some |around )?\"?$")
_PART = re.compile(r"(?P<noun>(?: [\w\"'.-]+){0,8}?)(?:,| and|, and| plus| as well as)(?: (?P<next>another|other))? $")
_LEAD_ONE = re.compile(r"^\"?(?:an?|my|his|her|their|the) (?P<noun>[a-z -]{2,30}?) and $")
_LAST_ONE = re.compile(r"(?P<noun>(?: [\w\"'.-]+){0,8}?)(?:,| and|, and) (?:an?|her|his) (?P<thing>[a-z' -]+)$")
_OUTCOME = re.compile(
    r"\b(?:killed|dead|died|wounded|injured|hurt|missing|captured|arrested|detained|of (?:them|whom))\b"
)


def find_range(words: str, numerals: tuple[Numeral, ...]) -> tuple[float, float] | None:
    """The ends of a range, None for no range; one scale word holds for both ("nine to twelve thousand")."""
    if len(numerals) < 2:
        return None
    one, other = numerals[:2]
    middle = words[one.end : other.start]
    between = _BETWEEN.search(words[: one.start]) and " and " in f"{middle} "
    if not between and not _TO.search(middle) and not (middle == ", " and other.value - one.value == 1):
        return None
    low, high = one.value, other.value
    if one.scale == 1 and low < low * other.scale < high:
        low *= other.scale
    elif other.scale == 1 and high < 100 and low < high * one.scale < 3 * low:
        high *= one.scale  # "eleven thousand, perhaps fifteen"
    return (low, high) if low < high else None


def add_parts(words: str, numerals: tuple[Numeral, ...], unit: str | None) -> tuple[float, str | None]:
    """The sum of parts that are told together and count one kind of thing, and their unit.

    "Two officers and nine soldiers" are 11; "a woman and two children" three persons; "391 vehicles
    and 25 guns" stay 391 vehicles, "16 dead and 40 wounded" 16.
    """
    total = numerals[0].value
    if _OUTCOME.search(words):
        return total, unit
    lead = _LEAD_ONE.search(words[: numerals[0].start])
    if lead and unit in PEOPLE and parse_unit(lead["noun"]) in PEOPLE:
        total, unit = total + 1, _join_units(parse_unit(lead["noun"]), unit)
    for before, numeral in pairwise(numerals):
        link = _PART.fullmatch(words[before.end : numeral.start])
        here = parse_unit(words, start=numeral.start, end=numeral.end)
        own = parse_unit(link["noun"]) if link else None
        if not link or not is_same_unit(own, here):
            return total, unit
        total, unit = total + numeral.value, _join_units(own or unit, here)
    last = _LAST_ONE.match(words[numerals[-1].end :])
    own, here = (parse_unit(last["noun"]), parse_unit(last["thing"])) if last else (None, None)
    if last and is_same_unit(own, here) and (last["noun"].strip() or here):
        total, unit = total + 1, _join_units(own or unit, here)
    return total, unit


def _join_units(one: str | None, other: str | None) -> str | None:
    if one in PEOPLE and other in PEOPLE:
        return one if one == other else "person"
    return one or other
