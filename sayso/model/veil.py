"""Veil: words that are not shown, covered letter by letter wherever they stand, so that every offset stays.

A name is found in any letter case, with or without accents, hyphens and vowel signs, across a line's end, and
with an Arabic prefix or a Slavic ending. Rather a word too many is covered than one too few.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import cache, cached_property, lru_cache
from typing import Any, TypeVar, cast
from urllib.parse import unquote

#: What stands for each letter and digit that is not shown.
MARK = "█"

_Thing = TypeVar("_Thing")
_IGNORED = "\x01"  # stands for a character that makes no other name: an accent, a vowel sign, an apostrophe
_APOSTROPHES = "'’‘ʼʻʾʿ`´"
_TATWEEL = "ـ"
_ALIKE = {"ى": "ي", "ة": "ه", "ٱ": "ا"}
_LETTER = r"[^\W\d_]"
_LONGEST_SEEN, _MOST_SEEN = 300, 100_000  # letters of a text, and texts, that a veil remembers: some 20 MB
_BETWEEN_WORDS = r"[\W_]{0,3}"


class _Folding(dict[int, str]):
    """Each character as it is compared: one for one, so that places stay."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_letter(chr(code))
        return folded


def _fold_letter(letter: str) -> str:
    kind = unicodedata.category(letter)
    if letter in _APOSTROPHES or letter == _TATWEEL or kind in ("Mn", "Me", "Cf"):
        return _IGNORED
    if kind in ("Zs", "Zl", "Zp", "Pd", "Pc") or letter.isspace():
        return " "
    plain = [each for each in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(each)]
    return _ALIKE.get(plain[0], plain[0].casefold()[:1] or plain[0]) if plain else _IGNORED


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text as names are compared in it, of the same length."""
    return text.translate(_FOLDING)


def fold_name(name: str) -> str:
    """A name as it is compared: its words between single spaces; empty where it has no letter."""
    return " ".join(fold(name).replace(_IGNORED, "").split())


@dataclass(frozen=True)
class Veil:
    """Covers `words` (names or phrases) in whatever it is laid over; with none it covers nothing."""

    words: frozenset[str] = frozenset()

    def hides(self, text: str | None) -> bool:
        """Whether any of the words stands in the text."""
        return bool(text) and self.over_text(text or "") != text

    def over_text(self, text: str) -> str:
        """The text with its covered letters replaced one for one; an address that spells them in codes is covered."""
        if self._pattern is None or not text:
            return text
        if "%" in text and "://" in text and (plain := unquote(text)) != text and self.hides(plain):
            return self.over_text(plain)
        found = [match.span() for match in self._pattern.finditer(fold(text))]
        return cover(text, found) if found else text

    def find(self, text: str) -> list[tuple[int, int]]:
        """Where covered words stand: starts and ends."""
        return [match.span() for match in self._pattern.finditer(fold(text))] if self._pattern else []

    def over(self, thing: _Thing) -> _Thing:
        """Any value of ours with the words covered in all its texts, at any depth; the same value if none is there."""
        return thing if self._pattern is None else cast(_Thing, self._over(thing))

    def _over(self, thing: Any) -> Any:
        if isinstance(thing, str):
            return thing if isinstance(thing, Enum) or _is_identifier(thing) else self._over_once(thing)
        if thing is None or isinstance(thing, (int, float, Enum)):
            return thing
        if isinstance(thing, (tuple, list, frozenset)):
            covered = [self._over(each) for each in thing]
            same = all(one is other for one, other in zip(covered, thing, strict=True))
            return thing if same else type(thing)(covered)
        if isinstance(thing, dict):
            return {key: self._over(value) for key, value in thing.items()}
        if is_dataclass(thing) and not isinstance(thing, type):
            return self._over_record(thing)
        return thing

    def _over_record(self, thing: Any) -> Any:
        changed = {}
        for name in names_of(cast(Hashable, type(thing))):
            value = getattr(thing, name)
            if (covered := self._over(value)) is not value:
                changed[name] = covered
        return replace(thing, **changed) if changed else thing

    def _over_once(self, text: str) -> str:
        """As `over_text`; names and outlets stand in a record many times."""
        if len(text) > _LONGEST_SEEN:
            return self.over_text(text)
        found = self._seen.get(text)
        if found is None:
            if len(self._seen) >= _MOST_SEEN:
                self._seen.clear()
            found = self._seen[text] = self.over_text(text)
        return found

    @cached_property
    def _seen(self) -> dict[str, str]:
        return {}

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """One expression for all words, the longest first; None where there is nothing to cover."""
        folded = {fold_name(word) for word in self.words}
        usable = sorted((word for word in folded if len(word) > 1), key=lambda word: (-len(word), word))
        return re.compile("|".join(map(_write_pattern, usable))) if usable else None


@lru_cache(maxsize=4)
def veil_of(words: frozenset[str]) -> Veil:
    """The veil that covers these words: the same one each time, so that it remembers what it covered."""
    return Veil(words)


@cache
def names_of(kind: Hashable) -> tuple[str, ...]:
    """The fields that a record of ours is made of."""
    return tuple(field.name for field in fields(cast(Any, kind)) if field.init)


def _is_identifier(text: str) -> bool:
    """Whether it is an identifier (a letter and 16 hexadecimal digits) or a digest, which hold no words."""
    return len(text) in (17, 64) and not text[1:].strip("0123456789abcdef")


def cover(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with a mark for every letter and digit between these starts and ends; spaces and signs stay."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = [_cover_letter(letter) for letter in letters[start:end]]
    return "".join(letters)


def cover_all(text: str) -> str:
    """The text with a mark for every letter and digit."""
    return cover(text, [(0, len(text))])


def _cover_letter(letter: str) -> str:
    return MARK if letter.isalnum() or unicodedata.category(letter)[0] in "MLN" else letter


def _write_pattern(words: str) -> str:
    """How a folded name is found in a folded text."""
    inner = _BETWEEN_WORDS.join(f"{_IGNORED}*".join(map(re.escape, word)) for word in words.split())
    if words.isascii():
        end = r"(?!\w)" if words[-1].isdigit() else rf"(?:{_IGNORED}?s)?(?!{_LETTER})"
        start = r"(?<!\w)" if words[0].isdigit() else rf"(?<!{_LETTER})"
        return start + inner + end
    if "؀" <= words[0] <= "ۿ":  # Arabic: the article and one-letter words are written with the next
        return rf"(?<!{_LETTER})(?:{_LETTER}|{_IGNORED}){{0,4}}{inner}(?:{_LETTER}|{_IGNORED}){{0,3}}(?!{_LETTER})"
    return inner  # other scripts: endings, or no spaces at all
