"""Spelling: how near the words are to a name of a known place."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

from sayso.model.place import KnownPlace

_SAME, _ALIAS, _UNLIKE_SCRIPT = 1.0, 0.97, 0.75


def likeness(words: str, place: KnownPlace) -> float:
    """0 to 1: 1 the place's own name, 0.97 another name of it, below by the letters shared.

    Words in a script that the place has no name in are 0.75: the gazetteer found it by sound.
    """
    ours = _letters(words)
    if ours == _letters(place.name):
        return _SAME
    others = [_letters(name) for name in place.names]
    if ours in others:
        return _ALIAS
    if not ours.isascii():
        return _UNLIKE_SCRIPT
    best = max((fuzz.ratio(ours, name) for name in (_letters(place.name), *others)), default=0.0)
    return min(0.95, best / 100)


_MARKS = re.compile(r"['’`ʿʾ‘ʻʼ.]")
_ARTICLE = re.compile(r"^(?:the|al|el|as|ash|ad|ar|at|az|an)\b[\s\-]+")
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=100_000)
def _letters(name: str) -> str:
    """Small letters without accents, articles, apostrophes and dots, the words parted by a space."""
    plain = unicodedata.normalize("NFKD", name[:200].casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = _ARTICLE.sub("", _MARKS.sub("", plain).replace("_", " "))
    return " ".join(_WORD.findall(plain))
