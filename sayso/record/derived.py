"""Derived rows: what follows, for now, from readings and decisions. Replaced whole, never mended.

The rows are made in `filling.py`; `load_*` give back what they were made of.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Table, insert, select

from sayso.model.claim import Claim
from sayso.model.concealing import conceal, widen_by
from sayso.model.corroboration import Corroboration
from sayso.model.decision import DecisionKind
from sayso.model.event import Event
from sayso.model.holding import Holding
from sayso.model.lineage import Lineage, Relation
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot
from sayso.model.withholding import Clearance, find_withheld
from sayso.record import codec, tables
from sayso.record.audit import Act, Change, is_stale
from sayso.record.decision import load_decisions_of
from sayso.record.filling import Derived, Rows, make_rows, refill
from sayso.record.names import update_names
from sayso.record.report import decode_report, keep_text
from sayso.record.words import FOLDED


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
    made = _derive(change.connection, resolutions, corroboration)
    rows = make_rows(made)
    fingerprint = _fingerprint(rows)
    last = change.connection.execute(
        select(tables.derivations).order_by(tables.derivations.c.sequence.desc()).limit(1)
    ).first()
    differs = last is None or last.fingerprint != fingerprint
    if last and not differs and last.basis == basis and not is_stale(change.connection):
        return False
    if differs:
        for resolution in resolutions:
            keep_text(change.connection, resolution.report)
        refill(change.connection, rows, made.shown)
        update_names(change, corroboration.events)
        change.note(Act.DERIVED_REPLACED, fingerprint)
    row = {"as_of": as_of, "fingerprint": fingerprint, "basis": basis, "recorded": change.at}
    change.connection.execute(insert(tables.derivations).values(row))
    return differs


def _derive(connection: Connection, resolutions: Sequence[Resolution], corroboration: Corroboration) -> Derived:
    """What is kept, and what of it lists and searches show."""
    whole = Snapshot(tuple(resolutions), corroboration)
    withheld = find_withheld(load_decisions_of(connection, (DecisionKind.WITHHOLD, DecisionKind.UNDO)))
    if not withheld:
        return Derived(whole, whole)
    wide = widen_by(withheld, whole)
    return Derived(whole, conceal(whole, wide, Clearance.OPEN), wide.words)


def load_resolutions(connection: Connection) -> tuple[Resolution, ...]:
    """Reports with their claims as resolved, in the order in which they were given."""
    claims: dict[int, list[Claim]] = defaultdict(list)
    for row in connection.execute(select(tables.claims).order_by(tables.claims.c.position)):
        claims[row.resolution].append(codec.decode(Claim, row.payload))
    query = select(tables.resolutions, tables.texts.c.text).join(tables.texts).order_by(tables.resolutions.c.position)
    return tuple(
        decode_resolution(row.payload, row.text, tuple(claims[row.position])) for row in connection.execute(query)
    )


def load_corroboration(connection: Connection) -> Corroboration:
    """Lineage, unheld reports, events and holdings, in the order in which they were given."""
    return Corroboration(
        lineage=tuple(decode_lineage(row) for row in _in_order(connection, tables.lineage)),
        unheld=tuple(decode_report(row.payload, "") for row in _in_order(connection, tables.unheld)),
        events=tuple(codec.decode(Event, row.payload) for row in _in_order(connection, tables.events)),
        holdings=tuple(codec.decode(Holding, row.payload) for row in _in_order(connection, tables.holdings)),
    )


def _in_order(connection: Connection, table: Table) -> Iterable[Row[Any]]:
    return connection.execute(select(table).order_by(table.c.position))


def _fingerprint(filled: Rows) -> str:
    whole = hashlib.sha256(FOLDED.encode())
    for table, rows in filled.items():
        for row in rows:
            whole.update(repr((table.name, *row.values())).encode("utf-8", "surrogatepass"))
    return whole.hexdigest()


def decode_resolution(payload: str, text: str, claims: tuple[Claim, ...]) -> Resolution:
    """A report with its words and its claims put back."""
    resolution = codec.decode(Resolution, payload)
    return replace(resolution, report=replace(resolution.report, text=text), claims=claims)


def decode_lineage(row: Row[Any]) -> Lineage:
    """The line of lineage that a row keeps."""
    return Lineage(row.report, row.derives_from, Relation(row.relation), row.score, row.evidence)
