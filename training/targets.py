"""What the network should answer: an annotated text, and the targets of its anchors."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from sayso.read.labels import CLAIM_LAYERS, CUE_LAYERS, STANCES, label_count
from sayso.read.words import Ints, Words

Shares = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]

IGNORED = -100  # a target that takes no part in the loss


VOICES = 3


@dataclass(frozen=True)
class Taught:
    """A teacher's answer about one anchor: shares of labels (words, labels) by layer, of stances and voices; nought
    for words that the teacher did not see.
    """

    layers: tuple[Halves, ...]
    stance: Halves
    voice: Halves


@dataclass(frozen=True)
class Target:
    """One anchor's answer: labels of the words about it in each layer, stance and voice (`IGNORED` where unknown)."""

    layers: tuple[Ints, ...]
    stance: int
    voice: int
    taught: Taught | None = None

    def shares(self, trust: float) -> tuple[list[Shares], Shares, Shares]:
        """What should be answered, as shares: the annotation's by `trust`, the teacher's by the rest. All nought where
        nothing is known.
        """
        names = CUE_LAYERS if len(self.layers) == len(CUE_LAYERS) else CLAIM_LAYERS
        layers = [_shares(x, label_count(layer)) for x, layer in zip(self.layers, names, strict=True)]
        stance, voice = _shares(np.array(self.stance), len(STANCES)), _shares(np.array(self.voice), VOICES)
        if self.taught is None:
            return layers, stance, voice
        taught: list[Halves | Shares] = [
            *self.taught.layers,
            *layers[len(self.taught.layers) :],
        ]  # what the teacher was not asked
        layers = [_blend(x, its, trust) for x, its in zip(layers, taught, strict=True)]
        return layers, _blend(stance, self.taught.stance, trust), _blend(voice, self.taught.voice, trust)

    def is_within(self, anchor: int, start: int, end: int) -> bool:
        """Do the first layer's labelled words lie within the words `start` to `end`?"""
        labelled = np.nonzero(self.layers[0] > 0)[0] + anchor - len(self.layers[0]) // 2
        return not len(labelled) or bool(start <= labelled[0] and labelled[-1] < end)


def _shares(labels: Ints, count: int) -> Shares:
    """All of it to each label; nothing to any where the label is `IGNORED`."""
    shares: Shares = (labels[..., None] == np.arange(count)).astype(np.float32)
    return shares


def _blend(annotated: Shares, taught: Halves | Shares, trust: float) -> Shares:
    known = (annotated.sum(-1, keepdims=True) > 0) & (taught.sum(-1, keepdims=True) > 0)
    blended: Shares = np.where(known, trust * annotated + (1 - trust) * taught.astype(np.float32), annotated)
    return blended


@dataclass(frozen=True)
class Chances:
    """A teacher's opinion of every word of a text: how likely it begins a cue (words), a claim of each type (words,
    types).
    """

    cues: Halves
    claims: Halves


@dataclass(frozen=True)
class Annotated:
    """A text with its attributions by the cue's first word, and its claims by (anchor word, type).

    With a teacher's `chances`, `trust` (0 to 1) says how much the annotation counts beside them.
    """

    name: str
    words: Words
    pieces: list[tuple[int, ...]]
    convention: int
    cues: Mapping[int, Target]
    claims: Mapping[tuple[int, int], Target] = field(default_factory=dict)
    chances: Chances | None = None
    trust: float = 1.0


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
