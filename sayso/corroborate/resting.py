"""Resting: which entries and known places an event or a holding rests on, so that an edit names what it may change.

A row rests on what was used for those who speak in its claims, act in them or are named there, and on
whatever these speak for, step by step. It names too much rather than too little: an affiliation that did
not hold on the day of telling counts too, since an edit of its dates could make it hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
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
    """Events and holdings with the identifiers of what they rest on, sorted; nothing else is changed.

    Asked of their own reports and of knowledge: what others say of the same entities is no ground of theirs.
    """
    ground = _Grounds({each.report.id: each for each in resolutions}, _lay_known(knowledge))
    claims = {claim.id: claim for resolution in resolutions for claim in resolution.claims}
    events = tuple(_rest_event(event, claims, ground) for event in corroboration.events)
    rested = {event.id: event for event in events}
    holdings = tuple(_rest_holding(holding, rested, claims, ground) for holding in corroboration.holdings)
    return replace(corroboration, events=events, holdings=holdings)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What was used for each entity itself, and whom each speaks for."""

    used: Mapping[str, frozenset[str]]
    leads: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Grounds:
    """What knowledge says (`known`), and what each report does, laid out when it is first asked."""

    resolutions: Mapping[str, Resolution]
    known: _Ground
    laid: dict[str, _Ground] = field(default_factory=dict)

    def under(self, entities: Iterable[str | None], reports: Iterable[str]) -> set[str]:
        """All that was used for the entities and for whatever they speak for, by these reports and by knowledge."""
        grounds = [*map(self._lay, reports), self.known]
        found: set[str] = set()
        todo = {entity for entity in entities if entity}
        seen: set[str] = set()
        while todo:
            seen |= todo
            for ground in grounds:
                found.update(*(ground.used.get(entity, ()) for entity in todo))
            todo = {of for ground in grounds for entity in todo for of in ground.leads.get(entity, ())} - seen
        return found

    def _lay(self, report: str) -> _Ground:
        if report not in self.laid:
            self.laid[report] = _lay(self.resolutions[report].entities)
        return self.laid[report]


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


def _rest_event(event: Event, claims: Mapping[str, Claim], ground: _Grounds) -> Event:
    met = (event.place, *(voice.speaks_for for voice in event.voices), *_meet(event.claims, claims))
    return replace(event, knowledge=tuple(sorted(ground.under(met, _list_reports(event.claims, claims)))))


def _rest_holding(
    holding: Holding, events: Mapping[str, Event], claims: Mapping[str, Claim], ground: _Grounds
) -> Holding:
    """A holding rests on its own claims, and on its events: how it stands depends on all voices there."""
    met = (holding.place, holding.holder, *_meet(holding.claims, claims))
    beside = {id_ for event in holding.events if event in events for id_ in events[event].knowledge}
    under = ground.under(met, _list_reports(holding.claims, claims))
    return replace(holding, knowledge=tuple(sorted(under | beside)))


def _list_reports(ids: Collection[str], claims: Mapping[str, Claim]) -> set[str]:
    return {claims[id_].report for id_ in ids if id_ in claims}


def _meet(ids: Collection[str], claims: Mapping[str, Claim]) -> Iterator[str | None]:
    """Everybody in the chains and parts of the claims."""
    for claim in (claims[id_] for id_ in ids if id_ in claims):
        yield from (mention.entity for mention in claim.mentions)
