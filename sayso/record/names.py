"""Names that people have seen: they never break, they point.

Every event and voice that was ever derived keeps its row, with the claims that it last had. One
that is gone points to whatever now holds its first-learnt claim; if that claim is gone too, to
what holds most of the others; if none of them is left, to where it pointed before, if anywhere.

A pointer is only ever set to a name that stands, and a name that stands points nowhere, so
pointers never lead in a circle.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, insert, select, update

from sayso.errors import NotInRecord
from sayso.model.event import Event
from sayso.record import codec, tables
from sayso.record.audit import Change

Claims = tuple[str, ...]
Name = tuple[str, str]  # kind and identifier

_EVENT, _VOICE = "event", "voice"  # in this order where one identifier is both
_names = tables.names.c


def update_names(change: Change, events: Iterable[Event]) -> None:
    """Notes which events and voices stand now, and where those that are gone point."""
    standing = _standing_names(events)
    holders = _holders(standing)
    known = {(row.kind, row.id): row for row in change.connection.execute(select(tables.names))}
    for name, claims in standing.items():
        if name not in known:
            _insert(change, name, claims)
        elif known[name].claims != codec.encode(claims) or known[name].gone is not None:
            _set(change, name, claims=codec.encode(claims), points_to=None, gone=None)
    for name, row in known.items():
        if name not in standing:
            heir = find_heir(name[0], codec.decode(Claims, row.claims), holders) or row.points_to
            if row.gone is None or heir != row.points_to:
                _set(change, name, points_to=heir, gone=row.gone or change.at)


def find_heir(kind: str, claims: Claims, holders: Mapping[Name, str]) -> str | None:
    """Who holds the first of the claims now, else most of them; None if nobody holds any."""
    now = [holders[kind, claim] for claim in claims if (kind, claim) in holders]
    if not now:
        return None
    if (kind, claims[0]) in holders:
        return now[0]
    return Counter(now).most_common(1)[0][0]


def resolve_id(connection: Connection, id_: str) -> str:
    """The identifier under which this thing stands now: its own, or the one that it points to.

    Takes reports, claims, events and voices. Raises NotInRecord for one that the record never had,
    for a claim that is not read any more, and for an event of which no claim is left.
    """
    if _stands(connection, id_):
        return id_
    order = _names.kind  # "event" before "voice"
    row = connection.execute(select(tables.names).where(_names.id == id_).order_by(order).limit(1)).first()
    if row is None:
        raise NotInRecord(f"{id_}: this record knows no such identifier; 'sayso export jsonl' lists all it knows")
    if row.points_to is None:
        raise NotInRecord(
            f"{id_}: stood in this record until {row.gone:%Y-%m-%d}, but none of its claims is left; "
            "see the decisions on them, or read the reports again"
        )
    return resolve_id(connection, row.points_to)


def list_former(connection: Connection, id_: str) -> tuple[str, ...]:
    """Identifiers that point to this one now, directly or by way of others."""
    found: dict[str, None] = {}
    wanted = [id_]
    while wanted:
        rows = connection.scalars(select(_names.id).where(_names.points_to.in_(wanted))).all()
        wanted = [row for row in dict.fromkeys(rows) if row not in found and row != id_]
        found |= dict.fromkeys(wanted)
    return tuple(found)


def _standing_names(events: Iterable[Event]) -> dict[Name, Claims]:
    standing: dict[Name, Claims] = {}
    for event in events:
        standing[_EVENT, event.id] = standing.get((_EVENT, event.id), ()) + event.claims
        for voice in event.voices:
            standing[_VOICE, voice.id] = standing.get((_VOICE, voice.id), ()) + voice.claims
    return standing


def _holders(standing: Mapping[Name, Claims]) -> dict[Name, str]:
    """For each kind and claim who holds it; the first of several."""
    holders: dict[Name, str] = {}
    for (kind, id_), claims in standing.items():
        for claim in claims:
            holders.setdefault((kind, claim), id_)
    return holders


def _stands(connection: Connection, id_: str) -> bool:
    columns = (tables.reports.c.id, tables.claims.c.id, tables.events.c.id, tables.voices.c.id, tables.unheld.c.id)
    return any(connection.execute(select(column).where(column == id_).limit(1)).first() for column in columns)


def _insert(change: Change, name: Name, claims: Claims) -> None:
    row = {"kind": name[0], "id": name[1], "claims": codec.encode(claims), "recorded": change.at}
    change.connection.execute(insert(tables.names).values(row))


def _set(change: Change, name: Name, **values: object) -> None:
    this = (_names.kind == name[0], _names.id == name[1])
    change.connection.execute(update(tables.names).where(*this).values(values))
