"""Stretches: from one date to another, since, until, before and after."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from sayso.model.values import edtf
from sayso.resolve.when.anchor import Anchor
from sayso.resolve.when.dating import NO_SUCH_DAY, NOT_TOLD, SCENE, WORDS, Dating, Found, Open
from sayso.resolve.when.day import date_match
from sayso.resolve.when.vocabulary import MONTH, MONTHS, OF_YEAR, SEASONS, UNIT, WEEKDAYS, one_of

#: The rule for one date, by which both ends of a stretch are read.
Point = Callable[[str, Anchor], Found]

DAYS_OF_MONTH = re.compile(
    r"\b(?:between |from )?(?:the )?(?P<a>\d{1,2})(?:st|nd|rd|th)?(?: and | to | until | or |\s?-\s?|, ?)(?:the )?"
    rf"(?P<b>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {MONTH}{OF_YEAR}(?!\w)"
)
MONTH_DAYS = re.compile(
    rf"\b{MONTH} (?P<a>\d{{1,2}})(?:st|nd|rd|th)?(?: and | to | or |\s?-\s?)(?P<b>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])"
    rf"{OF_YEAR}(?!\w)"
)
_RANGE = re.compile(
    r"(?:\bbetween (?P<a>.+?) and (?P<b>.+)$)|(?:\bfrom (?P<c>.+?) (?:to|until|till|through|up to) (?P<d>.+)$)"
    r"|(?:^(?:on |in )?(?P<e>.+?) ?(?:\bto\b|\buntil\b|\btill\b|\bthrough\b|-| and | or ) ?(?P<f>.+)$)"
)
_SINCE = re.compile(r"\b(?:ever )?since\b|\bstarting\b|\bas (?:of|from)\b|\bonwards?\b|^from\b.*\bon$")
_SINCE_THEN = re.compile(r"^(?:ever )?since(?: then)?$|^from then on$")
_UNTIL = re.compile(r"\b(?:until|till|up to|through)\b")
_SO_FAR = re.compile(
    r"^(?:until|till|up to) (?:now|today|the present|this day|this moment)$|^so far$|^to (?:this day|date)$"
)
# "Before two days" counts back, "after Friday prayers" is on Friday: the date itself has to follow.
_WEEKDAY = (
    rf"(?:{one_of(WEEKDAYS)})(?! [a-z]|'s)|(?:{one_of(WEEKDAYS)})(?= (?:morning|noon|afternoon|evening|night|at|of)\b)"
)
_BY = re.compile(
    r"^(?:(?:some time|only|not|shortly|just|even|well) )?(?P<side>by|before|after) (?:the )?"
    rf"(?:(?:end|start|beginning) of )?(?:the )?(?!\d+ {UNIT}\b|an? )"
    rf"(?:\d|{one_of(MONTHS)}|{one_of(SEASONS)}|early|mid|late|last|next|this|yesterday|today|tomorrow|night of|q[1-4]"
    rf"|{_WEEKDAY})"
)
_TO_NOW = frozenset({"now", "today", "the present", "present", "this day", "date"})


def parse_stretch(words: str, anchor: Anchor, *, point: Point) -> Found:
    """A stretch with both ends, else None."""
    match = DAYS_OF_MONTH.search(words) or MONTH_DAYS.search(words)
    if match and int(match["a"]) < int(match["b"]):
        return _between(date_match(match, int(match["a"]), anchor), date_match(match, int(match["b"]), anchor))
    match = _RANGE.search(words)
    if not match:
        return None
    first, last = (next(end for end in ends if end) for ends in (match.group(1, 3, 5), match.group(2, 4, 6)))
    if last.startswith("not "):
        return None  # "today and not tomorrow"
    if last in _TO_NOW and match["c"]:
        return _to_now(point(first, anchor), anchor)
    return _read_ends(first, last, anchor, point, is_from=match["c"] is not None)


def _to_now(first: Found, anchor: Anchor) -> Found:
    if not isinstance(first, Dating) or "/" in first.edtf:
        return first
    if anchor.told is None:
        return Dating(f"{first.edtf}/..", first.basis)
    return Dating(f"{first.edtf}/{anchor.told}", anchor.basis)


def _read_ends(first: str, last: str, anchor: Anchor, point: Point, *, is_from: bool) -> Found:
    """Both ends; the first is the latest such date before the last ("from Sunday to Tuesday").

    "From March until further notice" stays open at its end.
    """
    end = point(last, anchor)
    if not isinstance(end, Dating) or "/" in end.edtf:
        start = point(first, anchor) if is_from else None
        return Dating(f"{start.edtf}/..", start.basis) if isinstance(start, Dating) and "/" not in start.edtf else None
    start = point(first, anchor)
    if isinstance(start, Dating) and _is_afterwards(start, end):
        start = point(first, _before(end, anchor))
    return _between(start, end) if isinstance(start, Dating) else None


def _is_afterwards(start: Dating, end: Dating) -> bool:
    """Whether the beginning was put too late: behind the end, or in another year than the end says."""
    if end.basis == WORDS != start.basis:
        return True
    return "/" not in start.edtf and not edtf.is_valid(f"{start.edtf}/{end.edtf}")


def _before(end: Dating, anchor: Anchor) -> Anchor:
    """The anchor for the beginning of a stretch that ends then."""
    if anchor.ahead and end.basis != WORDS:
        return anchor
    last = edtf.bounds(end.edtf).last
    told = str(last) if last else anchor.told
    return replace(anchor, told=told, ahead=False, basis=end.basis)


def _between(first: Found, last: Found) -> Found:
    if not isinstance(first, Dating) or not isinstance(last, Dating):
        return NO_SUCH_DAY if NO_SUCH_DAY in (first, last) else first if isinstance(first, Open) else last
    if "/" in first.edtf or "/" in last.edtf:
        return None
    if not edtf.is_valid(f"{first.edtf}/{last.edtf}"):
        return Open("it would end before it begins")
    basis = next((end.basis for end in (last, first) if end.basis != WORDS), WORDS)
    return Dating(f"{first.edtf}/{last.edtf}", basis)


def parse_now_on(words: str, anchor: Anchor) -> Found:
    """A stretch of which one end is understood: "since then", "so far", "until now"."""
    if _SINCE_THEN.search(words):
        is_known = anchor.scene is not None and "/" not in anchor.scene
        return Dating(f"{anchor.scene}/..", SCENE) if is_known else Open("since when is said elsewhere")
    if _SO_FAR.search(words):
        return Dating(f"../{anchor.told}", anchor.basis) if anchor.told else NOT_TOLD
    return None


def open_end(words: str, found: Dating) -> Found:
    """The date with the open end that "since", "until", "by", "before" or "after" give it."""
    if "/" in found.edtf:
        return _open_stretch(words, found)
    if _SINCE.search(words):
        return Dating(f"{found.edtf}/..", found.basis)
    if _UNTIL.search(words):
        return Dating(f"../{found.edtf}", found.basis)
    side = _BY.search(words)
    return found if side is None else _beside(side["side"], found)


def _open_stretch(words: str, found: Dating) -> Dating:
    """One end of a part: "since early May" begins with its first day, "until mid-June" ends with its last."""
    first, _, last = found.edtf.partition("/")
    if ".." in (first, last):
        return found
    if _SINCE.search(words):
        return Dating(f"{first}/..", found.basis)
    return Dating(f"../{last}", found.basis) if _UNTIL.search(words) or words.startswith(("by ", "before ")) else found


def _beside(side: str, found: Dating) -> Found:
    """By a day is up to it; before it ends the day before, after it begins the day after.

    A year or month keeps its own precision: "by 2025" is `../2025`.
    """
    if side == "by":
        return Dating(f"../{found.edtf}", found.basis)
    bounds = edtf.bounds(found.edtf)
    if bounds.first is None or bounds.last is None:
        return found
    day = bounds.first - timedelta(1) if side == "before" else bounds.last + timedelta(1)
    return Dating(f"../{day}" if side == "before" else f"{day}/..", found.basis)
