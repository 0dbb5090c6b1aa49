"""Wording: the words of a claim or a report, reduced so that two tellings of one thing share them.

A stem is the word without its ending, irregular forms brought home ("took" is "take"), names of peoples
brought to their country ("Ardanian" is "Ardania"), and words of one meaning brought to one (`senses.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.corroborate.senses import GROUPS, IRREGULAR, WEAK

_WORD = re.compile(r"[^\W_]+(?:[-][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")  # of a word with hyphens, or the whole
_WEAK_STEMS = frozenset({*WEAK, ""})
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’']?\s+|\n+")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "edly", "ies", "ied", "ed", "es", "ers", "er", "ly", "s")
_PEOPLES = ("ians", "ian", "eans", "ean", "ans", "an", "ish", "ese", "ers", "is", "ia", "ea", "i", "a", "s", "y")


@lru_cache(maxsize=5_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, in order."""
    return tuple(word.casefold() for word in _WORD.findall(text))


@lru_cache(maxsize=1_000)
def sentences(text: str) -> tuple[tuple[int, str], ...]:
    """The sentences of a text with the offset at which each begins; a line break ends one."""
    found, start = [], 0
    for match in _SENTENCE.finditer(text):
        found.append((start, text[start : match.start()]))
        start = match.end()
    found.append((start, text[start:]))
    return tuple((at, sentence) for at, sentence in found if sentence.strip())


@lru_cache(maxsize=10_000)
def stems(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning, numbers included; weak words are left out."""
    return frozenset(map(stem_word, _PART.findall(text))) - _WEAK_STEMS


def write_out(texts: Iterable[str]) -> dict[str, str]:
    """The words of texts by their stems, as they are written first: "friday" for "frida"."""
    found: dict[str, str] = {}
    for word in (word for text in texts for word in _PART.findall(text)):
        found.setdefault(stem_word(word), word.casefold())
    return found


@lru_cache(maxsize=50_000)
def stem_word(word: str) -> str:
    """One word's stem; "" for a weak word."""
    low = word.casefold().removesuffix("’s").removesuffix("'s")
    if low in WEAK:
        return ""
    if low in IRREGULAR:
        low = IRREGULAR[low]
    if low in _SENSES:
        return _SENSES[low]
    stem = _cut(low, _PEOPLES if word[:1].isupper() else _ENDINGS, 3)
    return _SENSES.get(stem, stem)


def share(left: frozenset[str], right: frozenset[str]) -> float:
    """Shared words over the words of the smaller side, 0 to 1; 0 when one is empty."""
    if not left or not right:
        return 0.0
    return len(left & right) / min(len(left), len(right))


def _cut(word: str, endings: tuple[str, ...], keep: int) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= keep:
            stem = word.removesuffix(ending)
            return stem[:-1] if len(stem) > keep and stem[-1] == stem[-2] else stem.rstrip("e") or stem
    return word.rstrip("e") if len(word) > keep + 1 else word


def _senses() -> dict[str, str]:
    """Every word of a group, as it stands and without its ending, brought to the first word's stem."""
    found: dict[str, str] = {}
    for group in GROUPS:
        first, *others = group.split()
        for word in (first, *others):
            found.setdefault(word, first)
            found.setdefault(_cut(word, _ENDINGS, 3), first)
    return found


_SENSES = _senses()
