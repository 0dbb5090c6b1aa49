"""Change: which reports come, go or stand otherwise than the tables have them, by number."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sayso.engine.claims import encode_payload
from sayso.engine.nearness import KeyRow, read_keys
from sayso.engine.renewing.standing import Standing
from sayso.engine.step.key import find_keys_of
from sayso.engine.store import IN, Store
from sayso.engine.work import Found
from sayso.model.resolution import Resolution
from sayso.record import codec


@dataclass(frozen=True, slots=True)
class Change:
    """`come` stand now as they are given, `gone` no longer stand; a report that is told otherwise is in `come` alone.

    `lineage` are those of either that lineage sees otherwise, `keys` are theirs now, `told` what the tables have of
    them beside. `ids` are all by identifier.
    """

    come: frozenset[int]
    gone: frozenset[int]
    lineage: frozenset[int]
    ids: frozenset[str]
    told: Mapping[int, tuple[str, str, str]]
    keys: frozenset[KeyRow]

    @property
    def all(self) -> frozenset[int]:
        """All of them."""
        return self.come | self.gone


def find_change(changed: Sequence[tuple[int, Resolution]], gone: Collection[str], standing: Standing) -> Change:
    """What reports that are new or otherwise, by number, and those that are gone, by identifier, change in a store."""
    latest = {resolution.report.id: (node, resolution) for node, resolution in changed}
    for node, resolution in latest.values():
        standing.put(node, resolution)
    come = dict(latest.values())
    ids = frozenset(latest) | frozenset(gone)
    stood = standing.find_nodes(ids)
    sides = _read_sides(set(come), standing.store)
    digests = {node: digest_side(resolution) for node, resolution in come.items()}
    fresh = {node for node, digest in digests.items() if sides.get(node) != digest}
    away = frozenset(stood.values()) - come.keys()
    keys: set[KeyRow] = set()
    told: dict[int, tuple[str, str, str]] = {}
    for node in sorted(fresh):
        side = standing.leaves[node].side
        found = find_keys_of(node, side) if side else []
        order = _order_of(found)
        told[node] = (come[node].report.id, order, digests[node])
        keys |= {KeyRow(row.kind, row.other, order, node) for row in found if row.kind != "order"}
    return Change(frozenset(come), away, frozenset(fresh) | away, ids, told, frozenset(keys))


def write_change(change: Change, standing: Standing) -> None:
    """Puts what the reports say, where the store keeps it, and their keys into the tables."""
    store = standing.store
    before = read_keys(change.lineage, store)
    store.drop("keys", "node", change.lineage)
    store.fill("keys", sorted(change.keys))
    for row, by in [*((row, -1) for row in before - change.keys), *((row, 1) for row in change.keys - before)]:
        store.do(_COUNT, row.kind, row.key, by)
    for row in before - change.keys:
        store.do("DELETE FROM near_counts WHERE kind = ? AND key = ? AND held = 0", row.kind, row.key)
    store.drop("told", "node", change.lineage)
    store.fill("told", [(node, *row) for node, row in sorted(change.told.items())])
    if store.keeps_reports:
        store.drop("reports", "node", change.all)
        rows = [(node, standing.leaves[node].resolution) for node in sorted(change.come)]
        store.fill("reports", [(node, *encode_payload(each)) for node, each in rows])


_COUNT = "INSERT INTO near_counts VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET held = held + excluded.held"


def _order_of(found: Sequence[Found]) -> str:
    return next((row.text for row in found if row.kind == "order"), "")


def _read_sides(nodes: Collection[int], store: Store) -> dict[int, str]:
    query = f"SELECT node, side FROM near_told WHERE node {IN}"
    return {int(str(node)): str(side) for node, side in store.ask(query, nodes)}


def digest_side(resolution: Resolution) -> str:
    """Of all that lineage compares: the report and what it says that it takes from others."""
    said = f"{codec.encode(resolution.report)}\n{codec.encode(resolution.credits)}"
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
