"""Filling: every row that follows from resolutions and their corroboration, and the tables filled with them.

Rows are made report by report, event by event and entity by entity: the same when all of them are put in place of
what was as when those of a few are (`renewal.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from sqlalchemy import Connection, Table, delete, insert, text

from sayso.model.claim import Claim
from sayso.model.corroboration import Corroboration
from sayso.model.entity import Entity, EntityKind
from sayso.model.event import Event
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot
from sayso.model.withholding import Withheld
from sayso.record import tables
from sayso.record.counting import count_entities
from sayso.record.order import place_claim, place_events
from sayso.record.row import Row
from sayso.record.row.day import days, latest
from sayso.record.row.entity import entity_name_rows, entity_row
from sayso.record.row.event import (
    Told,
    conflict_rows,
    event_claim_rows,
    event_entity_rows,
    event_row,
    event_words,
    names_in,
    stance_rows,
    voice_rows,
)
from sayso.record.row.holding import holding_event_rows, holding_row, lineage_row, unheld_row
from sayso.record.row.naming import naming_rows
from sayso.record.row.resolution import Encoded, claim_entity_rows, claim_row, encode_resolution, resolution_row
from sayso.record.words import fold_text

Rows = dict[Table, list[Row]]
Words = tuple[int, str, str]  # the number of the row, and two texts

_AT_ONCE = 2000  # rows of words in memory


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows from the inputs, whole and as lists and searches show it: with what is withheld concealed.

    Both have the same reports, claims and events in the same order: `numbers` are those under which the reports were
    learnt, rising. `withheld` is what is not shown.
    """

    whole: Snapshot
    shown: Snapshot
    numbers: Sequence[int]
    withheld: Withheld = field(default_factory=Withheld)


def make_rows(derived: Derived, kept: Mapping[int, Encoded] | None = None) -> Rows:
    """The rows of every derived table; words and counts follow from the same.

    `kept` are reports that were encoded before, by number. Payloads, and what persons with clearance find by, are
    whole; columns for lists are as shown.
    """
    whole, shown, kept = derived.whole, derived.shown, kept or {}
    reports = zip(derived.numbers, whole.resolutions, shown.resolutions, strict=True)
    events = zip(whole.corroboration.events, tell_events(shown, derived.numbers), strict=True)
    return join_rows(
        [
            *(
                report_rows(number, of, kept.get(number) or encode_resolution(of), shown=seen)
                for number, of, seen in reports
            ),
            *(event_rows(told, whole=of) for of, told in events),
            other_rows(whole.corroboration),
            *(entity_rows(entity) for entity in name_entities(shown.resolutions)),
            {tables.covered: [{"words": words} for words in sorted(derived.withheld.words)]},
        ]
    )


def join_rows(some: Iterable[Rows]) -> Rows:
    """All of these rows, by table, in the order in which tables are filled."""
    joined: Rows = {table: [] for table in tables.DERIVED}
    for rows in some:
        for table, each in rows.items():
            joined[table] += each
    return joined


def report_rows(number: int, of: Resolution, kept: Encoded, *, shown: Resolution) -> Rows:
    """The rows of one report and its claims; `kept` is it as it is encoded, `shown` as lists show it."""
    claims = [
        (place_claim(number, place), *each)
        for place, each in enumerate(zip(of.claims, kept.claims, shown.claims, strict=True))
    ]
    told = shown.report.told
    return {
        tables.resolutions: [resolution_row(number, of, kept, shown=shown)],
        tables.claims: [claim_row(at, number, claim, text, shown=seen, told=told) for at, claim, text, seen in claims],
        tables.claim_entities: [row for at, claim, *_ in claims for row in claim_entity_rows(at, claim)],
        tables.namings: list(naming_rows(number, shown)),
    }


def event_rows(told: Told, *, whole: Event) -> Rows:
    """The rows of one event; `told` is it as lists show it, `whole` is what is kept."""
    return {
        tables.events: [event_row(told, whole=whole)],
        tables.event_claims: list(event_claim_rows(told)),
        tables.event_stances: list(stance_rows(told)),
        tables.event_entities: list(event_entity_rows(told)),
        tables.conflicts: list(conflict_rows(told)),
        tables.voices: list(voice_rows(told.position, whole)),
    }


def other_rows(derived: Corroboration) -> Rows:
    """The rows of holdings, lineage and unheld reports."""
    holdings = [(holding_row(holding), holding) for holding in derived.holdings]
    return {
        tables.holdings: [row for row, _ in holdings],
        tables.holding_events: [
            event for row, holding in holdings for event in holding_event_rows(row["position"], holding)
        ],
        tables.lineage: [lineage_row(line) for line in derived.lineage],
        tables.unheld: [unheld_row(report) for report in derived.unheld],
    }


