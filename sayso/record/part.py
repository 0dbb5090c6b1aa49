"""Part: a partial snapshot, made of the rows that it needs and of no others.

It is closed: of every event in it all claims are there, with the whole reports in which they stand; both ends of
every line of lineage are there, as a report or as an unheld one. What others of its reports' claims tell of stays out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, or_, select

from sayso.model.claim import Claim
from sayso.model.corroboration import Corroboration
from sayso.model.event import Event
from sayso.model.holding import Holding
from sayso.model.lineage import Lineage
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot
from sayso.record import codec, tables
from sayso.record.decision import load_decisions_about
from sayso.record.derived import decode_lineage, decode_resolution, load_holdings, select_lineage
from sayso.record.report import decode_report, load_decided_texts

_lineage = tables.lineage.c


def load_part(
    connection: Connection,
    *,
    events: Sequence[int] = (),
    reports: Iterable[str] = (),
    holdings: Iterable[int] = (),
) -> Snapshot:
    """The events at these positions, in this order, with the reports in which their claims stand; these reports too.

    The holdings are those at these positions and those that name one of the events; decisions are those on the
    reports, and all that are about known things.
    """
    found = load_events(connection, events)
    chosen = {*reports, *reports_of(connection, events)}
    lines = _load_lines(connection, chosen)
    return Snapshot(
        resolutions=load_resolutions_of(connection, chosen),
        corroboration=Corroboration(
            lineage=tuple(line for line, _ in lines),
            unheld=_unique(origin for _, origin in lines if origin),
            events=found,
            holdings=_load_holdings(connection, {*holdings, *holdings_of(connection, events)}),
        ),
        decisions=load_decisions_about(connection, chosen),
        texts=load_decided_texts(connection, of=chosen),
    )


def load_events(connection: Connection, positions: Sequence[int]) -> tuple[Event, ...]:
    """The events at these positions, in this order."""
    events = tables.events.c
    rows = connection.execute(select(events.position, events.payload).where(events.position.in_(positions)))
    by_position = {row.position: row.payload for row in rows}
    return tuple(codec.decode(Event, by_position[position]) for position in positions)


def load_resolutions_of(connection: Connection, reports: Iterable[str]) -> tuple[Resolution, ...]:
    """These reports with their claims, in the order in which they were learnt; those that are not held are left out."""
    chosen = sorted(reports)
    claims: dict[int, list[Claim]] = defaultdict(list)
    table = tables.claims.c
    query = select(table.resolution, table.payload).where(table.report.in_(chosen)).order_by(table.position)
    for row in connection.execute(query):
        claims[row.resolution].append(codec.decode(Claim, row.payload))
    whole = select(tables.resolutions, tables.texts.c.text).join(tables.texts)
    rows = connection.execute(
        whole.where(tables.resolutions.c.report.in_(chosen)).order_by(tables.resolutions.c.position)
    )
    return tuple(decode_resolution(row.payload, row.text, tuple(claims[row.position])) for row in rows)


def reports_of(connection: Connection, events: Sequence[int]) -> frozenset[str]:
    """The reports in which the claims of these events stand."""
    joined = tables.event_claims.join(tables.claims, tables.claims.c.id == tables.event_claims.c.claim)
    query = select(tables.claims.c.report).select_from(joined).where(tables.event_claims.c.event.in_(events))
    return frozenset(connection.scalars(query.distinct()))


def holdings_of(connection: Connection, events: Sequence[int]) -> frozenset[int]:
    """The positions of the holdings that name one of these events."""
    names = select(tables.events.c.id).where(tables.events.c.position.in_(events))
    named = tables.holding_events.c
    return frozenset(connection.scalars(select(named.holding).where(named.event.in_(names))))


def touching(connection: Connection, report: str) -> frozenset[str]:
    """The reports that this one derives from, and those that derive from it."""
    query = select(_lineage.report, _lineage.derives_from)
    rows = connection.execute(query.where(or_(_lineage.report == report, _lineage.derives_from == report)))
    return frozenset(end for row in rows for end in row) - {report}


def _load_lines(connection: Connection, reports: Iterable[str]) -> list[tuple[Lineage, Report | None]]:
    """Lines of lineage that begin in these reports and end in them or in an unheld one, each with the unheld one."""
    chosen = frozenset(reports)
    found = select_lineage().where(_lineage.report.in_(sorted(chosen)))
    lines = [decode_lineage(row) for row in connection.execute(found)]
    asked = select(tables.unheld).where(tables.unheld.c.id.in_(sorted({line.of for line in lines})))
    unheld = {row.id: decode_report(row.payload, "") for row in connection.execute(asked)}
    return [(line, unheld.get(line.of)) for line in lines if line.of in chosen or line.of in unheld]


def _unique(origins: Iterable[Report]) -> tuple[Report, ...]:
    return tuple({origin.id: origin for origin in origins}.values())


def _load_holdings(connection: Connection, positions: Iterable[int]) -> tuple[Holding, ...]:
    holdings = tables.holdings.c
    return load_holdings(connection, select(holdings.payload).where(holdings.position.in_(sorted(positions))))
