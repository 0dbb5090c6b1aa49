"""Linkage: clusters by average linkage with must-not links, over the pairs that have a score.

Pairs without a score count as 0, so that clusters are never grown by one lucky link, and what is not
connected is never joined: linking one part of the pairs that nothing connects with the rest gives the
same clusters as linking all. Ties go by identifier: the order of what came in changes nothing.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Mapping

Pair = tuple[str, str]


def link(
    nodes: Iterable[str],
    scores: Mapping[Pair, float],
    must_not: Collection[Pair],
    *,
    threshold: float,
) -> list[tuple[str, ...]]:
    """Clusters of nodes, each sorted, joined while the average score of two clusters reaches `threshold`.

    `scores` and `must_not` have each pair once, either way round. No cluster holds a must-not pair.
    """
    members = {node: [node] for node in sorted(nodes)}
    sums: dict[str, dict[str, float]] = {node: {} for node in members}
    barred: dict[str, set[str]] = {node: set() for node in members}
    for (a, b), score in sorted(scores.items()):
        sums[a][b] = sums[b][a] = score
    for a, b in must_not:
        barred[a].add(b)
        barred[b].add(a)
    _join(members, sums, barred, threshold)
    return [tuple(sorted(group)) for group in members.values()]


def _join(
    members: dict[str, list[str]],
    sums: dict[str, dict[str, float]],
    barred: dict[str, set[str]],
    threshold: float,
) -> None:
    heap = [
        (-score, a, b) for a in sums for b in sums[a] if a < b and (score := _average(sums, members, a, b)) >= threshold
    ]
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        if a not in members or b not in members or b in barred[a]:
            continue
        if -negative != _average(sums, members, a, b):
            continue
        _merge(a, b, members, sums, barred)
        for other in sorted(sums[a]):
            if other not in barred[a] and (score := _average(sums, members, a, other)) >= threshold:
                heapq.heappush(heap, (-score, min(a, other), max(a, other)))


def _average(sums: Mapping[str, Mapping[str, float]], members: Mapping[str, list[str]], a: str, b: str) -> float:
    return sums[a].get(b, 0.0) / (len(members[a]) * len(members[b]))


def _merge(
    a: str,
    b: str,
    members: dict[str, list[str]],
    sums: dict[str, dict[str, float]],
    barred: dict[str, set[str]],
) -> None:
    """Take `b` into `a`; `a` is the smaller identifier, so a cluster is named by its first."""
    members[a] += members.pop(b)
    for other, total in sums.pop(b).items():
        del sums[other][b]
        if other != a:
            sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + total
    for other in barred.pop(b):
        barred[other].discard(b)
        barred[other].add(a)
        barred[a].add(other)


def connect(nodes: Iterable[str], pairs: Iterable[Pair]) -> list[tuple[str, ...]]:
    """The parts in which every two nodes are connected by pairs; each sorted, by first node."""
    root = {node: node for node in nodes}

    def find(node: str) -> str:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for a, b in pairs:
        low, high = sorted((find(a), find(b)))
        root[high] = low
    parts: dict[str, list[str]] = {}
    for node in sorted(root):
        parts.setdefault(find(node), []).append(node)
    return [tuple(part) for part in parts.values()]
