"""Marked: the text of a report in pieces, each with what was found in it.

The pieces together are the text, letter by letter, so that what a person selects on a page has its place in the text:
nothing else may be written between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.draft import Place, place_of
from sayso.model.values.span import Span

CLAIM, SOURCE, CUE, CONTENT = "claim", "source", "cue", "content"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that are part of something: `part` is what (claim, source, cue, content ...), `of` its identifier."""

    start: int
    end: int
    part: str
    of: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that the same marks cover; `begins` are those of them that begin here."""

    start: int
    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """What the words are part of, each kind once: names of classes."""
        return tuple(dict.fromkeys(each.part for each in self.marks))

    def of(self, *parts: str) -> tuple[str, ...]:
        """The identifiers of what the words are these parts of."""
        return tuple(dict.fromkeys(each.of for each in self.marks if each.part in parts))

    def beginning(self, *parts: str) -> tuple[str, ...]:
        """The identifiers of what begins here."""
        return tuple(dict.fromkeys(each.of for each in self.begins if each.part in parts))

    @property
    def markup(self) -> Markup:
        """The words for a page; a carriage return would be lost on the way otherwise."""
        return escape(self.text).replace("\r", Markup("&#13;"))


def mark_text(text: str, marks: Iterable[Mark], *, within: Place | None = None) -> tuple[Piece, ...]:
    """The text in pieces, in order, or the part of it `within`. Marks may overlap; what lies outside is cut off."""
    first, last = within or (0, len(text))
    cut = [(each, max(each.start, first), min(each.end, last)) for each in marks]
    held = [(each, start, end) for each, start, end in cut if start < end]
    opens, closes = defaultdict[int, list[Mark]](list), defaultdict[int, list[Mark]](list)
    for mark, start, end in held:
        opens[start].append(mark)
        closes[end].append(mark)
    edges = sorted({first, last, *opens, *closes})
    pieces, standing = [], dict[Mark, None]()
    for start, end in pairwise(edges):
        for mark in closes[start]:
            standing.pop(mark, None)
        standing |= dict.fromkeys(opens[start])
        pieces.append(Piece(start, text[start:end], tuple(standing), tuple(dict.fromkeys(opens[start]))))
    return tuple(pieces)


def marks_of(claims: Iterable[Claim], attributions: Iterable[Attribution]) -> tuple[Mark, ...]:
    """What was found in a report, as marks."""
    found = [_mark(span, CLAIM, claim.id) for claim in claims for span in claim.evidence.spans]
    for each in attributions:
        parts = ((SOURCE, each.sources), (CUE, each.cues), (CONTENT, each.contents))
        found += [_mark(span, part, each.id) for part, spans in parts for span in spans]
    return tuple(found)


def _mark(span: Span, part: str, of: str) -> Mark:
    return Mark(*place_of(span), part, of)
