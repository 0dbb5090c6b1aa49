"""Difference: what changes between two snapshots of one record, before it changes or after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from sayso.model.claim import Mention
from sayso.model.conflict import Conflict
from sayso.model.event import Event
from sayso.model.holding import Holding
from sayso.model.lineage import Lineage
from sayso.model.shift import (
    ClaimChange,
    EventChange,
    Recount,
    claims_of,
    compare_claims,
    compare_events,
    compare_retracted,
    list_recounts,
    list_withdrawn,
)
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import ClaimType
from sayso.model.voice import Interest

Thing = TypeVar("Thing")

#: A mention by its claim, the part it has there, and which of those in that part it is.
Place = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class MentionChange:
    """A claim whose speaker, relay (`chain`) or role is another: by name, before and after."""

    claim: str
    part: str
    words: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, order=True)
class Heard:
    """A voice by its name, the name of whom it speaks for (its identifier where no report names it), and interest."""

    name: str
    speaks_for: str
    interest: Interest


@dataclass(frozen=True, slots=True)
class VoiceChange:
    """An event on which others are heard; `event` is None before it was one, `place` None where none is named."""

    event: str | None
    type: ClaimType
    place: str | None
    before: tuple[Heard, ...]
    after: tuple[Heard, ...]


@dataclass(frozen=True, slots=True)
class EntityChange:
    """Entities, by name, and what their mentions are now: one where two were, or two where one was."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HoldingChange:
    """A holding gained (`before` None), lost (`after` None), or that stands otherwise than it did."""

    before: Holding | None
    after: Holding | None


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changes; false where nothing does.

    `withdrawn` are words of claims that their report no longer holds in its present version; `retracted`
    those that stand in reports newly taken back, copies included.
    """

    mentions: tuple[MentionChange, ...] = ()
    voices: tuple[VoiceChange, ...] = ()
    conflicts_gained: tuple[Conflict, ...] = ()
    conflicts_lost: tuple[Conflict, ...] = ()
    holdings: tuple[HoldingChange, ...] = ()
    joined: tuple[EntityChange, ...] = ()
    parted: tuple[EntityChange, ...] = ()
    events: tuple[EventChange, ...] = ()
    edges_gained: tuple[Lineage, ...] = ()
    edges_lost: tuple[Lineage, ...] = ()
    retracted: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    recounts: tuple[Recount, ...] = ()
    claims: tuple[ClaimChange, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)


def compare_snapshots(before: Snapshot, after: Snapshot) -> Difference:
    """What is other in `after`: claims, speakers and roles, voices, conflicts, holdings, entities joined and parted.

    Claims are the same where their identifiers are; an event is the one that holds the other's first
    claim. Identifiers of entities may change while nothing that a person sees does: that is no difference.
    """
    conflicts = _conflicts(before), _conflicts(after)
    joined, parted = _compare_entities(before, after)
    return Difference(
        mentions=tuple(_compare_mentions(before, after)),
        voices=tuple(_compare_voices(before, after)),
        conflicts_gained=_missing(conflicts[1], conflicts[0]),
        conflicts_lost=_missing(conflicts[0], conflicts[1]),
        holdings=_compare_holdings(before, after),
        joined=joined,
        parted=parted,
        events=tuple(compare_events(before, after)),
        edges_gained=_missing(_edges(after), _edges(before)),
        edges_lost=_missing(_edges(before), _edges(after)),
        retracted=tuple(compare_retracted(before, after)),
        withdrawn=tuple(list_withdrawn(before, after)),
        recounts=tuple(list_recounts(before, after)),
        claims=tuple(compare_claims(before, after)),
    )


def _compare_mentions(before: Snapshot, after: Snapshot) -> Iterator[MentionChange]:
    now = dict(_mentions(after))
    for place, mention in _mentions(before):
        other = now.get(place)
        if other and other.name != mention.name:
            yield MentionChange(place[0], place[1], mention.text, mention.name, other.name)


def _mentions(snapshot: Snapshot) -> Iterator[tuple[Place, Mention]]:
    for claim in claims_of(snapshot):
        for step, link in enumerate(claim.chain):
            yield (claim.id, "chain" if step else "speaker", step), link.source
        for number, filler in enumerate(claim.roles):
            yield (claim.id, str(filler.role), number), filler.mention


def _compare_voices(before: Snapshot, after: Snapshot) -> Iterator[VoiceChange]:
    # What one of the two does not name may still be named in the other.
    names = {**_names(after), **_names(before)}, {**_names(before), **_names(after)}
    holding = {claim: event for event in after.corroboration.events for claim in event.claims}
    met: set[str] = set()
    for event in before.corroboration.events:
        now = holding.get(event.claims[0])
        met |= {now.id} if now else set()
        heard = _heard(event, names[0]), _heard(now, names[1])
        if heard[0] != heard[1]:
            yield VoiceChange(event.id, event.type, next(iter(event.place_names), None), *heard)
    for event in after.corroboration.events:
        if event.id not in met:
            yield VoiceChange(None, event.type, next(iter(event.place_names), None), (), _heard(event, names[1]))


def _heard(event: Event | None, names: Mapping[str, str]) -> tuple[Heard, ...]:
    voices = event.voices if event else ()
    return tuple(sorted(Heard(v.name, names.get(v.speaks_for or "", v.speaks_for or ""), v.interest) for v in voices))


def _names(snapshot: Snapshot) -> dict[str, str]:
    return {entity.id: entity.name for resolution in snapshot.resolutions for entity in resolution.entities}


def _edges(snapshot: Snapshot) -> dict[object, Lineage]:
    return {(edge.report, edge.of, edge.relation): edge for edge in snapshot.corroboration.lineage}


def _conflicts(snapshot: Snapshot) -> dict[object, Conflict]:
    """Conflicts by the words that are set against each other, in either order, whichever claims carry them."""
    found = (conflict for event in snapshot.corroboration.events for conflict in event.conflicts)
    return {(conflict.on, frozenset(conflict.values)): conflict for conflict in found}


def _holdings(snapshot: Snapshot) -> dict[object, Holding]:
    """Holdings by all that a person sees of them."""
    return {
        (h.place_names[:1], h.holder_names[:1], h.start, h.end, h.status, h.voices, frozenset(h.claims)): h
        for h in snapshot.corroboration.holdings
    }


def _compare_holdings(before: Snapshot, after: Snapshot) -> tuple[HoldingChange, ...]:
    """A holding is the other's successor where they have a claim in common."""
    lost, gained = _missing(_holdings(before), _holdings(after)), list(_missing(_holdings(after), _holdings(before)))
    found = []
    for was in lost:
        heir = next((now for now in gained if set(was.claims) & set(now.claims)), None)
        if heir:
            gained.remove(heir)
        found.append(HoldingChange(was, heir))
    return (*found, *(HoldingChange(None, now) for now in gained))


def _missing(those: Mapping[object, Thing], there: Mapping[object, Thing]) -> tuple[Thing, ...]:
    return tuple(thing for key, thing in those.items() if key not in there)


def _compare_entities(before: Snapshot, after: Snapshot) -> tuple[tuple[EntityChange, ...], tuple[EntityChange, ...]]:
    """Entities whose mentions came together, and entities whose mentions went apart."""
    was, now = _entities(before), _entities(after)
    names = _names(before), _names(after)
    shared = [(was[place], now[place]) for place in was if place in now]
    joined, parted = _group((new, old) for old, new in shared), _group(shared)
    return (
        tuple(EntityChange(_call(olds, names[0]), _call([new], names[1])) for new, olds in joined),
        tuple(EntityChange(_call([old], names[0]), _call(news, names[1])) for old, news in parted),
    )


def _entities(snapshot: Snapshot) -> dict[Place, str]:
    return {place: mention.entity for place, mention in _mentions(snapshot) if mention.entity}


def _group(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    """What stands for several, with those several, each once, in the order met."""
    found: dict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        if other not in found[one]:
            found[one].append(other)
    return [(one, others) for one, others in found.items() if len(others) > 1]


def _call(entities: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted(names.get(entity, entity) for entity in entities))
