"""Resting: which entries and known places an event or a holding rests on, so that an edit names what it may change.

A row rests on what was used for those who speak in its claims, act in them or are named there, and on
whatever these speak for, step by step. It names too much rather than too little: an affiliation that did
not hold on the day of telling counts too, since an edit of its dates could make it hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.model.claim import Claim
from sayso.model.corroboration import Corroboration
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.holding import Holding
from sayso.model.knowledge import Knowledge
from sayso.model.resolution import Resolution


def rest_on_knowledge(
    corroboration: Corroboration, resolutions: Sequence[Resolution], knowledge: Knowledge
) -> Corroboration:
    """Events and holdings with the identifiers of what they rest on, sorted; nothing else is changed."""
    ground = _lay_ground((entity for each in resolutions for entity in each.entities), knowledge)
    claims = {claim.id: claim for resolution in resolutions for claim in resolution.claims}
    events = tuple(_rest_event(event, claims, ground) for event in corroboration.events)
    rested = {event.id: event for event in events}
    holdings = tuple(_rest_holding(holding, rested, claims, ground) for holding in corroboration.holdings)
    return replace(corroboration, events=events, holdings=holdings)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What was used for each entity itself, and whom each speaks for; `known` is the same as knowledge alone has it."""

    used: Mapping[str, frozenset[str]]
    leads: Mapping[str, frozenset[str]]
    known: _Ground | None = None

    def under(self, entities: Iterable[str | None]) -> set[str]:
        """All that was used for the entities and for whatever they speak for."""
        found: set[str] = set()
        seen: set[str] = set()
        todo = [entity for entity in entities if entity]
        while todo:
            entity = todo.pop()
            if entity not in seen:
                seen.add(entity)
                for ground in (self, self.known) if self.known else (self,):
                    found |= ground.used.get(entity, frozenset())
                    todo += ground.leads.get(entity, ())
        return found


def _lay_ground(entities: Iterable[Entity], knowledge: Knowledge) -> _Ground:
    return replace(_lay(entities), known=_lay_known(knowledge))


@lru_cache(maxsize=4)  # a neighbourhood costs what it holds, not what is known
def _lay_known(knowledge: Knowledge) -> _Ground:
    ground = _lay(knowledge.entities.values())
    used = {**ground.used, **{id_: ground.used.get(id_, frozenset()) | {id_} for id_ in knowledge.entries}}
    leads = {key: set(found) for key, found in ground.leads.items()}
    for id_, entry in knowledge.entries.items():
        leads.setdefault(id_, set()).update(each for each in (entry.owner, entry.part_of) if each)
    return _Ground(used, _freeze(leads))


def _lay(entities: Iterable[Entity]) -> _Ground:
    used: dict[str, set[str]] = defaultdict(set)
    leads: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        used[entity.id].update(entity.known)
        leads[entity.id].update(tie.of for tie in entity.affiliations)
        if entity.location:
            used[entity.id].add(entity.location.place.id)
    return _Ground(_freeze(used), _freeze(leads))


def _freeze(sets: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {id_: frozenset(found) for id_, found in sets.items()}


def _rest_event(event: Event, claims: Mapping[str, Claim], ground: _Ground) -> Event:
    met = (event.place, *(voice.speaks_for for voice in event.voices), *_meet(event.claims, claims))
    return replace(event, knowledge=tuple(sorted(ground.under(met))))


def _rest_holding(
    holding: Holding, events: Mapping[str, Event], claims: Mapping[str, Claim], ground: _Ground
) -> Holding:
    """A holding rests on its own claims, and on its events: how it stands depends on all voices there."""
    under = ground.under((holding.place, holding.holder, *_meet(holding.claims, claims)))
    beside = {id_ for event in holding.events if event in events for id_ in events[event].knowledge}
    return replace(holding, knowledge=tuple(sorted(under | beside)))


def _meet(ids: Collection[str], claims: Mapping[str, Claim]) -> Iterator[str | None]:
    """Everybody in the chains and parts of the claims."""
    for claim in (claims[id_] for id_ in ids if id_ in claims):
        yield from (link.source.entity for link in claim.chain)
        yield from (filler.mention.entity for filler in claim.roles)
