"""News: the entries of what is followed, the same for feeds and letters: events in words, with counts and a link."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from urllib.parse import quote

from sayso.desk.keep.wording import count_row, name_row
from sayso.errors import NotInRecord
from sayso.model.found import ClaimRow, EventRow, ReportRow
from sayso.model.search import parse_search
from sayso.people import People, User
from sayso.people.collection import MemberKind
from sayso.people.watch import Watch, WatchKind
from sayso.record import Record

#: Entries of one feed, the latest first.
MOST = 50
#: What was told on no known day is as old as can be.
_NO_DAY = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is new: `path` is its page, `updated` the end of the day on which it was told last (UTC)."""

    path: str
    title: str
    summary: str
    updated: datetime


def list_search(record: Record, query: str) -> tuple[Entry, ...]:
    """What a search finds first."""
    search = parse_search(query).search.with_(per_page=MOST)
    return _entries(record.search(search).rows)


def list_place(record: Record, place: str) -> tuple[Entry, ...]:
    """The latest events at a place. Raises NotInRecord."""
    part = record.around_place(place, limit=MOST)
    rows = record.rows_of([event.id for event in part.corroboration.events])
    return _entries(rows.values())


def list_event(record: Record, event: str) -> tuple[Entry, ...]:
    """An event, and the reports that tell of it. Raises NotInRecord."""
    part = record.around_event(event)
    ids = [each.id for each in part.corroboration.events]
    reports = [each.report.id for each in part.resolutions]
    return _entries(record.rows_of([*ids, *reports]).values())


def list_collection(record: Record, people: People, collection: str, user: User | None) -> tuple[Entry, ...]:
    """The members of a collection that have a day; of its places the latest events. Raises NotKnown."""
    kept = people.collections.find(collection, user)
    places = [each.id for each in kept.members if each.kind is MemberKind.PLACE]
    ids = [_resolve(record, each.id) for each in kept.members if each.kind is not MemberKind.PLACE]
    found = list(_entries(record.rows_of(ids).values()))
    for place in places:
        try:
            found += list_place(record, place)
        except NotInRecord:  # the record names it no more
            continue
    return _latest({entry.path: entry for entry in found}.values())


def list_watch(record: Record, people: People, watch: Watch, user: User) -> tuple[Entry, ...]:
    """What is followed; nothing where it is gone."""
    try:
        match watch.kind:
            case WatchKind.SEARCH:
                return list_search(record, watch.subject)
            case WatchKind.PLACE:
                return list_place(record, watch.subject)
            case WatchKind.EVENT:
                return list_event(record, watch.subject)
            case WatchKind.COLLECTION:
                return list_collection(record, people, watch.subject, user)
    except NotInRecord:
        return ()


def _entries(rows: Iterable[EventRow | ClaimRow | ReportRow]) -> tuple[Entry, ...]:
    return _latest(_entry(row) for row in rows)


def _latest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    ordered: Sequence[Entry] = sorted(entries, key=lambda entry: (entry.updated, entry.path), reverse=True)
    return tuple(ordered[:MOST])


def _entry(row: EventRow | ClaimRow | ReportRow) -> Entry:
    kind = {EventRow: "event", ClaimRow: "claim", ReportRow: "report"}[type(row)]
    title = name_row(row) or "a report without a headline"
    return Entry(f"/{kind}/{quote(row.id)}", title, _summary(row), _told(row))


def _summary(row: EventRow | ClaimRow | ReportRow) -> str:
    match row:
        case EventRow() if row.quote:
            return f"{count_row(row)}. {row.quote.speaker or row.quote.outlet or 'Nobody named'}: “{row.quote.words}”"
        case ReportRow():
            return ", ".join(filter(None, [row.outlet, row.told, count_row(row)]))
    return count_row(row)


def _told(row: EventRow | ClaimRow | ReportRow) -> datetime:
    if isinstance(row, EventRow):
        return _end_of(row.told_last) if row.told_last else _NO_DAY
    try:
        return _end_of(date.fromisoformat((row.told or "")[:10]))
    except ValueError:  # a month, a year, or no day
        return _NO_DAY


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(0, 0), UTC)


def _resolve(record: Record, id_: str) -> str:
    try:
        return record.resolve_id(id_)
    except NotInRecord:
        return id_
