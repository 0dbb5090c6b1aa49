"""Pointer: what reports point to that nobody holds, where what they point to may be another text than before.

Whether two reports have something from one text depends on the two, and on what each has of held ones. So where some
reports change, only what they pointed to changes, and what those point to that are near them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sayso.engine.store import IN, Store


@dataclass(frozen=True, slots=True)
class Pointed:
    """Absent texts (`ids`) and all reports that may point to them, or to others in their place (`nodes`).

    `others` are the pointers of these reports, by report and place, that lead to something else as before.
    """

    ids: frozenset[str]
    nodes: frozenset[int]
    others: frozenset[tuple[int, int]]


def find_pointed(touched: Collection[int], store: Store) -> Pointed:
    """What reports pointed to whose keys, nearness or edges are others now, or that are gone, and those near them."""
    ids = store.names(f"SELECT id FROM near_pointers WHERE node {IN}", {*touched, *_find_near(touched, store)})
    rows = store.ask(
        f"""
        SELECT node, place, id FROM near_pointers
        WHERE node IN (SELECT node FROM near_pointers WHERE id {IN})
        """,
        ids,
    )
    pointers = [(int(str(node)), int(str(place)), str(id_)) for node, place, id_ in rows]
    others = frozenset((node, place) for node, place, id_ in pointers if id_ not in ids)
    return Pointed(frozenset(ids), frozenset({*touched, *(node for node, _, _ in pointers)}), others)


def _find_near(nodes: Collection[int], store: Store) -> set[int]:
    """The reports near some that name a text by a name that these name one by."""
    return store.numbers(
        f"""
        SELECT DISTINCT near_pairs.other FROM near_pairs
        JOIN near_keys AS one ON one.node = near_pairs.node AND one.kind = 'points'
        JOIN near_keys AS two ON two.node = near_pairs.other AND two.kind = 'points' AND two.key = one.key
        WHERE near_pairs.node {IN}
        """,
        set(nodes),
    )