def entity_rows(entity: Entity) -> Rows:
    """The rows of one entity."""
    return {tables.entities: [entity_row(entity)], tables.entity_names: list(entity_name_rows(entity))}


def refill(connection: Connection, rows: Rows, derived: Derived) -> None:
    """Puts these rows, and the words of what is shown, in place of all that is derived."""
    empty(connection)
    insert_rows(connection, rows)
    reports = list(zip(derived.numbers, derived.shown.resolutions, strict=True))
    insert_words(connection, "report_words", (report_words(number, report) for number, report in reports))
    insert_words(connection, "claim_words", (words for number, of in reports for words in claim_words(number, of)))
    insert_words(connection, "event_words", map(event_words, tell_events(derived.shown, derived.numbers)))
    count_entities(connection)


def empty(connection: Connection) -> None:
    """Takes away all that is derived."""
    for name in tables.WORDS:
        connection.execute(text(f"INSERT INTO {name} ({name}) VALUES ('delete-all')"))  # noqa: S608 - our own name
    for table in reversed(tables.DERIVED):
        connection.execute(delete(table))


def insert_rows(connection: Connection, rows: Rows) -> None:
    """Adds rows, table by table in the order given."""
    for table, some in rows.items():
        if some:
            connection.execute(insert(table), some)


def insert_words(connection: Connection, table: str, rows: Iterable[Words]) -> None:
    """Adds words, folded, each under the `latest` of what they stand for."""
    first, second = tables.WORDS[table]
    statement = f"INSERT INTO {table} (rowid, {first}, {second}) VALUES (?, ?, ?)"  # noqa: S608 - our own names
    _fold_into(connection, statement, rows)


def delete_words(connection: Connection, table: str, rows: Iterable[Words]) -> None:
    """Takes words away: exactly those that were added, for the table itself keeps none."""
    first, second = tables.WORDS[table]
    statement = f"INSERT INTO {table} ({table}, rowid, {first}, {second}) VALUES ('delete', ?, ?, ?)"  # noqa: S608
    _fold_into(connection, statement, rows)


def report_words(number: int, resolution: Resolution) -> Words:
    """A report's number, title and text."""
    return _latest(number, resolution.report.told), resolution.report.title or "", resolution.report.text


def claim_words(number: int, resolution: Resolution) -> Iterator[Words]:
    """The numbers of a report's claims, the exact words of each and the names in it."""
    for place, claim in enumerate(resolution.claims):
        yield words_of(_latest(place_claim(number, place), resolution.report.told), claim)


def words_of(latest: int, claim: Claim) -> Words:
    """A claim's number in lists, its exact words and the names in it."""
    return latest, claim.evidence.text, "\n".join(names_in(claim))


def tell_events(snapshot: Snapshot, numbers: Sequence[int]) -> list[Told]:
    """Every event with its claims, in its order, and when their reports were told."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    first: dict[str, int] = {}
    told: dict[str, str | None] = {}
    for number, resolution in zip(numbers, snapshot.resolutions, strict=True):
        told[resolution.report.id] = resolution.report.told
        for place, claim in enumerate(resolution.claims):
            claims[claim.id].append(claim)
            first.setdefault(claim.id, place_claim(number, place))
    events = snapshot.corroboration.events
    positions = place_events(events, first, beyond=max(numbers, default=0) + 1)
    return [
        Told(at, event, [claim for id_ in event.claims for claim in claims.get(id_, ())], told)
        for at, event in zip(positions, events, strict=True)
    ]


def name_entities(resolutions: Sequence[Resolution]) -> list[Entity]:
    """Every entity once, with the names that all reports give it; one that only claims name is called as there."""
    found: dict[str, Entity] = {}
    for entity in (entity for resolution in resolutions for entity in resolution.entities):
        known = found.get(entity.id)
        names = tuple(dict.fromkeys((*known.names, *entity.names))) if known else tuple(dict.fromkeys(entity.names))
        found[entity.id] = replace(known or entity, names=names)
    for mention in (mention for resolution in resolutions for claim in resolution.claims for mention in claim.mentions):
        if mention.entity is not None and mention.entity not in found:
            names = mention.names or (mention.text,)
            found[mention.entity] = Entity(mention.entity, EntityKind.UNKNOWN, tuple(dict.fromkeys(names)))
    return list(found.values())


def _latest(position: int, told: str | None) -> int:
    return latest(days(told)[1], position)


def _fold_into(connection: Connection, statement: str, rows: Iterable[Words]) -> None:
    folded = ((number, fold_text(one), fold_text(other)) for number, one, other in rows)
    while some := list(islice(folded, _AT_ONCE)):
        connection.exec_driver_sql(statement, some)
