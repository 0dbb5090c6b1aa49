"""Holding: the holdings of all places that events told of before or tell of now."""

from __future__ import annotations

from collections.abc import Collection

from sayso.engine.renewing.event import Places
from sayso.engine.renewing.ledger import Ledger
from sayso.engine.renewing.reach import follow
from sayso.engine.renewing.standing import Standing
from sayso.engine.step.holding import find_events_of, find_holdings_of
from sayso.engine.store import IN, Store
from sayso.model.event import Event
from sayso.record import codec


def renew_holdings(places: Places, standing: Standing, ledger: Ledger) -> None:
    """Finds anew what follows for all places that these lead to, by however many events."""
    store = standing.store
    events = _follow_places(places.keys, store)
    reports = store.numbers(f"SELECT node FROM near_tellers WHERE event {IN}", events)
    texts = store.ask(f"SELECT text FROM near_events WHERE id {IN}", events)
    part = standing.make_part(reports, edges=standing.read_edges(reports))
    found = find_holdings_of(part, [codec.decode(Event, str(text)) for (text,) in texts])
    stale = events | places.gone
    before = store.ask(f"SELECT DISTINCT name, text FROM near_holdings WHERE event {IN}", stale)
    ledger.take_out("holding", ((str(name), str(text)) for name, text in before))
    ledger.put_in("holding", ((row.name, row.text) for row in found))
    store.drop("holdings", "event", stale)
    store.fill("holdings", sorted((event, row.name, row.text) for row in found for event in find_events_of(row.text)))


def _follow_places(keys: Collection[int], store: Store) -> set[str]:
    """All events that may tell of places of these keys, or of places that such events may tell of."""
    query = f"""
        SELECT also.key FROM near_places AS told JOIN near_places AS also ON also.event = told.event
        WHERE told.key {IN}
    """
    reached = follow(keys, lambda todo: store.numbers(query, todo))
    return store.names(f"SELECT event FROM near_places WHERE key {IN}", reached)
