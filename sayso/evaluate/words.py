"""Words as the scores count them: runs of letters and digits, lower case; punctuation never counts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeVar

#: Words too common to show that two wordings name the same thing.
WEAK = frozenset(
    {"a", "an", "the", "of", "and", "in", "on", "at", "to", "for", "by", "from", "s", "that", "this"}
    | {"its", "their", "his", "her", "was", "were", "is", "are", "be", "had", "has", "have", "al", "el"}
)
_T = TypeVar("_T")
_WORD = re.compile(r"[^\W_]+")
GAP = "…"


def list_words(text: str | None) -> list[str]:
    """The words of a text in order; none for no text."""
    return _WORD.findall((text or "").lower())


def list_word_places(text: str) -> list[tuple[int, int]]:
    """Start and end of each word, as character offsets."""
    return [match.span() for match in _WORD.finditer(text)]


def strong_words(text: str | None) -> frozenset[str]:
    """The words that tell: all but the weak ones, or all if there are only weak ones."""
    everything = frozenset(list_words(text))
    return everything - WEAK or everything


def share_half(left: frozenset[_T], right: frozenset[_T]) -> bool:
    """Whether both share at least half of the smaller one; an empty one shares nothing."""
    return bool(left and right) and len(left & right) / min(len(left), len(right)) >= 0.5


def find_words(quoted: str, text: str) -> range | None:
    """The words of `text` that `quoted` covers, from its first to its last: a range of word indexes.

    The first occurrence counts; `…` in `quoted` is a gap, which is covered too. None if the words
    do not stand there in this order.
    """
    heard = _hear(text)
    first, after = None, 0
    for part in quoted.split(GAP):
        wanted = tuple(list_words(part))
        place = _find_run(wanted, heard, after)
        if place is None:
            return None
        first = place if first is None else first
        after = place + len(wanted)
    return range(first or 0, after)


def list_occurrences(quoted: str, text: str) -> list[range]:
    """Every stretch of `text`, as ranges of word indexes, that has the words of `quoted` in a row."""
    wanted = tuple(list_words(quoted))
    heard = _hear(text)
    found, at = [], _find_run(wanted, heard, 0) if wanted else None
    while at is not None:
        found.append(range(at, at + len(wanted)))
        at = _find_run(wanted, heard, at + 1)
    return found


@lru_cache(maxsize=32)
def _hear(text: str) -> tuple[str, ...]:
    """The words of a report, kept while claim after claim is looked up in it."""
    return tuple(text[start:end].lower() for start, end in list_word_places(text))


def _find_run(wanted: tuple[str, ...], heard: tuple[str, ...], after: int) -> int | None:
    """Index in `heard`, not before `after`, at which all of `wanted` stands in a row."""
    for index in range(after, len(heard) - len(wanted) + 1):
        if heard[index : index + len(wanted)] == wanted:
            return index
    return None
