"""Story: all dates of a text in order, each counted from the telling or from the date before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.model.values.edtf import bounds
from sayso.resolve.layout import Layout, lay_out
from sayso.resolve.when.anchor import Anchor, read_year
from sayso.resolve.when.dating import WORDS, Dating, Open
from sayso.resolve.when.expression import find_expressions
from sayso.resolve.when.grammar import parse
from sayso.resolve.when.normal import fold
from sayso.resolve.when.vocabulary import YEARISH

#: Words before a date in its clause by which it lies ahead of the telling.
_AHEAD = re.compile(
    r"\b(?:will|shall|going to|(?:is|are|was|were|be) (?:due|set|scheduled|expected|planned|slated)|to be|to take place"
    r"|to begin|to start|to open|to run|runs|upcoming|plans? to)\b[^.;]*$"
)
_BACK_DAYS = 31  # a story goes back so far at most; counted in biographies of GUM's train part
_ABOUT_DAYS = 7
_YEAR_SAID = re.compile(rf"{YEARISH}|\d{{4}}")


@dataclass(frozen=True, slots=True)
class Dated:
    """Words of time in a text: start included, end excluded, in code points; what they come to; their anchor."""

    start: int
    end: int
    found: Dating | Open
    anchor: Anchor


def read_story(text: str, *, anchor: Anchor, places: Sequence[tuple[int, int]] | None = None) -> tuple[Dated, ...]:
    """The dates of a text in order; `places` (default: found here) are where its words of time stand.

    "That year" and "two days later" are counted from the last date before. A day or month without a
    year has the year said last in its paragraph, or goes on from days and months of another year
    just before; else it is counted from the telling. The words before a date tell whether it lies ahead.
    """
    layout, told, so_far = lay_out(text), list[Dated](), _SoFar()
    for start, end in find_expressions(text) if places is None else places:
        dated = _read(text, start, end, anchor, layout, so_far)
        told.append(dated)
        so_far = so_far.after(dated, text[start:end])
    return tuple(told)


def find_date(text: str, *, anchor: Anchor) -> str | None:
    """The date that a text has come to at its end, as exactly as it says; None where it names none."""
    told = read_story(text, anchor=anchor)
    return next((point for each in reversed(told) if (point := _point(each)) and "X" not in point), None)


@dataclass(frozen=True, slots=True)
class _SoFar:
    """What a story has come to: its last date, and the last one that names its year."""

    scene: Dated | None = None
    year: Dated | None = None

    def after(self, dated: Dated, words: str) -> _SoFar:
        if not isinstance(dated.found, Dating):
            return self
        names_year = dated.found.basis == WORDS and _YEAR_SAID.search(fold(words)) is not None
        return _SoFar(self.scene if "X" in dated.found.edtf else dated, dated if names_year else self.year)


def _read(text: str, start: int, end: int, anchor: Anchor, layout: Layout, so_far: _SoFar) -> Dated:
    words, (begin, _) = text[start:end], layout.sentence(start)
    ahead = True if _AHEAD.search(fold(text[begin:start])) else None
    here = replace(anchor, scene=_point(so_far.scene), ahead=ahead)
    found = parse(words, anchor=here)
    if not _YEAR_SAID.search(fold(words)) and not _is_of_telling(found, anchor):
        found = _read_past(words, start, here, layout, so_far) or found
    return Dated(start, end, found, here)


def _is_of_telling(found: Dating | Open, anchor: Anchor) -> bool:
    """Whether a date is about the day of telling, whatever years stand before it, or not counted from it at all."""
    if not isinstance(found, Dating):
        return False
    if found.basis != anchor.basis:
        return True
    day = bounds(found.edtf).first
    return day is not None and anchor.day is not None and abs((day - anchor.day).days) <= _ABOUT_DAYS


def _read_past(words: str, start: int, anchor: Anchor, layout: Layout, so_far: _SoFar) -> Dating | None:
    """A day or month without its year in a story of another year than that of telling; None where it is not."""
    year, scene = so_far.year, _point(so_far.scene)
    if year and layout.paragraph(start)[0] <= year.start and read_year(_point(year)) != anchor.year:
        return _read_of(words, _point(year), anchor)
    if scene is None or "-" not in scene or read_year(scene) == anchor.year:
        return None
    return _read_of(words, scene, anchor)


def _read_of(words: str, scene: str | None, anchor: Anchor) -> Dating | None:
    found = parse(words, anchor=replace(anchor, told=None, scene=scene))
    return found if isinstance(found, Dating) and scene and _goes_on(found, scene) else None


def _goes_on(found: Dating, scene: str) -> bool:
    """Whether a story goes on in time, or a little back."""
    last, first = bounds(found.edtf).last, bounds(scene).first
    return last is None or first is None or (first - last).days <= _BACK_DAYS


def _point(dated: Dated | None) -> str | None:
    """The date that a story goes on from: of a stretch, its end that is known, the last first."""
    if dated is None or not isinstance(dated.found, Dating):
        return None
    return next((end for end in reversed(dated.found.edtf.split("/")) if end != ".."), None)
