"""Derived rows: what follows, for now, from readings and decisions.

Here all of them are put in place of what was; `renewal.py` does so with those that changed. The rows are made in
`filling.py`; `load_*` give back what they were made of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select

from sayso.model.claim import Claim
from sayso.model.concealing import conceal, widen_by
from sayso.model.corroboration import Corroboration
from sayso.model.decision import DecisionKind
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.holding import Holding
from sayso.model.lineage import Lineage, Relation
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot
from sayso.model.withholding import Clearance, Withheld, find_withheld
from sayso.record import codec, tables
from sayso.record.audit import Act, Change, is_stale
from sayso.record.decision import load_decisions_of
from sayso.record.filling import Derived, make_rows, refill, tell_events
from sayso.record.fingerprint import fingerprint_rows
from sayso.record.memory import forget_all
from sayso.record.names import update_names
from sayso.record.order import among, arrange, by_place, learnt_numbers
from sayso.record.report import decode_report, keep_text


def replace_derived(
    change: Change,
    resolutions: Sequence[Resolution],
    corroboration: Corroboration,
    *,
    as_of: int,
    basis: str | None = None,
) -> bool:
    """Puts what was derived from the inputs up to act `as_of` in place of what stood; true if it differs.

    `basis` names the knowledge and the release that it follows from.

    The same again leaves every row as it is, and only notes that it still follows.
    """
    made = conceal_derived(change.connection, resolutions, corroboration)
    rows = make_rows(made)
    fingerprint = fingerprint_rows(rows, made.withheld)
    last = load_last(change.connection)
    differs = last is None or last.fingerprint != fingerprint
    if last and not differs and last.basis == basis and not is_stale(change.connection):
        return False
    if differs:
        for resolution in resolutions:
            keep_text(change.connection, resolution.report)
        refill(change.connection, rows, made)
        forget_all(change.connection)
        update_names(change, in_order(made))
        change.note(Act.DERIVED_REPLACED, fingerprint)
    note_derivation(change, fingerprint, as_of=as_of, basis=basis, made=None)
    return differs


def load_last(connection: Connection) -> Row[Any] | None:
    """The last derivation; None where nothing was derived yet."""
    last = select(tables.derivations).order_by(tables.derivations.c.sequence.desc()).limit(1)
    return connection.execute(last).first()


def note_derivation(change: Change, fingerprint: str, *, as_of: int, basis: str | None, made: str | None) -> None:
    """Notes what derived rows follow from, and by which rules they were renewed (None: all were replaced)."""
    row = {"as_of": as_of, "fingerprint": fingerprint, "basis": basis, "made": made, "recorded": change.at}
    change.connection.execute(insert(tables.derivations).values(row))


def find_withheld_now(connection: Connection) -> Withheld:
    """What decisions withhold."""
    return find_withheld(load_decisions_of(connection, (DecisionKind.WITHHOLD, DecisionKind.UNDO)))


def conceal_derived(connection: Connection, resolutions: Sequence[Resolution], corroboration: Corroboration) -> Derived:
    """What is kept, in the order of what was learnt, and what of it lists and searches show."""
    numbers = learnt_numbers(connection, resolutions)
    ordered = sorted(zip(numbers, resolutions, strict=True), key=lambda each: each[0])
    whole = Snapshot(tuple(resolution for _, resolution in ordered), arrange(corroboration))
    rising = sorted(numbers)
    withheld = find_withheld_now(connection)
    if not withheld:
        return Derived(whole, whole, rising)
    wide = widen_by(withheld, whole)
    return Derived(whole, conceal(whole, wide, Clearance.OPEN), rising, wide)


def in_order(derived: Derived) -> list[Event]:
    """The events that are kept, by their positions."""
    told = tell_events(derived.whole, derived.numbers)
    return [each.event for each in sorted(told, key=lambda each: each.position)]


def load_resolutions(connection: Connection) -> tuple[Resolution, ...]:
    """Reports with their claims as resolved, in the order in which they were learnt."""
    claims: dict[int, list[Claim]] = defaultdict(list)
    for row in connection.execute(select(tables.claims).order_by(tables.claims.c.position)):
        claims[row.resolution].append(codec.decode(Claim, row.payload))
    query = select(tables.resolutions, tables.texts.c.text).join(tables.texts).order_by(tables.resolutions.c.position)
    return tuple(
        decode_resolution(row.payload, row.text, tuple(claims[row.position])) for row in connection.execute(query)
    )


def load_claims(connection: Connection, reports: Iterable[str]) -> tuple[Claim, ...]:
    """The claims of these reports, in the order of their reports."""
    claims = tables.claims.c
    query = select(claims.payload).where(among(claims.report, reports)).order_by(claims.position)
    return tuple(codec.decode(Claim, payload) for payload in connection.scalars(query))


def load_entities(connection: Connection, reports: Iterable[str]) -> dict[str, tuple[Entity, ...]]:
    """The entities of these reports' resolutions."""
    resolutions = tables.resolutions.c
    query = select(resolutions.report, resolutions.payload).where(among(resolutions.report, reports))
    return {row.report: codec.decode(Resolution, row.payload).entities for row in connection.execute(query)}


def load_corroboration(connection: Connection) -> Corroboration:
    """Lineage, unheld reports, events and holdings, in the order that `order.py` gives them."""
    events = select(tables.events.c.payload).order_by(tables.events.c.position)
    return Corroboration(
        lineage=tuple(map(decode_lineage, connection.execute(select_lineage()))),
        unheld=load_unheld(connection),
        events=tuple(codec.decode(Event, payload) for payload in connection.scalars(events)),
        holdings=load_holdings(connection, select(tables.holdings.c.payload)),
    )


def select_lineage() -> Select[Any]:
    """Asks for lineage in its order."""
    lineage = tables.lineage.c
    by_ends = (lineage.report, lineage.derives_from, lineage.relation, lineage.score, lineage.evidence)
    return select(tables.lineage).order_by(*by_ends)


def load_unheld(connection: Connection) -> tuple[Report, ...]:
    """The unheld reports, in their order."""
    unheld = tables.unheld.c
    query = select(unheld.payload).order_by(unheld.id, unheld.payload)
    return tuple(decode_report(payload, "") for payload in connection.scalars(query))


def load_holdings(connection: Connection, payloads: Select[Any]) -> tuple[Holding, ...]:
    """The holdings whose payloads a query gives, in their order."""
    found = (codec.decode(Holding, payload) for payload in connection.scalars(payloads))
    return tuple(sorted(found, key=by_place))


def decode_resolution(payload: str, text: str, claims: tuple[Claim, ...]) -> Resolution:
    """A report with its words and its claims put back."""
    resolution = codec.decode(Resolution, payload)
    return replace(resolution, report=replace(resolution.report, text=text), claims=claims)


def decode_lineage(row: Row[Any]) -> Lineage:
    """The line of lineage that a row keeps."""
    return Lineage(row.report, row.derives_from, Relation(row.relation), row.score, row.evidence)
