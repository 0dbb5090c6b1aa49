"""Holding: the holdings of places, where all events that may tell of them are at hand."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.corroborate.holding.together import find_all_holdings
from sayso.corroborate.resting import rest_on_knowledge
from sayso.engine.claims import name_holding
from sayso.engine.part import Part, read_part
from sayso.engine.work import Found, Given, take
from sayso.model.corroboration import Corroboration
from sayso.model.event import Event
from sayso.model.holding import Holding
from sayso.model.knowledge import Knowledge
from sayso.record import codec


def find_holdings(given: Sequence[Given], knowledge: Knowledge) -> list[Found]:
    """The holdings that follow from the events given (`event`), whose reports are all inside."""
    return find_holdings_of(
        read_part(given, knowledge, are_compared=True), [codec.decode(Event, row.text) for row in take(given, "event")]
    )


def find_holdings_of(part: Part, events: Sequence[Event]) -> list[Found]:
    """The holdings that follow from events, whose reports are all here."""
    ordered = sorted(events, key=lambda event: part.learnt[event.claims[0]])
    holdings = find_all_holdings(ordered, part.nodes, part.ground)
    found = Corroboration(events=tuple(ordered), holdings=holdings)
    rested = rest_on_knowledge(found, part.resolutions, part.ground.knowledge).holdings
    return [Found("holding", name=name_holding(held), text=codec.encode(held)) for held in rested]


def find_events_of(holding: str) -> tuple[str, ...]:
    """The events that a holding follows from."""
    return codec.decode(Holding, holding).events
