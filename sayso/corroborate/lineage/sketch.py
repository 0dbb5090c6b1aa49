"""Sketch: runs of words as numbers, of which a fixed fraction stands for a text, so that like texts are found.

Words are hashed by BLAKE2 and mixed by fixed constants (SplitMix64), so that a sketch is the same on every
machine, in every version of every library; a record may keep it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

SHINGLE = 4
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


def hash_runs(words: Sequence[str]) -> Hashes:
    """One hash for each run of four words, in their order; none for fewer than four words."""
    one = np.fromiter(map(hash_word, words), dtype=np.uint64, count=len(words))
    count = max(0, len(words) - SHINGLE + 1)
    runs = np.zeros(count, dtype=np.uint64)
    for step in range(SHINGLE):
        runs = runs * _BASE + one[step : step + count]
    return _mix(runs)


@lru_cache(maxsize=200_000)
def hash_word(word: str) -> int:
    """A word's hash, of 64 bits."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _mix(numbers: Hashes) -> Hashes:
    numbers = (numbers ^ (numbers >> np.uint64(30))) * _MIX[0]
    numbers = (numbers ^ (numbers >> np.uint64(27))) * _MIX[1]
    return numbers ^ (numbers >> np.uint64(31))
