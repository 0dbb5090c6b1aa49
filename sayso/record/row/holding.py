"""The rows of one holding, of one line of lineage, of one unheld report; each is numbered by what it holds."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.holding import Holding
from sayso.model.lineage import Lineage
from sayso.model.report import Report
from sayso.record import codec
from sayso.record.order import number_of
from sayso.record.report import encode_report
from sayso.record.row import Row


def holding_row(holding: Holding) -> Row:
    """Who is said to hold a place, from when to when."""
    payload = codec.encode(holding)
    return {
        "position": number_of(payload),
        "place": holding.place,
        "holder": holding.holder,
        "held_from": holding.start,
        "held_to": holding.end,
        "status": holding.status,
        "last_said": holding.last_said,
        "payload": payload,
    }


def holding_event_rows(position: int, holding: Holding) -> Iterator[Row]:
    """The events that it follows from."""
    for event in dict.fromkeys(holding.events):
        yield {"holding": position, "event": event}


def lineage_row(line: Lineage) -> Row:
    """Which report derives from which."""
    return {
        "position": number_of(codec.encode(line)),
        "report": line.report,
        "derives_from": line.of,
        "relation": line.relation,
        "score": line.score,
        "evidence": line.evidence,
    }


def unheld_row(report: Report) -> Row:
    """A report that is pointed to and not held."""
    payload = encode_report(report)
    return {"position": number_of(payload), "id": report.id, "outlet": report.outlet, "payload": payload}
