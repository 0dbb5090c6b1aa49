"""Airwars' grading of harm by its public reporting, computed from the voices of an event: a second view.

The five grades as Airwars defines them (airwars.org/about/methodology): confirmed, a party accepts that it
did it; fair, two or more credible sources; weak, a single one; contested, competing claims of who did it;
discounted, nothing is left that supports it.
"""

from __future__ import annotations

from enum import StrEnum

from sayso.model.conflict import ConflictOn
from sayso.model.event import Event
from sayso.model.values.stance import ClaimType, Stance
from sayso.model.voice import Interest, Voice

#: It grades harm and the force that does it; who holds a place is not its matter.
GRADED = frozenset(
    {ClaimType.STRIKE, ClaimType.ATTACK, ClaimType.CLASH, ClaimType.DESTROY, ClaimType.KILL, ClaimType.INJURE}
)


class AirwarsGrade(StrEnum):
    """How well public reporting supports that it happened so."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"


def grade_event(event: Event) -> tuple[AirwarsGrade, str] | None:
    """The grade and the rule that gives it, in words; None for what Airwars does not grade, and where
    a withheld voice keeps the number of voices from being told.

    Voices that rest on nothing but reports taken back count for nothing.
    """
    if event.type not in GRADED or event.at_least:
        return None
    support = [voice for voice in event.voices if Stance.ASSERTED in voice.stances and not is_taken_back(voice, event)]
    if not support:
        if not any(Stance.ASSERTED in voice.stances for voice in event.voices):
            return None
        return AirwarsGrade.DISCOUNTED, "all that asserted it was taken back"
    if any(conflict.on is ConflictOn.RESPONSIBILITY for conflict in event.conflicts):
        return AirwarsGrade.CONTESTED, "accounts name different doers"
    if any(voice.interest is Interest.FOR for voice in support):
        return AirwarsGrade.CONFIRMED, "the side that is said to have done it says so itself"
    if len(support) > 1:
        return AirwarsGrade.FAIR, f"{len(support)} independent voices assert it"
    return AirwarsGrade.WEAK, "a single voice asserts it"


def is_taken_back(voice: Voice, event: Event) -> bool:
    """Whether all that a voice says on an event stands in reports that were taken back, or in copies of them."""
    return bool(event.retracted) and set(voice.claims) <= set(event.retracted)
