"""The rows of one entity: what it is called, where a place lies, and every spelling that leads to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.model.entity import Entity, EntityKind
from sayso.record import codec
from sayso.record.row import Row
from sayso.record.words import fold_spelling

_LONG = 80  # letters; a longer "name" is a description, and nobody searches for the whole of it


def entity_row(entity: Entity) -> Row:
    """What it is called; where it lies, for places that were put. Its counts follow from the events."""
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.names[0] if entity.names else entity.id,
        "country": entity.location.place.country if entity.location else None,
        "location": codec.encode(entity.location) if entity.location else None,
    }


def entity_name_rows(entity: Entity) -> Iterator[Row]:
    """Every name of it, folded; a person's last names by themselves too.

    A place that is called as the known place has that one's other names too.
    """
    names = {fold_spelling(name): name for name in reversed((*entity.names, *_surnames(entity)))}
    known = {fold_spelling(name): name for name in _known_names(entity)}
    if names.keys() & known.keys():
        names = known | names
    for folded, name in names.items():
        if folded and len(name) <= _LONG:
            yield {"entity": entity.id, "folded": folded, "name": name}


def _known_names(entity: Entity) -> Iterable[str]:
    if entity.location is None:
        return ()
    place = entity.location.place
    return place.name, *place.names


def _surnames(entity: Entity) -> Iterable[str]:
    if entity.kind is not EntityKind.PERSON:
        return ()
    return (last for name in entity.names if len(words := name.split()) > 1 and len(last := words[-1]) > 2)
