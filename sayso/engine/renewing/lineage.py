"""Lineage: who is near whom, who derives from whom, and who points to what nobody holds, where something changed.

Gives the reports with other edges than before; what goes and comes is noted in the ledger.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.corroborate.lineage.direction import TIME_ZONE, may_precede
from sayso.corroborate.lineage.finding import keep_one_way
from sayso.corroborate.lineage.ruling import obey_rulings
from sayso.engine.nearness import CANDIDATE, Near, Upset, find_near, read_keys
from sayso.engine.renewing.change import Change, write_change
from sayso.engine.renewing.ledger import Ledger
from sayso.engine.renewing.pointer import find_pointed
from sayso.engine.renewing.standing import Standing
from sayso.engine.step.lineage import ABSENT, find_absent_of, find_edges_of, write_edge
from sayso.engine.store import IN, Store
from sayso.engine.work import Found

#: In place of a number, where persons ruled of a report that is not among those taken in.
NOBODY = -2


def renew_lineage(change: Change, ruled: Collection[int], standing: Standing, ledger: Ledger) -> set[int]:
    """Renews all tables of lineage; `ruled` are reports of whose lineage persons decided otherwise."""
    store = standing.store
    upset = Upset.watch(read_keys(change.lineage, store), change.keys, change.lineage, store)
    write_change(change, standing)
    near = _find_new_nearness(change, upset.find(), standing)
    for node in ruled - near.keys():
        near[node] = _read_near(node, store)
    _replace_near(near, change.gone, store)
    edges = _Edges(standing)
    edges.renew_held(near, change.gone)
    edges.renew_absent({*near, *edges.list_reports()}, change.gone, ledger)
    return edges.close(ledger)


def _find_new_nearness(change: Change, upset: Collection[int], standing: Standing) -> dict[int, set[Near]]:
    """Who is near whom now, of all whose edges may be others: those that changed, those that they upset, and those on
    the other side of a pair that has come or gone, unless what has come was told after them.
    """
    near = find_near((change.lineage | set(upset)) - change.gone, standing.store)
    came: dict[int, set[Near]] = defaultdict(set)
    gone: dict[int, set[Near]] = defaultdict(set)
    for node in (*near, *change.gone):
        before, after = _read_near(node, standing.store), near.get(node, set())
        stays = set() if node in change.lineage else before & after
        for other, how in after - stays:
            came[other].add((node, how))
        for other, how in before - stays:
            gone[other].add((node, how))
    bearing = _may_derive({other: come for other, come in came.items() if other not in near}, standing)
    for other in (bearing | gone.keys()) - near.keys() - change.gone:
        near[other] = (_read_near(other, standing.store) - gone[other]) | came[other]
    return near


def _read_near(node: int, store: Store) -> set[Near]:
    return {(int(str(o)), str(how)) for o, how in store.ask("SELECT other, kind FROM near_pairs WHERE node = ?", node)}


def _may_derive(came: Mapping[int, set[Near]], standing: Standing) -> set[int]:
    """Those that were not told before what has come near them: only they may have something from it."""
    leaves = standing.gather({node for other, come in came.items() for node in (other, *(each for each, _ in come))})
    texts = {node: leaf.side.text for node, leaf in leaves.items() if leaf.side}
    return {
        other
        for other, come in came.items()
        if any(may_precede(texts[node], texts[other], slack=TIME_ZONE) for node, _ in come)
    }


def _replace_near(near: Mapping[int, set[Near]], gone: Collection[int], store: Store) -> None:
    for column in ("node", "other"):
        store.drop("pairs", column, {*near, *gone})
    pairs = {(node, other, how) for node, others in near.items() for other, how in others}
    store.fill("pairs", sorted(pairs | {(other, node, how) for node, other, how in pairs}))


@dataclass(frozen=True, slots=True)
class _Edges:
    """The table of all edges that stand, with what goes out of it and comes into it in a call."""

    standing: Standing
    gone: Counter[Found] = field(default_factory=Counter)
    come: Counter[Found] = field(default_factory=Counter)

    def renew_held(self, near: Mapping[int, set[Near]], gone: Collection[int]) -> None:
        """The edges between held reports, from all whose nearness was looked up."""
        store = self.standing.store
        candidates = {node: {other for other, how in others if how == CANDIDATE} for node, others in near.items()}
        part = self.standing.make_part(candidates.keys(), {other for others in candidates.values() for other in others})
        found = find_edges_of(part, candidates)
        store.drop("raw_edges", "node", {*near, *gone})
        store.add_edges("raw_edges", found)
        around = set(near) | store.numbers(f"SELECT node FROM near_raw_edges WHERE other {IN}", set(near))
        self._replace(f"other <> {ABSENT} AND node {IN}", {*around, *gone, NOBODY}, rows=self._choose(around))

    def _choose(self, around: Collection[int]) -> list[Found]:
        """The edges of these reports that stand: of two that go both ways one, and as persons ruled."""
        query = f"SELECT text FROM near_raw_edges WHERE node {IN} OR other {IN}"
        rows = dict.fromkeys(str(text) for (text,) in self.standing.store.ask(query, around, around))
        true = keep_one_way([self.standing.read_edge(text) for text in rows])
        ruled = self.standing.rulings
        node_of = self.standing.find_nodes({each for e in (*true, *ruled.added_edges) for each in (e.report, e.of)})
        edges = ((node_of.get(edge.report, NOBODY), edge) for edge in obey_rulings(true, ruled))
        return [
            write_edge(node, node_of.get(edge.of, NOBODY) if node >= 0 else NOBODY, edge)
            for node, edge in edges
            if node in around or node == NOBODY
        ]

    def renew_absent(self, touched: Collection[int], gone: Collection[int], ledger: Ledger) -> None:
        """What nobody holds of all that reports point to whose nearness or edges are others now, or that are gone."""
        store = self.standing.store
        pointed = find_pointed({*touched, *gone}, store)
        live = pointed.nodes - set(gone)
        beside = store.numbers(f"SELECT other FROM near_edges WHERE other >= 0 AND node {IN}", live)
        near: dict[int, set[int]] = defaultdict(set)
        for node, other in store.ask(f"SELECT node, other FROM near_pairs WHERE node {IN} AND other {IN}", live, live):
            near[int(str(node))].add(int(str(other)))
        part = self.standing.make_part(live, beside - live, self.standing.read_edges(live, held=True))
        found = find_absent_of(part, near, pointed.others)
        self._replace_unheld(pointed.ids, [row for row in found if row.kind == "unheld"], ledger)
        names = store.names(f"SELECT name FROM near_edges WHERE other = {ABSENT} AND node {IN}", pointed.nodes)
        stale = {name for name in names if name.rpartition(" ")[2] in pointed.ids}
        edges = [row for row in found if row.kind not in ("unheld", "pointer")]
        self._replace(f"other = {ABSENT} AND node {IN} AND name {IN}", pointed.nodes, stale, rows=edges)
        store.drop("pointers", "id", pointed.ids)
        store.fill("pointers", sorted((row.node, row.other, row.name) for row in found if row.kind == "pointer"))

    def _replace_unheld(self, ids: Collection[str], rows: Sequence[Found], ledger: Ledger) -> None:
        """Puts reports that nobody holds in place of others."""
        store = self.standing.store
        before = store.ask(f"SELECT id, text FROM near_unheld WHERE id {IN}", ids)
        ledger.take_out("unheld", ((str(id_), str(text)) for id_, text in before))
        ledger.put_in("unheld", ((row.name, row.text) for row in rows))
        store.drop("unheld", "id", ids)
        store.fill("unheld", [(row.name, row.text) for row in rows])

    def _replace(self, where: str, *given: Collection[int] | Collection[str], rows: Sequence[Found]) -> None:
        """Puts edges in place of others."""
        store = self.standing.store
        before = store.ask(f"SELECT kind, node, other, name, text FROM near_edges WHERE {where}", *map(set, given))
        self.gone.update(
            Found(str(k), int(str(n)), int(str(o)), str(name), str(text)) for k, n, o, name, text in before
        )
        store.do(f"DELETE FROM near_edges WHERE {where}", *map(set, given))
        store.add_edges("edges", rows)
        self.come.update(rows)

    def list_reports(self) -> set[int]:
        """The reports whose edges are others now."""
        return {row.node for row in (*(self.gone - self.come), *(self.come - self.gone)) if row.node >= 0}

    def close(self, ledger: Ledger) -> set[int]:
        """Notes what differs in the end; gives the reports whose edges these are."""
        ledger.take_out("lineage", ((row.name, row.text) for row in (self.gone - self.come).elements()))
        ledger.put_in("lineage", ((row.name, row.text) for row in (self.come - self.gone).elements()))
        return self.list_reports()
