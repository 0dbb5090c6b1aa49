"""What is withheld in a record: looked up once, and anew whenever the record changed."""

from __future__ import annotations

import threading
from dataclasses import replace

from sqlalchemy import Connection, select

from sayso.model.decision import DecisionKind
from sayso.model.withholding import Withheld, find_withheld
from sayso.record import audit, tables
from sayso.record.decision import load_decisions_of


class Withholdings:
    """What is withheld in one record, looked up anew whenever the record changed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._at = -1
        self._found = Withheld()

    def find(self, connection: Connection) -> Withheld:
        """What is withheld now."""
        at = audit.latest_change(connection)
        with self._lock:
            if at != self._at:
                self._at, self._found = at, load_withheld(connection)
            return self._found


def load_withheld(connection: Connection) -> Withheld:
    """What the decisions withhold, with the words that were found for it when the record was last derived."""
    withheld = find_withheld(load_decisions_of(connection, (DecisionKind.WITHHOLD, DecisionKind.UNDO)))
    if not withheld:
        return withheld
    found = frozenset(connection.scalars(select(tables.covered.c.words)))
    return replace(withheld, words=withheld.words | found, is_wide=not audit.is_stale(connection))
