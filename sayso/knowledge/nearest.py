"""Nearest: the known word that a mistyped one was meant for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

_LEAST = 65  # of 100: "contry" for "country" is 92, "spokesperson" for "spokesman" 67, "alias" for "names" 40
_LEAST_OF_IDS = 80  # there are many more of them: "united-nations" for "united-states" is 74
_LONGEST = 100  # characters; what is longer is no mistyped word
_MOST = 50  # answers of a list: a table whose every line is wrong does not need each line mended


def find_nearest(word: str, known: Iterable[str], *, least: float = _LEAST) -> str | None:
    """The known word most like it, None if none is."""
    if len(word) > _LONGEST:
        return None
    found = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=least)
    return str(found[0]) if found else None


@dataclass(slots=True)
class Keys:
    """The ids of all entries, asked for the nearest to one that there is not."""

    known: Collection[str]
    asked: int = 0

    def __contains__(self, key: str) -> bool:
        return key in self.known

    def describe_missing(self, key: str) -> str:
        """That there is no entry of that id, with the nearest id there is."""
        self.asked += 1
        near = find_nearest(key, self.known, least=_LEAST_OF_IDS) if self.asked <= _MOST else None
        way = f"write “{near}”, or add it" if near else "add it, or leave this out"
        return f"there is no entry “{key}”; {way}"
