"""An actor as its page shows it: in which part it is named, on which events, by whose account, and what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sayso.brief.holding import HoldingAccount, tell_accounts
from sayso.brief.known import describe_known
from sayso.desk.event.reach import Reach
from sayso.desk.event.saying import Heard, hear
from sayso.desk.event.tally import Tally, tally_event
from sayso.desk.source.source import Tie, affiliations_of, spoken_for_by
from sayso.errors import NotInRecord
from sayso.model.claim import Claim
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.holding import Holding
from sayso.model.snapshot import Snapshot
from sayso.model.title import Title, title_of
from sayso.model.values.stance import FACTUAL, GROUPS, ClaimType, Role


class Deed(StrEnum):
    """In which part an actor is told of."""

    DID = "did"
    SUFFERED = "suffered"
    GAVE = "gave"  # arms, money, goods, backing
    GOT = "got"
    AHEAD = "ahead"  # planned, asked for, feared or judged: never what happened
    NAMED = "named"  # as the thing, or the place


@dataclass(frozen=True, slots=True)
class Told:
    """One event on which the actor is named in a part, and whose claims name it so, in so many `reports`."""

    event: Event
    title: Title
    reports: int
    heard: tuple[Heard, ...]

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """Its voices, counted by how they put it."""
        return tally_event(self.event)

    @property
    def is_disputed(self) -> bool:
        """Whether accounts of it cannot both be so."""
        return bool(self.event.conflicts)


@dataclass(frozen=True, slots=True)
class ActorView:
    """All that the page of an actor shows; events are newest first. `known` are sentences on what is known of it."""

    entity: Entity
    names: tuple[str, ...]
    deeds: tuple[tuple[Deed, tuple[Told, ...]], ...]
    holdings: tuple[HoldingAccount, ...]
    affiliations: tuple[Tie, ...]
    spokesmen: tuple[Tie, ...]
    known: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its fullest name."""
        return self.entity.name


def view_actor(snapshot: Snapshot, entity_id: str) -> ActorView:
    """The page of an actor, from the part of the record around it. Raises NotInRecord."""
    reach = Reach(snapshot)
    found = [each for r in snapshot.resolutions for each in r.entities if each.id == entity_id]
    if not found:
        raise NotInRecord(f"{entity_id!r} is no actor of this record; search for the name, or see the list of actors")
    entity = max(found, key=lambda each: len(each.names))
    deeds = ((deed, tuple(_list_told(reach, entity_id, deed))) for deed in Deed)
    return ActorView(
        entity=entity,
        names=tuple(dict.fromkeys(name for each in found for name in each.names)),
        deeds=tuple((deed, told) for deed, told in deeds if told),
        holdings=tell_accounts(snapshot, _order(h for h in snapshot.corroboration.holdings if h.holder == entity_id)),
        affiliations=affiliations_of(reach, entity_id),
        spokesmen=spoken_for_by(reach, entity_id),
        known=describe_known(_without_ties(entity), reach.entities),
        sources=tuple(dict.fromkeys(each.source for each in found)),
    )


def _without_ties(entity: Entity) -> Entity:
    """The entity without its affiliations: a table has them."""
    return Entity(entity.id, entity.kind, entity.names, (), entity.source, entity.known, entity.location, entity.doubt)


def _list_told(reach: Reach, entity: str, deed: Deed) -> Iterator[Told]:
    events = sorted(reach.snapshot.corroboration.events, key=lambda event: event.when or "", reverse=True)
    for event in events:
        claims = reach.all_claims(event.claims)
        naming = [claim.id for claim in claims if deed in _deeds_of(claim, entity)]
        if naming:
            reports = len(reach.reports_of(claims))
            yield Told(event, title_of(event, claims), reports, hear(reach, event, naming))


def _deeds_of(claim: Claim, entity: str) -> set[Deed]:
    """In which parts a claim names the actor."""
    roles = {filler.role for filler in claim.roles if filler.mention.entity == entity}
    if not roles or claim.type in (ClaimType.STATEMENT, ClaimType.SILENCE):
        return set()
    if claim.stance not in FACTUAL:
        return {Deed.AHEAD}
    if claim.type in GROUPS["support"]:  # "supplied the Front with drones": whoever is supplied, in whichever part
        return ({Deed.GAVE} if Role.ACTOR in roles else set()) | ({Deed.GOT} if roles - {Role.ACTOR} else set())
    deeds = {Deed.DID} if Role.ACTOR in roles else set()
    deeds |= {Deed.SUFFERED} if Role.RECIPIENT in roles else set()
    return deeds or {Deed.NAMED}


def _order(holdings: Iterable[Holding]) -> list[Holding]:
    return sorted(holdings, key=lambda each: each.start or each.last_said or "9", reverse=True)
