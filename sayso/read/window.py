"""Windows: a text of any length cut into overlapping pieces that the network can take."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.read.wordpiece import MOST_PIECES, WordPiece
from sayso.read.words import Ints, Words

LENGTH = 384  # word pieces a window, what the first experiments were trained on
MARGIN = 32  # word pieces seen on either side of what a window keeps


@dataclass(frozen=True)
class Window:
    """Words `start` to `end` are seen; anchors are taken from `keep_from` to `keep_to`: no seam."""

    start: int
    end: int
    keep_from: int
    keep_to: int


@dataclass(frozen=True)
class Batch:
    """Windows side by side, padded: what the encoder takes, and the words' breaks."""

    ids: Ints
    looks: Ints
    mask: npt.NDArray[np.float32]
    first: Ints
    counts: Ints
    breaks: Ints


def cut_windows(pieces: Sequence[Sequence[int]], *, length: int = LENGTH, margin: int = MARGIN) -> list[Window]:
    """Cut words, given by their pieces, into windows of at most `length` pieces; every word is kept by exactly one.

    There are as many windows as are needed, each about as long as the others.
    """
    count = len(pieces)
    if not count:
        return []
    total = np.concatenate([[0], np.cumsum([len(p) for p in pieces])])
    length = _even_length(int(total[-1]), length, margin)
    cuts: list[tuple[int, int]] = []
    start = 0
    while True:
        end = int(np.searchsorted(total, total[start] + length - 2, side="right")) - 1
        end = max(end, start + 1)
        if end >= count:
            cuts.append((start, count))
            break
        cuts.append((start, end))
        start = max(start + 1, int(np.searchsorted(total, total[end] - 2 * margin)))
    return [_with_kept(cuts, n) for n in range(len(cuts))]


def _even_length(total: int, length: int, margin: int) -> int:
    """The length, at most `length`, at which the last window is not much shorter than the others."""
    twice = 2 * margin
    windows = max(1, -(-(total - twice) // (length - 2 - twice)))
    return min(length, -(-(total + (windows - 1) * twice) // windows) + 2 + MOST_PIECES)


def _with_kept(cuts: list[tuple[int, int]], n: int) -> Window:
    start, end = cuts[n]
    keep_from = 0 if n == 0 else (start + cuts[n - 1][1]) // 2
    keep_to = end if n == len(cuts) - 1 else (cuts[n + 1][0] + end) // 2
    return Window(start, end, keep_from, keep_to)


def batch_windows(items: Sequence[tuple[Words, Sequence[Sequence[int]], Window]], *, wordpiece: WordPiece) -> Batch:
    """Lay windows of (words, their pieces) side by side."""
    widths = [w.end - w.start for _, _, w in items]
    lengths = [sum(len(p) for p in pieces[w.start : w.end]) + 2 for _, pieces, w in items]
    rows, width, length = len(items), max(widths), max(lengths)
    ids = np.full((rows, length), wordpiece.pad, dtype=np.int64)
    looks = np.zeros((rows, length, 3), dtype=np.int64)
    mask = np.zeros((rows, length), dtype=np.float32)
    first = np.zeros((rows, width), dtype=np.int64)
    breaks = np.zeros((rows, width, 2), dtype=np.int64)
    for row, (words, pieces, window) in enumerate(items):
        own = pieces[window.start : window.end]
        sizes = np.array([len(p) for p in own])
        flat = [wordpiece.start, *(i for p in own for i in p), wordpiece.end]
        ids[row, : len(flat)] = flat
        mask[row, : len(flat)] = 1
        looks[row, 1 : len(flat) - 1] = np.repeat(words.looks[window.start : window.end], sizes, axis=0)
        first[row, : len(own)] = 1 + np.concatenate([[0], np.cumsum(sizes)[:-1]])
        breaks[row, : len(own)] = words.breaks[window.start : window.end]
    return Batch(ids, looks, mask, first, np.array(widths, dtype=np.int64), breaks)
