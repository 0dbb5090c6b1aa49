"""Windows of annotated texts as batches with their targets."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sayso.read.labels import POLNEAR, RULED, TYPES
from sayso.read.window import Window, batch_windows, cut_windows
from sayso.read.wordpiece import WordPiece
from training.names import Names
from training.targets import Annotated, Target

EDGE = 8  # words at a cut end of a window are not asked about
MASKED = 0.05  # of the words, hidden while training
Item = tuple[Annotated, Window]


@dataclass(frozen=True)
class Noise:
    """How texts are varied while training: the corpus is small."""

    names: Names
    chance: random.Random


@dataclass(frozen=True)
class Anchors:
    """Anchors in a batch: row, word, kind, and the targets about them."""

    row: Tensor
    word: Tensor
    kind: Tensor
    layers: list[Tensor]
    stance: Tensor
    voice: Tensor


@dataclass(frozen=True)
class TrainingBatch:
    """A batch; `asked` is 1 for words asked about; `is_*` are the anchors' targets."""

    ids: Tensor
    looks: Tensor
    mask: Tensor
    first: Tensor
    counts: Tensor
    breaks: Tensor
    convention: int
    asked: Tensor
    is_cue: Tensor
    is_claim: Tensor
    cues: Anchors | None
    claims: Anchors | None


def cut_items(annotated: Sequence[Annotated], *, length: int, margin: int) -> list[Item]:
    return [(a, window) for a in annotated for window in cut_windows(a.pieces, length=length, margin=margin)]


def group_items(items: list[Item], size: int, *, chance: random.Random) -> list[list[Item]]:
    """Batches of one convention and nearly one length, in random order."""
    batches = []
    for convention in (RULED, POLNEAR):
        some = [item for item in items if item[0].convention == convention]
        some.sort(key=lambda item: (_length(item) // 24, chance.random()))
        batches += [some[k : k + size] for k in range(0, len(some), size)]
    chance.shuffle(batches)
    return batches


def _length(item: Item) -> int:
    annotated, window = item
    return sum(len(p) for p in annotated.pieces[window.start : window.end])


def make_batch(items: Sequence[Item], *, wordpiece: WordPiece, noise: Noise | None = None) -> TrainingBatch:
    """Items of one convention as tensors; with `noise`, some words are hidden and some names swapped."""
    batch = batch_windows([(a.words, _pieces(a, wordpiece, noise), w) for a, w in items], wordpiece=wordpiece)
    shape = batch.first.shape
    asked, is_cue, is_claim = torch.zeros(shape), torch.zeros(shape), torch.zeros(*shape, len(TYPES))
    cues: list[tuple[int, int, int, Target]] = []
    claims: list[tuple[int, int, int, Target]] = []
    for row, (a, w) in enumerate(items):
        low = w.start + EDGE if w.start else 0
        high = w.end - EDGE if w.end < len(a.words) else w.end
        asked[row, low - w.start : high - w.start] = 1
        for word, target in a.cues.items():
            if w.start <= word < w.end:
                is_cue[row, word - w.start] = 1
                if target.is_within(word, w.start, w.end):
                    cues.append((row, word - w.start, a.convention, target))
        for (word, kind), target in a.claims.items():
            if w.start <= word < w.end:
                is_claim[row, word - w.start, kind] = 1
                if target.is_within(word, w.start, w.end):
                    claims.append((row, word - w.start, kind, target))
    arrays = [
        torch.from_numpy(x) for x in (batch.ids, batch.looks, batch.mask, batch.first, batch.counts, batch.breaks)
    ]
    convention = items[0][0].convention
    return TrainingBatch(*arrays, convention, asked, is_cue, is_claim, _anchors(cues), _anchors(claims))


def _pieces(a: Annotated, wordpiece: WordPiece, noise: Noise | None) -> list[tuple[int, ...]]:
    if noise is None:
        return a.pieces
    chance, swapped = noise.chance, noise.names.swap(a.words, chance=noise.chance)
    pieces = list(a.pieces)
    for n, word in enumerate(a.words.strings):
        if word in swapped:
            pieces[n] = wordpiece.pieces(swapped[word])
        if chance.random() < MASKED:
            pieces[n] = (wordpiece.mask,) * len(pieces[n])
    return pieces


def _anchors(found: list[tuple[int, int, int, Target]]) -> Anchors | None:
    if not found:
        return None
    rows, words, kinds, targets = zip(*found, strict=True)
    layers = [torch.from_numpy(np.stack(layer)) for layer in zip(*(t.layers for t in targets), strict=True)]
    stance, voice = torch.tensor([t.stance for t in targets]), torch.tensor([t.voice for t in targets])
    return Anchors(torch.tensor(rows), torch.tensor(words), torch.tensor(kinds), layers, stance, voice)
