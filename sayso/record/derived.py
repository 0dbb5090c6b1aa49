"""Derived rows: what follows, for now, from readings and decisions. Replaced whole, never mended.

Each `_…_rows` gives the rows of one table; `load_*` give back what they were made of.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, insert, select

from sayso.model.claim import Claim, Mention
from sayso.model.corroboration import Corroboration
from sayso.model.event import Event
from sayso.model.holding import Holding
from sayso.model.lineage import Lineage, Relation
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.values import edtf
from sayso.record import codec, tables
from sayso.record.audit import Act, Change, is_stale
from sayso.record.names import update_names
from sayso.record.report import decode_report, encode_report, keep_text

Rows = list[dict[str, Any]]


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
    filled = _make_rows(resolutions, corroboration)
    fingerprint = _fingerprint(filled)
    last = change.connection.execute(
        select(tables.derivations).order_by(tables.derivations.c.sequence.desc()).limit(1)
    ).first()
    differs = last is None or last.fingerprint != fingerprint
    if last and not differs and last.basis == basis and not is_stale(change.connection):
        return False
    if differs:
        for resolution in resolutions:
            keep_text(change.connection, resolution.report)
        _refill(change.connection, filled)
        update_names(change, corroboration.events)
        change.note(Act.DERIVED_REPLACED, fingerprint)
    row = {"as_of": as_of, "fingerprint": fingerprint, "basis": basis, "recorded": change.at}
    change.connection.execute(insert(tables.derivations).values(row))
    return differs


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


def _make_rows(resolutions: Sequence[Resolution], corroboration: Corroboration) -> dict[Table, Rows]:
    """The rows of every derived table, each in the order given."""
    claims = [(at, claim) for at, resolution in enumerate(resolutions) for claim in resolution.claims]
    return {
        tables.resolutions: [_resolution_row(at, resolution) for at, resolution in enumerate(resolutions)],
        tables.claims: [_claim_row(at, of, claim) for at, (of, claim) in enumerate(claims)],
        tables.claim_entities: [row for at, (_, claim) in enumerate(claims) for row in _entity_rows(at, claim)],
        tables.events: [_event_row(at, event) for at, event in enumerate(corroboration.events)],
        tables.event_claims: _event_claim_rows(corroboration.events),
        tables.voices: _voice_rows(corroboration.events),
        tables.holdings: [_holding_row(at, holding) for at, holding in enumerate(corroboration.holdings)],
        tables.lineage: [_lineage_row(at, line) for at, line in enumerate(corroboration.lineage)],
        tables.unheld: [_unheld_row(at, report) for at, report in enumerate(corroboration.unheld)],
    }


def _fingerprint(filled: dict[Table, Rows]) -> str:
    whole = hashlib.sha256()
    for table, rows in filled.items():
        for row in rows:
            whole.update(repr((table.name, *row.values())).encode("utf-8", "surrogatepass"))
    return whole.hexdigest()


def _refill(connection: Connection, filled: dict[Table, Rows]) -> None:
    for table in reversed(tables.DERIVED):
        connection.execute(delete(table))
    for table in tables.DERIVED:
        if rows := filled[table]:
            connection.execute(insert(table), rows)


def _resolution_row(position: int, resolution: Resolution) -> dict[str, Any]:
    report = resolution.report
    first, last = _days(report.told)
    return {
        "position": position,
        "report": report.id,
        "version": report.version,
        "outlet": report.outlet,
        "title": report.title,
        "language": report.language,
        "told": report.told,
        "told_first": first,
        "told_last": last,
        "payload": codec.encode(replace(resolution, report=replace(report, text=""), claims=())),
    }


def decode_resolution(payload: str, text: str, claims: tuple[Claim, ...]) -> Resolution:
    """A report with its words and its claims put back."""
    resolution = codec.decode(Resolution, payload)
    return replace(resolution, report=replace(resolution.report, text=text), claims=claims)


def _claim_row(position: int, resolution: int, claim: Claim) -> dict[str, Any]:
    happened = claim.when.edtf if claim.when else None
    first, last = _days(happened)
    return {
        "position": position,
        "resolution": resolution,
        "id": claim.id,
        "report": claim.report,
        "type": claim.type,
        "stance": claim.stance,
        "happened": happened,
        "happened_first": first,
        "happened_last": last,
        "decided": claim.decided,
        "payload": codec.encode(claim),
    }


def _entity_rows(position: int, claim: Claim) -> Rows:
    """Each entity once in each part that it has in the claim."""
    found = {(part, mention.entity): None for part, mention in _parts(claim) if mention.entity is not None}
    return [{"claim": position, "part": part, "entity": entity} for part, entity in found]


def _parts(claim: Claim) -> Iterator[tuple[str, Mention]]:
    for filler in claim.roles:
        yield str(filler.role), filler.mention
    for step, link in enumerate(claim.chain):
        yield "chain" if step else "speaker", link.source


def _event_row(position: int, event: Event) -> dict[str, Any]:
    first, last = _days(event.when)
    return {
        "position": position,
        "id": event.id,
        "type": event.type,
        "place": event.place,
        "happened": event.when,
        "happened_first": first,
        "happened_last": last,
        "payload": codec.encode(event),
    }


def _event_claim_rows(events: Iterable[Event]) -> Rows:
    return [
        {"event": at, "position": position, "claim": claim}
        for at, event in enumerate(events)
        for position, claim in enumerate(event.claims)
    ]


def _voice_rows(events: Iterable[Event]) -> Rows:
    return [
        {
            "event": at,
            "position": position,
            "id": voice.id,
            "name": voice.name,
            "speaks_for": voice.speaks_for,
            "interest": voice.interest,
        }
        for at, event in enumerate(events)
        for position, voice in enumerate(event.voices)
    ]


def _holding_row(position: int, holding: Holding) -> dict[str, Any]:
    return {
        "position": position,
        "place": holding.place,
        "holder": holding.holder,
        "held_from": holding.start,
        "held_to": holding.end,
        "status": holding.status,
        "last_said": holding.last_said,
        "payload": codec.encode(holding),
    }


def _lineage_row(position: int, line: Lineage) -> dict[str, Any]:
    return {
        "position": position,
        "report": line.report,
        "derives_from": line.of,
        "relation": line.relation,
        "score": line.score,
        "evidence": line.evidence,
    }


def decode_lineage(row: Row[Any]) -> Lineage:
    """The line of lineage that a row keeps."""
    return Lineage(row.report, row.derives_from, Relation(row.relation), row.score, row.evidence)


def _unheld_row(position: int, report: Report) -> dict[str, Any]:
    return {"position": position, "id": report.id, "outlet": report.outlet, "payload": encode_report(report)}


def _days(when: str | None) -> tuple[date | None, date | None]:
    """First and last day of a date; none of a text that is no date, which stays as it is beside them."""
    if when is None or not edtf.is_valid(when):
        return None, None
    bounds = edtf.bounds(when)
    return bounds.first, bounds.last
