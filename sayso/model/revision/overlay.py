"""Overlay: a claim as a person has it, laid over what a reader made of it."""

from __future__ import annotations

from dataclasses import replace

from sayso.model.checking import SPEAKER, STANCE, TRIGGER, TYPE, WORDS
from sayso.model.claim import Claim, Mention, Quantity, RoleFiller, When
from sayso.model.draft import Draft, Place, evidence_at, link_at, span_at, spans_at
from sayso.model.values.span import Span


def make_blank(draft: Draft, by: str, text: str) -> Claim:
    """A claim of a draft's words alone, in the outlet's own voice. Raises WordsGone."""
    return Claim(
        id=draft.id or draft.identified().id or "",
        report=draft.report,
        version=draft.version,
        type=draft.type,
        stance=draft.stance,
        evidence=evidence_at(draft.words, text),
        reader=by,
    )


def lay_over(claim: Claim, was: Draft, now: Draft, text: str) -> Claim:
    """The claim with all that is other in a draft; what is the same keeps what the reader knew of it.

    The attribution that it hangs on stays as it was. Raises WordsGone.
    """
    claim = replace(claim, id=now.id or claim.id, type=now.type, stance=now.stance, basis=now.basis)
    if was.words != now.words:
        claim = replace(claim, evidence=evidence_at(now.words, text))
    if was.trigger != now.trigger:
        claim = replace(claim, trigger=_span(now.trigger, text))
    if was.roles != now.roles:
        roles = (RoleFiller(role, Mention.at(span_at(place, text))) for role, place in now.roles)
        claim = replace(claim, roles=tuple(roles))
    if was.when != now.when:
        claim = replace(claim, when=When(span_at(now.when, text)) if now.when else None)
    if was.quantities != now.quantities:
        claim = replace(claim, quantities=tuple(Quantity(span) for span in spans_at(now.quantities, text)))
    if was.manner != now.manner:
        claim = replace(claim, manner=_span(now.manner, text))
    if was.said != now.said:
        claim = replace(claim, chain=tuple(link_at(step, text) for step in now.said))
    return claim


def certify(claim: Claim, part: str) -> Claim:
    """The claim with the part that a person amended certain; the rest is as sure as the reader was."""
    certainty = claim.certainty
    if certainty is None:
        return claim
    if part in (TYPE, WORDS, TRIGGER):
        certainty = replace(certainty, type=1.0)
    elif part == STANCE:
        certainty = replace(certainty, stance=1.0)
    elif part == SPEAKER:
        certainty = replace(certainty, speaker=1.0)
    return replace(claim, certainty=certainty, confidence=round(certainty.whole, 3))


def _span(place: Place | None, text: str) -> Span | None:
    return span_at(place, text) if place else None
