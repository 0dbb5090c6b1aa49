"""Keys: what brings events together that may tell of one place.

The holdings of a place follow from the events with turns on it. Events that have no key in common, by however many
steps, tell of different places, and their holdings can be found apart.
"""

from __future__ import annotations

from collections.abc import Mapping

from sayso.corroborate.holding.told import Told
from sayso.corroborate.holding.turn import read_namings
from sayso.model.entity import Entity
from sayso.model.event import Event


def place_keys(event: Event, told: Told, entities: Mapping[str, Entity]) -> frozenset[str]:
    """The keys of all places that change hands or are held in an event; empty where none does."""
    namings = read_namings(event, told, entities)
    keys = (key for naming in namings for key in (naming.place.key, naming.kind_key, *naming.place.name_keys))
    return frozenset(key for key in keys if key)
