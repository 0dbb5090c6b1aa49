"""Sketch: few numbers that stand for a text's runs of words, so that like texts are found without comparing all.

Words are hashed by BLAKE2 and mixed by fixed constants (SplitMix64), so that a sketch is the same on every
machine, in every version of every library; a record may keep it. MinHash: the least of a set of hashes is the
same for two sets as often as they are alike (Broder 1997); bands of two such numbers find pairs (LSH).
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
_MOST = np.uint64(2**64 - 1)


def hash_runs(words: Sequence[str]) -> Hashes:
    """One hash for each run of four words, in their order; none for fewer than four words."""
    one = np.fromiter(map(hash_word, words), dtype=np.uint64, count=len(words))
    count = max(0, len(words) - SHINGLE + 1)
    runs = np.zeros(count, dtype=np.uint64)
    for step in range(SHINGLE):
        runs = runs * _BASE + one[step : step + count]
    return _mix(runs)


def hash_words(words: Sequence[str]) -> Hashes:
    """One hash for each word."""
    return np.fromiter(map(hash_word, words), dtype=np.uint64, count=len(words))


def find_bands(hashes: Hashes, *, bands: int, rows: int) -> list[int]:
    """One number for each band of `rows` minima; none for an empty set."""
    if not len(hashes):
        return []
    seeds = _seeds(bands * rows)
    least = _mix(hashes[None, :] ^ seeds[:, None]).min(axis=1).reshape(bands, rows)
    joined = least[:, 0]
    for row in range(1, rows):
        joined = _mix(joined * _BASE + least[:, row])
    found: list[int] = joined.tolist()
    return found


def find_least(hashes: Hashes, stretches: Sequence[tuple[int, int]], *, seed: int) -> list[int]:
    """The least number of each stretch, from its start to its end, none of them empty."""
    if not stretches:
        return []
    mixed = _mix(hashes ^ _seeds(seed + 1)[seed])
    edges = np.array([edge for stretch in stretches for edge in stretch])
    # One more number than there are, so that the last stretch may end where they end.
    found: list[int] = np.minimum.reduceat(np.append(mixed, _MOST), edges)[::2].tolist()
    return found


@lru_cache(maxsize=200_000)
def hash_word(word: str) -> int:
    """A word's hash, of 64 bits."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _mix(numbers: Hashes) -> Hashes:
    numbers = (numbers ^ (numbers >> np.uint64(30))) * _MIX[0]
    numbers = (numbers ^ (numbers >> np.uint64(27))) * _MIX[1]
    return numbers ^ (numbers >> np.uint64(31))


@lru_cache(maxsize=100)
def _seeds(count: int) -> Hashes:
    return _mix(np.arange(1, count + 1, dtype=np.uint64) * _BASE)
