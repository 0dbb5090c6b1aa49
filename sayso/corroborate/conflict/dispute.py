"""Dispute: sayings that are linked by what each excludes, parted into two sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.corroborate.conflict.saying import Saying

#: A saying with those that cannot be so if it is.
Row = tuple[Saying, list[Saying]]


def part(rows: Sequence[Row]) -> list[tuple[list[Saying], list[Saying]]]:
    """Two sides for each group of linked sayings: neighbours stand on opposite sides; the denying side is the second.

    Where three exclude each other no two sides can hold them all: the one met last stays where it was put first.
    """
    known = {s.node.id: s for saying, targets in rows for s in (saying, *targets)}
    opposed: dict[str, set[str]] = {id_: set() for id_ in known}
    for saying, targets in rows:
        for target in targets:
            opposed[saying.node.id].add(target.node.id)
            opposed[target.node.id].add(saying.node.id)
    excluding = {saying.node.id for saying, _ in rows}
    found = []
    seen: set[str] = set()
    for id_ in sorted(known):
        if id_ not in seen:
            groups = _colour(id_, opposed)
            seen |= groups[0] | groups[1]
            left, right = sorted(groups, key=lambda group: _weight(group, known, excluding))
            found.append(([known[i] for i in sorted(left)], [known[i] for i in sorted(right)]))
    return found


def _colour(start: str, opposed: Mapping[str, set[str]]) -> tuple[set[str], set[str]]:
    """The two sides of the group that a saying is linked to, its own first."""
    groups: tuple[set[str], set[str]] = ({start}, set())
    waiting = [(start, 0)]
    while waiting:
        id_, side = waiting.pop(0)
        for other in sorted(opposed[id_] - groups[0] - groups[1]):
            groups[1 - side].add(other)
            waiting.append((other, 1 - side))
    return groups


def _weight(group: set[str], known: Mapping[str, Saying], excluding: set[str]) -> tuple[bool, int, list[str]]:
    return any(known[id_].is_denied for id_ in group), len(group & excluding), sorted(group)
