"""Standing: where given words stand in a text, without a pattern compiled for every name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_EDGE = re.compile(r"\b")


def is_edge(text: str, at: int) -> bool:
    """Whether a word begins or ends at a place."""
    return _EDGE.match(text, at) is not None


def find_all(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each place where words stand in a text, also where these overlap."""
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def find_followed(words: str, behind: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What stands right behind the words where they begin a word, each stretch of text read once.

    As `re.finditer` with the words, escaped, between an edge and the pattern.
    """
    until = 0
    for start, end in find_all(words, text):
        if start >= until and is_edge(text, start) and (match := behind.match(text, end)):
            until = match.end()
            yield match


def is_led(words: str, before: re.Pattern[str], text: str, *, reach: int) -> bool:
    """Whether a pattern that ends where the words begin fits before them somewhere, and they end a word there.

    `reach` is how many characters the pattern can be long, and one more.
    """
    return any(
        is_edge(text, end) and before.search(text, max(0, start - reach), start) is not None
        for start, end in find_all(words, text)
    )


@lru_cache(maxsize=2_000)
def compile_once(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern made of words of a report ("captain"), kept: the same few come in every report."""
    return re.compile(pattern, flags)
