"""Bound: how far the words around a number open or widen it ("at least", "about", "or more")."""

from __future__ import annotations

import re

from sayso.resolve.quantity.numeral import Numeral

WIDENING = 0.1  # "about" widens by a tenth on both sides (the design's rule)

# What stands right before a number and bounds it; small words may stand between ("at least another 12").
_LINK = r"(?: (?:an?|the|of|another|some|about|around|other|further|additional|total|its|their|these|all))*[ \"$€£~]*$"
_ABOUT_BEFORE = re.compile(
    r"(?:\b(?:about|around|some|roughly|nearly|almost|approximately|close to|circa|an estimated|estimated|perhaps"
    r"|maybe|possibly|in the region of|in the order of|a little (?:over|under)|just (?:over|under))|~)" + _LINK
)
_AT_LEAST_BEFORE = re.compile(
    r"\b(?:at least|more (?:than|of)|in excess of|over|(?:no|not) (?:fewer|less) than|above|upwards of|past"
    r"|a minimum of|exceed(?:s|ed|ing))" + _LINK
)
_AT_MOST_BEFORE = re.compile(
    r"\b(?:up to|at most|(?:no|not) more than|as (?:many|high|much) as|a maximum of|not exceed(?:ed|ing)?)" + _LINK
)
_BELOW_BEFORE = re.compile(r"(?<!no )(?<!not )\b(?:fewer than|not quite|less than|under|below|short of)" + _LINK)
# What stands behind it, among the words of its noun.
_ABOUT_AFTER = re.compile(r"^(?: [\w'-]+){0,3},? (?:or so|or thereabouts)\b")
_AT_LEAST_AFTER = re.compile(
    r"^\+|^(?: [\w'-]+){0,3},? (?:at (?:the )?(?:least|minimum)|or more|and (?:more|counting))\b"
    r"|^ and (?:some|something|more)\b|^(?: [\w'-]+){0,3}, (?:maybe|perhaps|possibly) more\b"
)
_AT_MOST_AFTER = re.compile(r"^(?: [\w'-]+){0,3},? (?:at (?:the )?most|or (?:fewer|less))\b")
_ODD = re.compile(r"^-odd\b")


def find_ends(words: str, numeral: Numeral, value: float) -> tuple[float | None, float | None]:
    """The lower and the upper end that the words around a numeral give to a value; None for an open end.

    "Fewer than 20" has 20 for its upper end: what is below cannot be told from it.
    """
    before, after = words[: numeral.start], words[numeral.end :]
    if _AT_MOST_BEFORE.search(before) or _AT_MOST_AFTER.search(after) or _BELOW_BEFORE.search(before):
        return None, value
    if _AT_LEAST_BEFORE.search(before) or _AT_LEAST_AFTER.search(after):
        return value, None
    if _ODD.match(after):
        return value, value + max(9, round(value * WIDENING))
    if is_about(words, numeral):
        return round(value * (1 - WIDENING), 6), round(value * (1 + WIDENING), 6)
    return value, value


def is_about(words: str, numeral: Numeral) -> bool:
    """Whether the number is said to be near only: "about 40", "40 or so", "a dozen"."""
    before, after = words[: numeral.start], words[numeral.end :]
    return bool(numeral.is_round or _ABOUT_BEFORE.search(before) or _ABOUT_AFTER.search(after))
