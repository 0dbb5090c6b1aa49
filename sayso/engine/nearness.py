"""Nearness: which reports are near some, looked up in the key tables; and whose nearness others come and gone change.

The rules are those of `sayso.corroborate.lineage.candidates`, asked of one report at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.corroborate.lineage.candidates import ENOUGH, FELLOW_WEIGHTS, FEW, MANY, SOME, WEIGHTS, weigh
from sayso.engine.store import IN, Store

#: How two reports are near each other: the one may derive from the other, or both may have it from a third.
CANDIDATE, FELLOW = "candidate", "fellow"

#: A report that is near, by its number, and how.
Near = tuple[int, str]
Key = tuple[str, int]
_OUTLET = ("cited", "named")
_SHARED = (*WEIGHTS, *FELLOW_WEIGHTS)


class KeyRow(NamedTuple):
    """A report under one of its keys, as the tables have it."""

    kind: str
    key: int
    told: str
    node: int


def find_near(nodes: Collection[int], store: Store) -> dict[int, set[Near]]:
    """For each of some reports all that are near it."""
    near: dict[int, set[Near]] = {node: set() for node in nodes}
    for node in sorted(near):
        candidates = _find_holders(node, WEIGHTS, store) | _find_owners(node, store) | _find_citers(node, store)
        near[node] |= {(other, CANDIDATE) for other in candidates}
        near[node] |= {(other, FELLOW) for other in _find_holders(node, FELLOW_WEIGHTS, store)}
    return near


@dataclass(frozen=True)
class Upset:
    """Whose nearness keys that come and go change, beside that of the reports that bear them (`but`).

    A key that has come to be held by many, or no longer is, pairs its holders otherwise than before; so does one of
    many whose few earliest are others now. An outlet's report may push others out of those near who names it, where
    there are more than can be near, and let them in again. Made before the tables change; asked after.
    """

    store: Store
    gone: frozenset[KeyRow]
    come: frozenset[KeyRow]
    but: frozenset[int]
    crowds: Mapping[Key, tuple[int, tuple[int, ...]]]
    found: set[int] = field(default_factory=set)

    @classmethod
    def watch(cls, gone: Iterable[KeyRow], come: Iterable[KeyRow], but: Collection[int], store: Store) -> Upset:
        """What stands before these rows of keys go and come."""
        old, new = frozenset(gone), frozenset(come)
        keys = {(row.kind, row.key) for row in old ^ new}
        crowds = {key: _read_crowd(key, store) for key in keys if key[0] in (*_SHARED, "owned")}
        upset = cls(store, old - new, new - old, frozenset(but), crowds)
        upset._find_choosers_of(upset.gone)
        return upset

    def find(self) -> set[int]:
        """The reports, now that the tables have changed."""
        self._find_choosers_of(self.come)
        for (kind, key), (held, first) in self.crowds.items():
            now, earliest = _read_crowd((kind, key), self.store)
            flips = (held > MANY) != (now > MANY)
            if kind == "owned" and flips:
                self.found.update(_find_all(_OUTLET, key, self.store))
            elif kind != "owned" and (flips or first != earliest):
                self.found.update(_find_all((kind,), key, self.store))
        return self.found - self.but

    def _find_choosers_of(self, rows: Collection[KeyRow]) -> None:
        """Those who name an outlet, of whose reports these are some, and choose among them as the tables are now."""
        owners: dict[int, set[int]] = {}
        for row in rows:
            if row.kind == "owned":
                owners.setdefault(row.key, set()).add(row.node)
        for key, nodes in owners.items():
            is_many = _count("owned", key, self.store) > MANY
            naming = _find_choosers(key, nodes, self.store) - self.found - self.but
            self.found.update(node for node in naming if is_many or _has_choice(node, self.store))


def _read_crowd(key: Key, store: Store) -> tuple[int, tuple[int, ...]]:
    """How many hold a key; if they are many, the few earliest."""
    held = _count(*key, store)
    return held, tuple(_find_first(*key, FEW, store)) if held > MANY else ()


def _find_holders(node: int, weights: Mapping[str, int], store: Store) -> set[int]:
    """Those that share keys of some kinds with a report, enough of them."""
    counts: Counter[int] = Counter()
    for kind, key in _list_keys(node, tuple(weights), store):
        held = _count(kind, key, store)
        if held <= MANY:
            others = _find_all((kind,), key, store)
        else:
            first = _find_first(kind, key, FEW, store)
            # Each is paired with the few before it; one of the few with all that come after.
            others = _find_all((kind,), key, store) if node in first else set(first)
        for other in others - {node}:
            counts[other] += weigh(weights[kind], held)
    return {other for other, count in counts.items() if count >= ENOUGH}


def _find_owners(citer: int, store: Store) -> set[int]:
    """The reports of the outlets that a report names: those that share most keys with it, the latest first."""
    counts = _count_owners(citer, store)
    # Where two share as many keys, the later told; `told` sorts as the order of telling does.
    latest = sorted(counts, key=lambda each: each[0], reverse=True)
    return {owner for _, owner in sorted(latest, key=lambda each: -counts[each])[:SOME]}


def _has_choice(citer: int, store: Store) -> bool:
    """Whether a report shares keys with more reports of the outlets that it names than can be near it."""
    return len(_count_owners(citer, store)) > SOME


def _count_owners(citer: int, store: Store) -> Counter[tuple[str, int]]:
    """How many outlet keys each report shares with one that names its outlet, by when it was told and its number."""
    told = _told(citer, store)
    counts: Counter[tuple[str, int]] = Counter()
    for day, owner, shared in store.ask(_OWNERS, citer, MANY):
        counts[str(day), int(str(owner))] = int(str(shared))
    for (key,) in store.ask(_CROWDED, citer, MANY):
        number = int(str(key))
        near = [*_last_before(number, told, FEW, store), *_first_after(number, told, 1, store)]
        counts.update((str(day), int(str(owner))) for day, owner in near)
    counts.pop((told, citer), None)
    return counts


_CITED = """
    SELECT DISTINCT asked.key AS key FROM near_keys AS asked JOIN near_counts
      ON near_counts.kind = 'owned' AND near_counts.key = asked.key
    WHERE asked.node = ? AND asked.kind IN ('cited', 'named')
