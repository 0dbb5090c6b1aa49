"""Intervals: how far a figure would vary over other documents, by drawing documents with replacement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.float64]
#: From counts summed over documents (any leading axes, then those of one document) to a figure in per cent, NaN where
#: there is nothing to score.
Figure = Callable[[Counts], Counts]
ROUNDS = 1000


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure in per cent and the ends of its 95 % interval; all NaN where there is nothing to score."""

    figure: float
    low: float
    high: float

    def __str__(self) -> str:
        if np.isnan(self.figure):
            return "–"
        return f"{self.figure:.1f} [{self.low:.1f}, {self.high:.1f}]"


def estimate(counts: Counts, figure: Figure, *, seed: int = 0, rounds: int = ROUNDS) -> Estimate:
    """The figure over all documents (first axis of `counts`) and its interval; the same counts give the same."""
    documents, whole = len(counts), float(_quiet(figure, counts.sum(axis=0)))
    if np.isnan(whole):
        return Estimate(whole, whole, whole)
    flat = counts.reshape(documents, -1)
    chance = np.random.default_rng(seed)
    draws = chance.multinomial(documents, np.full(documents, 1 / documents), size=rounds)
    totals = (draws @ flat).reshape(rounds, *counts.shape[1:])
    low, high = np.nanquantile(_quiet(figure, totals), (0.025, 0.975))
    return Estimate(whole, float(low), float(high))


def f_score(counts: Counts) -> Counts:
    """F from right, found and wanted (last axis); 0 where nothing is right."""
    right, found, wanted = np.moveaxis(counts, -1, 0)
    return np.where(found + wanted > 0, 200 * right / (found + wanted), np.nan)


def recall(counts: Counts) -> Counts:
    """Right of wanted (last axis: right, found, wanted)."""
    share: Counts = 100 * counts[..., 0] / counts[..., 2]
    return share


def accuracy(confusion: Counts) -> Counts:
    """The share on the diagonal of tables of gold (rows) against answers (columns)."""
    share: Counts = 100 * np.trace(confusion, axis1=-2, axis2=-1) / confusion.sum(axis=(-2, -1))
    return share


def macro_f(confusion: Counts) -> Counts:
    """Mean F of the classes that gold has. Columns may be more than rows: answers that gold never gives."""
    scores, wanted = _class_scores(confusion)
    mean: Counts = np.nansum(np.where(wanted > 0, scores, 0), axis=-1) / (wanted > 0).sum(axis=-1)
    return mean


def weighted_f(confusion: Counts) -> Counts:
    """Mean F of the classes, each weighted by how often gold has it."""
    scores, wanted = _class_scores(confusion)
    mean: Counts = np.nansum(scores * wanted, axis=-1) / wanted.sum(axis=-1)
    return mean


def _class_scores(confusion: Counts) -> tuple[Counts, Counts]:
    classes = confusion.shape[-2]
    right = np.diagonal(confusion, axis1=-2, axis2=-1)
    wanted, found = confusion.sum(axis=-1), confusion.sum(axis=-2)[..., :classes]
    return f_score(np.stack([right, found, wanted], axis=-1)), wanted


def _quiet(figure: Figure, counts: Counts) -> Counts:
    with np.errstate(invalid="ignore", divide="ignore"):
        return figure(counts)
