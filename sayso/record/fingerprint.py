"""Fingerprint: one number for all that is derived, which follows rows that come and go without looking at the others.

It is the sum of the digests of what derived rows are made of: resolutions, events, holdings, lineage and unheld
reports. All other rows follow from these, and from what is withheld.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Table

from sayso.model.withholding import Withheld
from sayso.record import tables
from sayso.record.row import Row
from sayso.record.words import FOLDED

#: Names the way in which rows are made of what is derived: with another one they are filled anew.
RULES = f"rows 1, {FOLDED}"

#: What tells a row of each of these tables from any other.
TOLD_BY = {
    tables.resolutions: ("report", "digest"),
    tables.events: ("payload",),
    tables.holdings: ("payload",),
    tables.lineage: ("report", "derives_from", "relation", "score", "evidence"),
    tables.unheld: ("payload",),
}
_SIZE = 2**256


def fingerprint_rows(rows: Mapping[Table, Iterable[Row]], withheld: Withheld) -> str:
    """The fingerprint of all rows."""
    hidden = (sorted(withheld.reports), sorted(withheld.fields), sorted(withheld.words))
    whole = _digest((RULES, *hidden))
    return _write(whole + sum(weigh(table, rows.get(table, ())) for table in TOLD_BY))


def move_fingerprint(last: str, *, gone: int, come: int) -> str:
    """The fingerprint after rows went and came, each weighed by `weigh`."""
    return _write(int(last, 16) - gone + come)


def weigh(table: Table, rows: Iterable[Mapping[str, Any]]) -> int:
    """What rows of a table add to the fingerprint."""
    return sum(_digest((table.name, *(row[column] for column in TOLD_BY[table]))) for row in rows)


def _digest(content: tuple[object, ...]) -> int:
    whole = repr(tuple(str(part) for part in content)).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.sha256(whole).digest(), "big")


def _write(number: int) -> str:
    return f"{number % _SIZE:064x}"
