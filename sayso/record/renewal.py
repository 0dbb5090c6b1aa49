"""Renewal: rows follow what changed, and are exactly those that deriving whole into a new record gives.

1. The rows of reports that are new, otherwise or gone are put in place of what stood.
2. Who corroborates looks at these, and says which events, lineage and holdings came and went.
3. The rows of these events are renewed, and those of events with claims in such reports: titles, counts and words
   of an event come from its claims, which may be otherwise though the event is not.
4. Entities, their counts, and names that point on follow, each as far as it is touched.

Where something is withheld, lists depend on the whole record; then, and where old words are not there any more to be
taken out of the tables of words, all rows are filled anew: the answer is the same.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, delete, select

from sayso.errors import NotInRecord
from sayso.model.claim import Claim
from sayso.model.corroboration import Corroboration
from sayso.model.identity import digest
from sayso.model.renewal import Renewal
from sayso.model.resolution import Resolution
from sayso.model.withholding import Withheld
from sayso.record import codec, tables
from sayso.record.audit import Act, Change, is_stale, latest_change
from sayso.record.changed import Changed
from sayso.record.counting import count_entities, counts_on, move_counts
from sayso.record.derived import (
    conceal_derived,
    find_withheld_now,
    in_order,
    load_corroboration,
    load_last,
    load_resolutions,
    note_derivation,
)
from sayso.record.filling import (
    claim_words,
    delete_words,
    empty,
    event_rows,
    insert_rows,
    insert_words,
    join_rows,
    make_rows,
    other_rows,
    refill,
    report_rows,
    report_words,
    words_of,
)
from sayso.record.fingerprint import RULES, TOLD_BY, fingerprint_rows, move_fingerprint, weigh
from sayso.record.memory import keep_memory
from sayso.record.names import renew_names, update_names
from sayso.record.naming import Namings, named_by
from sayso.record.order import PLACES, among, arrange, find_numbers
from sayso.record.report import keep_text
from sayso.record.row.event import Told, event_words
from sayso.record.row.resolution import Encoded
from sayso.record.telling import Teller

#: Given the open transaction and the number learnt of each changed report, says what follows otherwise now.
Corroborate = Callable[[sqlite3.Connection, Mapping[str, int]], Renewal]

_Thing = TypeVar("_Thing")
_resolutions, _claims = tables.resolutions.c, tables.claims.c
_OF_EVENTS = (tables.event_claims, tables.event_stances, tables.event_entities, tables.conflicts, tables.voices)


def renew_derived(
    change: Change, changed: Changed, corroborate: Corroborate, *, as_of: int, basis: str | None = None
) -> bool:
    """Puts what follows from changed reports in place of what stood; true if any row differs.

    Raises NotInRecord for a changed report that the record does not hold.
    """
    connection, last = change.connection, load_last(change.connection)
    numbers = _find_numbers(connection, changed)
    made = f"{RULES}, concealed" if find_withheld_now(connection) else RULES
    if changed.is_anew:
        empty(connection)
    standing = _load_standing(connection, [*numbers, *changed.gone])
    ask = partial(corroborate, _raw(connection), numbers)
    if made == RULES and (changed.is_anew or (last and last.made == RULES)) and all(map(_has_words, standing)):
        begun = fingerprint_rows({}, Withheld()) if changed.is_anew or last is None else last.fingerprint
        fingerprint = _renew_rows(change, changed, numbers, standing, ask, begun)
    else:
        fingerprint = _fill_anew(change, changed, numbers, standing, ask)
    if changed.learnt and latest_change(connection) <= as_of:  # else others changed what it was learnt from
        keep_memory(connection, *changed.learnt)
    differs = last is None or last.fingerprint != fingerprint
    if last and not differs and (last.basis, last.made) == (basis, made) and not is_stale(connection):
        return False
    if differs:
        change.note(Act.DERIVED_REPLACED, fingerprint)
    note_derivation(change, fingerprint, as_of=as_of, basis=basis, made=made)
    return differs


def _renew_rows(
    change: Change,
    changed: Changed,
    numbers: Mapping[str, int],
    standing: Sequence[Row[Any]],
    ask: Callable[[], Renewal],
    last: str,
) -> str:
    """Renews the rows that are touched; gives the fingerprint, which was `last`."""
    connection, teller = change.connection, Teller(change.connection)
    before = [row.position for row in standing]
    went = teller.standing(teller.resting_on([row.report for row in standing], _claims_of(changed)))
    namings = Namings(named_by(connection, before), {numbers[each.report.id]: each for each in changed.changed})
    _delete_words_of(connection, standing, teller.claims_of(before))
    _delete_reports(connection, before)
    come = _insert_reports(connection, changed, numbers)
    teller.replace_claims(before, namings.fresh)
    renewal = ask()
    named = {event.id for event in (*renewal.gone.events, *renewal.come.events)}
    went += teller.standing(teller.named(named) - {told.position for told in went})
    gone = _weigh_reports(standing) + weigh(tables.events, ({"payload": codec.encode(told.event)} for told in went))
    counted = counts_on(connection, [told.position for told in went])
    _delete_events(connection, went)
    other = namings.renew(connection, {*namings.before, *named_by(connection, namings.fresh)})
    events = [*(told.event for told in went if told.event.id not in named), *renewal.come.events]
    placed = teller.placed(events)
    come += _insert_events(connection, placed)
    if changed.is_anew:
        count_entities(connection)
    else:
        move_counts(connection, counted, counts_on(connection, [told.position for told in placed]), anew=other)
    renew_names(change, [told.event for told in went], events)
    gone += _delete_others(connection, renewal)
    come += _insert_others(connection, renewal.come)
    return move_fingerprint(last, gone=gone, come=come)


def _fill_anew(
    change: Change,
    changed: Changed,
    numbers: Mapping[str, int],
    standing: Sequence[Row[Any]],
    ask: Callable[[], Renewal],
) -> str:
    """Renews the rows of reports for who corroborates, then fills all rows anew; gives the fingerprint."""
    connection, before = change.connection, load_corroboration(change.connection)
    _delete_reports(connection, [row.position for row in standing])
    for resolution, kept in _keep(connection, changed):
        number = numbers[resolution.report.id]
        insert_rows(connection, report_rows(number, resolution, kept, shown=resolution))
    made = conceal_derived(connection, load_resolutions(connection), apply(ask(), before))
    rows = make_rows(made, _load_kept(connection))
    refill(connection, rows, made)
    update_names(change, in_order(made))
    return fingerprint_rows(rows, made.withheld)


def apply(renewal: Renewal, before: Corroboration) -> Corroboration:
    """What follows after a renewal; what it says twice stands once."""
    gone, come = renewal.gone, renewal.come
    renewed = {event.id for event in (*gone.events, *come.events)}
    return Corroboration(
        lineage=_replace(before.lineage, gone.lineage, come.lineage),
        unheld=_replace(before.unheld, gone.unheld, come.unheld),
        events=(*(event for event in before.events if event.id not in renewed), *come.events),
        holdings=_replace(before.holdings, gone.holdings, come.holdings),
    )


def _replace(before: Sequence[_Thing], gone: Sequence[_Thing], come: Sequence[_Thing]) -> tuple[_Thing, ...]:
    went = set(gone)
    return tuple(dict.fromkeys((*(each for each in before if each not in went), *come)))


def _find_numbers(connection: Connection, changed: Changed) -> dict[str, int]:
    numbers = find_numbers(connection, [each.report.id for each in changed.changed])
    for each in changed.changed:
        if each.report.id not in numbers:
            raise NotInRecord(f"{each.report.id}: is not held in this record; add the report before what follows")
    return numbers


def _raw(connection: Connection) -> sqlite3.Connection:
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)  # noqa: S101 - the only driver there is
    return raw


def _claims_of(changed: Changed) -> set[str]:
    return {claim.id for resolution in changed.changed for claim in resolution.claims}


# Rows of reports


def _load_standing(connection: Connection, reports: Iterable[str]) -> Sequence[Row[Any]]:
    """The rows of those of these reports that stand, with their words."""
    columns = [_resolutions.position, _resolutions.report, _resolutions.version, _resolutions.digest]
    query: Select[Any] = select(*columns, _resolutions.latest, _resolutions.title, tables.texts.c.text)
    query = query.join(tables.texts)
    return connection.execute(query.where(among(_resolutions.report, reports))).all()


def _has_words(row: Row[Any]) -> bool:
    """Whether the words are still there that stand in the tables of words; those of an erased report are not."""
    version: str = row.version
    return digest(row.text) == version


def _weigh_reports(standing: Sequence[Row[Any]]) -> int:
    return weigh(tables.resolutions, (dict(row._mapping) for row in standing))


def _delete_words_of(
    connection: Connection, standing: Sequence[Row[Any]], claims: Iterable[tuple[int, int, Claim]]
) -> None:
    delete_words(connection, "report_words", ((row.latest, row.title or "", row.text) for row in standing))
    delete_words(connection, "claim_words", (words_of(latest, claim) for _, latest, claim in claims))


def _delete_reports(connection: Connection, numbers: Sequence[int]) -> None:
    own = select(_claims.position).where(among(_claims.resolution, numbers))
    connection.execute(delete(tables.claim_entities).where(tables.claim_entities.c.claim.in_(own)))
    connection.execute(delete(tables.claims).where(among(_claims.resolution, numbers)))
    for number in numbers:
        own_places = tables.namings.c.position.between(number * PLACES, (number + 1) * PLACES - 1)
        connection.execute(delete(tables.namings).where(own_places))
    connection.execute(delete(tables.resolutions).where(among(_resolutions.position, numbers)))


def _insert_reports(connection: Connection, changed: Changed, numbers: Mapping[str, int]) -> int:
    """Adds the rows and words of changed reports; gives what they add to the fingerprint."""
    kept = [(numbers[each.report.id], each, made) for each, made in _keep(connection, changed)]
    rows = join_rows(report_rows(number, each, made, shown=each) for number, each, made in kept)
    insert_rows(connection, rows)
    insert_words(connection, "report_words", (report_words(number, each) for number, each, _ in kept))
    insert_words(connection, "claim_words", (words for number, each, _ in kept for words in claim_words(number, each)))
    return weigh(tables.resolutions, rows[tables.resolutions])


def _keep(connection: Connection, changed: Changed) -> Iterator[tuple[Resolution, Encoded]]:
    """The changed reports as they are kept; their texts are there by then."""
    for resolution, kept in changed.encode():
        keep_text(connection, resolution.report)
        yield resolution, kept


def _load_kept(connection: Connection) -> dict[int, Encoded]:
    """All reports as they are kept, by number."""
    claims: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(select(_claims.resolution, _claims.payload).order_by(_claims.position)):
        claims[row.resolution].append(row.payload)
    rows = connection.execute(select(_resolutions.position, _resolutions.payload, _resolutions.digest))
    return {row.position: Encoded(row.payload, tuple(claims[row.position]), row.digest) for row in rows}


# Rows of events


def _delete_events(connection: Connection, went: Sequence[Told]) -> None:
    positions = [told.position for told in went]
    delete_words(connection, "event_words", map(event_words, went))
    for table in _OF_EVENTS:
        connection.execute(delete(table).where(among(table.c.event, positions)))
    connection.execute(delete(tables.events).where(among(tables.events.c.position, positions)))


def _insert_events(connection: Connection, placed: Sequence[Told]) -> int:
    rows = join_rows(event_rows(told, whole=told.event) for told in placed)
    insert_rows(connection, rows)
    insert_words(connection, "event_words", map(event_words, placed))
    return weigh(tables.events, rows[tables.events])


# Rows of holdings, lineage and unheld reports: numbered by what they hold


def _delete_others(connection: Connection, renewal: Renewal) -> int:
    """Takes away what went, and what comes where it stands already; gives what that added to the fingerprint."""
    rows = [other_rows(renewal.gone), other_rows(renewal.come)]
    weight = 0
    for table in (tables.holdings, tables.lineage, tables.unheld):
        positions = {row["position"] for some in rows for row in some[table]}
        those = among(table.c.position, positions)
        if table is tables.holdings:
            told = tables.holding_events
            connection.execute(delete(told).where(among(told.c.holding, positions)))
        weight += weigh(table, (dict(row._mapping) for row in connection.execute(select(table).where(those))))
        connection.execute(delete(table).where(those))
    return weight


def _insert_others(connection: Connection, come: Corroboration) -> int:
    rows = other_rows(arrange(come))
    insert_rows(connection, rows)
    return sum(weigh(table, some) for table, some in rows.items() if table in TOLD_BY)
