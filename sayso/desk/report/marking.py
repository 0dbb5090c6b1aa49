"""Marking: a text cut where marks begin and end, so that spans that overlap or nest can all be shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from sayso.model.resolution import Resolution
from sayso.model.values.span import Span


class MarkKind(StrEnum):
    """What words are in a report; each kind is a class of the page's style sheet."""

    SOURCE = "source"  # who says
    CUE = "cue"  # by which words
    CONTENT = "content"  # what
    CLAIM = "claim"  # the exact words of a claim
    TRIGGER = "trigger"  # the word that tells what happened
    FLAW = "flaw"  # where the page is broken
    CHOSEN = "chosen"  # words that an address names


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a text that is shown: `start` included, `end` excluded. `of` is its attribution or claim, or empty."""

    start: int
    end: int
    kind: MarkKind
    of: str = ""

    @classmethod
    def at(cls, span: Span, kind: MarkKind, of: str = "") -> Mark:
        """The mark of a span."""
        return cls(span.start, span.end, kind, of)


@dataclass(frozen=True, slots=True)
class Segment:
    """Letters that bear the same marks; `text` is what stands at `start`."""

    start: int
    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def end(self) -> int:
        """Where the next segment begins."""
        return self.start + len(self.text)


def mark_text(text: str, marks: Iterable[Mark], cuts: Iterable[int] = ()) -> tuple[Segment, ...]:
    """The text in segments: joined they give it back letter for letter, and every letter bears its marks.

    Marks may overlap, nest and be alike; what reaches beyond the text is cut off, what is empty is left out.
    `cuts` are offsets at which a new segment begins even where the marks do not change. Two segments that
    touch differ in their marks, except at a cut.
    """
    within = {n: mark for n, mark in enumerate(marks) if max(mark.start, 0) < min(mark.end, len(text))}
    opening: dict[int, list[int]] = defaultdict(list)
    closing: dict[int, list[int]] = defaultdict(list)
    for number, mark in within.items():
        opening[max(mark.start, 0)].append(number)
        closing[min(mark.end, len(text))].append(number)
    bounds = sorted({0, len(text), *opening, *closing, *(cut for cut in cuts if 0 < cut < len(text))})
    found: list[Segment] = []
    standing: dict[int, Mark] = {}
    for start, end in pairwise(bounds):
        for number in closing[start]:
            del standing[number]
        standing |= {number: within[number] for number in opening[start]}
        found.append(Segment(start, text[start:end], tuple(standing.values())))
    return tuple(found)


def list_marks(resolution: Resolution) -> Iterator[Mark]:
    """All that is marked in a report: its attributions, its claims, and its flaws where they have a place."""
    for attribution in resolution.attributions:
        yield from (Mark.at(span, MarkKind.CONTENT, attribution.id) for span in attribution.contents)
        yield from (Mark.at(span, MarkKind.CUE, attribution.id) for span in attribution.cues)
        yield from (Mark.at(span, MarkKind.SOURCE, attribution.id) for span in attribution.sources)
    for claim in resolution.claims:
        yield from (Mark.at(span, MarkKind.CLAIM, claim.id) for span in claim.evidence.spans)
        if claim.trigger:
            yield Mark.at(claim.trigger, MarkKind.TRIGGER, claim.id)
    for flaw in resolution.report.flaws:
        if flaw.span:
            yield Mark.at(flaw.span, MarkKind.FLAW, flaw.kind)
