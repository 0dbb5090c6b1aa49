"""Fare: how what a source asserted stands today: confirmed, denied, contradicted by others or by itself, or alone.

Counted by events: one on which the source asserts something is one, however often it says so. Independence is that
of voices: a copy, a translation or a spokesman of the same side is the source's own voice and confirms nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.desk.event.reach import Reach
from sayso.desk.source.source import Source, parts_of
from sayso.model.claim import Claim, Quantity
from sayso.model.event import Event
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import Stance
from sayso.model.voice import Voice


@dataclass(frozen=True, slots=True)
class Other:
    """A voice that bears on what the source asserted, by these of its claims; the source's own where it is itself."""

    voice: Voice
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Assertion:
    """What the source asserts on one event, and who bears it out or speaks against it."""

    event: Event
    claims: tuple[Claim, ...]
    confirmed_by: tuple[Other, ...] = ()
    denied_by: tuple[Other, ...] = ()
    contradicted_by: tuple[Other, ...] = ()
    against_itself: tuple[Claim, ...] = ()

    @property
    def is_alone(self) -> bool:
        """Whether no other voice bears it out, denies it or tells it otherwise."""
        return not (self.confirmed_by or self.denied_by or self.contradicted_by)


@dataclass(frozen=True, slots=True)
class Fare:
    """All that a source asserted, the latest events first. An event may stand in several of the lists."""

    asserted: tuple[Assertion, ...] = ()

    @property
    def confirmed(self) -> tuple[Assertion, ...]:
        """Another independent voice asserts the same."""
        return tuple(each for each in self.asserted if each.confirmed_by)

    @property
    def denied(self) -> tuple[Assertion, ...]:
        """Another voice says that it is not so."""
        return tuple(each for each in self.asserted if each.denied_by)

    @property
    def contradicted(self) -> tuple[Assertion, ...]:
        """Another voice tells what cannot be so as well."""
        return tuple(each for each in self.asserted if each.contradicted_by)

    @property
    def by_itself(self) -> tuple[Assertion, ...]:
        """The source itself tells it otherwise elsewhere."""
        return tuple(each for each in self.asserted if each.against_itself)

    @property
    def alone(self) -> tuple[Assertion, ...]:
        """No other voice is heard on it, for or against."""
        return tuple(each for each in self.asserted if each.is_alone)


def fare(snapshot: Snapshot, source: Source) -> Fare:
    """How a source fared in a snapshot, in the snapshot's order of events."""
    reach = Reach(snapshot)
    found = (_judge(reach, event, source) for event in snapshot.corroboration.events)
    return Fare(tuple(each for each in found if each is not None))


def _judge(reach: Reach, event: Event, source: Source) -> Assertion | None:
    mine = parts_of(reach, event, source)
    own = {claim for part in mine for claim in part.claims}
    asserted = [claim for claim in reach.all_claims(own) if claim.stance is Stance.ASSERTED]
    if not asserted:
        return None
    same = {part.voice.id for part in mine}
    others = [voice for voice in event.voices if voice.id not in same]
    together = _in_accounts_of(event, asserted)
    against = _set_against(event, own)
    return Assertion(
        event=event,
        claims=tuple(asserted),
        confirmed_by=_hear(reach, others, together - set(event.retracted), lambda each: _bears_out(each, asserted)),
        denied_by=_hear(reach, others, together | against, lambda each: each.stance is Stance.DENIED),
        contradicted_by=_hear(reach, others, against, lambda each: each.stance is not Stance.DENIED),
        against_itself=tuple(_against_itself(reach, event, own, asserted)),
    )


def _hear(
    reach: Reach, voices: Iterable[Voice], among: Collection[str], test: Callable[[Claim], bool]
) -> tuple[Other, ...]:
    found = []
    for voice in voices:
        claims = tuple(each for each in reach.all_claims(set(voice.claims) & set(among)) if test(each))
        if claims:
            found.append(Other(voice, claims))
    return tuple(found)


def _in_accounts_of(event: Event, claims: Sequence[Claim]) -> set[str]:
    """All claims of the accounts in which these stand."""
    mine = {claim.id for claim in claims}
    return {claim for account in event.accounts if mine.intersection(account.claims) for claim in account.claims}


def _set_against(event: Event, own: Collection[str]) -> set[str]:
    """All claims that a conflict sets against one of the source's."""
    return {
        claim
        for conflict in event.conflicts
        for side, other in (conflict.between, conflict.between[::-1])
        if set(side) & set(own)
        for claim in other
    } - set(own)


def _bears_out(claim: Claim, asserted: Iterable[Claim]) -> bool:
    """Whether a claim asserts what one of these does: the same kind of thing, with numbers that meet."""
    return claim.stance is Stance.ASSERTED and any(
        claim.type is mine.type and _numbers_meet(claim, mine) for mine in asserted
    )


def _numbers_meet(left: Claim, right: Claim) -> bool:
    """Whether counts of the same part meet; what one of them does not count, they do not differ on."""
    return all(
        _meets(mine, other) for mine in left.quantities for other in right.quantities if _is_same_matter(mine, other)
    )


def _is_same_matter(left: Quantity, right: Quantity) -> bool:
    return all(mine == other or None in (mine, other) for mine, other in ((left.of, right.of), (left.unit, right.unit)))


def _meets(left: Quantity, right: Quantity) -> bool:
    lows = [each for each in (left.low, right.low) if each is not None]
    highs = [each for each in (left.high, right.high) if each is not None]
    return not lows or not highs or max(lows) <= min(highs)


def _against_itself(reach: Reach, event: Event, own: set[str], asserted: Sequence[Claim]) -> Iterator[Claim]:
    """The source's own words that a conflict sets against its others, or whose number a later report of it changed."""
    for conflict in event.conflicts:
        left, right = (own.intersection(side) for side in conflict.between)
        if left - right and right - left:
            yield from reach.all_claims(left ^ right)
    for claim in asserted:
        later = [each for each in asserted if each.type is claim.type and _is_told_later(reach, each, claim)]
        if any(not _numbers_meet(each, claim) for each in later):
            yield claim


def _is_told_later(reach: Reach, claim: Claim, other: Claim) -> bool:
    mine, theirs = reach.reports[claim.report].told, reach.reports[other.report].told
    return bool(mine and theirs and mine > theirs)
