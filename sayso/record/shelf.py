"""Shelf: the partial snapshots that a page is made of: around an event, a report, a place, a source, an actor.

Each first finds which events and reports it needs, in indexed rows, and then loads those (`part.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select

from sayso.errors import NotInRecord
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import Role
from sayso.record import tables
from sayso.record.erasing import load_erasures
from sayso.record.names import resolve_id
from sayso.record.part import load_part, touching
from sayso.record.row.event import SPOKEN_FOR
from sayso.record.row.resolution import SPEAKER

#: Events that a page of a place, a source or an actor shows at most, the latest first.
LIMIT = 200

_ROLES = tuple(str(role) for role in Role)
_PLACED = tuple(str(role) for role in (Role.PLACE, Role.ORIGIN, Role.DESTINATION))
_claims = tables.claims.c
_entities = tables.event_entities.c
_events = tables.events.c
_told = tables.event_claims.c
_voices = tables.voices.c


def around_event(connection: Connection, event: str) -> Snapshot:
    """One event, the reports in which its claims stand, lineage among them, the holdings that name it.

    An identifier that points on gives the event that it points to. Raises NotInRecord.
    """
    standing = resolve_id(connection, event)
    position = connection.scalar(select(_events.position).where(_events.id == standing).limit(1))
    if position is None:
        raise NotInRecord(f"{event}: is no event of this record; search for its words, or copy the identifier in full")
    return load_part(connection, events=[position])


def around_report(connection: Connection, report: str) -> Snapshot:
    """One report, every event that its claims stand in with the other reports on it, and its copies and origins.

    Of an unheld report: the reports that derive from it. Raises NotInRecord; a report that was taken in but not
    followed up yet says so.
    """
    standing = resolve_id(connection, report)
    is_held = _has(connection, tables.resolutions.c.report == standing)
    if not is_held and not _has(connection, tables.unheld.c.id == standing):
        raise NotInRecord(_why_no_report(connection, report, standing))
    told = select(_claims.id).where(_claims.report == standing)
    events = _positions(connection, _events.position.in_(select(_told.event).where(_told.claim.in_(told))))
    return load_part(connection, events=events, reports={standing} | touching(connection, standing))


def around_place(connection: Connection, place: str, *, limit: int = LIMIT) -> Snapshot:
    """The latest events at a place, all its holdings, and the reports that tell of these events.

    A place that is only named by claims gives the events of these; the events that its holdings follow from come
    last where they are not among the latest. Raises NotInRecord for what is named by none.
    """
    holdings = connection.scalars(select(tables.holdings.c.position).where(tables.holdings.c.place == place)).all()
    events = _latest(connection, _events.place == place, limit) or _latest(connection, _named(place, _PLACED), limit)
    if not events and not holdings:
        _check_named(connection, place, "place")
    shown = [*events, *(event for event in _that_tell(connection, holdings) if event not in set(events))]
    return load_part(connection, events=shown, holdings=holdings)


def around_source(connection: Connection, source: str, *, limit: int = LIMIT) -> Snapshot:
    """The latest events on which an entity, or somebody of that name, is a voice; for an outlet also its reports.

    An entity is a voice where it is the nearest speaker of a claim, and where somebody speaks for it.
    Raises NotInRecord for what is neither.
    """
    heard = select(_told.event).join(tables.claims, _claims.id == _told.claim).where(_claims.speaker == source)
    named = select(_voices.event).where(_voices.name == source)
    spoken = or_(_events.position.in_(heard), _events.position.in_(named), _named(source, (SPEAKER, SPOKEN_FOR)))
    called = connection.scalar(select(tables.entities.c.name).where(tables.entities.c.id == source)) or source
    events, reports = _latest(connection, spoken, limit), _reports_of_outlet(connection, called, limit)
    if not events and not reports:
        _check_named(connection, source, "source")
    return load_part(connection, events=events, reports=reports)


def around_actor(connection: Connection, actor: str, *, limit: int = LIMIT) -> Snapshot:
    """The latest events in which an entity has a part, and the holdings of which it is the holder.

    Raises NotInRecord for what no claim names.
    """
    events = _latest(connection, _named(actor, _ROLES), limit)
    holdings = connection.scalars(select(tables.holdings.c.position).where(tables.holdings.c.holder == actor)).all()
    if not events and not holdings:
        _check_named(connection, actor, "actor")
    return load_part(connection, events=events, holdings=holdings)


def _named(entity: str, parts: Sequence[str]) -> ColumnElement[bool]:
    """Of events: that one of their claims names the entity in one of these parts."""
    naming = select(_entities.event).where(_entities.entity == entity, _entities.part.in_(parts))
    return _events.position.in_(naming)


def _that_tell(connection: Connection, holdings: Sequence[int]) -> Sequence[int]:
    """The positions of the events that these holdings follow from."""
    told = tables.holding_events.c
    return _positions(connection, _events.id.in_(select(told.event).where(told.holding.in_(holdings))))


def _positions(connection: Connection, where: ColumnElement[bool]) -> Sequence[int]:
    return connection.scalars(select(_events.position).where(where).order_by(_events.position)).all()


def _latest(connection: Connection, where: ColumnElement[bool], limit: int) -> Sequence[int]:
    """Positions of events, the latest first, those without a date last."""
    latest_first = (_events.happened_last.desc(), _events.happened_first.desc(), _events.latest.desc())
    return connection.scalars(select(_events.position).where(where).order_by(*latest_first).limit(limit)).all()


def _reports_of_outlet(connection: Connection, outlet: str, limit: int) -> Sequence[str]:
    resolutions = tables.resolutions.c
    query = select(resolutions.report).where(resolutions.outlet == outlet)
    return connection.scalars(query.order_by(resolutions.latest.desc()).limit(limit)).all()


def _check_named(connection: Connection, entity: str, what: str) -> None:
    if not _has(connection, _entities.entity == entity):
        raise NotInRecord(f"{entity}: no claim of this record names such a {what}; search for the name instead")


def _why_no_report(connection: Connection, asked: str, standing: str) -> str:
    erased = next((each for each in load_erasures(connection) if each.report == standing), None)
    if erased:
        return f"{asked}: was erased on {erased.at:%Y-%m-%d} by {erased.by}: {erased.because}"
    if _has(connection, tables.reports.c.id == standing):
        return f"{asked}: was taken in, but what follows from it is not worked out yet; look again in a minute"
    return f"{asked}: is no report of this record; search for its title, or copy the identifier in full"


def _has(connection: Connection, where: ColumnElement[Any]) -> bool:
    return connection.execute(select(1).where(where).limit(1)).first() is not None
