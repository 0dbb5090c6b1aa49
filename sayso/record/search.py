"""Search: the rows that a search finds, in SQL over narrow indexes and tables of words.

Each kind first gives the numbers (`latest`) of what it finds, in order, up to `DEEPEST`, with the columns that its
facets count; then the rows of the one page that is asked for are made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, and_, exists, func, or_, select, text
from sqlalchemy.sql import column, table

from sayso.model.found import ClaimRow, EventRow, Facet, FacetValue, Found, ReportRow
from sayso.model.search import DEEPEST, Kind, Order, Search
from sayso.model.values import edtf
from sayso.model.values.stance import Role
from sayso.model.withholding import Withheld
from sayso.record import tables
from sayso.record.asking import Asked, ask, entities_called
from sayso.record.listing import load_claim_rows, load_event_rows, load_report_rows
from sayso.record.row.event import AT, SPOKEN_FOR
from sayso.record.row.resolution import SPEAKER

_FACET_VALUES = 12
_PLACED = (AT, *(str(role) for role in (Role.PLACE, Role.ORIGIN, Role.DESTINATION)))
_SAID = (SPEAKER, SPOKEN_FOR)
_DID = tuple(str(role) for role in Role)
_events = tables.events.c
_claims = tables.claims.c
_reports = tables.resolutions.c
_told = tables.event_claims.c


@dataclass(frozen=True, slots=True)
class _Plan:
    """How one kind is searched: its table, its words, the columns that its facets count."""

    table: Table
    words: str
    facets: tuple[str, ...]


_PLANS = {
    Kind.EVENT: _Plan(tables.events, "event_words", ("type", "place", "conflicts", "voices", "at_least")),
    Kind.CLAIM: _Plan(tables.claims, "claim_words", ("type", "stance")),
    Kind.REPORT: _Plan(tables.resolutions, "report_words", ("outlet", "language")),
}


def search_record(connection: Connection, search: Search, *, withheld: Withheld) -> Found:
    """What a search finds: the rows of its page, how many there are in all, and how it could be narrowed."""
    asked = ask(connection, search.words)
    if asked.is_empty:
        return Found(search, (), 0)
    plan = _PLANS[search.kind]
    numbers = connection.execute(_select(connection, search, plan, asked)).all()
    counted = numbers[:DEEPEST]
    start = (search.page - 1) * search.per_page
    shown = [row.latest for row in counted[start : start + search.per_page]]
    return Found(
        search,
        rows=_load(connection, search, shown, asked, withheld),
        total=len(counted),
        is_cut=len(numbers) > DEEPEST,
        facets=tuple(_count(connection, plan, counted)),
        spellings=asked.spellings,
        names=tuple(_names(connection, [entity for entity, _ in _parts(search)]).items()),
    )


def _select(connection: Connection, search: Search, plan: _Plan, asked: Asked) -> Select[Any]:
    """The numbers of what is found with what its facets count, in order, one more than is ever shown."""
    columns = plan.table.c
    conditions = [*_FILTERS[search.kind](connection, search), *_when(columns, search)]
    query = select(columns.latest, *(columns[name] for name in plan.facets)).where(*conditions)
    number: ColumnElement[Any] = columns.latest
    if asked.question is not None:
        words = table(plan.words, column("rowid"))
        number = words.c.rowid
        query = query.select_from(words.join(plan.table, number == columns.latest))
        query = query.where(text(f"{plan.words} MATCH :question").bindparams(question=asked.question))
    return query.order_by(*_order(search, number)).limit(DEEPEST + 1)


def _order(search: Search, number: ColumnElement[Any]) -> Sequence[ColumnElement[Any]]:
    """What comes first; claims and reports have no voices of their own, reports no day on which they happened."""
    if search.kind is Kind.EVENT and search.order is Order.VOICES:
        return _events.voices.desc(), number.desc()
    if search.kind is not Kind.REPORT and search.order is Order.HAPPENED:
        return _PLANS[search.kind].table.c.happened_last.desc(), number.desc()
    return (number.desc(),)


def _when(columns: Any, search: Search) -> Iterable[ColumnElement[bool]]:
    """Days that could be among those asked for; of a report, when it was told. What has no day is left out.

    An event counts as told on all days from the first telling to the last: accepted.
    """
    if search.told_from or search.told_to:
        yield _meets(columns.told_first, columns.told_last, search.told_from, search.told_to)
    if (search.happened_from or search.happened_to) and search.kind is not Kind.REPORT:
        yield _meets(columns.happened_first, columns.happened_last, search.happened_from, search.happened_to)


def _meets(
    first: ColumnElement[Any], last: ColumnElement[Any], start: str | None, end: str | None
) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [func.coalesce(first, last).is_not(None)]
    if start and (day := edtf.bounds(start).first):
        conditions.append(or_(last.is_(None), last >= day))
    if end and (day := edtf.bounds(end).last):
        conditions.append(or_(first.is_(None), first <= day))
    return and_(*conditions)


def _filter_events(connection: Connection, search: Search) -> Iterable[ColumnElement[bool]]:
    stances, named = tables.event_stances.c, tables.event_entities.c
    if search.types:
        yield _events.type.in_(search.types)
    if search.stances:
        yield exists().where(stances.event == _events.position, stances.stance.in_(search.stances))
    for entity, parts in _parts(search):
        bears = named.entity.in_(entities_called(connection, entity))
        naming = select(named.event).where(bears, named.part.in_(parts))
        yield _events.position.in_(naming if parts is not _SAID else naming.union(_heard(entity)))
    if search.disputed:
        yield _events.conflicts > 0
    if search.one_voice:
        yield and_(_events.voices == 1, _events.at_least.is_(None))


def _filter_claims(connection: Connection, search: Search) -> Iterable[ColumnElement[bool]]:
    if search.types:
        yield _claims.type.in_(search.types)
    if search.stances:
        yield _claims.stance.in_(search.stances)
    named = tables.claim_entities.c
    for entity, parts in _parts(search):
        bears = named.entity.in_(entities_called(connection, entity))
        naming = _claims.position.in_(select(named.claim).where(bears, named.part.in_(parts)))
        yield naming if parts is not _SAID else or_(naming, _claims.speaker == entity)
    stands = exists().where(_told.claim == _claims.id)
    if search.disputed:
        yield stands.where(_told.is_disputed)
    if search.one_voice:
        yield stands.where(_told.is_alone)


def _filter_reports(connection: Connection, search: Search) -> Iterable[ColumnElement[bool]]:
    """Reports with one claim of which all that is asked of claims holds; when it happened is asked of claims."""
    asked = search.with_(kind=Kind.CLAIM, told_from=None, told_to=None)
    conditions = [*_filter_claims(connection, asked), *_when(_claims, asked)]
    if any(_parts(search)):  # few claims name somebody: their reports are found from them
        yield _reports.report.in_(select(_claims.report).where(*conditions))
    elif conditions:
        yield exists().where(_claims.report == _reports.report, *conditions)


_FILTERS = {Kind.EVENT: _filter_events, Kind.CLAIM: _filter_claims, Kind.REPORT: _filter_reports}


def _parts(search: Search) -> Iterable[tuple[str, Sequence[str]]]:
    """The entities asked for, each with the parts that it may have."""
    for entity, parts in ((search.place, _PLACED), (search.source, _SAID), (search.actor, _DID)):
        if entity:
            yield entity, parts


def _heard(name: str) -> Select[Any]:
    """The events on which somebody of this name is heard, of whom nothing else is known."""
    return select(_told.event).join(tables.claims, _claims.id == _told.claim).where(_claims.speaker == name)


def _load(
    connection: Connection, search: Search, numbers: Sequence[int], asked: Asked, withheld: Withheld
) -> tuple[EventRow, ...] | tuple[ClaimRow, ...] | tuple[ReportRow, ...]:
    if search.kind is Kind.EVENT:
        return load_event_rows(connection, numbers)
    if search.kind is Kind.CLAIM:
        return load_claim_rows(connection, numbers)
    return load_report_rows(connection, numbers, withheld=withheld, terms=asked.terms)


def _count(connection: Connection, plan: _Plan, rows: Sequence[Row[Any]]) -> Iterable[Facet]:
    """How many of the rows each way to narrow the search would leave."""
    for name in plan.facets:
        if name in ("conflicts", "voices", "at_least"):
            continue
        counted = Counter(value for row in rows if (value := getattr(row, name)) is not None)
        most = counted.most_common(_FACET_VALUES)
        names = _names(connection, [value for value, _ in most]) if name == "place" else {}
        yield Facet(name, tuple(FacetValue(value, n, names.get(value)) for value, n in most))
    if "conflicts" in plan.facets:
        alone = sum(row.voices == 1 and row.at_least is None for row in rows)
        yield Facet("disputed", (FacetValue("1", sum(row.conflicts > 0 for row in rows)),))
        yield Facet("one_voice", (FacetValue("1", alone),))


def _names(connection: Connection, entities: Sequence[str]) -> dict[str, str]:
    known = tables.entities.c
    rows = connection.execute(select(known.id, known.name).where(known.id.in_(entities)))
    return {row.id: row.name for row in rows}
