"""Recall: readings that were loaded once, kept as long as their rows stay: what did not change is not decoded again."""

from __future__ import annotations

import threading
from collections.abc import Collection

from sqlalchemy import Connection, select

from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.record import codec, tables
from sayso.record.audit import Act, latest_change
from sayso.record.order import among
from sayso.record.reading import select_current_readings
from sayso.record.report import decode_report

#: Letters of what is kept, as it is stored: at about 5 bytes of memory each, half a gigabyte. What is beyond (from
#: some 6,000 reports of 19 claims each on) is decoded each time.
MOST = 100_000_000

_Row = tuple[int, int]  # of `versions` and of `readings`

_audit, _readings, _versions = tables.audit.c, tables.readings.c, tables.versions.c
#: Acts that change a row that stands already; their subject is its report.
_REWRITING = (Act.READING_REPLACED, Act.REPORT_ERASED)


class Recall:
    """The current readings of a record, by their rows: the same objects again for those that stay."""

    def __init__(self, *, most: int = MOST) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._at = 0
        self._known: dict[_Row, tuple[Report, Reading]] = {}
        self._sizes: dict[_Row, int] = {}

    def load_readings(
        self, connection: Connection, *, of: Collection[str] | None = None
    ) -> tuple[tuple[Report, Reading], ...]:
        """Current versions with their current readings, in the order in which the reports were learnt.

        `of` are the reports asked for, None: all.
        """
        with self._lock:
            at = latest_change(connection)
            known = self._kept_since(connection) if at >= self._at else {}
            current = [(row.version, row.reading) for row in connection.execute(select_current_readings())]
            wanted = current if of is None else _only(connection, current, of)
            loaded, sizes = _load(connection, [row for row in wanted if row not in known])
            found = known | loaded
            if at >= self._at:
                self._at = at
                self._keep({row: found[row] for row in current if row in found}, {**self._sizes, **sizes})
            return tuple(found[row] for row in wanted)

    def _kept_since(self, connection: Connection) -> dict[_Row, tuple[Report, Reading]]:
        """What is known, without the reports whose rows were rewritten since."""
        later = select(_audit.subject).where(_audit.sequence > self._at, _audit.what.in_(_REWRITING))
        rewritten = frozenset(connection.scalars(later))
        return {row: each for row, each in self._known.items() if each[0].id not in rewritten}

    def _keep(self, found: dict[_Row, tuple[Report, Reading]], sizes: dict[_Row, int]) -> None:
        left = self._most
        self._known, self._sizes = {}, {}
        for row, each in found.items():
            left -= sizes[row]
            if left < 0:
                return
            self._known[row], self._sizes[row] = each, sizes[row]


def _only(connection: Connection, rows: list[_Row], of: Collection[str]) -> list[_Row]:
    chosen = {*connection.scalars(select(_versions.sequence).where(among(_versions.report, of)))}
    return [row for row in rows if row[0] in chosen]


def _load(connection: Connection, rows: list[_Row]) -> tuple[dict[_Row, tuple[Report, Reading]], dict[_Row, int]]:
    """What these rows hold, and how many letters that is."""
    columns = [_versions.sequence, _versions.payload, tables.texts.c.text]
    query = select(*columns).select_from(tables.versions.join(tables.texts))
    versions = connection.execute(query.where(among(_versions.sequence, {version for version, _ in rows})))
    reports = {
        row.sequence: (decode_report(row.payload, row.text), len(row.payload) + len(row.text)) for row in versions
    }
    payloads = select(_readings.sequence, _readings.payload)
    readings = {
        row.sequence: (codec.decode(Reading, row.payload), len(row.payload))
        for row in connection.execute(payloads.where(among(_readings.sequence, {reading for _, reading in rows})))
    }
    found = {row: (reports[row[0]], readings[row[1]]) for row in rows}
    loaded = {row: (report, reading) for row, ((report, _), (reading, _)) in found.items()}
    return loaded, {row: one + other for row, ((_, one), (_, other)) in found.items()}
