"""Unplaced: words of time that no calendar of ours turns into a date, each kind with the reason."""

from __future__ import annotations

import re

from sayso.resolve.when.anchor import Anchor
from sayso.resolve.when.dating import Found, Open

_FEASTS = re.compile(
    r"\b(?:ramadh?an|eid|ashura|arbaeen|hajj|muharram|safar|rabi'? al-\w+|rajab|sha'?ban|shawwal|dhu al-\w+|maghrib"
    r"|isha|easter|passover|yom kippur|rosh hashanah|hanukkah|novruz|nowruz|newroz|diwali|carnival|lent|timkat|meskel"
    r"|pentecost)\b"
)
_FIXED = re.compile(r"\b(?:christmas|epiphany|new year(?:'s)?|women's day|all souls|all saints|independence day)\b")
_HIJRI = re.compile(r"\b1[34]\d\d ?(?:ah|hijri)\b|\bhijri\b")
_LENGTH = re.compile(
    r"\b(?:\d+|an?|several|a few|many|some|half an?) (?:\w+ )?"
    r"(?:second|minute|hour|day|night|week|month|year|decade)s?\b"
    r"|\bfor (?:days|weeks|months|years)\b"
)
_VAGUE = re.compile(
    r"\b(?:soon|recently|lately|immediately|at once|forthwith|shortly|before long|in the (?:near|meantime)|in future"
    r"|ever|once|then|afterwards|later|earlier|previously|formerly|daily|nightly|every|each"
    r"|within (?:hours|days|weeks|months)"
    r"|in (?:days|the (?:coming|last|past|next) (?:hours|days|weeks|months|years)))\b"
)
_PARTLY = re.compile(
    r"\b(?:morning|night|evening|day|week|month|year|season|spring|summer|autumn|winter|rains|harvest|hour)s?\b"
)
_LONG = re.compile(r"\byears? \d{5,}\b")
_FIGURES = re.compile(r"\d")


def parse_unplaced(words: str, anchor: Anchor) -> Found:
    """The reason why words of time stay open; None where they are no words of time that we know."""
    if _HIJRI.search(words) or _FEASTS.search(words):
        return Open("it follows another calendar than the Gregorian, and its days are not among what is known")
    if _FIXED.search(words):
        return Open("a feast has its day by country and church, and the words do not say which")
    if _LENGTH.search(words):
        return Open("it is a length of time, not a date")
    if _VAGUE.search(words):
        return Open("the words name no date")
    if _LONG.search(words):
        return Open("a year has four figures")
    if _PARTLY.search(words):
        return Open("the words do not say which one")
    if _FIGURES.search(words):
        return Open("the figures are no date")
    return None
