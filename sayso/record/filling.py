"""Filling: every row that follows from resolutions and their corroboration, and the tables filled with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sqlalchemy import Connection, Table, delete, insert, text

from sayso.model.claim import Claim, Mention
from sayso.model.entity import Entity, EntityKind
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot
from sayso.record import tables
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
from sayso.record.row.resolution import claim_entity_rows, claim_row, resolution_row
from sayso.record.words import fold_text

Rows = dict[Table, list[Row]]
Words = tuple[int, str, str]  # the number of the row, and two texts

_AT_ONCE = 2000  # rows of words in memory

#: Under which heading an entity is counted, by the part that it has in an event.
_COUNTED = """
INSERT INTO entity_counts (as_what, entity, events, disputed, told_last)
SELECT heading, entity, count(*), sum(conflicts > 0), max(told_last)
FROM (
  SELECT DISTINCT event, entity, CASE
    WHEN part = 'at' THEN 'place'
    WHEN part IN ('speaker', 'spoken_for') THEN 'source'
    WHEN part IN ('actor', 'recipient', 'object') AND kind IN ('person', 'group', 'unknown') THEN 'actor'
  END AS heading
  FROM event_entities JOIN entities ON id = entity
) JOIN events ON position = event
WHERE heading IS NOT NULL GROUP BY heading, entity
"""


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows from the inputs, whole and as lists and searches show it: with what is withheld concealed.

    Both have the same reports, claims and events in the same order. `covered` are the words that are not shown.
    """

    whole: Snapshot
    shown: Snapshot
    covered: frozenset[str] = frozenset()


def make_rows(derived: Derived) -> Rows:
    """The rows of every derived table, each in the order given; words and counts follow from the same.

    Payloads, and what persons with clearance find by, are whole; columns for lists are as shown.
    """
    covered: Rows = {tables.covered: [{"words": words} for words in sorted(derived.covered)]}
    told = _report_rows(derived) | _event_rows(derived) | _other_rows(derived.whole) | _entity_rows(derived.shown)
    return told | covered


def _report_rows(derived: Derived) -> Rows:
    both = list(zip(derived.whole.resolutions, derived.shown.resolutions, strict=True))
    claims = [
        (at, claim, shown, seen.report.told)
        for at, (of, seen) in enumerate(both)
        for claim, shown in zip(of.claims, seen.claims, strict=True)
    ]
    return {
        tables.resolutions: [resolution_row(at, of, shown=seen) for at, (of, seen) in enumerate(both)],
        tables.claims: [
            claim_row(at, of, claim, shown=shown, told=told) for at, (of, claim, shown, told) in enumerate(claims)
        ],
        tables.claim_entities: [
            row for at, (_, claim, *_) in enumerate(claims) for row in claim_entity_rows(at, claim)
        ],
    }


def _event_rows(derived: Derived) -> Rows:
    whole, events = derived.whole.corroboration.events, tell_events(derived.shown)
    return {
        tables.events: [event_row(told, whole=of) for of, told in zip(whole, events, strict=True)],
        tables.event_claims: [row for event in events for row in event_claim_rows(event)],
        tables.event_stances: [row for event in events for row in stance_rows(event)],
        tables.event_entities: [row for event in events for row in event_entity_rows(event)],
        tables.conflicts: [row for event in events for row in conflict_rows(event)],
        tables.voices: [row for at, event in enumerate(whole) for row in voice_rows(at, event)],
    }


def _other_rows(whole: Snapshot) -> Rows:
    derived, holdings = whole.corroboration, list(enumerate(whole.corroboration.holdings))
    return {
        tables.holdings: [holding_row(at, holding) for at, holding in holdings],
        tables.holding_events: [row for at, holding in holdings for row in holding_event_rows(at, holding)],
        tables.lineage: [lineage_row(at, line) for at, line in enumerate(derived.lineage)],
        tables.unheld: [unheld_row(at, report) for at, report in enumerate(derived.unheld)],
    }


def _entity_rows(shown: Snapshot) -> Rows:
    entities = name_entities(shown.resolutions)
    return {
        tables.entities: [entity_row(entity) for entity in entities],
        tables.entity_names: [row for entity in entities for row in entity_name_rows(entity)],
    }


def refill(connection: Connection, rows: Rows, shown: Snapshot) -> None:
    """Puts these rows, and the words of what is shown, in place of all that is derived."""
    empty(connection)
    insert_rows(connection, rows)
    insert_words(connection, shown.resolutions, tell_events(shown))
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


def insert_words(connection: Connection, resolutions: Sequence[Resolution], events: Iterable[Told]) -> None:
    """Adds the words of reports, claims and events, folded, each under the `latest` of its row."""
    _insert_words(connection, "report_words", map(report_words, range(len(resolutions)), resolutions))
    _insert_words(connection, "claim_words", claim_words(resolutions))
    _insert_words(connection, "event_words", map(event_words, events))


def report_words(position: int, resolution: Resolution) -> Words:
    """A report's number, title and text."""
    return _latest(position, resolution.report.told), resolution.report.title or "", resolution.report.text


def claim_words(resolutions: Iterable[Resolution]) -> Iterator[Words]:
    """The numbers of all claims, the exact words of each and the names in it."""
    every = ((resolution.report.told, claim) for resolution in resolutions for claim in resolution.claims)
    for position, (told, claim) in enumerate(every):
        yield _latest(position, told), claim.evidence.text, "\n".join(names_in(claim))


def count_entities(connection: Connection) -> None:
    """Counts anew on how many events each entity is a place, an actor or a source; events must stand by then."""
    connection.execute(delete(tables.entity_counts))
    connection.execute(text(_COUNTED))


def tell_events(snapshot: Snapshot) -> list[Told]:
    """Every event with its claims, in its order, and when their reports were told."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    told: dict[str, str | None] = {}
    for resolution in snapshot.resolutions:
        told[resolution.report.id] = resolution.report.told
        for claim in resolution.claims:
            claims[claim.id].append(claim)
    return [
        Told(at, event, [claim for id_ in event.claims for claim in claims.get(id_, ())], told)
        for at, event in enumerate(snapshot.corroboration.events)
    ]


def name_entities(resolutions: Sequence[Resolution]) -> list[Entity]:
    """Every entity once, with the names that all reports give it; one that only claims name is called as there."""
    found: dict[str, Entity] = {}
    for entity in (entity for resolution in resolutions for entity in resolution.entities):
        known = found.get(entity.id)
        names = tuple(dict.fromkeys((*known.names, *entity.names))) if known else entity.names
        found[entity.id] = replace(known or entity, names=names)
    for mention in (mention for resolution in resolutions for claim in resolution.claims for mention in _named(claim)):
        if mention.entity is not None and mention.entity not in found:
            found[mention.entity] = Entity(mention.entity, EntityKind.UNKNOWN, mention.names or (mention.text,))
    return list(found.values())


def _named(claim: Claim) -> Iterator[Mention]:
    yield from (filler.mention for filler in claim.roles)
    yield from (link.source for link in claim.chain)


def _latest(position: int, told: str | None) -> int:
    return latest(days(told)[1], position)


def _insert_words(connection: Connection, table: str, rows: Iterable[Words]) -> None:
    first, second = tables.WORDS[table]
    statement = f"INSERT INTO {table} (rowid, {first}, {second}) VALUES (?, ?, ?)"  # noqa: S608 - our own names
    folded = ((number, fold_text(one), fold_text(other)) for number, one, other in rows)
    while some := list(islice(folded, _AT_ONCE)):
        connection.exec_driver_sql(statement, some)
