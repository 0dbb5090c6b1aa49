"""Ledger: what goes and what comes while tables are renewed; what both goes and comes has stayed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.engine.claims import Row, decode_row
from sayso.model.corroboration import Corroboration
from sayso.model.event import Event
from sayso.model.holding import Holding
from sayso.model.lineage import Lineage
from sayso.model.renewal import Renewal
from sayso.model.report import Report


@dataclass(frozen=True, slots=True)
class Ledger:
    """Rows of what follows, as `sayso.engine.claims.Row`, that went out of the tables and came into them."""

    gone: Counter[Row] = field(default_factory=Counter)
    come: Counter[Row] = field(default_factory=Counter)

    def take_out(self, kind: str, rows: Iterable[tuple[str, str]]) -> None:
        """Notes rows (name, text) that go."""
        self.gone.update((kind, name, text) for name, text in rows)

    def put_in(self, kind: str, rows: Iterable[tuple[str, str]]) -> None:
        """Notes rows that come."""
        self.come.update((kind, name, text) for name, text in rows)

    def close(self) -> Renewal:
        """What differs in the end."""
        return Renewal(gone=_read(self.gone - self.come), come=_read(self.come - self.gone))


def _read(rows: Counter[Row]) -> Corroboration:
    found = [decode_row(row) for row in rows.elements()]
    lineage = [each for each in found if isinstance(each, Lineage)]
    unheld = [each for each in found if isinstance(each, Report)]
    return Corroboration(
        lineage=tuple(sorted(lineage, key=lambda edge: (edge.report, edge.of))),
        unheld=tuple(sorted(unheld, key=lambda report: report.id)),
        events=tuple(each for each in found if isinstance(each, Event)),
        holdings=tuple(each for each in found if isinstance(each, Holding)),
    )
