"""A pair head asked about anchors: which words about each are what to it, and the anchor's stance and voice."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import onnxruntime

from sayso.read.labelling import IMPOSSIBLE, Floats, best_labels
from sayso.read.stretch import Stretch
from sayso.read.words import Ints

Anchor = tuple[int, int]  # a word of the text, and its kind: a convention, or a claim's type
Labels = npt.NDArray[np.int8]

TOGETHER = 6  # anchors in one run of the graph: their numbers stay in a core's cache
MANY = 48  # anchors whose labels are chosen at once: bounds memory
NARROW = 32  # words on either side looked at first: 97 % of what is found lies within
EDGE = 8  # a label this near the end of what was looked at: look as far as the head can
PARAGRAPHS, SENTENCES = 3, 6  # breaks between anchor and word are counted up to these


@dataclass(frozen=True)
class About:
    """What a head says of an anchor: a label for each word about it by layer, the anchor in the middle;
    log-probabilities of the first layer's labels and of stances; probabilities of voices.
    """

    anchor: Anchor
    labels: tuple[Labels, ...]
    first_layer: Floats
    stance: Floats
    voice: Floats

    @property
    def reaches_edge(self) -> bool:
        """Does it go on, perhaps, beyond what was looked at?"""
        return any(bool(layer[:EDGE].any() or layer[-EDGE:].any()) for layer in self.labels)


@dataclass(frozen=True)
class PairHead:
    """A graph, how far it sees, and what it may not say (`rule` changes log-probabilities of the layers in place)."""

    graph: onnxruntime.InferenceSession
    reach: int
    rule: Callable[[list[Floats]], None]

    def ask(
        self,
        stretch: Stretch,
        near: Floats,
        breaks: Ints,
        anchors: Sequence[Anchor],
        *,
        is_far: Callable[[About], bool] = lambda about: False,
    ) -> Iterator[About]:
        """About each anchor, in order. `near` is what the head sees of the stretch, `breaks` are those of the text.

        Where `is_far` says so of a first look, it looks as far as it can.
        """
        for some in _chunks(anchors, MANY):
            found = self._look(stretch, near, breaks, some, min(NARROW, self.reach))
            far = [n for n, about in enumerate(found) if about.reaches_edge or is_far(about)]
            for n, about in zip(
                far, self._look(stretch, near, breaks, [some[n] for n in far], self.reach), strict=True
            ):
                found[n] = about
            yield from found

    def _look(self, stretch: Stretch, near: Floats, breaks: Ints, anchors: Sequence[Anchor], reach: int) -> list[About]:
        if not anchors:
            return []
        runs = [self._run(stretch, near, breaks, some, reach) for some in _chunks(anchors, TOGETHER)]
        *layers, stances, voices = (np.concatenate(parts) for parts in zip(*runs, strict=True))
        self.rule(layers)
        labels = [best_labels(layer) for layer in layers]
        return [
            About(anchor, tuple(layer[n] for layer in labels), layers[0][n], stances[n], voices[n])
            for n, anchor in enumerate(anchors)
        ]

    def _run(self, stretch: Stretch, near: Floats, breaks: Ints, anchors: Sequence[Anchor], reach: int) -> list[Floats]:
        """One run of the graph; a word that does not exist is outside in every layer."""
        word, kind = (np.array(column, dtype=np.int64) for column in zip(*anchors, strict=True))
        index = word[:, None] + np.arange(-reach, reach + 1)
        end = stretch.start + len(near)
        exists = (index >= stretch.start) & (index < end)
        index = index.clip(stretch.start, end - 1)
        given = {
            "states": stretch.states[word - stretch.start],
            "near": near[index - stretch.start],
            "valid": exists.astype(np.float32),
            "breaks": _apart(breaks, index, word),
            "kind": kind,
        }
        outputs: list[Floats] = self.graph.run(None, given)
        for layer in outputs[:-2]:
            layer[~exists] = IMPOSSIBLE
            layer[~exists, 0] = 0
        return outputs


def _apart(breaks: Ints, index: Ints, word: Ints) -> Ints:
    """Paragraph and sentence breaks between anchors and the words about them, from 0 on."""
    apart = breaks[index] - breaks[word][:, None]
    limits = np.array([PARAGRAPHS, SENTENCES])
    found: Ints = apart.clip(-limits, limits) + limits
    return found


def _chunks(anchors: Sequence[Anchor], size: int) -> Iterator[Sequence[Anchor]]:
    return (anchors[k : k + size] for k in range(0, len(anchors), size))
