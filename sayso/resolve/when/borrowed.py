"""Borrowed: words around a claim that date it, where it has no words of time of its own."""

from __future__ import annotations

import re
from datetime import date

from sayso.model.claim import Claim, When
from sayso.model.values.span import Span
from sayso.model.values.stance import ClaimType, Stance
from sayso.resolve.description import Sort, describe
from sayso.resolve.layout import Layout
from sayso.resolve.when.anchor import Anchor
from sayso.resolve.when.dating import SCENE, Dating, Found
from sayso.resolve.when.distance import read_count, step
from sayso.resolve.when.expression import find_day, find_expression, find_expressions
from sayso.resolve.when.normal import fold, normalise
from sayso.resolve.when.pattern import COUNT_WORDS

_CONTROL = frozenset({ClaimType.SEIZE, ClaimType.HOLD})
_SHOWN = frozenset({ClaimType.PRESENT, ClaimType.DESTROY})
_NEWS = 45  # characters behind a cue: "said on Saturday", "said in a statement on Saturday"
_BESIDE = 80  # characters in which words of time beside a trigger end
#: Between a trigger, or the start of the content, and the words of time that date it.
_PLACED = re.compile(r"[\s“\"‘',]*(?:(?:in|on|since|at)\s)?(?:the\s)?", re.IGNORECASE)
# "Nearly ten years after" counts nothing out.
_ROUGHLY = r"(?<!nearly )(?<!almost )(?<!about )(?<!around )(?<!roughly )(?<!some )(?<!than )(?<!over )(?<!under )"
_BESIDE_MAIN = re.compile(
    rf"\b(?:{_ROUGHLY}(?P<count>{COUNT_WORDS}) (?P<unit>day|night|week|month|year)s?|(?P<hours>hours|minutes|shortly))"
    r" (?P<way>after|before)(?: that)? $"
)
# The day of posting is not the day of what is shown.
_POSTED = re.compile(r"\b(?:posted|published|released|circulated|shared|sent)\b")


def borrow_words(claim: Claim, layout: Layout) -> When | None:
    """Words of time that date a claim which its reader gave none; None where there are none.

    Words beside its trigger or at its start ("threatened in June to", "Today our forces"): nine in ten
    of those in the ruled corpus date their claim. Else those of its images, and "said on Saturday" of
    who holds a place: "Fighters have captured the base, the spokesman said on Saturday" is dated by
    reports in this way alone; of other claims the day of saying dates nothing.
    """
    return _beside(claim, layout) or _of_source(claim, layout)


def is_of_images(claim: Claim) -> bool:
    """Whether images speak nearest to the content."""
    return bool(claim.chain) and describe(claim.chain[0].source.text).sort is Sort.IMAGES


def count_from_main(claim: Claim, layout: Layout, anchor: Anchor) -> When | None:
    """The date of what a clause is counted from: "took the town on Sunday, a day after they captured the pass".

    The pass fell a day before the day of the main clause; without one, a day before the telling.
    "Hours after they captured the pass" is the day of the main clause, if it names one.
    """
    start = claim.evidence.start
    begin, _ = layout.sentence(start)
    match = _BESIDE_MAIN.search(fold(layout.text[begin:start]))
    if match is None:
        return None
    found = _count(match, find_day(layout.text[begin : begin + match.start()], anchor=anchor), anchor)
    if not isinstance(found, Dating):
        return None
    span = Span.of(layout.text, begin + match.start(), begin + match.end("way"))
    return When(span, found.edtf, found.basis)


def _count(match: re.Match[str], main: date | None, anchor: Anchor) -> Found:
    if match["hours"]:
        return Dating(str(main), SCENE) if main else None
    count = read_count(normalise(match["count"]))
    if count is None:
        return None
    start, basis = (str(main), SCENE) if main else (anchor.told or "", anchor.basis)
    return step(start, -count if match["way"] == "after" else count, match["unit"], basis)


def _beside(claim: Claim, layout: Layout) -> When | None:
    text, end = layout.text, claim.evidence.end
    for place in (claim.evidence.start, claim.trigger.end if claim.trigger else end):
        for first, last in find_expressions(text[place : min(place + _BESIDE, end)])[:1]:
            if _PLACED.fullmatch(text, place, place + first):
                return When(Span.of(text, place + first, place + last))
    return None


def _of_source(claim: Claim, layout: Layout) -> When | None:
    if not claim.chain or (claim.stance is not Stance.ASSERTED and claim.type not in _SHOWN):
        return None
    link, text = claim.chain[0], layout.text
    if link.source.start is None or link.source.end is None:
        return None
    if claim.type in _SHOWN and is_of_images(claim):
        end = link.cue.start if link.cue and link.cue.start > link.source.end else link.source.end
        return None if _POSTED.search(text[link.source.start : end]) else _within(text, link.source.start, end)
    if claim.type in _CONTROL and link.cue:
        stop = min(layout.sentence(link.cue.start)[1], link.cue.end + _NEWS)
        inside = [span.start for span in claim.evidence.spans if link.cue.end <= span.start < stop]
        return _within(text, link.cue.end, min([stop, *inside]))
    return None


def _within(text: str, start: int, end: int) -> When | None:
    found = find_expression(text[start:end])
    return When(Span.of(text, start + found[0], start + found[1])) if found else None
