"""Incremental: reports more cost what their neighbourhood costs, and leave what a run from scratch would give.

1. The keys of the new reports are put into the tables, and who is near whom is looked up anew where they bear on it.
2. Lineage is found anew for these reports; what is pointed to but not held, for all that points with them.
3. Claims whose report has another lineage now, and those of the new reports, are compared with those that share a key.
4. The parts of the record that such claims lie in, or are bound to, are settled anew: events, then holdings of places.

Each step is the work that a run from scratch spreads (`step/`), over one task. Reports are only added here; one whose
words or names have changed is a task for `sayso.pipeline`, which as yet derives anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sayso.corroborate.lineage.direction import TIME_ZONE, may_precede
from sayso.corroborate.lineage.text import Text, prepare_text
from sayso.engine.claims import batch_of_resolutions, decode_resolution
from sayso.engine.nearness import find_disturbed, find_near
from sayso.engine.step.event import find_bound, find_whole_events
from sayso.engine.step.holding import find_events_of, find_holdings
from sayso.engine.step.key import find_report_keys
from sayso.engine.step.lineage import find_absent, find_claim_keys, find_edges, keep_true_edges
from sayso.engine.store import Store
from sayso.engine.work import Found, Given
from sayso.model.knowledge import Knowledge
from sayso.model.resolution import Resolution


def take_in(resolutions: Sequence[Resolution], store: Store, *, knowledge: Knowledge) -> None:
    """Adds reports, in the order learnt, and replaces what follows otherwise now, in one transaction.

    Reports that the store has are passed over.
    """
    fresh = {r.report.id: r for r in reversed(resolutions) if not _has(r, store)}
    new = list(fresh.values())[::-1]
    if not new:
        return
    with store.connection:
        nodes = _add_reports(new, store, knowledge)
        changed = _renew_lineage(nodes, store, knowledge)
        _renew_events(nodes, changed, store, knowledge)


def read_derived(store: Store) -> list[tuple[str, str, str]]:
    """Kind, identifier and payload of all that follows, sorted: as `sayso.engine.claims.read_rows` gives them."""
    query = """
        SELECT 'lineage', name, text FROM edges UNION ALL SELECT 'unheld', id, text FROM unheld
        UNION ALL SELECT 'event', id, text FROM events
        UNION ALL SELECT DISTINCT 'holding', name, text FROM holdings
    """
    return sorted((str(kind), str(name), str(text)) for kind, name, text in store.ask(query))


def _has(resolution: Resolution, store: Store) -> bool:
    return bool(store.ask("SELECT 1 FROM reports WHERE id = ?", resolution.report.id))


def _add_reports(new: Sequence[Resolution], store: Store, knowledge: Knowledge) -> set[int]:
    """The reports and their keys into the tables; gives their numbers."""
    first = int(str(store.ask("SELECT COALESCE(MAX(node), -1) + 1 FROM reports")[0][0]))
    rows = batch_of_resolutions(new, first=first).to_pylist()
    found = find_report_keys([Given("inside", row["learnt"], row["payload"]) for row in rows], knowledge)
    told = {row.node: row.text for row in found if row.kind == "order"}
    store.fill(
        "reports", [(r["learnt"], r["report"], told.get(r["learnt"], ""), r["payload"], r["claims"]) for r in rows]
    )
    keys = {(row.kind, row.other, told[row.node], row.node) for row in found if row.kind != "order"}
    store.fill("report_keys", sorted(keys))
    for kind, key, _, _ in sorted(keys):
        store.do(
            "INSERT INTO key_counts VALUES (?, ?, 1) ON CONFLICT (kind, key) DO UPDATE SET held = held + 1", kind, key
        )
    return {row["learnt"] for row in rows}


def _renew_lineage(nodes: set[int], store: Store, knowledge: Knowledge) -> set[int]:
    """Lineage where the new reports bear on it; gives the reports that have other edges now, the new ones aside."""
    pointing = _follow_pointers(nodes, store)
    near = _find_new_nearness(nodes, store)
    pointing |= _follow_pointers(set(near), store)
    _replace_near(near, store)
    before = _edges_at(_with_senders(set(near), store) | pointing, store)
    _renew_held(near, store, knowledge)
    pointing |= _follow_pointers(set(near) | pointing, store)
    before |= _edges_at(pointing, store)
    _renew_absent(pointing, store, knowledge)
    after = _edges_at(_with_senders(set(near), store) | pointing, store)
    return {node for node, _ in before ^ after} - nodes


def _find_new_nearness(nodes: set[int], store: Store) -> dict[int, set[int]]:
    """Who is near whom now, of all whose edges may be others: the new, the disturbed, and those on the other side of a
    pair that has come or gone, unless what has come was told after them.
    """
    near = find_near(nodes | find_disturbed(nodes, store), store)
    came: dict[int, set[int]] = defaultdict(set)
    gone: dict[int, set[int]] = defaultdict(set)
    for node, others in near.items():
        before = _read_near(node, store)
        for other in others - before:
            came[other].add(node)
        for other in before - others:
            gone[other].add(node)
    bearing = _may_derive({other: come for other, come in came.items() if other not in near}, store)
    for other in bearing | (gone.keys() - near.keys()):
        near[other] = (_read_near(other, store) | came[other]) - gone[other]
    return near


def _read_near(node: int, store: Store) -> set[int]:
    return store.numbers("SELECT other FROM near WHERE node = ?", node)


def _may_derive(came: Mapping[int, set[int]], store: Store) -> set[int]:
    """Those that were not told before what has come near them: only they may have something from it."""
    texts = _read_texts({node for other, come in came.items() for node in (other, *come)}, store)
    return {
        other
        for other, come in came.items()
        if any(may_precede(texts[node], texts[other], slack=TIME_ZONE) for node in come)
    }


def _read_texts(nodes: set[int], store: Store) -> dict[int, Text]:
    resolutions = {row.node: decode_resolution(row.text) for row in store.read_reports("inside", nodes, whole=False)}
    return {node: prepare_text(each.report) for node, each in resolutions.items() if each.report.held}


def _replace_near(near: dict[int, set[int]], store: Store) -> None:
    store.do("DELETE FROM near WHERE node IN (SELECT value FROM json_each(?))", set(near))
    store.do("DELETE FROM near WHERE other IN (SELECT value FROM json_each(?))", set(near))
    pairs = {(node, other) for node, others in near.items() for other in others}
    store.fill("near", sorted(pairs | {(other, node) for node, other in pairs}))


def _with_senders(nodes: set[int], store: Store) -> set[int]:
    """These reports, and those with an edge to one of them: of two that go both ways one stands."""
    return nodes | store.numbers("SELECT node FROM raw_edges WHERE other IN (SELECT value FROM json_each(?))", nodes)


def _edges_at(nodes: Collection[int], store: Store) -> set[tuple[int, str]]:
    query = "SELECT node, text FROM edges WHERE node IN (SELECT value FROM json_each(?))"
    return {(int(str(node)), str(text)) for node, text in store.ask(query, set(nodes))}


def _renew_held(near: dict[int, set[int]], store: Store, knowledge: Knowledge) -> None:
    """The edges between held reports, from all whose nearness was looked up."""
    inside = set(near)
    beside = {other for others in near.values() for other in others} - inside
    task = [
        *store.read_reports("inside", inside, whole=False),
        *store.read_reports("beside", beside, whole=False),
        *(Given("near", node, str(other)) for node, others in sorted(near.items()) for other in sorted(others)),
    ]
    found = find_edges(task, knowledge)
    store.do("DELETE FROM raw_edges WHERE node IN (SELECT value FROM json_each(?))", inside)
    store.add_edges("raw_edges", found)
    _choose_directions(inside, store)


def _choose_directions(nodes: set[int], store: Store) -> None:
    """Of edges that go both ways the one that stands: from these reports, and from those that have edges to them."""
    around = _with_senders(nodes, store)
    query = "SELECT node, other, kind, name, text FROM raw_edges WHERE node IN (SELECT value FROM json_each(?))"
    going = [_as_found(row) for row in store.ask(query, around)]
    back = f"{query} OR other IN (SELECT value FROM json_each(?))"
    kept = set(keep_true_edges({str(row[4]) for row in store.ask(back, around, around)}))
    store.do("DELETE FROM edges WHERE other >= 0 AND node IN (SELECT value FROM json_each(?))", around)
    store.add_edges("edges", [row for row in going if row.text in kept])


def _as_found(row: Sequence[object]) -> Found:
    node, other, kind, name, text = row
    return Found(str(kind), int(str(node)), int(str(other)), str(name), str(text))


def _follow_pointers(nodes: Collection[int], store: Store) -> set[int]:
    """All that point, with these reports, to what may be one text that is not held, by however many steps."""
    query = """
        SELECT DISTINCT near.other FROM near
        JOIN report_keys AS one ON one.node = near.node AND one.kind = 'points'
        JOIN report_keys AS two ON two.node = near.other AND two.kind = 'points' AND two.key = one.key
        WHERE near.node IN (SELECT value FROM json_each(?))
    """
    points = "SELECT node FROM report_keys WHERE kind = 'points' AND node IN (SELECT value FROM json_each(?))"
    found = store.numbers(points, set(nodes))
    todo = set(found)
    while todo:
        todo = store.numbers(query, todo) - found
        found |= todo
    return found


def _renew_absent(pointing: set[int], store: Store, knowledge: Knowledge) -> None:
    """What these reports point to that nobody holds."""
    edges = store.read_edges(pointing, held=True)
    beside = store.numbers(
        "SELECT other FROM edges WHERE other >= 0 AND node IN (SELECT value FROM json_each(?))", pointing
    )
    near = store.ask(
        "SELECT node, other FROM near WHERE node IN (SELECT value FROM json_each(?)) "
        "AND other IN (SELECT value FROM json_each(?))",
        pointing,
        pointing,
    )
    task = [
        *store.read_reports("inside", pointing, whole=False),
        *store.read_reports("beside", beside - pointing, whole=False),
        *(Given("near", int(str(node)), str(other)) for node, other in near),
        *edges,
    ]
    found = find_absent(task, knowledge)
    gone = (
        "SELECT substr(name, instr(name, ' ') + 1) FROM edges "
        "WHERE other < 0 AND node IN (SELECT value FROM json_each(?))"
    )
    store.do("DELETE FROM unheld WHERE id IN (SELECT value FROM json_each(?))", store.names(gone, pointing))
    store.do("DELETE FROM edges WHERE other < 0 AND node IN (SELECT value FROM json_each(?))", pointing)
    store.add_edges("edges", [row for row in found if row.kind != "unheld"])
    store.fill("unheld", [(row.name, row.text) for row in found if row.kind == "unheld"])


def _renew_events(nodes: set[int], changed: set[int], store: Store, knowledge: Knowledge) -> None:
    """Events and holdings of the parts that new claims, and those of reports with another lineage, have to do with."""
    touched = nodes | changed
    _renew_claim_keys(touched, store, knowledge)
    parts = store.names("SELECT part FROM parts WHERE node IN (SELECT value FROM json_each(?))", touched)
    bound = _find_bound(touched, store, knowledge)
    parts |= store.names("SELECT part FROM parts WHERE claim IN (SELECT value FROM json_each(?))", bound)
    claims = store.ask("SELECT node, claim FROM parts WHERE part IN (SELECT value FROM json_each(?))", parts)
    told = store.ask(
        "SELECT node, json_extract(claim.value, '$.id') FROM reports, json_each(reports.claims) AS claim "
        "WHERE node IN (SELECT value FROM json_each(?))",
        nodes,
    )
    wanted = {(int(str(node)), str(claim)) for node, claim in (*claims, *told)}
    places = _settle(wanted, parts, store, knowledge)
    _renew_holdings(places, store, knowledge)


def _renew_claim_keys(touched: set[int], store: Store, knowledge: Knowledge) -> None:
    """Which claims are told again from a parent, and the keys of all others."""
    edges = store.read_edges(touched, held=True)
    parents = store.numbers(
        "SELECT other FROM edges WHERE kind = 'close' AND other >= 0 AND node IN (SELECT value FROM json_each(?))",
        touched,
    )
    task = [
        *store.read_reports("inside", touched, whole=True),
        *store.read_reports("beside", parents - touched, whole=True),
        *edges,
    ]
    found = find_claim_keys(task, knowledge)
    for table in ("claim_keys", "twins"):
        store.do(f"DELETE FROM {table} WHERE node IN (SELECT value FROM json_each(?))", touched)
    store.fill("claim_keys", [(row.other, row.node) for row in found if row.kind == "claim"])
    store.fill("twins", [(row.node, row.name) for row in found if row.kind == "twin"])


def _find_bound(touched: set[int], store: Store, knowledge: Knowledge) -> set[str]:
    """The claims that theirs are bound to: in their families, or among all that share a key with one of theirs."""
    family = _follow_family(touched, store)
    sharing = store.numbers(
        "SELECT DISTINCT other.node FROM claim_keys AS one JOIN claim_keys AS other ON one.key = other.key "
        "WHERE one.node IN (SELECT value FROM json_each(?))",
        touched,
    )
    beside = (family | sharing) - touched
    twins = store.ask("SELECT node, claim FROM twins WHERE node IN (SELECT value FROM json_each(?))", beside)
    task = [
        *store.read_reports("inside", touched, whole=True),
        *store.read_reports("beside", beside, whole=True),
        *(Given("twin", int(str(node)), str(claim)) for node, claim in twins),
        *store.read_edges(family),
    ]
    return {row.name for row in find_bound(task, knowledge)}


def _follow_family(nodes: Collection[int], store: Store) -> set[int]:
    """All reports that have their text from one another, with these, by however many steps."""
    query = """
        SELECT other FROM edges WHERE kind = 'close' AND other >= 0 AND node IN (SELECT value FROM json_each(?))
        UNION SELECT node FROM edges WHERE kind = 'close' AND other IN (SELECT value FROM json_each(?))
    """
    found = set(nodes)
    todo = set(nodes)
    while todo:
        todo = store.numbers(query, todo, todo) - found
        found |= todo
    return found


def _settle(wanted: set[tuple[int, str]], parts: set[str], store: Store, knowledge: Knowledge) -> set[int]:
    """Puts the events of these claims in place of those of the parts; gives the keys of places told of in either."""
    nodes = {node for node, _ in wanted}
    task = [
        *store.read_reports("inside", nodes, whole=True),
        *(Given("claim", node, claim) for node, claim in sorted(wanted)),
        *store.read_edges(nodes),
    ]
    found = find_whole_events(task, knowledge)
    lies = {row.name: row.text for row in found if row.kind == "lies"}
    gone = store.names("SELECT id FROM events WHERE part IN (SELECT value FROM json_each(?))", parts)
    keys = store.numbers("SELECT key FROM places WHERE event IN (SELECT value FROM json_each(?))", gone)
    for table in ("places", "told"):
        store.do(f"DELETE FROM {table} WHERE event IN (SELECT value FROM json_each(?))", gone)
    store.do("DELETE FROM events WHERE id IN (SELECT value FROM json_each(?))", gone)
    store.do("DELETE FROM parts WHERE part IN (SELECT value FROM json_each(?))", parts)
    store.fill("parts", [(row.name, row.node, row.text) for row in found if row.kind == "part"])
    store.fill("events", [(row.name, lies[row.name], row.text) for row in found if row.kind == "event"])
    store.fill("places", [(row.other, row.name) for row in found if row.kind == "place"])
    store.fill("told", [(row.name, row.node) for row in found if row.kind == "told"])
    store.do("DELETE FROM holdings WHERE event IN (SELECT value FROM json_each(?))", gone)
    return keys | {row.other for row in found if row.kind == "place"}


def _renew_holdings(keys: set[int], store: Store, knowledge: Knowledge) -> None:
    """The holdings of all places that these keys lead to, by however many events."""
    events = _follow_places(keys, store)
    reports = store.numbers("SELECT node FROM told WHERE event IN (SELECT value FROM json_each(?))", events)
    texts = store.ask("SELECT text FROM events WHERE id IN (SELECT value FROM json_each(?))", events)
    task = [
        *store.read_reports("inside", reports, whole=True),
        *(Given("event", 0, str(text)) for (text,) in texts),
        *store.read_edges(reports),
    ]
    found = find_holdings(task, knowledge)
    stale = "SELECT text FROM holdings WHERE event IN (SELECT value FROM json_each(?))"
    store.do(f"DELETE FROM holdings WHERE text IN ({stale})", events)
    store.fill("holdings", [(event, row.name, row.text) for row in found for event in find_events_of(row.text)])


def _follow_places(keys: set[int], store: Store) -> set[str]:
    events: set[str] = set()
    todo = keys
    while todo:
        fresh = store.names("SELECT event FROM places WHERE key IN (SELECT value FROM json_each(?))", todo) - events
        events |= fresh
        todo = store.numbers("SELECT key FROM places WHERE event IN (SELECT value FROM json_each(?))", fresh)
    return events
