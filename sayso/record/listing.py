"""Listing: rows for lists, made of narrow columns; payloads are opened only for the words of what is shown."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, select

from sayso.model.conflict import ConflictOn
from sayso.model.entity import EntityKind
from sayso.model.found import ClaimRow, ConflictRow, Counts, EntityRow, EventRow, Listed, ReportRow, TopicRow
from sayso.model.holding import Holding
from sayso.model.place import Location
from sayso.model.title import Title
from sayso.model.values.stance import ClaimType, Stance
from sayso.model.veil import Veil
from sayso.model.withholding import Withheld
from sayso.record import codec, tables
from sayso.record.counting import PLACE
from sayso.record.words import fold_text

_LONG = 280  # letters of a report's words in a list
_SENTENCE = re.compile(r"[^.!?؟\n]+[.!?؟]*[\"”»]?")

_events = tables.events.c
_claims = tables.claims.c
_reports = tables.resolutions.c
_told = tables.event_claims.c
_counts = tables.entity_counts.c
_entities = tables.entities.c


def list_entities(connection: Connection, as_what: str, *, page: int, per_page: int) -> Listed:
    """Places, actors or sources, those on the most events first."""
    query = (
        _select_entities()
        .where(_counts.as_what == as_what)
        .order_by(_counts.events.desc(), _entities.name, _entities.id)
    )
    total = connection.scalar(select(func.count()).where(_counts.as_what == as_what)) or 0
    rows = connection.execute(query.limit(per_page).offset((page - 1) * per_page))
    return Listed(tuple(map(_make_entity, rows)), total, page, per_page)


def count_all(connection: Connection) -> Counts:
    """How many rows of each kind there are."""
    disputed = select(func.count()).select_from(tables.events).where(_events.conflicts > 0)
    return Counts(
        reports=connection.scalar(select(func.count()).select_from(tables.resolutions)) or 0,
        claims=connection.scalar(select(func.count()).select_from(tables.claims)) or 0,
        events=connection.scalar(select(func.count()).select_from(tables.events)) or 0,
        disputed=connection.scalar(disputed) or 0,
    )


def list_topics(connection: Connection) -> tuple[TopicRow, ...]:
    """Every type of which there are events, that with the most first."""
    disputed = func.sum(case((_events.conflicts > 0, 1), else_=0))
    query = select(_events.type, func.count().label("events"), disputed.label("disputed"), func.max(_events.told_last))
    rows = connection.execute(query.group_by(_events.type).order_by(func.count().desc(), _events.type))
    return tuple(TopicRow(ClaimType(type_), events, disputed, last) for type_, events, disputed, last in rows)


def newest_reports(connection: Connection, count: int, *, withheld: Withheld) -> tuple[ReportRow, ...]:
    """The reports told last."""
    numbers = connection.scalars(select(_reports.latest).order_by(_reports.latest.desc()).limit(count)).all()
    return load_report_rows(connection, numbers, withheld=withheld)


def disputed_events(connection: Connection, count: int) -> tuple[EventRow, ...]:
    """The events told last whose accounts cannot both be so."""
    query = select(_events.latest).where(_events.conflicts > 0).order_by(_events.latest.desc()).limit(count)
    return load_event_rows(connection, connection.scalars(query).all())


def doubtful_claims(
    connection: Connection,
    *,
    page: int,
    per_page: int,
    types: Collection[ClaimType] = (),
    one_voice: bool = False,
    contested: bool = False,
) -> tuple[ClaimRow, ...]:
    """Claims by how much a second look at them is worth; those with nothing to doubt are left out."""
    conditions: list[ColumnElement[bool]] = [_told.doubt > 0]
    if types:
        conditions.append(_claims.type.in_(sorted(types)))
    if one_voice:
        conditions.append(and_(_events.voices == 1, _events.at_least.is_(None)))
    if contested:
        conditions.append(_told.is_contested)
    query = _select_claims().where(*conditions).order_by(_told.doubt.desc(), _told.claim)
    return tuple(map(_make_claim, connection.execute(query.limit(per_page).offset((page - 1) * per_page))))


def located_places(connection: Connection, count: int) -> tuple[EntityRow, ...]:
    """The places on the most events that were put on the map."""
    query = _select_entities().where(_counts.as_what == PLACE, _entities.location.is_not(None))
    most_first = query.order_by(_counts.events.desc(), _entities.name, _entities.id)
    return tuple(map(_make_entity, connection.execute(most_first.limit(count))))


def load_holdings(connection: Connection, *, places: Collection[str] | None, count: int) -> tuple[Holding, ...]:
    """The holdings of these places (None: of all), the latest said first."""
    holdings = tables.holdings.c
    latest_first = (holdings.last_said.desc(), holdings.place, holdings.holder, holdings.position)
    query = select(holdings.payload).order_by(*latest_first).limit(count)
    if places is not None:
        query = query.where(holdings.place.in_(sorted(places)))
    return tuple(codec.decode(Holding, payload) for payload in connection.scalars(query))


def load_event_rows(connection: Connection, numbers: Sequence[int]) -> tuple[EventRow, ...]:
    """The events of these numbers (`latest`), in this order."""
    names = [_events.object_name, _events.place_name, _events.recipient_name, _events.actor_name]
    counts = [_events.claims, _events.reports, _events.voices, _events.at_least]
    columns = [_events.position, _events.latest, _events.id, _events.type, _events.place, _events.happened]
    query = select(*columns, *names, *counts, _events.told_first, _events.told_last, _events.quoted)
    rows = {row.latest: row for row in connection.execute(query.where(_events.latest.in_(numbers)))}
    positions = [row.position for row in rows.values()]
    conflicts, stances = _load_conflicts(connection, positions), _load_stances(connection, positions)
    quoted = _select_claims().where(_claims.id.in_([row.quoted for row in rows.values() if row.quoted]))
    quotes = {row.id: _make_claim(row) for row in connection.execute(quoted)}
    return tuple(
        _make_event(row, conflicts.get(row.position, ()), stances.get(row.position, ()), quotes.get(row.quoted))
        for row in (rows[number] for number in numbers if number in rows)
    )


def load_claim_rows(connection: Connection, numbers: Sequence[int]) -> tuple[ClaimRow, ...]:
    """The claims of these numbers (`latest`), in this order."""
    rows = {row.latest: row for row in connection.execute(_select_claims().where(_claims.latest.in_(numbers)))}
    return tuple(_make_claim(rows[number]) for number in numbers if number in rows)


def load_report_rows(
    connection: Connection, numbers: Sequence[int], *, withheld: Withheld, terms: Sequence[str] = ()
) -> tuple[ReportRow, ...]:
    """The reports of these numbers (`latest`), in this order, each with the sentence in which a term stands.

    Of a withheld report no words are told, and of others what is withheld is covered.
    """
    veil = Veil(withheld.words)
    joined = tables.resolutions.join(tables.texts, tables.texts.c.digest == _reports.version)
    columns = [_reports.latest, _reports.report, _reports.title, _reports.outlet, _reports.language, _reports.told]
    query = select(*columns, _reports.claims, tables.texts.c.text).select_from(joined)
    rows = {row.latest: row for row in connection.execute(query.where(_reports.latest.in_(numbers)))}
    return tuple(
        ReportRow(
            id=row.report,
            title=row.title,
            outlet=row.outlet,
            language=row.language,
            told=row.told,
            claims=row.claims,
            words="" if row.report in withheld.reports else veil.over_text(_choose_words(row.text, terms)),
        )
        for row in (rows[number] for number in numbers if number in rows)
    )


def _choose_words(text: str, terms: Sequence[str]) -> str:
    """The first sentence in which one of the terms stands, else the first; cut at a word."""
    sentences = [sentence.strip() for sentence in _SENTENCE.findall(text) if sentence.strip()]
    wanted = [f" {term} " for term in terms]
    chosen = next((s for s in sentences if any(term in f" {fold_text(s)} " for term in wanted)), None)
    words = chosen or next(iter(sentences), "")
    return words if len(words) <= _LONG else words[:_LONG].rsplit(" ", 1)[0] + " …"


def _select_claims() -> Select[Any]:
    """Claims with their reports, and with their event where they stand in one."""
    joined = (
        tables.claims.join(tables.resolutions, _reports.position == _claims.resolution)
        .outerjoin(tables.event_claims, _told.claim == _claims.id)
        .outerjoin(tables.events, _events.position == _told.event)
    )
    own = [_claims.latest, _claims.id, _claims.type, _claims.stance, _claims.words, _claims.speaker, _claims.happened]
    place = [_claims.report, _claims.confidence, _claims.decided, _reports.outlet, _reports.language, _reports.told]
    standing = [_events.id.label("event"), _events.voices, _events.at_least, _told.is_contested, _told.doubt]
    return select(*own, *place, *standing).select_from(joined)


def _make_claim(row: Any) -> ClaimRow:
    return ClaimRow(
        id=row.id,
        type=ClaimType(row.type),
        stance=Stance(row.stance),
        words=row.words or "",
        speaker=row.speaker,
        report=row.report,
        outlet=row.outlet,
        language=row.language,
        told=row.told,
        happened=row.happened,
        confidence=row.confidence,
        is_decided=row.decided is not None,
        event=row.event,
        voices=row.voices or 0,
        at_least=row.at_least,
        is_contested=bool(row.is_contested),
        doubt=row.doubt or 0.0,
    )


def _make_event(
    row: Any, conflicts: Sequence[ConflictRow], stances: Sequence[tuple[Stance, int]], quote: ClaimRow | None
) -> EventRow:
    return EventRow(
        id=row.id,
        type=ClaimType(row.type),
        title=Title(row.object_name, row.place_name, row.recipient_name, row.actor_name),
        place=row.place,
        happened=row.happened,
        claims=row.claims,
        reports=row.reports,
        voices=row.voices,
        at_least=row.at_least,
        told_first=row.told_first,
        told_last=row.told_last,
        conflicts=tuple(conflicts),
        stances=tuple(stances),
        quote=quote,
    )


def _load_conflicts(connection: Connection, events: Sequence[int]) -> Mapping[int, list[ConflictRow]]:
    conflicts = tables.conflicts.c
    query = select(tables.conflicts).where(conflicts.event.in_(events)).order_by(conflicts.event, conflicts.position)
    found: dict[int, list[ConflictRow]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.event].append(ConflictRow(ConflictOn(row.about), (row.one, row.other)))
    return found


def _load_stances(connection: Connection, events: Sequence[int]) -> Mapping[int, list[tuple[Stance, int]]]:
    """Under how many voices each stance is heard, in the order of the stances."""
    stances = tables.event_stances.c
    found: dict[int, list[tuple[Stance, int]]] = defaultdict(list)
    for row in connection.execute(select(tables.event_stances).where(stances.event.in_(events))):
        found[row.event].append((Stance(row.stance), row.voices))
    order = list(Stance)
    return {event: sorted(heard, key=lambda each: order.index(each[0])) for event, heard in found.items()}


def _select_entities() -> Select[Any]:
    counted = tables.entity_counts.join(tables.entities, _counts.entity == _entities.id)
    return select(tables.entities, _counts.events, _counts.disputed, _counts.told_last).select_from(counted)


def _make_entity(row: Any) -> EntityRow:
    location = codec.decode(Location, row.location) if row.location else None
    return EntityRow(row.id, row.name, EntityKind(row.kind), row.events, row.disputed, row.told_last, location)


def find_rows(
    connection: Connection, identifiers: Collection[str], *, withheld: Withheld
) -> dict[str, EventRow | ClaimRow | ReportRow]:
    """The rows of these events, claims and reports, by identifier; what is not there is left out."""
    wanted = sorted(identifiers)
    events = connection.scalars(select(_events.latest).where(_events.id.in_(wanted))).all()
    claims = connection.scalars(select(_claims.latest).where(_claims.id.in_(wanted))).all()
    reports = connection.scalars(select(_reports.latest).where(_reports.report.in_(wanted))).all()
    rows: tuple[EventRow | ClaimRow | ReportRow, ...] = (
        *load_event_rows(connection, events),
        *load_claim_rows(connection, claims),
        *load_report_rows(connection, reports, withheld=withheld),
    )
    return {row.id: row for row in rows}
