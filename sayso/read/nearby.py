"""Of things in order of their words, those near a word: long texts are decoded in time that grows with their length."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Protocol, TypeVar


class Placed(Protocol):
    """Something that stands at a word."""

    @property
    def word(self) -> int: ...


Thing = TypeVar("Thing", bound=Placed)


def nearby(things: Sequence[Thing], word: int, reach: int) -> Sequence[Thing]:
    """The things that stand at most `reach` words from a word; they must come in order."""
    first = bisect_left(things, word - reach, key=lambda thing: thing.word)
    last = bisect_right(things, word + reach, key=lambda thing: thing.word)
    return things[first:last]
