"""Coreference: how well clusters of mentions agree with gold's, as the shared tasks count it.

MUC (Vilain et al. 1995) counts links, B-cubed (Bagga and Baldwin 1998) mentions, CEAF-e (Luo 2005) clusters laid
side by side; CoNLL F is the mean of the three. Definitions and worked examples: Pradhan et al. (ACL 2014).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeAlias

import numpy as np

from benchmarks.outside.interval import Counts

Clusters: TypeAlias = Sequence[AbstractSet[str]]
METRICS = ("MUC", "B-cubed", "CEAF-e")


def gather_clusters(labels: Mapping[str, str]) -> list[frozenset[str]]:
    """The mentions that share a label, by label."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention, label in labels.items():
        found[label].add(mention)
    return [frozenset(found[label]) for label in sorted(found)]


def count_agreement(gold: Clusters, found: Clusters) -> Counts:
    """For each of `METRICS` (rows): shared of gold, all of gold, shared of found, all of found. Counts add up."""
    aligned = _align(gold, found)
    return np.array(
        [
            (*_count_links(gold, found), *_count_links(found, gold)),
            (*_count_mentions(gold, found), *_count_mentions(found, gold)),
            (aligned, len(gold), aligned, len(found)),
        ],
        dtype=float,
    )


def metric_f(counts: Counts) -> Counts:
    """F of each metric, in per cent (the last axis of `counts` goes); 0 where nothing is shared."""
    of_gold, gold, of_found, found = np.moveaxis(counts, -1, 0)
    recall = np.divide(of_gold, gold, out=np.zeros_like(gold), where=gold > 0)
    precision = np.divide(of_found, found, out=np.zeros_like(found), where=found > 0)
    both = recall + precision
    scores: Counts = np.divide(200 * recall * precision, both, out=np.zeros_like(both), where=both > 0)
    return scores


def conll_f(counts: Counts) -> Counts:
    """The mean of the three F, in per cent (the last two axes of `counts` go)."""
    mean: Counts = metric_f(counts).mean(axis=-1)
    return mean


def _count_links(wanted: Clusters, given: Clusters) -> tuple[int, int]:
    """Links of the wanted clusters that the given ones keep, and all: a cluster of n has n - 1."""
    number = _number(given)
    parts = (len({number.get(mention, mention) for mention in cluster}) for cluster in wanted)
    kept = sum(len(cluster) - cut for cluster, cut in zip(wanted, parts, strict=True))
    return kept, sum(len(cluster) - 1 for cluster in wanted)


def _count_mentions(wanted: Clusters, given: Clusters) -> tuple[float, int]:
    """For each mention the share of its wanted cluster that its given one holds, added up; and all mentions."""
    shared = _count_shared(wanted, given)
    return sum(n * n / len(wanted[row]) for (row, _), n in shared.items()), sum(map(len, wanted))


def _align(gold: Clusters, found: Clusters) -> float:
    """The likeness of clusters (2 shared / both sizes), added up over the best laying of one beside one."""
    likeness = np.zeros((len(gold), len(found)))
    for (row, column), n in _count_shared(gold, found).items():
        likeness[row, column] = 2 * n / (len(gold[row]) + len(found[column]))
    return best_assignment(likeness)


def _count_shared(wanted: Clusters, given: Clusters) -> Counter[tuple[int, int]]:
    number = _number(given)
    return Counter((row, number[m]) for row, cluster in enumerate(wanted) for m in cluster if m in number)


def _number(clusters: Clusters) -> dict[str, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def best_assignment(worth: Counts) -> float:
    """The most that rows laid to columns, one to one, are worth together.

    The Hungarian method with shortest paths (Jonker and Volgenant 1987): every row in turn is laid to a column, and
    takes over another's where that costs less in all.
    """
    cost = -worth if worth.shape[0] <= worth.shape[1] else -worth.T
    rows, columns = cost.shape
    price_of_row, price = np.zeros(rows), np.zeros(columns)
    row_of = np.full(columns, -1)
    for row in range(rows):
        came_from, column = _find_path(cost, row, row_of, price_of_row, price)
        while column >= 0:  # along the path back, each column goes to the row before
            before = came_from[column]
            row_of[column] = row_of[before] if before >= 0 else row
            column = before
    laid = np.flatnonzero(row_of >= 0)
    return float(-cost[row_of[laid], laid].sum())


def _find_path(cost: Counts, row: int, row_of: Counts, price_of_row: Counts, price: Counts) -> tuple[Counts, int]:
    """From a row to the free column that is reached at the least cost: the column before each, and it; pays prices."""
    columns = cost.shape[1]
    least, came_from = np.full(columns, np.inf), np.full(columns, -1)
    is_seen = np.zeros(columns, dtype=bool)
    at, column, paid = row, -1, 0.0
    reached = [(row, 0.0)]
    while True:
        through = paid + cost[at] - price_of_row[at] - price
        is_better = ~is_seen & (through < least)
        least[is_better], came_from[is_better] = through[is_better], column
        column = int(np.argmin(np.where(is_seen, np.inf, least)))
        paid = float(least[column])
        if row_of[column] < 0:
            break
        is_seen[column] = True
        at = int(row_of[column])
        reached.append((at, paid))
    for each, at_cost in reached:
        price_of_row[each] += paid - at_cost
    price[is_seen] -= paid - least[is_seen]
    return came_from, column
