"""Nearness: which reports are near some, looked up in the key tables; and whose nearness one report more changes.

The rules are those of `sayso.corroborate.lineage.candidates`, asked of one report at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from sayso.corroborate.lineage.candidates import ENOUGH, FEW, MANY, SOME, WEIGHTS, weigh
from sayso.engine.store import Store

Key = tuple[str, int]
_OUTLET = ("cited", "named")


def find_near(nodes: Collection[int], store: Store) -> dict[int, set[int]]:
    """For each of some reports all that are near it."""
    near: dict[int, set[int]] = {node: set() for node in nodes}
    for node in sorted(near):
        near[node] |= _find_holders(node, store) | _find_owners(node, store) | _find_citers(node, store)
    return near


def find_disturbed(nodes: Collection[int], store: Store) -> set[int]:
    """Old reports whose pairs with other old ones may be others now that `nodes` are in the tables.

    A key that has come to be held by many pairs its holders otherwise than before; so does one of many that is now
    held by an earlier report than the few. An outlet's report may push others out of those near who names it, where
    there are more than can be near.
    """
    found: set[int] = set()
    for (kind, key), new in _gather_keys(nodes, (*WEIGHTS, "owned"), store).items():
        held = _count(kind, key, store)
        was_many, is_many = held - len(new) > MANY, held > MANY
        if kind == "owned" and is_many:
            found |= _find_choosers(key, new, store) if was_many else _find_all(_OUTLET, key, store)
        elif kind == "owned":
            found |= {citer for citer in _find_all(_OUTLET, key, store) - found if _has_choice(citer, store)}
        elif is_many and (not was_many or new & set(_find_first(kind, key, FEW, store))):
            found |= _find_all((kind,), key, store)
    return found - set(nodes)


def _find_holders(node: int, store: Store) -> set[int]:
    """Those that share words, facts or an address with a report, enough of them."""
    counts: Counter[int] = Counter()
    for (kind, key), _ in _gather_keys([node], tuple(WEIGHTS), store).items():
        held = _count(kind, key, store)
        if held <= MANY:
            others = _find_all((kind,), key, store)
        else:
            first = _find_first(kind, key, FEW, store)
            # Each is paired with the few before it; one of the few with all that come after.
            others = _find_all((kind,), key, store) if node in first else set(first)
        for other in others - {node}:
            counts[other] += weigh(WEIGHTS[kind], held)
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
    SELECT DISTINCT asked.key AS key FROM report_keys AS asked JOIN key_counts
      ON key_counts.kind = 'owned' AND key_counts.key = asked.key
    WHERE asked.node = ? AND asked.kind IN ('cited', 'named')
"""
_OWNERS = f"""
    SELECT own.told, own.node, COUNT(*) FROM ({_CITED} AND key_counts.held <= ?) AS cited
    JOIN report_keys AS own ON own.kind = 'owned' AND own.key = cited.key GROUP BY own.told, own.node
"""
_CROWDED = f"{_CITED} AND key_counts.held > ?"


def _find_citers(owner: int, store: Store) -> set[int]:
    """Those that name a report's outlet and are near it."""
    asking: set[int] = set()
    for (_, key), _ in _gather_keys([owner], ("owned",), store).items():
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
            "SELECT node FROM report_keys WHERE kind IN ('cited', 'named') AND key = ? AND told BETWEEN ? AND ?",
            key,
            low,
            high,
        )
    return found


def _gather_keys(nodes: Collection[int], kinds: Collection[str], store: Store) -> Mapping[Key, set[int]]:
    found: dict[Key, set[int]] = {}
    query = "SELECT kind, key, node FROM report_keys WHERE node IN (SELECT value FROM json_each(?))"
    for kind, key, node in store.ask(query, set(nodes)):
        if kind in kinds:
            found.setdefault((str(kind), int(str(key))), set()).add(int(str(node)))
    return found


def _count(kind: str, key: int, store: Store) -> int:
    rows = store.ask("SELECT held FROM key_counts WHERE kind = ? AND key = ?", kind, key)
    return int(str(rows[0][0])) if rows else 0


def _find_all(kinds: Collection[str], key: int, store: Store) -> set[int]:
    query = "SELECT node FROM report_keys WHERE kind IN (SELECT value FROM json_each(?)) AND key = ?"
    return store.numbers(query, set(kinds), key)


def _find_first(kind: str, key: int, count: int, store: Store) -> list[int]:
    rows = store.ask("SELECT node FROM report_keys WHERE kind = ? AND key = ? ORDER BY told LIMIT ?", kind, key, count)
    return [int(str(row[0])) for row in rows]


def _last_before(key: int, told: str, count: int, store: Store) -> list[tuple[object, ...]]:
    """An outlet's reports told last until then, itself among them."""
    query = (
        "SELECT told, node FROM report_keys WHERE kind = 'owned' AND key = ? AND told <= ? ORDER BY told DESC LIMIT ?"
    )
    return store.ask(query, key, told, count)


def _first_after(key: int, told: str, count: int, store: Store) -> list[tuple[object, ...]]:
    query = "SELECT told, node FROM report_keys WHERE kind = 'owned' AND key = ? AND told > ? ORDER BY told LIMIT ?"
    return store.ask(query, key, told, count)


def _told(node: int, store: Store) -> str:
    return str(store.ask("SELECT told FROM reports WHERE node = ?", node)[0][0])
