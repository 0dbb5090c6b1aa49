"""Sound: the sounds of a word in Latin, Cyrillic or Arabic letters, and one key for all that sound alike."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.model.values.letter import Script, script_of, sound_out

LONGEST = 40  # a token with more letters is no word; such ones are compared as they stand
# Sounds that are one in a key; what is missing falls away.
_KEY = str.maketrans(
    {"p": "b", "v": "f", "q": "k", "g": "k", "G": "k", "x": "k", "J": "k", "Z": "k", "T": "t", "D": "d", "S": "s",
     "C": "s", "X": "s", "z": "s"}
    | dict.fromkeys("aeiouEOAWYMHQhyw", "")
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=200_000)
def sounds_of(token: str) -> str:
    """The sounds of a folded token."""
    return sound_out(token) if len(token) <= LONGEST else token


@lru_cache(maxsize=200_000)
def key_of(token: str) -> str:
    """The key of one folded token: its consonants by class, an empty one as the token itself."""
    if script_of(token) is Script.OTHER or any(letter.isdigit() for letter in token) or len(token) > LONGEST:
        return token
    bones = _DOUBLED.sub(r"\1", sounds_of(token).translate(_KEY))
    return bones or "a"
