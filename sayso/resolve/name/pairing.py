"""Pairing: which of many names may be spellings of one, found without comparing each with each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from sayso.resolve.name.comparison import SAME_LETTERS
from sayso.resolve.name.parsing import parse_name
from sayso.resolve.name.sound import MOST_APART, key_of

_FEW = 5  # names that are compared one by one sooner than laid out
_AT_ONCE = 500  # names that are looked up in one go: what that holds in memory is bounded

Mask = NDArray[np.bool_]


def find_pairs(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of places (the lower first) in their order: none that `compare_names` finds to be spellings is missed.

    Of two names of one word each nothing is known beforehand. Of others the last word but one is a spelling of the
    other's, or stands for it by its letter; or all words joined sound alike.
    """
    if len(names) <= _FEW:
        yield from combinations(range(len(names)), 2)
        return
    rows = [parse_name(name).tokens for name in names]
    before = [tokens[-2] if len(tokens) > 1 else "" for tokens in rows]
    joined = [key_of("".join(tokens)) for tokens in rows]
    counts = np.array([len(tokens) for tokens in rows])
    for start in range(0, len(names), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        apart = counts[some, None] - counts
        alone = (counts[some, None] == 1) & (counts == 1)
        beside = (counts[some, None] > 1) & (counts > 1)
        may_be = alone | (beside & _find_near(before, some)) | ((abs(apart) == 1) & _sound_near(joined, some))
        for one, other in np.argwhere(may_be).tolist():
            if start + one < other:
                yield start + one, other


def _find_near(words: Sequence[str], some: slice) -> Mask:
    """Which words may be spellings of some of them, or one the first letter of the other."""
    same = process.cdist(words[some], words, scorer=fuzz.ratio, score_cutoff=SAME_LETTERS) >= SAME_LETTERS
    first = np.array([word[:1] for word in words])
    is_letter = np.array([len(word) == 1 for word in words])
    lettered = (is_letter[some, None] | is_letter) & (first[some, None] == first)
    near: Mask = same | lettered | _sound_near([key_of(word) for word in words], some)
    return near


def _sound_near(keys: Sequence[str], some: slice) -> Mask:
    found: NDArray[Any] = process.cdist(keys[some], keys, scorer=Levenshtein.distance, score_cutoff=MOST_APART)
    near: Mask = found <= MOST_APART
    return near
