"""Finding an event, a voice or a claim by its identifier, with the claims that it is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.errors import NotInRecord
from sayso.model.claim import Claim
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


def list_sources(snapshot: Snapshot) -> list[tuple[str, ...]]:
    """All names of everybody who is heard, and of the outlets."""
    heard = [(v.name, *v.names) for event in snapshot.corroboration.events for v in event.voices]
    return [*heard, *((outlet,) for each in snapshot.resolutions if (outlet := each.report.outlet))]


def _claims(snapshot: Snapshot, identifiers: Iterable[str]) -> tuple[Claim, ...]:
    by_id = {claim.id: claim for resolution in snapshot.resolutions for claim in resolution.claims}
    return tuple(by_id[id_] for id_ in identifiers if id_ in by_id)
