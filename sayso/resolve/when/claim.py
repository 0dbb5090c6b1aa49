"""Claim: the date of a claim's happening, from its own words of time, else from words around that date it."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.model.claim import Claim, When
from sayso.model.report import PublishedBasis, Report
from sayso.model.values.span import Span
from sayso.model.values.stance import ClaimType, Stance
from sayso.resolve.description import Sort, describe
from sayso.resolve.layout import Layout, is_quoted
from sayso.resolve.when.anchor import Anchor
from sayso.resolve.when.dating import PUBLISHED, SCENE
from sayso.resolve.when.expression import find_day, find_expression
from sayso.resolve.when.grammar import parse_when

_CONTROL = frozenset({ClaimType.SEIZE, ClaimType.HOLD})
_NEWS = 45  # characters behind a cue: "said on Saturday", "said in a statement on Saturday"
_SCENE_REACH = 2  # paragraphs back
#: Bases of a publication date that a reader should see on what is counted from it.
_SHOWN = frozenset({PublishedBasis.DATELINE, PublishedBasis.PERSON, PublishedBasis.TEXT, PublishedBasis.LINK})


def date_claim(claim: Claim, *, report: Report, layout: Layout) -> When | None:
    """The claim's words of time with their date; None where no words date it. Quoted speech counts from its day."""
    when = claim.when or _borrow(claim, layout)
    if when is None or when.edtf is not None:
        return when
    anchor = anchor_report(report, ahead=_looks_ahead(claim, when))
    scene = _find_scene(when, layout, anchor)
    if scene and is_quoted(layout.text, layout, when.span.start):
        # "Today our forces have seized the town," he said on Tuesday: his today, not the paper's.
        anchor = anchor.as_told(scene, basis=SCENE)
    found = parse_when(when.span.text, anchor=replace(anchor, scene=scene))
    if found is None:
        return when
    return replace(when, edtf=_close(found.edtf, replace(claim, when=when), report, layout), basis=found.basis)


def anchor_report(report: Report, *, ahead: bool | None = False) -> Anchor:
    """What words of a report are counted from, and how that day is known."""
    if report.published is None:
        return Anchor(None, ahead=ahead)
    known = report.published.basis
    return Anchor(report.told, ahead=ahead, basis=str(known) if known in _SHOWN else PUBLISHED)


def _borrow(claim: Claim, layout: Layout) -> When | None:
    """Words outside a claim that date it: those of its images, and "said on Saturday" of who holds a place.

    What satellite images of 13 March show was so on 13 March. "Fighters have captured the base, the
    spokesman said on Saturday" is dated by reports in this way alone; of other claims the day of
    saying dates nothing. None where no such words stand there.
    """
    if not claim.chain or (claim.stance is not Stance.ASSERTED and claim.type is not ClaimType.PRESENT):
        return None
    link, text = claim.chain[0], layout.text
    if link.source.start is None or link.source.end is None:
        return None
    if claim.type is ClaimType.PRESENT and describe(link.source.text).sort is Sort.IMAGES:
        end = link.cue.start if link.cue and link.cue.start > link.source.end else link.source.end
        # The day of posting is not the day of what is shown.
        posted = re.search(r"\b(?:posted|published|released|circulated|shared|sent)\b", text[link.source.start : end])
        return None if posted else _within(text, link.source.start, end)
    if claim.type in _CONTROL and link.cue:
        stop = min(layout.sentence(link.cue.start)[1], link.cue.end + _NEWS)
        inside = [span.start for span in claim.evidence.spans if link.cue.end <= span.start < stop]
        return _within(text, link.cue.end, min([stop, *inside]))
    return None


def _within(text: str, start: int, end: int) -> When | None:
    found = find_expression(text[start:end])
    return When(Span.of(text, start + found[0], start + found[1])) if found else None


def _looks_ahead(claim: Claim, when: When) -> bool:
    """Plans look ahead; a demand does where its date is a term ("by Friday"), else its date may be that of asking."""
    if claim.stance is Stance.REQUESTED:
        return bool(re.match(r"(?:by|until|till|before|from|next|within)\b", when.span.text.casefold()))
    return claim.stance is Stance.PLANNED


def _find_scene(when: When, layout: Layout, anchor: Anchor) -> str | None:
    """The day that the text around speaks of: in the same sentence, else the last one named shortly before."""
    start, end = layout.sentence(when.span.start)
    text = layout.text
    around = text[start : when.span.start] + " ; " + text[when.span.end : end]
    begin = layout.paragraph(when.span.start)[0]
    for _ in range(_SCENE_REACH):
        begin = layout.paragraph(max(begin - 1, 0))[0]
    day = find_day(around, anchor=anchor) or find_day(text[begin:start], anchor=anchor)
    return str(day) if day else None


def _close(edtf: str, claim: Claim, report: Report, layout: Layout) -> str:
    """What "had been held since 2016", in the outlet's own voice, lasted until what the report tells."""
    if not edtf.endswith("/..") or claim.chain or report.told is None or claim.when is None:
        return edtf
    start, _ = layout.sentence(claim.when.span.start)
    pluperfect = re.search(r"\bhad\b", layout.text[start : claim.when.span.start])
    return edtf.replace("..", report.told) if pluperfect else edtf
