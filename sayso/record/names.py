"""Names that people have seen: they never break, they point.

Every event and voice that was ever derived keeps its row, with the claims that it last had. One
that is gone points to whatever now holds its first-learnt claim; if that claim is gone too, to
what holds most of the others; if none of them is left, to where it pointed before, if anywhere.

A pointer is only ever set to a name that stands, and a name that stands points nowhere, so
pointers never lead in a circle.

Where few events changed, few names are looked at: theirs, their voices', and those gone names that
once had a claim which these events lost or won (`former_claims`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from sayso.errors import NotInRecord
from sayso.model.event import Event
from sayso.record import codec, tables
from sayso.record.audit import Change
from sayso.record.order import among

Claims = tuple[str, ...]
Name = tuple[str, str]  # kind and identifier

_EVENT, _VOICE = "event", "voice"  # in this order where one identifier is both
_names, _former = tables.names.c, tables.former_claims.c


def update_names(change: Change, events: Iterable[Event]) -> None:
    """Notes which events and voices stand now, and where those that are gone point."""
    standing = _standing_names(events)
    known = {(row.kind, row.id): row for row in change.connection.execute(select(tables.names))}
    _set_names(change, standing, known, _holders(standing))


def renew_names(change: Change, gone: Sequence[Event], come: Sequence[Event]) -> None:
    """The same, where these events went and these came in their place; those that come stand in their rows by now."""
    connection = change.connection
    claims = {claim for event in (*gone, *come) for claim in event.claims}
    named = [*_standing_names([*gone, *come]), *_find_former(connection, claims)]
    known = _find_known(connection, named)
    wanted = {claim for row in known.values() for claim in codec.decode(Claims, row.claims)}
    around = _find_around(connection, named, claims | wanted)
    standing = _standing_names(around)
    kept = set(named)
    _set_names(change, {name: standing[name] for name in standing if name in kept}, known, _holders(standing))


def _set_names(
    change: Change, standing: Mapping[Name, Claims], known: Mapping[Name, Row[Any]], holders: Mapping[Name, str]
) -> None:
    """Notes these names as standing, and of the known ones among which they are those that are not as gone."""
    _insert(change, {name: claims for name, claims in standing.items() if name not in known})
    for name, claims in standing.items():
        if name not in known:
            continue
        if known[name].claims != codec.encode(claims) or known[name].gone is not None:
            if known[name].gone is not None:
                _forget_former(change, name, codec.decode(Claims, known[name].claims))
            _set(change, name, claims=codec.encode(claims), points_to=None, gone=None)
    for name, row in known.items():
        if name not in standing:
            had = codec.decode(Claims, row.claims)
            heir = find_heir(name[0], had, holders) or row.points_to
            if row.gone is None:
                _note_former(change, name, had)
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
    this = (order.in_((_EVENT, _VOICE)), _names.id == id_)
    row = connection.execute(select(tables.names).where(*this).order_by(order).limit(1)).first()
    if row is None:
        raise NotInRecord(f"{id_}: this record knows no such identifier; 'sayso export jsonl' lists all it knows")
    if row.points_to is None:
        raise NotInRecord(
            f"{id_}: stood in this record until {row.gone:%Y-%m-%d}, but none of its claims is left; "
            "see the decisions on them, or read the reports again"
        )
    return resolve_id(connection, row.points_to)


def find_event_of(connection: Connection, id_: str) -> str:
    """The event of this present identifier, or that with the voice of this identifier. Raises NotInRecord."""
    events, voices = tables.events.c, tables.voices.c
    if connection.scalar(select(events.id).where(events.id == id_).limit(1)):
        return id_
    heard = select(events.id).join(tables.voices, voices.event == events.position).where(voices.id == id_)
    event = connection.scalar(heard.order_by(events.position).limit(1))
    if event is None:
        raise NotInRecord(f"{id_!r} is no event or voice of this record; a brief shows the identifiers of events")
    return str(event)


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


def _find_known(connection: Connection, names: Iterable[Name]) -> dict[Name, Row[Any]]:
    wanted = set(names)
    these = (_names.kind.in_((_EVENT, _VOICE)), among(_names.id, {id_ for _, id_ in wanted}))
    rows = connection.execute(select(tables.names).where(*these))
    return {(row.kind, row.id): row for row in rows if (row.kind, row.id) in wanted}


def _find_former(connection: Connection, claims: Iterable[str]) -> list[Name]:
    """The gone names that last had one of these claims."""
    rows = connection.execute(select(_former.kind, _former.id).where(among(_former.claim, claims)).distinct())
    return [(row.kind, row.id) for row in rows]


def _find_around(connection: Connection, names: Iterable[Name], claims: Iterable[str]) -> list[Event]:
    """The events that bear these names, or whose voices do, and those that hold these claims, by position."""
    ids = {id_ for _, id_ in names}
    at = tables.events.c.position
    holding = select(tables.event_claims.c.event).where(among(tables.event_claims.c.claim, claims))
    heard = select(tables.voices.c.event).where(among(tables.voices.c.id, ids))
    positions = {*connection.scalars(holding), *connection.scalars(heard)}
    positions |= set(connection.scalars(select(at).where(among(tables.events.c.id, ids))))
    payloads = connection.scalars(select(tables.events.c.payload).where(among(at, positions)).order_by(at))
    return [codec.decode(Event, payload) for payload in payloads]


def _note_former(change: Change, name: Name, claims: Claims) -> None:
    rows = [{"claim": claim, "kind": name[0], "id": name[1]} for claim in dict.fromkeys(claims)]
    if rows:
        change.connection.execute(insert(tables.former_claims), rows)


def _forget_former(change: Change, name: Name, claims: Claims) -> None:
    this = (among(_former.claim, claims), _former.kind == name[0], _former.id == name[1])
    change.connection.execute(delete(tables.former_claims).where(*this))


def _insert(change: Change, names: Mapping[Name, Claims]) -> None:
    rows = [
        {"kind": kind, "id": id_, "claims": codec.encode(claims), "recorded": change.at}
        for (kind, id_), claims in names.items()
    ]
    if rows:
        change.connection.execute(insert(tables.names), rows)


def _set(change: Change, name: Name, **values: object) -> None:
    this = (_names.kind == name[0], _names.id == name[1])
    change.connection.execute(update(tables.names).where(*this).values(values))
