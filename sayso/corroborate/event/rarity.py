"""Rarity: how telling a shared word is, by how rare it is in reports on conflict at large.

The weights are fixed, never counted over the record: what two claims share weighs the same in any company.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import repeat

from sayso.corroborate.event.commonness import COMMON

_UNKNOWN = max(COMMON, default=0.5) + 0.5  # a word that the corpus hardly has


_WEIGHTS = {stem: weight for weight, stems in COMMON.items() for stem in stems.split()}


def weigh_count(count: int, total: int) -> float:
    """The weight of a word in `count` of `total` sentences."""
    return math.log(1 + total / count)


def weigh_word(stem: str) -> float:
    """How telling a stem is: 2.5 for one that is everywhere, about 9 for one that is unknown."""
    return _WEIGHTS.get(stem, _UNKNOWN)


def weigh(bag: Iterable[str]) -> float:
    """The weight of all words of a bag."""
    return sum(map(_WEIGHTS.get, bag, repeat(_UNKNOWN)))
