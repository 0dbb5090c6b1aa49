"""Claim: the date of a claim's happening, from its own words of time, else from words around that date it."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.model.claim import Claim, When
from sayso.model.report import PublishedBasis, Report
from sayso.model.values.span import Span
from sayso.model.values.stance import ClaimType, Stance
from sayso.resolve.layout import Layout, is_quoted
from sayso.resolve.when.anchor import Anchor
from sayso.resolve.when.borrowed import borrow_words, count_from_main, is_of_images
from sayso.resolve.when.dating import PUBLISHED, SCENE
from sayso.resolve.when.expression import find_day
from sayso.resolve.when.grammar import parse_when
from sayso.resolve.when.story import find_date

_SCENE_REACH = 2  # paragraphs back
#: Bases of a publication date that a reader should see on what is counted from it.
_SHOWN = frozenset({PublishedBasis.DATELINE, PublishedBasis.PERSON, PublishedBasis.TEXT, PublishedBasis.LINK})
_COARSE = re.compile(r"\b(?:year|month|decade)s?\b", re.IGNORECASE)
_BARE = re.compile(r"(?:since|until|till|before|after)", re.IGNORECASE)
_NOUN = re.compile(r"(?:day|morning|afternoon|evening|night|week|month|year)", re.IGNORECASE)
_WHICH = re.compile(r"\b(?:that|the same|this|last|the next|the following|the previous)\s+\Z", re.IGNORECASE)
_CLAUSE = re.compile(r"[^,.;:!?\n]*")
#: "The army is to open the road on Friday" looks ahead, whatever its stance; "may have left on Friday" does not.
_TO_COME = re.compile(
    r"\b(?:will|shall|going to|(?:is|are|was|were) (?:due |set |scheduled |expected )?to"
    r"|(?:may|might|would)(?! (?:not )?have\b))\b",
    re.IGNORECASE,
)


def date_claim(claim: Claim, *, report: Report, layout: Layout) -> When | None:
    """The claim's words of time with their date; None where no words date it. Quoted speech counts from its day."""
    if claim.when is not None and claim.when.edtf is not None:
        return claim.when
    anchor = anchor_report(report)
    when = _find_words(claim, layout, anchor)
    if when is None or when.edtf is not None:
        return when
    found = parse_when(when.span.text, anchor=_anchor(claim, when, layout, anchor))
    if found is None:
        return when
    edtf = _close(found.edtf, claim, when, report, layout)
    return replace(when, edtf=f"../{edtf}" if _is_result(claim) and "/" not in edtf else edtf, basis=found.basis)


def _find_words(claim: Claim, layout: Layout, anchor: Anchor) -> When | None:
    own = claim.when
    if own is None or own.span.end <= claim.evidence.start:  # "two days after the shelling began": of the shelling
        counted = count_from_main(claim, layout, anchor)
        if counted:
            return counted
    return _complete(own, layout) if own else borrow_words(claim, layout)


def _anchor(claim: Claim, when: When, layout: Layout, anchor: Anchor) -> Anchor:
    anchor = replace(anchor, ahead=_looks_ahead(claim, when, layout))
    scene = _find_scene(when, layout, anchor)
    if scene and is_quoted(layout.text, layout, when.span.start):
        # "Today our forces have seized the town," he said on Tuesday: his today, not the paper's.
        anchor = anchor.as_told(scene, basis=SCENE)
    return replace(anchor, scene=scene)


def _complete(when: When, layout: Layout) -> When:
    """A bare "since" with the clause behind it ("since the column left on Saturday"), a bare "day" with its "that"."""
    text, span = layout.text, when.span
    clause = _CLAUSE.match(text, span.end) if _BARE.fullmatch(span.text) else None
    if clause:
        return When(Span.of(text, span.start, clause.end()))
    which = _WHICH.search(text[: span.start]) if _NOUN.fullmatch(span.text) else None
    return When(Span.of(text, which.start(), span.end)) if which else when


def anchor_report(report: Report, *, ahead: bool | None = False) -> Anchor:
    """What words of a report are counted from, and how that day is known."""
    if report.published is None:
        return Anchor(None, ahead=ahead)
    known = report.published.basis
    return Anchor(report.told, ahead=ahead, basis=str(known) if known in _SHOWN else PUBLISHED)


def _looks_ahead(claim: Claim, when: When, layout: Layout) -> bool:
    """Plans look ahead; a demand does where its date is a term ("by Friday"), else its date may be that of asking."""
    if claim.stance is Stance.REQUESTED:
        return bool(re.match(r"(?:by|until|till|before|from|next|within)\b", when.span.text.casefold()))
    before = layout.text[claim.evidence.start : when.span.start]
    return claim.stance is Stance.PLANNED or _TO_COME.search(before) is not None


def _find_scene(when: When, layout: Layout, anchor: Anchor) -> str | None:
    """The date that the text around speaks of: in the same sentence, else the last one named shortly before.

    A day; for words that speak of years or months ("two years later"), whatever date stood last.
    """
    start, end = layout.sentence(when.span.start)
    text = layout.text
    begin = layout.paragraph(when.span.start)[0]
    for _ in range(_SCENE_REACH):
        begin = layout.paragraph(max(begin - 1, 0))[0]
    if _COARSE.search(when.span.text):
        return find_date(text[begin : when.span.start], anchor=anchor)
    around = text[start : when.span.start] + " ; " + text[when.span.end : end]
    day = find_day(around, anchor=anchor) or find_day(text[begin:start], anchor=anchor)
    return str(day) if day else None


def _close(edtf: str, claim: Claim, when: When, report: Report, layout: Layout) -> str:
    """What "had been held since 2016", in the outlet's own voice, lasted until what the report tells."""
    if not edtf.endswith("/..") or claim.chain or report.told is None:
        return edtf
    start, _ = layout.sentence(when.span.start)
    pluperfect = re.search(r"\bhad\b", layout.text[start : when.span.start])
    return edtf.replace("..", report.told) if pluperfect else edtf


def _is_result(claim: Claim) -> bool:
    """Whether images show what had been destroyed by their day."""
    return claim.type is ClaimType.DESTROY and is_of_images(claim)
