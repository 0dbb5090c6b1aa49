"""Spoken: an event or a voice that a person decides on, found by its identifier, with the claims it is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.errors import NotInRecord, UsageError
from sayso.model.claim import Claim
from sayso.model.decision import DecisionKind
from sayso.model.knowing import fold_name
from sayso.model.proposal import Proposal, propose_pair
from sayso.model.ruling import EVENT, VOICE
from sayso.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a person points at: an event or a voice (`about`), by its claims, the first-learnt first."""

    about: str
    members: tuple[Claim, ...]

    @property
    def a_kind(self) -> str:
        """What it is, with its article."""
        return "an event" if self.about == EVENT else "a voice"

    @property
    def claims(self) -> frozenset[str]:
        """Identifiers of the claims."""
        return frozenset(claim.id for claim in self.members)


def propose_merge(one: Spoken, other: Spoken) -> Proposal:
    """That two events are one happening, or two voices one. Raises UsageError for two kinds, and for one thing."""
    if one.about != other.about:
        raise UsageError(f"one is {one.a_kind} and the other {other.a_kind}; name two of one kind")
    if one.members[0].id == other.members[0].id:
        raise UsageError("both are one already")
    return propose_pair(DecisionKind.MERGE, one.about, one.members[0], other.members[0])


def propose_split(whole: Spoken, claim: str) -> Proposal:
    """That a claim is of another happening than its event, or of another voice than its voice.

    Raises NotInRecord where it is no claim of it, UsageError where it is all there is.
    """
    part = next((each for each in whole.members if each.id == claim), None)
    if part is None:
        raise NotInRecord(f"{claim!r} is no claim of it; 'sayso why ID' and the event's page list them")
    rest = [each for each in whole.members if each.id != claim]
    if not rest:
        raise UsageError(f"{claim} is all there is of it; there is nothing to split")
    return propose_pair(DecisionKind.SPLIT, whole.about, part, rest[0])


def find_spoken(snapshot: Snapshot, identifier: str) -> Spoken:
    """The event or voice of that identifier. Raises NotInRecord."""
    for event in snapshot.corroboration.events:
        if event.id == identifier:
            return Spoken(EVENT, _claims(snapshot, event.claims))
        for voice in event.voices:
            if voice.id == identifier:
                return Spoken(VOICE, _claims(snapshot, voice.claims))
    raise NotInRecord(f"{identifier!r} is no event or voice of this record; a brief shows the identifiers of events")


def find_claim(snapshot: Snapshot, identifier: str) -> Claim | None:
    """The claim of that identifier; None where it is none."""
    return next((claim for each in snapshot.resolutions for claim in each.claims if claim.id == identifier), None)


def name_source(snapshot: Snapshot, name: str) -> str:
    """The source of that name, as the record names it. Raises NotInRecord."""
    found = next((names for names in list_sources(snapshot) if fold_name(name) in map(fold_name, names)), None)
    if found is None:
        raise NotInRecord(
            f"{name!r} is no source of this record: nobody of that name is heard, and no outlet is so named"
        )
    return found[0]


def list_sources(snapshot: Snapshot) -> list[tuple[str, ...]]:
    """All names of everybody who is heard, and of the outlets."""
    heard = [(v.name, *v.names) for event in snapshot.corroboration.events for v in event.voices]
    return [*heard, *((outlet,) for each in snapshot.resolutions if (outlet := each.report.outlet))]


def _claims(snapshot: Snapshot, identifiers: Iterable[str]) -> tuple[Claim, ...]:
    by_id = {claim.id: claim for resolution in snapshot.resolutions for claim in resolution.claims}
    return tuple(by_id[id_] for id_ in identifiers if id_ in by_id)
