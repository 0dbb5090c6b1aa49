"""Saying: exact words on an event, whose they are, and where else the same voice is quoted with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.brief.copies import fold_copies
from sayso.desk.event.reach import Reach
from sayso.model.assessment import Assessment
from sayso.model.claim import Claim
from sayso.model.event import Event
from sayso.model.report import Report
from sayso.model.values.stance import Stance
from sayso.model.voice import Voice


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of one claim. `again` are the claims in which the same voice is quoted with them elsewhere.

    `grades` are those of all of them.
    """

    claim: Claim
    report: Report
    again: tuple[tuple[Claim, Report], ...] = ()
    grades: tuple[Assessment, ...] = ()
    is_retracted: bool = False
    is_unsourced: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice in one part of the page: how it puts it there, and its words."""

    voice: Voice
    stances: tuple[Stance, ...]
    sayings: tuple[Saying, ...]

    @property
    def leads(self) -> tuple[Saying, ...]:
        """The first words under each stance."""
        return tuple({saying.claim.stance: saying for saying in reversed(self.sayings)}.values())[::-1]


def hear(reach: Reach, event: Event, claims: Iterable[str]) -> tuple[Heard, ...]:
    """The event's voices that speak these claims, those who assert first, each with its words once."""
    wanted = set(claims)
    found = []
    for voice in event.voices:
        spoken = reach.all_claims(wanted.intersection(voice.claims))
        if spoken:
            stances = tuple(stance for stance in Stance if any(claim.stance is stance for claim in spoken))
            found.append(Heard(voice, stances, tell(reach, event, spoken)))
    return tuple(sorted(found, key=lambda heard: Stance.ASSERTED not in heard.stances))


def hear_nobody(reach: Reach, event: Event, claims: Iterable[str]) -> tuple[Saying, ...]:
    """The words among these claims that no voice speaks: told with no source named."""
    voiced = {claim for voice in event.voices for claim in voice.claims}
    return tell(reach, event, reach.all_claims(each for each in claims if each not in voiced))


def tell(reach: Reach, event: Event, claims: Iterable[Claim]) -> tuple[Saying, ...]:
    """Each wording once under each stance, with where else it stands; the event's own matter first, then what clashes:
    a number that its voice corrected comes after the one that stands.
    """
    clashing = {claim for conflict in event.conflicts for side in conflict.between for claim in side}
    alike: dict[tuple[Stance, Numbers], list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.type is not event.type, claim.id not in clashing)):
        alike.setdefault((claim.stance, _numbers(claim)), []).append(claim)
    groups = (group for each in alike.values() for group in fold_copies(each))
    return tuple(_say(reach, event, group) for group in groups)


Numbers = tuple[tuple[float | None, float | None], ...]


def _numbers(claim: Claim) -> Numbers:
    """What a claim counts: a corrected number in the same words is no copy."""
    return tuple((quantity.low, quantity.high) for quantity in claim.quantities)


def _say(reach: Reach, event: Event, group: list[Claim]) -> Saying:
    first, *others = group
    return Saying(
        claim=first,
        report=reach.reports[first.report],
        again=tuple((claim, reach.reports[claim.report]) for claim in others),
        grades=tuple(given for claim in group for given in reach.marks.assessments.claims.get(claim.id, ())),
        is_retracted=first.id in event.retracted,
        is_unsourced=first.id in event.unsourced,
    )
