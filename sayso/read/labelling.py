"""From scores of labels to runs of words: the likeliest sequence in which no inside comes without its beginning."""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Run = tuple[int, int]  # first word, and the word after the last
Runs = Mapping[str, tuple[Run, ...]]

IMPOSSIBLE = -1e9


def best_labels(scores: Floats) -> npt.NDArray[np.int8]:
    """The likeliest legal labels (anchors, words) by log-probabilities (anchors, words, labels)."""
    best: npt.NDArray[np.int8] = scores.argmax(-1).astype(np.int8)
    before = np.pad(best[:, :-1], ((0, 0), (1, 0)))
    is_inside = (best > 0) & (best % 2 == 0)
    is_broken = (is_inside & (before != best) & (before != best - 1)).any(1)
    if is_broken.any():  # where each word's likeliest label is legal beside its neighbours, no path is likelier
        best[is_broken] = _best_path(scores[is_broken])
    return best


def _best_path(scores: Floats) -> npt.NDArray[np.int8]:
    """Viterbi."""
    anchors, length, count = scores.shape
    start, step = _transitions(count)
    total = scores[:, 0].astype(np.float64) + start
    back = np.zeros((anchors, length, count), dtype=np.int8)
    for t in range(1, length):
        moves = total[:, :, None] + step
        back[:, t] = moves.argmax(1)
        total = moves.max(1) + scores[:, t]
    best = np.zeros((anchors, length), dtype=np.int8)
    best[:, -1] = total.argmax(1)
    for t in range(length - 1, 0, -1):
        best[:, t - 1] = back[np.arange(anchors), t, best[:, t]]
    return best


def _transitions(count: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Labels are 0 outside, then begin and inside by turns; an inside follows its own begin or inside."""
    start, step = np.zeros(count), np.zeros((count, count))
    for inside in range(2, count, 2):
        start[inside] = IMPOSSIBLE
        for before in range(count):
            if before not in (inside - 1, inside):
                step[before, inside] = IMPOSSIBLE
    return start, step


def runs_of(labels: npt.NDArray[np.int8], anchor: int, names: tuple[str, ...]) -> Runs:
    """Labels about an anchor as runs of words of the text, by name."""
    shift = anchor - len(labels) // 2
    found: dict[str, list[Run]] = defaultdict(list)
    for at in np.nonzero(labels)[0].tolist():
        place, is_inside = divmod(int(labels[at]) - 1, 2)
        name, index = names[place], at + shift
        if is_inside and found[name] and found[name][-1][1] == index:
            found[name][-1] = (found[name][-1][0], index + 1)
        else:
            found[name].append((index, index + 1))
    return {name: tuple(runs) for name, runs in found.items()}


def join_touching(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Runs that touch as one: "political analyst" and "Omar Haddad" are one speaker."""
    joined: list[Run] = []
    for start, end in sorted(runs):
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)
