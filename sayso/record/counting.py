"""Counting: on how many events each entity is a place, an actor or a source.

Counts are moved by the events that went and came; only where the latest day of telling went is it looked up anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, delete, func, insert, select, true
from sqlalchemy.dialects.sqlite import insert as upsert

from sayso.model.entity import EntityKind
from sayso.model.values.stance import Role
from sayso.record import tables
from sayso.record.order import among
from sayso.record.row import Row
from sayso.record.row.event import AT, SPOKEN_FOR
from sayso.record.row.resolution import SPEAKER

PLACE, ACTOR, SOURCE = "place", "actor", "source"
Heading = tuple[str, str]  # as what, and the entity

_ACTING = (Role.ACTOR, Role.RECIPIENT, Role.OBJECT)
_ABLE = (EntityKind.PERSON, EntityKind.GROUP, EntityKind.UNKNOWN)
_named, _entities, _events, _counts = (
    tables.event_entities.c,
    tables.entities.c,
    tables.events.c,
    tables.entity_counts.c,
)


def count_entities(connection: Connection) -> None:
    """Counts all entities anew; events must stand by then."""
    connection.execute(delete(tables.entity_counts))
    connection.execute(insert(tables.entity_counts).from_select([*_counts.keys()], _select_counts(true())))


def counts_on(connection: Connection, events: Collection[int]) -> dict[Heading, Row]:
    """What the events at these positions add to the counts."""
    return _load(connection, _select_counts(among(_named.event, events)))


def move_counts(
    connection: Connection,
    gone: Mapping[Heading, Row],
    come: Mapping[Heading, Row],
    *,
    anew: Collection[str],
) -> None:
    """Takes what went from the counts and adds what came; of the entities `anew` all is counted again."""
    moved = [key for key in {**gone, **come} if key[1] not in anew]
    standing = _load(connection, select(tables.entity_counts).where(among(_counts.entity, {key[1] for key in moved})))
    rows, lost = [], []
    for key in moved:
        row = _move(key, standing.get(key), gone.get(key), come.get(key))
        if row is None:
            lost.append(key[1])
        elif row != standing.get(key):
            rows.append(row)
    _write(connection, rows)
    recount(connection, {*anew, *lost})


def recount(connection: Connection, entities: Collection[str]) -> None:
    """Counts these entities anew."""
    if entities:
        connection.execute(delete(tables.entity_counts).where(among(_counts.entity, entities)))
        _write(connection, _load(connection, _select_counts(among(_named.entity, entities))).values())


def _move(key: Heading, standing: Row | None, gone: Row | None, come: Row | None) -> Row | None:
    """The counts as they are now; None where they have to be looked up, and where nothing is left."""
    last = [row["told_last"] for row in (standing, come) if row and row["told_last"]]
    went = gone["told_last"] if gone else None
    if went and went == max(last, default=None) and not (come and come["told_last"] == went):
        return None
    events, disputed = (
        sum(row[name] for row in (standing, come) if row) - (gone[name] if gone else 0)
        for name in ("events", "disputed")
    )
    if not events:
        return None
    as_what, entity = key
    told_last = max(last, default=None)
    return {"as_what": as_what, "entity": entity, "events": events, "disputed": disputed, "told_last": told_last}


def _write(connection: Connection, rows: Iterable[Row]) -> None:
    some = list(rows)
    if some:
        statement = upsert(tables.entity_counts)
        new = {name: statement.excluded[name] for name in ("events", "disputed", "told_last")}
        connection.execute(statement.on_conflict_do_update(index_elements=["as_what", "entity"], set_=new), some)


def _load(connection: Connection, query: Select[Any]) -> dict[Heading, Row]:
    return {(row.as_what, row.entity): dict(row._mapping) for row in connection.execute(query)}


def _select_counts(where: ColumnElement[bool]) -> Select[Any]:
    """Asks for the counts under each heading, an event once under each; `where` is of `event_entities`."""
    named = tables.event_entities.join(tables.entities, _entities.id == _named.entity)
    once = select(_named.event, _named.entity, _heading().label("as_what")).select_from(named).where(where).distinct()
    found = once.subquery()
    query = select(
        found.c.as_what,
        found.c.entity,
        func.count().label("events"),
        func.sum(case((_events.conflicts > 0, 1), else_=0)).label("disputed"),
        func.max(_events.told_last).label("told_last"),
    ).select_from(found.join(tables.events, _events.position == found.c.event))
    return query.where(found.c.as_what.is_not(None)).group_by(found.c.as_what, found.c.entity)


def _heading() -> ColumnElement[str]:
    """Under which heading an entity is counted, by the part that it has in an event."""
    acts = and_(_named.part.in_([str(role) for role in _ACTING]), _entities.kind.in_([str(kind) for kind in _ABLE]))
    return case((_named.part == AT, PLACE), (_named.part.in_([SPEAKER, SPOKEN_FOR]), SOURCE), (acts, ACTOR))
