"""The rows of the names that one report gives to entities: what each is called follows from those of all reports.

An entity bears the names that reports give it, the first-learnt first. One that no report lists, and that claims
name, is called as the first of these mentions it.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from sayso.model.resolution import Resolution
from sayso.record.order import place_claim
from sayso.record.row import Row


class How(IntEnum):
    """How a report names an entity."""

    NAMED = 0  # it lists the entity, under this name
    UNNAMED = 1  # it lists the entity, without a name
    MENTIONED = 2  # it does not list it, and its first claim that names it does so by this name


def naming_rows(number: int, resolution: Resolution) -> Iterator[Row]:
    """Each entity with each of its names once, in the order in which the report gives them."""
    found = dict.fromkeys(_names(resolution))
    for place, (entity, how, name) in enumerate(found):
        yield {"entity": entity, "how": int(how), "name": name, "position": place_claim(number, place)}


def _names(resolution: Resolution) -> Iterator[tuple[str, How, str]]:
    listed = {entity.id for entity in resolution.entities}
    for entity in resolution.entities:
        yield from ((entity.id, How.NAMED, name) for name in entity.names)
        if not entity.names:
            yield entity.id, How.UNNAMED, ""
    for claim in resolution.claims:
        for mention in claim.mentions:
            if mention.entity is not None and mention.entity not in listed:
                listed.add(mention.entity)
                yield from ((mention.entity, How.MENTIONED, name) for name in mention.names or (mention.text,))
