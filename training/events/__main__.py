"""Fit the network that says which claims are of one happening, and print how it does on affairs it has not seen.

python -m training.events FOLDER...            figures, one affair left out at a time
python -m training.events FOLDER... --write    then fit on all, and write sayso/corroborate/event/weights.py
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import sayso.corroborate.event
from sayso.corroborate.event.exclusion import rule_out
from sayso.corroborate.event.linkage import link
from sayso.corroborate.event.network import Network, write_network
from sayso.corroborate.tests.affair import GOLDEN
from training.events.affairs import Affair, count_keys, load_affairs, load_cases, make_strangers
from training.events.fitting import Plan, fit

WEIGHTS = Path(sayso.corroborate.event.__file__).parent / "weights.py"
CASES = 3  # times that each golden case counts
STRANGERS = 3000  # pairs of different affairs among the rest
THRESHOLDS = (0.1, 0.13, 0.17, 0.21, 0.25)
Matrix = NDArray[np.float32]


def main() -> None:
    """See the module."""
    options = _parser().parse_args()
    affairs, cases = load_affairs(options.folders), load_cases(GOLDEN)
    plan = Plan(networks=options.networks, hidden=options.hidden, rounds=options.rounds, decay=options.decay)
    print_keys(affairs)
    if not options.unchecked:
        print_left_out(affairs, cases, plan)
    if options.write:
        WEIGHTS.write_text(write_module(fit_on(affairs, cases, plan), len(affairs)), encoding="utf-8")


def fit_on(affairs: Sequence[Affair], cases: Sequence[Affair], plan: Plan) -> Network:
    """The network of some affairs; each of the golden cases counts so many times."""
    strangers = make_strangers(affairs, STRANGERS, plan.seed)
    told = [*affairs, *cases * CASES]
    evidence = np.concatenate([*(affair.evidence for affair in told), strangers])
    same = np.concatenate([*(affair.same for affair in told), np.zeros(len(strangers), dtype=bool)])
    return fit(evidence, same, plan)


def print_left_out(affairs: Sequence[Affair], cases: Sequence[Affair], plan: Plan) -> None:
    """B-cubed of each affair by a network fitted on all others: as `sayso evaluate` has it."""
    estimates = [
        fit_on([other for other in affairs if other is not affair], cases, plan).estimate(affair.evidence)
        for affair in affairs
    ]
    barred = [find_bars(affair) for affair in affairs]
    print(f"{'threshold':22}" + "".join(f"{threshold:>22}" for threshold in THRESHOLDS))
    sums = np.zeros((len(THRESHOLDS), 3))
    for affair, estimate, bars in zip(affairs, estimates, barred, strict=True):
        rows = np.array([tally(affair, cluster(affair, estimate, bars, each)) for each in THRESHOLDS])
        sums += rows
        print(f"{affair.name:22}" + "".join(map(_show, rows)), flush=True)
    print(f"{'all':22}" + "".join(map(_show, sums)))


def find_bars(affair: Affair) -> NDArray[np.bool_]:
    """Which pairs cannot be of one happening."""
    origins = [node.origin for node in affair.nodes]
    pairs = [(origins[i], origins[j]) for i, j in zip(affair.left, affair.right, strict=True)]
    return np.array([bool(rule_out(a, b, affair.ground.sides)) for a, b in pairs], dtype=bool)


def cluster(affair: Affair, estimate: Matrix, bars: NDArray[np.bool_], threshold: float) -> dict[str, int]:
    """The cluster of each claim."""
    ids = [node.id for node in affair.nodes]
    pairs = [(ids[i], ids[j]) for i, j in zip(affair.left, affair.right, strict=True)]
    scores = {pair: float(score) for pair, score, bar in zip(pairs, estimate, bars, strict=True) if not bar}
    must_not = [pair for pair, bar in zip(pairs, bars, strict=True) if bar]
    groups = link(ids, scores, must_not, threshold=threshold)
    of_node = {id_: at for at, group in enumerate(groups) for id_ in group}
    return {member.id: of_node[node.id] for node in affair.nodes for member in node.members}


def tally(affair: Affair, clusters: dict[str, int]) -> tuple[float, float, int]:
    """B-cubed precision and recall, summed over gold's claims, and how many these are."""
    gold = affair.event_of
    right = Counter((gold[claim], clusters[claim]) for claim in gold)
    sizes, found = Counter(gold.values()), Counter(clusters[claim] for claim in gold)
    return (
        sum(right[gold[claim], clusters[claim]] / found[clusters[claim]] for claim in gold),
        sum(right[gold[claim], clusters[claim]] / sizes[gold[claim]] for claim in gold),
        len(gold),
    )


def print_keys(affairs: Iterable[Affair]) -> None:
    """How many of gold's pairs share a key, and how many claims each claim meets."""
    counts = sum((count_keys(affair) for affair in affairs), Counter[str]())
    print(
        f"keys: {counts['met'] / counts['same']:.1%} of {counts['same']} pairs of gold's share one; "
        f"a claim meets {2 * counts['pairs'] / counts['nodes']:.0f} others"
    )


def write_module(network: Network, affairs: int) -> str:
    """The text of the module with the weights."""
    head = (
        f'"""Weights of the network, fitted on {affairs} affairs; made by `python -m training.events --write`."""\n\n'
    )
    return f'{head}# ruff: noqa: E501\nWEIGHTS = """\n{write_network(network)}\n"""\n'


def _show(row: NDArray[np.float64]) -> str:
    precision, recall = 100 * row[0] / row[2], 100 * row[1] / row[2]
    return f"{2 * precision * recall / (precision + recall):8.1f} ({precision:4.1f} {recall:5.1f})"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Fit the network that scores pairs of claims.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--networks", type=int, default=Plan().networks)
    parser.add_argument("--hidden", type=int, default=Plan().hidden)
    parser.add_argument("--rounds", type=int, default=Plan().rounds)
    parser.add_argument("--decay", type=float, default=Plan().decay)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--unchecked", action="store_true", help="no figures, only the weights")
    return parser


if __name__ == "__main__":
    main()
