"""Filling: the tables of a run from scratch become the key tables of a record, so that what comes next is looked up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from sayso.engine.claims import decode_resolution
from sayso.engine.nearness import CANDIDATE, FELLOW
from sayso.engine.renewing.change import digest_side
from sayso.engine.renewing.knowing import find_leads, renew_knowledge
from sayso.engine.step.holding import find_events_of
from sayso.engine.store import Store
from sayso.model.knowledge import Knowledge


class Streaming(Protocol):
    """A place where SQL ran, whose rows may be more than fit into memory."""

    def stream(self, query: str) -> Iterable[tuple[object, ...]]:
        """The rows of a query, as they come."""


def fill_store(store: Store, tables: Streaming, *, knowledge: Knowledge) -> None:
    """Puts all that `program.run_program` found, with what was known, into an empty store, in one transaction."""
    with store.connection:
        renew_knowledge(knowledge, store)
        _fill_reports(store, tables, knowledge)
        for table, query in _FROM.items():
            store.fill(table, tables.stream(query))
        rested = tables.stream("SELECT name, text FROM holdings")
        store.fill("holdings", ((event, *row) for row in rested for event in find_events_of(str(row[1]))))
        store.do("INSERT INTO near_counts SELECT kind, key, COUNT(*) FROM near_keys GROUP BY kind, key")


def _fill_reports(store: Store, tables: Streaming, knowledge: Knowledge) -> None:
    """What each report leads to, when it was told and what lineage compares of it; each is read once."""
    query = """
        SELECT claims.learnt, claims.report, COALESCE(told.text, ''), claims.payload
        FROM claims LEFT JOIN report_keys AS told ON claims.learnt = told.node AND told.kind = 'order'
    """
    for node, id_, told, payload in tables.stream(query):
        resolution = decode_resolution(str(payload))
        store.fill("told", [(node, id_, told, digest_side(resolution))])
        store.fill("leads", [(lead, node) for lead in sorted(find_leads(resolution, knowledge))])


_FROM = {
    "reports": "SELECT learnt, payload, NULL, claims FROM claims",
    "keys": """
        SELECT keys.kind, keys.other, told.text, keys.node
        FROM report_keys AS keys JOIN report_keys AS told ON keys.node = told.node AND told.kind = 'order'
        WHERE keys.kind NOT IN ('order', 'first', 'last') ORDER BY keys.kind, keys.other, told.text
    """,
    "pairs": f"""
        SELECT node, other, '{CANDIDATE}' FROM near UNION ALL SELECT node, other, '{FELLOW}' FROM fellows
        ORDER BY 1, 2, 3
    """,
    "raw_edges": "SELECT node, other, kind, name, text FROM raw_edges",
    "edges": "SELECT node, other, kind, name, text FROM edges",
    "pointers": "SELECT node, other, name FROM absent WHERE kind = 'pointer' ORDER BY node, other",
    "unheld": "SELECT name, text FROM absent WHERE kind = 'unheld'",
    "claim_keys": "SELECT other, node FROM claim_keys WHERE kind = 'claim' ORDER BY other, node",
    "twins": "SELECT node, name FROM claim_keys WHERE kind = 'twin'",
    "parts": "SELECT name, node, text FROM events WHERE kind = 'part' ORDER BY name",
    "events": """
        SELECT event.name, lies.text, event.text
        FROM (SELECT * FROM events WHERE kind = 'event') AS event
        JOIN (SELECT * FROM events WHERE kind = 'lies') AS lies ON event.name = lies.name
    """,
    "places": "SELECT other, name FROM events WHERE kind = 'place' ORDER BY other, name",
    "tellers": "SELECT name, node FROM events WHERE kind = 'told' ORDER BY name, node",
}
