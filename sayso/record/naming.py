"""Naming: what entities are called, renewed where reports name them otherwise.

An entity follows from all reports that name it (`row/naming.py`), and there may be many: of each only its different
names are looked up, each where it comes first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, insert, select, text
from sqlalchemy.dialects.sqlite import insert as upsert

from sayso.model.entity import Entity, EntityKind
from sayso.model.place import Location
from sayso.model.resolution import Resolution
from sayso.record import codec, tables
from sayso.record.order import PLACES, among, as_list
from sayso.record.row import Row
from sayso.record.row.entity import entity_name_rows, entity_row
from sayso.record.row.naming import How

_entities, _names, _namings = tables.entities.c, tables.entity_names.c, tables.namings.c

#: The different names of entities, each with where it comes first: from one name to the next, past all repetitions.
_CALLED = text(
    """
WITH RECURSIVE called (entity, how, name) AS (
  SELECT wanted.value, ways.value, (
    SELECT min(name) FROM namings WHERE entity = wanted.value AND how = ways.value
  ) FROM json_each(:entities) AS wanted, json_each(:ways) AS ways
  UNION ALL
  SELECT entity, how, (
    SELECT min(name) FROM namings WHERE entity = called.entity AND how = called.how AND name > called.name
  ) FROM called WHERE name IS NOT NULL
)
SELECT entity, how, name, (
  SELECT min(position) FROM namings WHERE entity = called.entity AND how = called.how AND name = called.name
) AS position FROM called WHERE name IS NOT NULL
"""
)


@dataclass(frozen=True, slots=True)
class Called:
    """What an entity is called: its names in order, and the number of the report that says what it is."""

    names: tuple[str, ...]
    first: int
    is_listed: bool


@dataclass(frozen=True, slots=True)
class Namings:
    """Entities named by reports that are being replaced.

    `before` has for each the least number among those of these reports that named it; `fresh` the reports as they are
    now, by number.
    """

    before: Mapping[str, int]
    fresh: Mapping[int, Resolution]
    _decoded: dict[int, tuple[Entity, ...]] = field(default_factory=dict)

    def renew(self, connection: Connection, touched: Collection[str]) -> frozenset[str]:
        """Renews the rows of these entities; gives those that came, went or are of another kind now."""
        called = find_called(connection, touched)
        standing = {row["id"]: row for row in _load(connection, touched)}
        gone = standing.keys() - called.keys()
        _delete(connection, gone)
        entities = [self._make(connection, id_, each, standing.get(id_)) for id_, each in called.items()]
        _write(connection, entities, standing)
        other = {each.id for each in entities if standing.get(each.id, {}).get("kind") != each.kind}
        return frozenset(gone | other)

    def _make(self, connection: Connection, id_: str, called: Called, standing: Row | None) -> Entity:
        if not called.is_listed:
            return Entity(id_, EntityKind.UNKNOWN, called.names)
        if standing and called.first not in self.fresh and self.before.get(id_, called.first + 1) > called.first:
            location = codec.decode(Location, standing["location"]) if standing["location"] else None
            return Entity(id_, EntityKind(standing["kind"]), called.names, location=location)
        listed = next(each for each in self._entities_of(connection, called.first) if each.id == id_)
        return Entity(id_, listed.kind, called.names, location=listed.location)

    def _entities_of(self, connection: Connection, number: int) -> tuple[Entity, ...]:
        if number in self.fresh:
            return self.fresh[number].entities
        if number not in self._decoded:
            payload = select(tables.resolutions.c.payload).where(tables.resolutions.c.position == number)
            self._decoded[number] = codec.decode(Resolution, connection.execute(payload).scalar_one()).entities
        return self._decoded[number]


def named_by(connection: Connection, numbers: Iterable[int]) -> dict[str, int]:
    """The entities that the reports of these numbers name, each with the least of these numbers."""
    found: dict[str, int] = {}
    for number in sorted(numbers):
        own = _namings.position.between(number * PLACES, (number + 1) * PLACES - 1)
        for entity in connection.scalars(select(_namings.entity).where(own)):
            found.setdefault(entity, number)
    return found


def find_called(connection: Connection, entities: Collection[str]) -> dict[str, Called]:
    """What these entities are called; those that no report names are left out."""
    given = {"entities": as_list(entities), "ways": as_list(map(int, How))}
    found: dict[str, list[tuple[int, How, str]]] = defaultdict(list)
    for row in connection.execute(_CALLED, given):
        found[row.entity].append((row.position, How(row.how), row.name))
    return {entity: _call(sorted(names)) for entity, names in found.items()}


def _call(names: list[tuple[int, How, str]]) -> Called:
    listed = [each for each in names if each[1] is not How.MENTIONED]
    if listed:
        own = tuple(name for _, how, name in listed if how is How.NAMED)
        return Called(own, listed[0][0] // PLACES, is_listed=True)
    first = names[0][0] // PLACES
    return Called(tuple(name for at, _, name in names if at // PLACES == first), first, is_listed=False)


def _load(connection: Connection, entities: Collection[str]) -> list[Row]:
    rows = connection.execute(select(tables.entities).where(among(_entities.id, entities)))
    return [dict(row._mapping) for row in rows]


def _delete(connection: Connection, entities: Collection[str]) -> None:
    if entities:
        for column in (tables.entity_counts.c.entity, _names.entity, _entities.id):
            connection.execute(delete(column.table).where(among(column, entities)))


def _write(connection: Connection, entities: Iterable[Entity], standing: Mapping[str, Row]) -> None:
    """Writes the rows of entities that differ from those that stand."""
    made = {entity.id: (entity_row(entity), list(entity_name_rows(entity))) for entity in entities}
    spelt: dict[str, dict[str, str]] = defaultdict(dict)
    for row in connection.execute(select(tables.entity_names).where(among(_names.entity, made))):
        spelt[row.entity][row.folded] = row.name
    others = [row for id_, (row, _) in made.items() if row != standing.get(id_)]
    respelt = [id_ for id_, (_, names) in made.items() if {row["folded"]: row["name"] for row in names} != spelt[id_]]
    if others:
        statement = upsert(tables.entities)
        new = {name: statement.excluded[name] for name in ("kind", "name", "country", "location")}
        connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=new), others)
    if respelt:
        connection.execute(delete(tables.entity_names).where(among(_names.entity, respelt)))
        if names := [row for id_ in respelt for row in made[id_][1]]:
            connection.execute(insert(tables.entity_names), names)
