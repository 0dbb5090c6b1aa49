"""Resting: the rows of a record that rest on entries of knowledge or known places."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sayso.model.claim import Claim
from sayso.model.event import Event
from sayso.model.holding import Holding
from sayso.model.snapshot import Snapshot
from sayso.model.voice import Voice


@dataclass(frozen=True, slots=True)
class Resting:
    """What rests on something known: claims that name it or that it speaks, events, the voices there, holdings."""

    claims: tuple[Claim, ...] = ()
    voices: tuple[Voice, ...] = ()
    events: tuple[Event, ...] = ()
    holdings: tuple[Holding, ...] = ()


def rows_resting_on(snapshot: Snapshot, ids: Collection[str]) -> Resting:
    """The rows that an edit of these entries or places may change, found without deriving anything.

    `ids` are identifiers of entries' entities, of known places, or of entities of the text. An edit that adds a
    name may also reach rows that never used the entry: those only deriving shows.
    """
    wanted = frozenset(ids)
    entities = wanted | {
        entity.id
        for resolution in snapshot.resolutions
        for entity in resolution.entities
        if wanted.intersection(entity.known) or (entity.location and entity.location.place.id in wanted)
    }
    claims = [claim for r in snapshot.resolutions for claim in r.claims if entities & _entities_of(claim)]
    naming = {claim.id for claim in claims}
    derived = snapshot.corroboration
    events = [e for e in derived.events if wanted.intersection(e.knowledge) or naming.intersection(e.claims)]
    return Resting(
        claims=tuple(claims),
        voices=tuple(v for e in events for v in e.voices if v.speaks_for in entities or naming.intersection(v.claims)),
        events=tuple(events),
        holdings=tuple(
            h for h in derived.holdings if wanted.intersection(h.knowledge) or naming.intersection(h.claims)
        ),
    )


def _entities_of(claim: Claim) -> frozenset[str | None]:
    return frozenset(mention.entity for mention in claim.mentions)