"""
_OWNERS = f"""
    SELECT own.told, own.node, COUNT(*) FROM ({_CITED} AND near_counts.held <= ?) AS cited
    JOIN near_keys AS own ON own.kind = 'owned' AND own.key = cited.key GROUP BY own.told, own.node
"""
_CROWDED = f"{_CITED} AND near_counts.held > ?"


def _find_citers(owner: int, store: Store) -> set[int]:
    """Those that name a report's outlet and are near it."""
    asking: set[int] = set()
    for _, key in _list_keys(owner, ("owned",), store):
        asking |= _find_choosers(key, {owner}, store)
    return {citer for citer in asking - {owner} if owner in _find_owners(citer, store)}


def _find_choosers(key: int, owners: Collection[int], store: Store) -> set[int]:
    """Those that name an outlet and, by this key, may choose between its reports and these."""
    if _count("owned", key, store) <= MANY:
        return _find_all(_OUTLET, key, store)
    found: set[int] = set()
    for owner in owners:
        told = _told(owner, store)
        before, after = _last_before(key, told, 2, store), _first_after(key, told, FEW + 1, store)
        low = str(before[-1][0]) if len(before) == 2 else ""  # itself, and the one before
        high = str(after[-1][0]) if len(after) > FEW else "~"
        found |= store.numbers(
            "SELECT node FROM near_keys WHERE kind IN ('cited', 'named') AND key = ? AND told BETWEEN ? AND ?",
            key,
            low,
            high,
        )
    return found


def read_keys(nodes: Collection[int], store: Store) -> set[KeyRow]:
    """The rows of all keys of some reports."""
    query = f"SELECT kind, key, told, node FROM near_keys WHERE node {IN}"
    return {KeyRow(str(kind), int(str(key)), str(t), int(str(n))) for kind, key, t, n in store.ask(query, set(nodes))}


def _list_keys(node: int, kinds: Collection[str], store: Store) -> list[Key]:
    query = f"SELECT kind, key FROM near_keys WHERE node = ? AND kind {IN}"
    return [(str(kind), int(str(key))) for kind, key in store.ask(query, node, set(kinds))]


def _count(kind: str, key: int, store: Store) -> int:
    rows = store.ask("SELECT held FROM near_counts WHERE kind = ? AND key = ?", kind, key)
    return int(str(rows[0][0])) if rows else 0


def _find_all(kinds: Collection[str], key: int, store: Store) -> set[int]:
    query = f"SELECT node FROM near_keys WHERE kind {IN} AND key = ?"
    return store.numbers(query, set(kinds), key)


def _find_first(kind: str, key: int, count: int, store: Store) -> list[int]:
    rows = store.ask("SELECT node FROM near_keys WHERE kind = ? AND key = ? ORDER BY told LIMIT ?", kind, key, count)
    return [int(str(row[0])) for row in rows]


def _last_before(key: int, told: str, count: int, store: Store) -> list[tuple[object, ...]]:
    """An outlet's reports told last until then, itself among them."""
    query = "SELECT told, node FROM near_keys WHERE kind = 'owned' AND key = ? AND told <= ? ORDER BY told DESC LIMIT ?"
    return store.ask(query, key, told, count)


def _first_after(key: int, told: str, count: int, store: Store) -> list[tuple[object, ...]]:
    query = "SELECT told, node FROM near_keys WHERE kind = 'owned' AND key = ? AND told > ? ORDER BY told LIMIT ?"
    return store.ask(query, key, told, count)


def _told(node: int, store: Store) -> str:
    return str(store.ask("SELECT told FROM near_told WHERE node = ?", node)[0][0])
