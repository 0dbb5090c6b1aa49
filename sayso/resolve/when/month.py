"""Months and seasons, with and without their year."""

from __future__ import annotations

import re
from datetime import date

from sayso.resolve.when.anchor import Anchor
from sayso.resolve.when.dating import NO_SCENE, NOT_TOLD, SCENE, WORDS, Dating, Found, Open
from sayso.resolve.when.day import find_year
from sayso.resolve.when.part import cut_month, find_part
from sayso.resolve.when.vocabulary import MONTH, MONTHS, OF_YEAR, SEASONS, one_of

MONTH_WORDS = re.compile(rf"\b(?P<way>last |this |next |past |coming |that |the same )?{MONTH}{OF_YEAR}(?!\w)")
SEASON_WORDS = re.compile(
    rf"\b(?P<way>last |this |next |past |coming |that |the same |the )?(?P<season>{one_of(SEASONS)})"
    rf"{OF_YEAR}(?:\s?[-/]\s?\d\d(?:\d\d)?)?(?!\w)"
)
#: "May" and "March" are words too: alone they are months only behind words that place something in time.
_PLACED = re.compile(
    r"(?:\b(?:in|of|since|last|early|late|mid|this|next|by|until|till|from|to|and|between|through|during|before|after|for|that|around)"
    r"[ -](?:the )?|^)(?:may|march|mar|dec|jan|jun|sep|oct|nov|feb|apr|aug|jul)\b"
)
_COMMON = frozenset({"may", "march", "mar"})
_NEAR = 2  # months: where nothing tells ahead from back, a coming month this near is meant
_SEASON_MONTHS = 92  # days: a season that began less long ago is the running one


def parse_month(words: str, anchor: Anchor) -> Found:
    """A month: the latest up to the telling, that month included; for what lies ahead, the one to come."""
    match = MONTH_WORDS.search(words)
    if not match or (match["month"] in _COMMON and not match["year"] and not _PLACED.search(words)):
        return None
    month, way = MONTHS[match["month"]], (match["way"] or "").strip()
    if match["year"]:
        return _with_part(words, int(match["year"]), month, WORDS)
    if match["yearway"]:
        year = find_year(match["yearway"], anchor)
        return year if isinstance(year, Open) else _with_part(words, int(year.edtf), month, year.basis)
    if way in ("that", "the same"):
        return _of_scene(words, month, anchor)
    return _beside_telling(words, month, way, anchor)


def _of_scene(words: str, month: int, anchor: Anchor) -> Found:
    return NO_SCENE if anchor.scene_year is None else _with_part(words, anchor.scene_year, month, SCENE)


def _beside_telling(words: str, month: int, way: str, anchor: Anchor) -> Found:
    if anchor.year is None:
        return _of_scene(words, month, anchor) if anchor.scene else NOT_TOLD
    year = anchor.year + _steps(month, way, anchor)
    return _with_part(words, year, month, anchor.basis)


def _steps(month: int, way: str, anchor: Anchor) -> int:
    """Years from the telling to the month that is meant."""
    now = anchor.day.month if anchor.day else 12
    ahead = way in ("next", "coming") or (anchor.ahead and way not in ("last", "past"))
    if month == now:
        return {"last": -1, "past": -1, "next": 1}.get(way, 0)
    if month < now:
        return 1 if ahead else 0
    is_near = anchor.ahead is None and month - now <= _NEAR
    return 0 if ahead or is_near or way == "this" else -1


def _with_part(words: str, year: int, month: int, basis: str) -> Dating:
    part = find_part(words)
    if part is None:
        return Dating(f"{year:04d}-{month:02d}", basis)
    return cut_month(year, month, part, basis)


def parse_season(words: str, anchor: Anchor) -> Found:
    """A season; "fall" only where a year or its neighbours show that none fell."""
    match = SEASON_WORDS.search(words)
    if not match:
        return None
    season, way = SEASONS[match["season"]], (match["way"] or "").strip()
    if match["season"] == "fall" and not (match["year"] or match["yearway"] or way in ("last", "this", "next", "past")):
        return None
    if match["year"]:
        return Dating(f"{match['year']}-{season}", WORDS)
    if match["yearway"]:
        year = find_year(match["yearway"], anchor)
        return year if isinstance(year, Open) else Dating(f"{year.edtf}-{season}", year.basis)
    if way in ("that", "the same"):
        return NO_SCENE if anchor.scene_year is None else Dating(f"{anchor.scene_year}-{season}", SCENE)
    return _season_beside(season, way, anchor)


def _season_beside(season: int, way: str, anchor: Anchor) -> Found:
    if anchor.day is None:
        return NOT_TOLD
    start = date(anchor.day.year, (season - 20) * 3, 1)
    ahead = anchor.ahead or way in ("next", "coming")
    year = anchor.day.year - (start > anchor.day and not ahead and way != "this")
    if way == "last" and year == anchor.day.year and (anchor.day - start).days < _SEASON_MONTHS:
        year -= 1
    return Dating(f"{year}-{season}", anchor.basis)
