"""Sounding: what of a text stands in another in other letters: its names as they sound, and its numbers.

Arabic has no capitals: any of its words may be a name, and a name of two consonants sounds like some word of any text;
so the longer a name, and the fewer sentences hold it, the more it tells.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sayso.corroborate.lineage.counting import count_in
from sayso.corroborate.matter import read_names
from sayso.model.values.letter import ARTICLES, Script, fold
from sayso.model.values.sound import key_of

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*")
_FEWEST_LETTERS, _FEWEST_SOUNDS, _FEWEST_OF_PAIR = 3, 2, 5
_ARTICLES = ARTICLES | {"the"}
_SCRIPTS = {
    Script.LATIN: re.compile(r"[A-Za-zÀ-ɏ]"),
    Script.CYRILLIC: re.compile(r"[\u0400-\u052f]"),
    Script.ARABIC: re.compile(r"[\u0620-\u064a\u066e-\u06d3]"),
}
_NOTHING = frozenset[str]()
_OPENING = 1_000  # characters of a text that tell its script
# Ukrainian and Belarusian write h with the letter that is g in Russian; h is no sound of a key.
_EAST_SLAVIC_H = re.compile(r"[іїєў]", re.I)
_PERSIAN = re.compile(r"[پچژگیک]")  # it writes v with the letter that is w, or a vowel, in Arabic
_CLITICS = re.compile(r"^(?:[وفبكلس]?ال|[وف]?لل|[وف]?[بكلس]|[وف])(?=\w{3})")
_CASES = re.compile(r"(?<=\w{3})(?:ами|ями|ого|его|ому|ему|ом|ем|ём|ам|ям|ах|ях|им|ым|их|ых|ой|ей|ою|ею|ів|ов)$")


@dataclass(frozen=True, slots=True)
class Sounding:
    """One sentence: its names with their keys, the keys that each of its words may have, in order, and its numbers.

    `names` is empty in a script without capitals; in others `forms` are empty for words that are no names.
    """

    names: tuple[tuple[str, str], ...]
    forms: tuple[frozenset[str], ...]
    numbers: frozenset[str]

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all words that may be names."""
        return frozenset[str]().union(*self.forms)

    @property
    def pairs(self) -> frozenset[str]:
        """Keys of two words that stand side by side, as a person's names do, with sounds enough to tell them."""
        beside = ((one, other) for left, right in pairwise(self.forms) for one in left for other in right)
        return frozenset(f"{one} {other}" for one, other in beside if len(one) + len(other) >= _FEWEST_OF_PAIR)


@lru_cache(maxsize=1_000)
def find_script(text: str) -> Script:
    """The script in which most letters of a text's beginning stand; OTHER if it has none that is known."""
    if text[:_OPENING].isascii():
        return Script.LATIN
    counts = {script: len(letters.findall(text[:_OPENING])) for script, letters in _SCRIPTS.items()}
    most = max(counts, key=lambda script: counts[script])
    return most if counts[most] else Script.OTHER


def sound_sentences(sentences: tuple[str, ...], script: Script) -> tuple[Sounding, ...]:
    """The sentences of one text, as they sound."""
    if script is Script.ARABIC:
        is_persian = len(_PERSIAN.findall(" ".join(sentences))) * 20 > sum(map(len, sentences))
        return tuple(Sounding((), _list_forms(each, is_persian=is_persian), count_in(each)) for each in sentences)
    has_h = bool(_EAST_SLAVIC_H.search(" ".join(sentences)))
    capitals = [_list_capitals(each) for each in sentences]
    known = {word for words in capitals for word in words[1:] if word}
    return tuple(
        _sound_capitals(words, known, count_in(each), has_h=has_h)
        for words, each in zip(capitals, sentences, strict=True)
    )


def _sound_capitals(words: Sequence[str], known: Collection[str], numbers: frozenset[str], *, has_h: bool) -> Sounding:
    """A sentence by its words with capitals; the first, which has one anyway, is a name if it is one elsewhere."""
    keyed = ((word, _key_name(word, has_h=has_h)) for word in dict.fromkeys(words) if word in known)
    forms = tuple(_form_name(word, has_h=has_h) if word else _NOTHING for word in words)
    return Sounding(tuple((word, key) for word, key in keyed if key), forms, numbers)


@lru_cache(maxsize=5_000)
def _list_capitals(sentence: str) -> tuple[str, ...]:
    """The words of a sentence in order, but for articles: those with a capital as they stand, the others empty."""
    found = (word for word in _WORD.findall(sentence) if word not in _ARTICLES)
    return tuple(_strip(word) if word[0].isupper() else "" for word in found)


@lru_cache(maxsize=50_000)
def _strip(word: str) -> str:
    """A word with a capital without "'s"; empty where it is too short for a name, or stands so in any report."""
    bare = word.removesuffix("'s").removesuffix("’s")
    return bare if len(bare) >= _FEWEST_LETTERS and bare.casefold() not in _ARTICLES and _tells(bare) else ""


def _tells(word: str) -> bool:
    """Whether a word is none of those that stand with a capital in reports on anything ("Monday", "General")."""
    return not word.isascii() or bool(read_names(f"a {word}"))


@lru_cache(maxsize=50_000)
def _form_name(word: str, *, has_h: bool) -> frozenset[str]:
    """The keys of a name as it stands and without an ending of Russian and Ukrainian."""
    return frozenset(key for form in {word, _CASES.sub("", word)} if (key := _key_name(form, has_h=has_h)))


@lru_cache(maxsize=50_000)
def _key_name(word: str, *, has_h: bool) -> str:
    """The key of a name; empty where it has too few sounds to tell it."""
    plain = fold(word)
    key = key_of(plain.replace("г", "").replace("ґ", "г") if has_h else plain)
    return key if len(key) >= _FEWEST_SOUNDS else ""


def _list_forms(sentence: str, *, is_persian: bool) -> tuple[frozenset[str], ...]:
    """The keys of the words of a sentence in Arabic letters, with and without what is written with them."""
    found = []
    for match in _WORD.finditer(sentence):
        word = fold(match.group())
        forms = {word, _CLITICS.sub("", word)}
        forms |= {form.replace("و", "ڤ") for form in forms} if is_persian else set()
        found.append(frozenset(key for form in forms if len(key := key_of(form)) >= _FEWEST_SOUNDS))
    return tuple(found)
