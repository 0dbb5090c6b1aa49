"""Marked: the text of a report in pieces, each with what was found in it. The pieces together are the text, letter by
letter, so that what a person selects on the page has its place in the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.draft import Place, place_of


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that are part of something: `part` is claim, source, cue or content; `of` its identifier."""

    start: int
    end: int
    part: str
    of: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that the same marks cover. `begins` are the claims whose words begin here."""

    start: int
    text: str
    parts: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()

    @property
    def markup(self) -> Markup:
        """The words for a page; a carriage return would be lost on the way otherwise."""
        return Markup(str(escape(self.text)).replace("\r", "&#13;"))


def mark_text(text: str, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The text in pieces, in order; marks may overlap, and what lies outside the text is cut off."""
    within = [each for each in marks if 0 <= each.start < each.end and each.start < len(text)]
    edges = sorted({0, len(text), *(each.start for each in within), *(min(each.end, len(text)) for each in within)})
    pieces = []
    for start, end in zip(edges, edges[1:]):
        here = [each for each in within if each.start <= start and end <= each.end]
        claims = tuple(dict.fromkeys(each.of for each in here if each.part == "claim"))
        begins = tuple(each.of for each in here if each.part == "claim" and each.start == start)
        parts = tuple(dict.fromkeys(each.part for each in here))
        pieces.append(Piece(start, text[start:end], parts, claims, tuple(dict.fromkeys(begins))))
    return tuple(pieces)


def marks_of(claims: Iterable[Claim], attributions: Iterable[Attribution]) -> tuple[Mark, ...]:
    """What was found in a report, as marks."""
    found = [Mark(*place_of(span), "claim", claim.id) for claim in claims for span in claim.evidence.spans]
    for each in attributions:
        parts = (("source", each.sources), ("cue", each.cues), ("content", each.contents))
        found += [Mark(*place_of(span), part, each.id) for part, spans in parts for span in spans]
    return tuple(found)


def around(text: str, place: Place, *, letters: int = 320) -> Place:
    """The paragraph in which words stand, or as much of it as a person takes in at a glance."""
    start = max(text.rfind("\n", 0, place[0]) + 1, place[0] - letters)
    end = text.find("\n", place[1])
    return start, min(len(text) if end < 0 else end, place[1] + letters)
