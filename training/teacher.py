"""A larger network's answers as targets for the small one."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from sayso.read.labels import CLAIM_LAYERS, CLAIM_REACH, CUE_LAYERS, CUE_REACH, RULED, TYPES
from sayso.read.window import Window
from sayso.read.wordpiece import WordPiece
from sayso.read.words import split_words
from training.batches import cut_items, make_batch
from training.network import Network, PairHead
from training.targets import IGNORED, Annotated, Chances, Halves, Target, Taught, empty_labels

log = logging.getLogger(__name__)

TRUST = 0.5  # how much the annotation counts beside the teacher's answers
LIKELY = 0.3  # anchors of an unannotated text are those that the teacher finds as likely as this
SAID_EVERY = 100  # texts

Anchor = tuple[int, int]  # word, kind


def teach(annotated: Sequence[Annotated], teacher: Network, *, wordpiece: WordPiece) -> list[Annotated]:
    """Annotated texts with the teacher's opinion of every word, and of every annotated anchor."""
    return [replace(a, trust=TRUST) for a in _with_answers(annotated, teacher, wordpiece)]


def annotate_by(texts: Iterable[tuple[str, str]], teacher: Network, *, wordpiece: WordPiece) -> list[Annotated]:
    """Unannotated texts (name, text) as the teacher reads them."""
    bare = []
    for name, text in texts:
        words = split_words(text)
        if len(words):
            bare.append(Annotated(name, words, [wordpiece.pieces(w) for w in words.strings], RULED, {}, trust=0.0))
    return list(_with_answers(bare, teacher, wordpiece))


@torch.no_grad()
def _with_answers(annotated: Sequence[Annotated], teacher: Network, wordpiece: WordPiece) -> Iterator[Annotated]:
    teacher.eval()
    for n, a in enumerate(annotated):
        if n % SAID_EVERY == 0:
            log.info("teacher: %d of %d texts", n, len(annotated))
        yield _answer(a, teacher, wordpiece)


def _answer(a: Annotated, teacher: Network, wordpiece: WordPiece) -> Annotated:
    chances = Chances(np.zeros(len(a.words), np.float16), np.zeros((len(a.words), len(TYPES)), np.float16))
    cues, claims = dict(a.cues), dict(a.claims)
    for _, window in cut_items([a], length=384, margin=32):
        batch = make_batch([(a, window)], wordpiece=wordpiece)
        with torch.autocast("cpu", torch.bfloat16):
            states, cue, claim = teacher.words(batch.ids, batch.looks, batch.mask, batch.first)
        kept = slice(window.keep_from, window.keep_to)
        inside = slice(window.keep_from - window.start, window.keep_to - window.start)
        chances.cues[kept] = _half(cue[0, inside, a.convention].sigmoid())
        chances.claims[kept] = _half(claim[0, inside].sigmoid())
        ask = _Question(teacher, states, batch.counts, batch.breaks, window)
        own = [(word, a.convention) for word in a.cues]
        asked = _asked(own, chances.cues[:, None], window, is_bare=a.trust == 0)  # bare texts are RULED, kind 0
        for anchor, taught in ask.about(teacher.cue_pair, asked):
            cues[anchor[0]] = replace(cues.get(anchor[0]) or _target(taught, CUE_REACH, len(CUE_LAYERS)), taught=taught)
        if a.convention == RULED:
            anchors = _asked(a.claims, chances.claims, window, is_bare=a.trust == 0)
            for anchor, taught in ask.about(teacher.claim_pair, anchors):
                claims[anchor] = replace(
                    claims.get(anchor) or _target(taught, CLAIM_REACH, len(CLAIM_LAYERS)), taught=taught
                )
    return replace(a, cues=cues, claims=claims, chances=chances)


def _asked(annotated: Iterable[Anchor], chances: Halves, window: Window, *, is_bare: bool) -> list[Anchor]:
    """The anchors (word, kind) that a window keeps: the annotated ones, and in a bare text those that are likely."""
    if not is_bare:
        return [(word, kind) for word, kind in annotated if window.keep_from <= word < window.keep_to]
    likely = np.argwhere(chances[window.keep_from : window.keep_to] > LIKELY)
    return [(int(word) + window.keep_from, int(kind)) for word, kind in likely]


class _Question:
    """A window's states, and what the teacher's pair heads say about anchors in it."""

    def __init__(self, teacher: Network, states: Tensor, counts: Tensor, breaks: Tensor, window: Window) -> None:
        self._teacher, self._states, self._counts, self._breaks, self._window = teacher, states, counts, breaks, window

    def about(self, head: PairHead, anchors: list[Anchor]) -> Iterator[tuple[Anchor, Taught]]:
        """Each anchor (word of the text, kind) with the answer about it."""
        if not anchors:
            return
        word = torch.tensor([w - self._window.start for w, _ in anchors])
        kind = torch.tensor([k for _, k in anchors])
        with torch.autocast("cpu", torch.bfloat16):
            layers, stance, voice, valid = self._teacher.about(
                head, self._states, self._counts, self._breaks, torch.zeros_like(word), word, kind
            )
        layers = [layer.float().softmax(-1) * valid[..., None] for layer in layers]
        shares = [_half(x) for x in (*layers, stance.float().softmax(-1), voice.float().softmax(-1))]
        for n, anchor in enumerate(anchors):
            yield anchor, Taught(tuple(x[n] for x in shares[:-2]), shares[-2][n], shares[-1][n])


def _half(x: Tensor) -> Halves:
    return x.float().numpy().astype(np.float16)


def _target(taught: Taught, reach: int, count: int) -> Target:
    """The teacher's own answer as labels; of `count` layers, those that it does not know are unknown."""
    known = [empty_labels(reach) + x.argmax(-1) for x in taught.layers]
    layers = (*known, *(empty_labels(reach) + IGNORED for _ in range(count - len(known))))
    return Target(layers, int(taught.stance.argmax()), int(taught.voice.argmax()))
