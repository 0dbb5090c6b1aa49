"""Together: holdings follow from the events that may tell of one place, and from their reports alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from sayso.corroborate.event.twin import Node
from sayso.corroborate.ground import Footing, Ground
from sayso.corroborate.holding.finding import find_holdings, sort_holdings
from sayso.corroborate.holding.gathering import gather
from sayso.corroborate.holding.keys import place_keys
from sayso.corroborate.holding.told import Told, lay_told
from sayso.corroborate.holding.turn import TURNING
from sayso.corroborate.telling import Telling
from sayso.model.event import Event
from sayso.model.holding import Holding


def find_all_holdings(events: Sequence[Event], nodes: Sequence[Node], ground: Ground) -> tuple[Holding, ...]:
    """The holdings of all places, each as the reports on its events alone have it."""
    told = lay_told(nodes)
    found: list[Holding] = []
    for together in gather_events(events, told, ground):
        footing = _footing(together, told.tellings, ground)
        found += find_holdings(together, told, footing.sides, footing.entities)
    return sort_holdings(found)


def gather_events(events: Sequence[Event], told: Told, ground: Ground) -> list[tuple[Event, ...]]:
    """Events that may tell of one place, put together by the keys of their places; without those that tell of none."""
    keys = {event.id: find_place_keys(event, told, ground) for event in events}
    first = gather(
        (key for found in keys.values() for key in found),
        (pair for found in keys.values() for pair in pairwise(sorted(found))),
    )
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if found := keys[event.id]:
            groups[first[min(found)]].append(event)
    return [tuple(groups[key]) for key in sorted(groups)]


def find_place_keys(event: Event, told: Told, ground: Ground) -> frozenset[str]:
    """The keys of the places that an event tells of, as its own reports name them; `told` has all claims of these."""
    if not any(told.tellings[claim].claim.type in TURNING for claim in event.claims):
        return frozenset()  # most events tell of no place that changes hands
    return place_keys(event, told, _footing([event], told.tellings, ground).entities)


def _footing(events: Sequence[Event], tellings: Mapping[str, Telling], ground: Ground) -> Footing:
    return ground.under({tellings[claim].report.id for event in events for claim in event.claims})
