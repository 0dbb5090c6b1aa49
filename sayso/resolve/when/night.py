"""Nights and hours: they have the day that the text speaks of, else the day of telling."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.resolve.when.anchor import Anchor
from sayso.resolve.when.dating import NO_SCENE, NOT_TOLD, SCENE, Dating, Found

OVERNIGHT = re.compile(
    r"\b(?:overnight|at midnight|the previous night|(?:during|in|through|throughout) the night|last night"
    r"|in the dead of night)\b"
)
SAME_DAY = re.compile(
    r"\b(?:that|the same|this same|that very|the very same) (?:day|night|morning|evening|afternoon|date|hour)\b"
    r"|\bon the (?:day|night in question)$"
)
_HOUR = r"\d{1,2}(?::\d\d|[.:]\d\d ?[ap]\.?m\b| ?[ap]\.?m\b| o'clock)"
_CLOCK = r"(?:[01]\d|2[0-3])[0-5]\d"
#: "At 1640", "from 1410 to 1500": four figures that are an hour and no year.
CLOCK = re.compile(rf"\bat {_CLOCK}\b|\bfrom [01]\d[0-5]\d to [01]\d[0-5]\d\b")
_PARTS = "dawn|daybreak|sunrise|first light|noon|midday|dusk|sunset|nightfall|lunchtime|breakfast|midnight"
_SIDES = "at|before|by|after|since|around|until|from|toward|towards"
OF_DAY = re.compile(
    rf"\b(?:(?:{_SIDES}) )?(?:the )?(?:{_PARTS})\b"
    r"|\bin the (?:early |late )?(?:hours of the )?(?:morning|afternoon|evening)\b"
    r"|\b(?:since|by|until|from) the (?:early )?(?:morning|evening)\b"
    r"|\b(?:since|from|toward|towards|by) (?:morning|evening|night|fajr)\b"
    rf"|(?:\b(?:{_SIDES}|past) (?:about |around |close to )?|^){_HOUR}"
    rf"|\bat {_CLOCK}(?:h|z| hours)?\b|\b(?:by|from|since|as of|until) 0\d[0-5]\d\b|\b{_CLOCK}(?:h|z| hours| utc)\b"
    rf"|^from {_CLOCK} to {_CLOCK}$"
    rf"|\b(?:{_SIDES}) (?:about |around )?(?:half past |a quarter (?:past|to) )?\d{{1,2}}$"
    r"|\bearlier (?:in the day|today)\b|\b(?:all|the) (?:morning|afternoon|evening)$"
)


def parse_night(words: str, anchor: Anchor) -> Found:
    """A night belongs to two days: the one it began on and the next."""
    if not OVERNIGHT.search(words):
        return None
    day = _around(anchor)
    return Dating(f"{day - timedelta(1)}/{day}", _basis(anchor)) if day else NOT_TOLD


def parse_hour(words: str, anchor: Anchor) -> Found:
    """A time of day is dropped to its day."""
    if SAME_DAY.search(words):
        return Dating(str(anchor.scene_day), SCENE) if anchor.scene_day else NO_SCENE
    if not OF_DAY.search(words):
        return None
    day = _around(anchor)
    return Dating(str(day), _basis(anchor)) if day else NOT_TOLD


def _around(anchor: Anchor) -> date | None:
    return anchor.scene_day or anchor.day


def _basis(anchor: Anchor) -> str:
    return SCENE if anchor.scene_day else anchor.basis
