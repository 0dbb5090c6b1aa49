"""Order: where each derived row stands. It follows from what the row holds, never from when it was written.

A report's position is the number under which it was learnt; a claim's is that number and its place in the report; an
event's is that of its first claim. Lineage, unheld reports and holdings have a number made of their content, and are
given back sorted by it: a record that follows what changed gives the same as one that was derived whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from sayso.errors import RecordError
from sayso.model.corroboration import Corroboration
from sayso.model.event import Event
from sayso.model.holding import Holding
from sayso.model.lineage import Lineage
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.record import codec, tables
from sayso.record.row.day import days

#: Places for the claims of one report; a report of 300 KB has about 1,000.
PLACES = 100_000

_reports = tables.reports.c


def learnt_numbers(connection: Connection, resolutions: Sequence[Resolution]) -> tuple[int, ...]:
    """The number under which each report was learnt; those that the record does not hold come after all others."""
    held = find_numbers(connection, [resolution.report.id for resolution in resolutions])
    beyond = (connection.scalar(select(func.max(_reports.sequence))) or 0) + 1
    return tuple(held.pop(each.report.id, beyond + given) for given, each in enumerate(resolutions))


def find_numbers(connection: Connection, reports: Iterable[str]) -> dict[str, int]:
    """The numbers of those of these reports that the record holds."""
    rows = connection.execute(select(_reports.id, _reports.sequence).where(among(_reports.id, reports)))
    return {row.id: row.sequence for row in rows}


def among(column: ColumnElement[Any], values: Iterable[object]) -> ColumnElement[bool]:
    """That a column has one of these values, of which there may be any number: they go to SQLite as one text."""
    each = func.json_each(as_list(values)).table_valued("value")
    return column.in_(select(each.c.value))


def as_list(values: Iterable[object]) -> str:
    """Values as `json_each` takes them."""
    return json.dumps(list(values))


def place_claim(number: int, place: int) -> int:
    """The position of the claim at a place (from 0) of a report. Raises RecordError beyond the last place."""
    if place >= PLACES:
        raise RecordError(f"a report has more than {PLACES} claims, which no record holds; cut it in parts")
    return number * PLACES + place


def place_events(events: Sequence[Event], first: Mapping[str, int], *, beyond: int) -> tuple[int, ...]:
    """The position of each event: that of its first claim, by `first` (of claims).

    One whose first claim stands nowhere, or stands for another event, comes after all, as given: `beyond` is a
    number that no report has.
    """
    found: dict[int, None] = {}
    for given, event in enumerate(events):
        position = first.get(event.claims[0]) if event.claims else None
        is_own = position is not None and position not in found
        found[position if position is not None and is_own else beyond * PLACES + given] = None
    return tuple(found)


def number_of(content: str) -> int:
    """A number of 63 bits that stands for a content."""
    return int.from_bytes(hashlib.sha256(content.encode("utf-8", "surrogatepass")).digest()[:8], "big") >> 1


def by_ends(line: Lineage) -> tuple[Any, ...]:
    """Lineage goes by the two reports."""
    return line.report, line.of, line.relation, line.score, line.evidence


def by_identifier(report: Report) -> tuple[Any, ...]:
    """Unheld reports go by their identifiers."""
    return report.id, codec.encode(report)


def by_place(holding: Holding) -> tuple[Any, ...]:
    """Holdings go by place, a town before what lies in it; at a place by first day, else by the last one known."""
    name = next(iter(holding.place_names), "")
    since = _first_day(holding.start) or _first_day(holding.end) or _first_day(holding.last_said) or date.max
    spell = (since, holding.start is not None, holding.claims[:1], codec.encode(holding))
    return len(name.split()), name.casefold(), holding.place, *spell


def _first_day(when: str | None) -> date | None:
    return days(when)[0]


def arrange(corroboration: Corroboration) -> Corroboration:
    """Lineage, unheld reports and holdings each once and in their order; events as given."""
    return Corroboration(
        lineage=tuple(sorted(dict.fromkeys(corroboration.lineage), key=by_ends)),
        unheld=tuple(sorted(dict.fromkeys(corroboration.unheld), key=by_identifier)),
        events=corroboration.events,
        holdings=tuple(sorted(dict.fromkeys(corroboration.holdings), key=by_place)),
    )
