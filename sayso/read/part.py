"""Parts: a long text taken a piece at a time, so that what is held while reading does not grow with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

SIZE = 160_000  # characters a part: some 25,000 words; a shorter text is one part
# Seen before a part, and behind it: more words than an understood speaker can be away, or a cue's content reach
BEFORE = 4_000, 5_000
AFTER = 1_000, 2_000
_ENDS = (re.compile(r"\n"), re.compile(r"[.!?]\s"), re.compile(r"\s"))  # where to cut, best first


@dataclass(frozen=True)
class Part:
    """Characters `start` to `end` of a text are seen; what stands from `own_from` to `own_to` belongs to the part."""

    start: int
    end: int
    own_from: int
    own_to: int

    def owns(self, place: int) -> bool:
        return self.own_from <= place < self.own_to


def cut_parts(text: str) -> Iterator[Part]:
    """The parts of a text in order; every character belongs to exactly one. Cut at a line's end where there is one.

    A quotation that is open where a part begins to be seen is not known to be one: accepted.
    """
    cuts = [0]
    while len(text) - cuts[-1] > SIZE:
        cuts.append(_cut_in(text, cuts[-1] + SIZE // 2, cuts[-1] + SIZE))
    for own_from, own_to in pairwise([*cuts, len(text)]):
        start = 0 if own_from <= BEFORE[1] else _cut_in(text, own_from - BEFORE[1], own_from - BEFORE[0])
        end = len(text) if own_to + AFTER[1] >= len(text) else _cut_in(text, own_to + AFTER[0], own_to + AFTER[1])
        yield Part(start, end, own_from, own_to)


def _cut_in(text: str, least: int, most: int) -> int:
    """The last good place to cut between two places; the last of all where there is none."""
    for end in _ENDS:
        *_, last = (None, *end.finditer(text, least, most))
        if last is not None:
            return last.end()
    return most
