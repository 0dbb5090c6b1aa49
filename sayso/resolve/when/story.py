"""Story: all dates of a text in order, each counted from the telling or from the date before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.resolve.layout import Layout, lay_out
from sayso.resolve.when.anchor import Anchor, read_year
from sayso.resolve.when.dating import WORDS, Dating, Open
from sayso.resolve.when.expression import find_expressions
from sayso.resolve.when.grammar import read_words
from sayso.resolve.when.normal import fold
from sayso.resolve.when.vocabulary import YEARISH

#: Words before a date in its clause by which it lies ahead of the telling.
_AHEAD = re.compile(
    r"\b(?:will|shall|going to|(?:is|are|was|were|be) (?:due|set|scheduled|expected|planned|slated)|to be|to take place|to begin"
    r"|to start|to open|to run|runs|upcoming|plans? to)\b[^.;]*$"
)
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
    layout, told = lay_out(text), []
    scene: Dated | None = None
    year: Dated | None = None
    for start, end in find_expressions(text) if places is None else places:
        dated = _read(text, start, end, anchor, layout, scene, year)
        told.append(dated)
        if isinstance(dated.found, Dating):
            scene = dated if "X" not in dated.found.edtf else scene
            year = dated if dated.found.basis == WORDS and _YEAR_SAID.search(text[start:end]) else year
    return tuple(told)


def _read(
    text: str, start: int, end: int, anchor: Anchor, layout: Layout, scene: Dated | None, year: Dated | None
) -> Dated:
    words, (begin, _) = text[start:end], layout.sentence(start)
    ahead = True if _AHEAD.search(fold(text[begin:start])) else None
    here = replace(anchor, scene=_point(scene), ahead=ahead)
    found = read_words(words, anchor=here)
    if not _YEAR_SAID.search(words) and (not isinstance(found, Dating) or found.basis == anchor.basis):
        past = _find_year(start, layout, anchor, scene, year)
        from_year = read_words(words, anchor=replace(here, told=None, scene=past)) if past else None
        found = from_year if isinstance(from_year, Dating) else found
    return Dated(start, end, found, here)


def _find_year(start: int, layout: Layout, anchor: Anchor, scene: Dated | None, year: Dated | None) -> str | None:
    """The date of another year from which a story goes on; None where it is told as of its own day."""
    if scene and "-" in (point := _point(scene) or "") and read_year(point) != anchor.year:
        return point
    if year and layout.paragraph(start)[0] <= year.start and read_year(_point(year)) != anchor.year:
        return _point(year)
    return None


def _point(dated: Dated | None) -> str | None:
    """The date that a story goes on from: of a stretch, its end that is known, the last first."""
    if dated is None or not isinstance(dated.found, Dating):
        return None
    return next((end for end in reversed(dated.found.edtf.split("/")) if end != ".."), None)
