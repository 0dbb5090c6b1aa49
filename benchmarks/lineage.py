"""Measure lineage on simulated worlds: microseconds of the processor a report, step by step, as worlds grow, and what
keys find and cost beside all pairs where both can run.

    python -m benchmarks.lineage [REPORTS …]

The worlds are harsh: few outlets, a few sentences in many words of one stock, one wire in a thousand outlets.
Precision and recall are against the worlds' truth, of derivations between held reports.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from sayso.corroborate.lineage.candidates import find_candidates, find_fellows
from sayso.corroborate.lineage.finding import derive_edges, keep_one_way, prepare_sides
from sayso.corroborate.lineage.keys import find_keys
from sayso.corroborate.lineage.relation import Side
from sayso.corroborate.lineage.unheld import find_unheld
from sayso.evaluate.table import render_table
from sayso.model.lineage import Lineage
from sayso.model.resolution import Resolution
from sayso.simulate import Settings, make_theatre

SIZES = (500, 2_000, 8_000)
BOTH = 500  # reports for which all pairs are tried too
Pairs = set[tuple[str, str]]
T = TypeVar("T")


def main() -> None:
    """Print the table of sizes, and the line on all pairs."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    rows = [measure(*make_world(size)) for size in sizes]
    head = ["reports", "prepare", "keys", "candidates", "edges", "unheld", "all, µs", "pairs each", "P", "R"]
    sys.stdout.write(render_table(head, rows) + "\n\n" + compare_with_all_pairs(*make_world(BOTH)) + "\n")


def make_world(size: int) -> tuple[list[Resolution], Pairs]:
    """As many reports, and which of them derive from which."""
    settings = Settings(claims=0, seed=1)
    resolutions: list[Resolution] = []
    truth: Pairs = set()
    number = 0
    while len(resolutions) < size:
        theatre = make_theatre(settings, number)
        resolutions += theatre.resolutions
        truth |= {(edge.report, edge.of) for edge in theatre.truth.lineage}
        number += 1
    kept = list(islice(resolutions, size))
    ids = {resolution.report.id for resolution in kept}
    return kept, {(report, of) for report, of in truth if report in ids and of in ids}


def measure(resolutions: Sequence[Resolution], truth: Pairs) -> list[str]:
    """A row: what each step costs a report, and how right the edges are."""
    clock = _Clock(len(resolutions))
    sides = clock.run(lambda: prepare_sides(resolutions))
    keys = clock.run(lambda: {id_: find_keys(side.text, side.credits) for id_, side in sides.items()})
    texts = [side.text for side in sides.values()]
    near, fellows = clock.run(lambda: (find_candidates(texts, keys), find_fellows(texts, keys)))
    edges = clock.run(lambda: _derive_all(sides, near))
    either = {id_: near.get(id_, frozenset()) | fellows.get(id_, frozenset()) for id_ in sides}
    clock.run(lambda: find_unheld(list(sides.values()), either, edges))
    found = {(edge.report, edge.of) for edge in edges}
    right = len(found & truth)
    pairs = sum(map(len, near.values())) / 2 / len(sides)
    shares = [right / max(1, len(found)), right / max(1, len(truth))]
    return [
        str(len(resolutions)),
        *(f"{step:.0f}" for step in (*clock.steps, sum(clock.steps))),
        f"{pairs:.1f}",
        *(f"{100 * share:.1f}" for share in shares),
    ]


def compare_with_all_pairs(resolutions: Sequence[Resolution], truth: Pairs) -> str:
    """What keys find of what all pairs find, and how many times faster."""
    sides = prepare_sides(resolutions)
    keys = {id_: find_keys(side.text, side.credits) for id_, side in sides.items()}
    by_keys, by_all = _Clock(1), _Clock(1)
    near = by_keys.run(lambda: find_candidates([side.text for side in sides.values()], keys))
    few = by_keys.run(lambda: _derive_all(sides, near))
    every = frozenset(sides)
    all_ = by_all.run(lambda: _derive_all(sides, {id_: every - {id_} for id_ in sides}))
    same = len(set(few) & set(all_))
    ratio = sum(by_all.steps) / sum(by_keys.steps)
    return (
        f"{len(sides)} reports: keys find {same} of the {len(all_)} edges that all pairs find, and {len(few) - same} "
        f"others, {ratio:.1f} times faster; true are {len(truth)}."
    )


def _derive_all(sides: Mapping[str, Side], near: Mapping[str, frozenset[str]]) -> list[Lineage]:
    return keep_one_way(
        [
            edge
            for id_, side in sides.items()
            for edge in derive_edges(side, [sides[other] for other in sorted(near.get(id_, ()))])
        ]
    )


class _Clock:
    """Microseconds of the processor that each step takes, for one of so many."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.steps: list[float] = []

    def run(self, step: Callable[[], T]) -> T:
        start = time.process_time()
        found = step()
        self.steps.append((time.process_time() - start) / self.count * 1e6)
        return found


if __name__ == "__main__":
    main()
