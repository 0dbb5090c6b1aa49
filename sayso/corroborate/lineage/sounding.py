"""Sounding: what of a text stands in another in other letters: its names as they sound, and its numbers.

Arabic has no capitals: any of its words may be a name, and a name of two consonants sounds like some word of any text;
so the longer a name, and the fewer sentences hold it, the more it tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.corroborate.lineage.counting import count_in
from sayso.corroborate.matter import read_names
from sayso.model.values.letter import Script, fold
from sayso.model.values.sound import key_of

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*")
_FEWEST_LETTERS, _FEWEST_SOUNDS = 3, 2
_ARTICLES = frozenset(["the", "al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ul"])
_SCRIPTS = {
    Script.LATIN: re.compile(r"[A-Za-zÀ-ɏ]"),
    Script.CYRILLIC: re.compile(r"[\u0400-\u052f]"),
    Script.ARABIC: re.compile(r"[\u0620-\u064a\u066e-\u06d3]"),
}
_OPENING = 1_000  # characters of a text that tell its script
# Ukrainian and Belarusian write h with the letter that is g in Russian; h is no sound of a key.
_EAST_SLAVIC_H = re.compile(r"[іїєў]", re.I)
_PERSIAN = re.compile(r"[پچژگیک]")  # it writes v with the letter that is w, or a vowel, in Arabic
_CLITICS = re.compile(r"^(?:[وفبكلس]?ال|[وف]?لل|[وف]?[بكلس]|[وف])(?=\w{3})")
_CASES = re.compile(r"(?<=\w{3})(?:ами|ями|ого|его|ому|ему|ом|ем|ём|ам|ям|ах|ях|им|ым|их|ых|ой|ей|ою|ею|ів|ов)$")


@dataclass(frozen=True, slots=True)
class Sounding:
    """One sentence: its names with their keys, the keys of all words that may be names, its numbers.

    `names` is empty in a script without capitals.
    """

    names: tuple[tuple[str, str], ...]
    keys: frozenset[str]
    numbers: frozenset[str]


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
        return tuple(Sounding((), _key_all(each, is_persian=is_persian), count_in(each)) for each in sentences)
    has_h = bool(_EAST_SLAVIC_H.search(" ".join(sentences)))
    known = {word for each in sentences for word in _find_capitals(each, first=False)}
    found = []
    for each in sentences:
        words = [word for word in _find_capitals(each, first=True) if word in known]
        names = tuple((word, key) for word in dict.fromkeys(words) if (key := _key_name(word, has_h=has_h)))
        found.append(Sounding(names, _key_capitals(each, has_h=has_h), count_in(each)))
    return tuple(found)


def _find_capitals(sentence: str, *, first: bool) -> Iterator[str]:
    """The words with a capital; `first`: also the one that begins the sentence, which has it anyway."""
    for place, match in enumerate(_WORD.finditer(sentence)):
        word = re.sub(r"[’']s$", "", match.group())
        is_name = word[:1].isupper() and len(word) >= _FEWEST_LETTERS and word.casefold() not in _ARTICLES
        if is_name and (first or place > 0) and _tells(word):
            yield word


@lru_cache(maxsize=50_000)
def _tells(word: str) -> bool:
    """Whether a word is none of those that stand with a capital in reports on anything ("Monday", "General")."""
    return not word.isascii() or bool(read_names(f"a {word}"))


def _key_capitals(sentence: str, *, has_h: bool) -> frozenset[str]:
    words = list(_find_capitals(sentence, first=True))
    bare = [_CASES.sub("", word) for word in words]
    return frozenset(key for word in (*words, *bare) if (key := _key_name(word, has_h=has_h)))


def _key_name(word: str, *, has_h: bool) -> str:
    """The key of a name; empty where it has too few sounds to tell it."""
    plain = fold(word)
    key = key_of(plain.replace("г", "").replace("ґ", "г") if has_h else plain)
    return key if len(key) >= _FEWEST_SOUNDS else ""


def _key_all(sentence: str, *, is_persian: bool) -> frozenset[str]:
    """The keys of all words of a sentence in Arabic letters, with and without what is written with them."""
    found = set[str]()
    for match in _WORD.finditer(sentence):
        word = fold(match.group())
        for form in {word, _CLITICS.sub("", word)}:
            found |= {key_of(form), *([key_of(form.replace("و", "ڤ"))] if is_persian and "و" in form else [])}
    return frozenset(key for key in found if len(key) >= _FEWEST_SOUNDS)
