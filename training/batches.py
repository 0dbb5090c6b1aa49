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
from sayso.read.words import Ints
from training.names import Names
from training.targets import Annotated, Halves, Shares

EDGE = 8  # words at a cut end of a window are not asked about
MASKED = 0.05  # of the words, hidden while training
CAPITALS, SMALL, UNQUOTED = 0.06, 0.04, 0.1  # of the windows, in one case or without their quotation marks
LOWER, CAPITAL, UPPER, MIXED = 1, 2, 3, 4  # `sayso.read.words.letter_case`
Item = tuple[Annotated, Window]


@dataclass(frozen=True)
class Noise:
    """How texts are varied while training: the corpus is small."""

    names: Names
    chance: random.Random


@dataclass(frozen=True)
class Anchors:
    """Anchors in a batch: row, word, kind, and the targets about them as shares of each layer's labels (anchors, words,
    labels), of stances, of voices; all nought where nothing is known.
    """

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
    """Items of one convention as tensors; with `noise`, words are hidden, names swapped, looks changed."""
    batch = batch_windows([(a.words, _pieces(a, wordpiece, noise), w) for a, w in items], wordpiece=wordpiece)
    if noise is not None:
        for row in range(len(items)):
            _change_looks(batch.looks[row], noise.chance)
    arrays = [
        torch.from_numpy(x) for x in (batch.ids, batch.looks, batch.mask, batch.first, batch.counts, batch.breaks)
    ]
    asked, is_cue, is_claim = _anchor_targets(items, batch.first.shape)
    cues = [
        (row, word - w.start, a.convention, target.shares(a.trust))
        for row, (a, w) in enumerate(items)
        for word, target in a.cues.items()
        if w.start <= word < w.end and target.is_within(word, w.start, w.end)
    ]
    claims = [
        (row, word - w.start, kind, target.shares(a.trust))
        for row, (a, w) in enumerate(items)
        for (word, kind), target in a.claims.items()
        if w.start <= word < w.end and target.is_within(word, w.start, w.end)
    ]
    convention = items[0][0].convention
    return TrainingBatch(*arrays, convention, asked, is_cue, is_claim, _anchors(cues), _anchors(claims))


def _anchor_targets(items: Sequence[Item], shape: tuple[int, ...]) -> tuple[Tensor, Tensor, Tensor]:
    """Which words are asked about; how far each should be a cue, and a claim of each type."""
    asked, is_cue, is_claim = torch.zeros(shape), torch.zeros(shape), torch.zeros(*shape, len(TYPES))
    for row, (a, w) in enumerate(items):
        low = w.start + EDGE if w.start else 0
        high = w.end - EDGE if w.end < len(a.words) else w.end
        asked[row, low - w.start : high - w.start] = 1
        for word in a.cues:
            if w.start <= word < w.end:
                is_cue[row, word - w.start] = 1
        for word, kind in a.claims:
            if w.start <= word < w.end:
                is_claim[row, word - w.start, kind] = 1
        if a.chances is not None:
            _blend_chances(is_cue[row], a.chances.cues[w.start : w.end], a.trust)
            _blend_chances(is_claim[row], a.chances.claims[w.start : w.end], a.trust)
    return asked, is_cue, is_claim


def _blend_chances(truth: Tensor, taught: Halves, trust: float) -> None:
    own = truth[: len(taught)]
    own.mul_(trust).add_(torch.from_numpy(taught.astype(np.float32)), alpha=1 - trust)


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


def _change_looks(looks: Ints, chance: random.Random) -> None:
    """Sometimes a window is all capitals (a cable), all small letters (a post), or has lost its quotation marks."""
    case, drawn = looks[:, 0], chance.random()
    if drawn < CAPITALS + SMALL:
        case[(case >= LOWER) & (case <= MIXED)] = UPPER if drawn < CAPITALS else LOWER
    if chance.random() < UNQUOTED:
        looks[:, 2] = 0


def _anchors(found: list[tuple[int, int, int, tuple[list[Shares], Shares, Shares]]]) -> Anchors | None:
    if not found:
        return None
    rows, words, kinds, targets = zip(*found, strict=True)
    each, stances, voices = zip(*targets, strict=True)
    layers = [torch.from_numpy(np.stack(layer)) for layer in zip(*each, strict=True)]
    stance, voice = torch.from_numpy(np.stack(stances)), torch.from_numpy(np.stack(voices))
    return Anchors(torch.tensor(rows), torch.tensor(words), torch.tensor(kinds), layers, stance, voice)
