"""What the network should answer: an annotated text, and the targets of its anchors."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from sayso.read.words import Ints, Words

IGNORED = -100  # a target that takes no part in the loss


@dataclass(frozen=True)
class Target:
    """One anchor's answer: labels of the words about it in each layer, stance and voice (`IGNORED` where unknown)."""

    layers: tuple[Ints, ...]
    stance: int
    voice: int

    def is_within(self, anchor: int, start: int, end: int) -> bool:
        """Do the first layer's labelled words lie within the words `start` to `end`?"""
        labelled = np.nonzero(self.layers[0] > 0)[0] + anchor - len(self.layers[0]) // 2
        return not len(labelled) or bool(start <= labelled[0] and labelled[-1] < end)


@dataclass(frozen=True)
class Annotated:
    """A text with its attributions by the cue's first word, and its claims by (anchor word, type)."""

    name: str
    words: Words
    pieces: list[tuple[int, ...]]
    convention: int
    cues: Mapping[int, Target]
    claims: Mapping[tuple[int, int], Target] = field(default_factory=dict)


def empty_labels(reach: int) -> Ints:
    return np.zeros(2 * reach + 1, dtype=np.int64)


def mark(labels: Ints, anchor: int, indexes: Iterable[int], place: int) -> None:
    """Write begin and inside of the layer's name at `place` for words, where nothing is written yet."""
    before, reach = None, len(labels) // 2
    for index in sorted(set(indexes)):
        at = index - anchor + reach
        if 0 <= at <= 2 * reach and labels[at] == 0:
            labels[at] = 1 + 2 * place + (1 if before == index - 1 else 0)
            before = index
