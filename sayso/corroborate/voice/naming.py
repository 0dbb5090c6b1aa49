"""Naming: the words of a name, compared as a reader does who meets "the ministry" after "the Ministry of Defence"."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
# Words that belong to no name: articles, of whom, the Romance articles that a hyphen or an apostrophe cuts off.
_FILLER = frozenset(
    re.findall(r"\w+", "the a an of for in at on from to and its his her their our this that s l d de du la le")
)
_TAIL = re.compile(r"\s+(?:of|for|to|in|at|from|on|who|whom|which|that|close|near|d['’]|de|du)\b.*|,.*", re.I | re.S)
# Of the letters, in order: where one report has it from the other, and anywhere within one event.
ALIKE, ALIKE_ANYWHERE = 0.8, 0.9
_FULL = 2  # words; a surname alone may be anybody's
# Every side has these: alone they name no one body.
_COMMON_HEADS = frozenset(
    re.findall(
        r"\w+",
        "army forces force troops government state authorities military command fighters soldiers people men side "
        "sides spokesman spokeswoman spokesperson commander officer leader minister",
    )
)
# What sort of body a name is of: a short form leaves it out.
_SORTS = frozenset(
    re.findall(
        r"\w+",
        "society organisation organization association agency relief aid foundation committee group movement party "
        "union federation network team mission institute centre center company corporation limited service front",
    )
)


@lru_cache(maxsize=20_000)
def name_words(text: str) -> frozenset[str]:
    """The words of a name without articles and prepositions: {"defence", "ministry"} for "Ministry of Defence"."""
    return frozenset(word for word in _words(text) if word not in _FILLER)


@lru_cache(maxsize=20_000)
def head_word(text: str) -> str | None:
    """What the named is: the last word before "of" and the like ("ministry"); None where no word is left."""
    found = [word for word in _words(_TAIL.sub("", text, count=1)) if word not in _FILLER]
    return found[-1] if found else None


def is_same_name(left: str, right: str) -> bool:
    """Whether two names have the same words ("the mayor of Tar", "Tar's mayor")."""
    return bool(name_words(left)) and name_words(left) == name_words(right)


def is_short_for(short: str, full: str) -> bool:
    """Whether one name can stand for a longer one: the same head, or its first words without what sort of body it is.

    "the ministry" for "Ministry of Defence", "the Red Lamp" for "Red Lamp Relief Society"; never "the army" for
    "Liberation Army": every side has an army.
    """
    mine, theirs = name_words(short), name_words(full)
    if not mine < theirs or mine <= _COMMON_HEADS:
        return False
    return head_word(short) == head_word(full) or (len(mine) > 1 and theirs - mine <= _SORTS)


@lru_cache(maxsize=20_000)
def is_spelled_alike(left: str, right: str, *, least: float = ALIKE) -> bool:
    """Whether two names of two words or more are one name spelled by two hands ("Saw Lin Te", "Saw Linte")."""
    if min(len(name_words(left)), len(name_words(right))) < _FULL:
        return False
    one, other = _letters(left), _letters(right)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    # The quick ratios are never less than the ratio, and settle most pairs.
    ratios = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    return bool(one and other) and all(ratio() >= least for ratio in ratios)


@lru_cache(maxsize=20_000)
def _letters(name: str) -> str:
    """The letters and digits of a name in lower case, without accents."""
    return "".join(_words(_plain(name)))


def _plain(text: str) -> str:
    """The letters without their accents."""
    return "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))


def _words(text: str) -> list[str]:
    return [match.group().casefold() for match in _WORD.finditer(text)]
