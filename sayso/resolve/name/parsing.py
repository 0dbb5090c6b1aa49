"""Parsing: a name cut into tokens that can be compared, whatever its alphabet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.model.values.letter import ARTICLES, fold
from sayso.resolve.name.sound import key_of

_LONGEST = 300  # characters; what is longer is no name, and is not remembered
_ARTICLES = ARTICLES | {"аль", "эль", "ель"}
# Those that are other words elsewhere: articles only before a word that begins with their own letter ("ez-Zor").
_LIKE_ARTICLE = re.compile(r"[eiаэе](?P<own>[sdtrznlсдтрзнш])|[aei](?P<two>sh|th|dh|ch)")
_SMALL = frozenset({"the", "of", "a", "and", "for", "in", "on", "de", "la", "le", "du", "des"})
# "Alkhadim" and "Al-Khadim": the article may be written on; so it always is in Arabic.
_WRITTEN_ON = re.compile(r"^(?:al|el)(?=[bcdfghjkmnpqrstwyz][a-z]{4,})|^(?:ال|وال)(?=\w{2,})")
# "Abdulrahman", "Abd er-Rahman", "Abdel Rahman" and "عبدالرحمن": servant of whom.
_SERVANT = re.compile(r"^(?:abd[aeiou]l[\-]?|abd[aeiou](?=(?:rr|ss|nn|zz|dd|tt|sh|sch))|عبدال)(?=\w{3,})(?!l?ah$)")
_SERVANTS = frozenset({"abd", "abdul", "abdel", "abdal", "abdoul", "abdol", "عبد"})
_SAME = {
    "abou": "abu",
    "abo": "abu",
    "abi": "abu",
    "ابي": "ابو",
    "ibn": "bin",
    "ben": "bin",
    "ould": "wuld",
    "بن": "ابن",
}


# Digraphs first: what several romanisations write for one sound. Identifiers of entities rest on these skeletons, so
# that they never change; what is worth comparing is found by `key`.
_SOUNDS = (
    ("tch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "k"), ("gh", "k"), ("dh", "d"), ("th", "t"),
    ("ph", "f"), ("ou", "u"), ("oo", "u"), ("ck", "k"), ("q", "k"), ("g", "k"), ("c", "k"), ("x", "ks"),
    ("z", "s"), ("v", "f"), ("j", "j"), ("w", "u"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A name cut into comparable tokens; `skeletons` are those tokens without vowels and doublings."""

    text: str
    tokens: tuple[str, ...]
    skeletons: tuple[str, ...]

    @property
    def key(self) -> str:
        """One string for most spellings of the name in one alphabet."""
        return " ".join(self.skeletons)


def parse(text: str) -> Name:
    """The name's tokens: accents, apostrophes, hyphens, possessives, articles and small words dropped.

    A name of nothing but such words keeps them; one without letters or figures has no tokens.
    """
    return parse_name(text) if len(text) <= _LONGEST else _parse(text)


@lru_cache(maxsize=50_000)
def _remember(text: str) -> Name:
    return _parse(text)


def parse_name(text: str) -> Name:
    """As `parse`, remembering what was asked before."""
    return _remember(text) if len(text) <= _LONGEST else _parse(text)


_RAS = re.compile(r"\bra['’ʾʼ]s\b")
_APOSTROPHES = re.compile(r"['’`ʿʾ‘ʼʹ]s?\b(?=\W|$)|['’`ʿʾ‘ʼʹ]")
_STOPS = re.compile(r"\b(\w)\.(?=\w\b|\W|$)")
_WORD = re.compile(r"[^\W_]+")


def _parse(text: str) -> Name:
    # "Ra's Lanuf" is a cape, no possessive.
    plain = _APOSTROPHES.sub("", _RAS.sub("ras", fold(text)))
    # "U.N." and "UN" are one; so are "St." and "St".
    words = _WORD.findall(_STOPS.sub(r"\1", plain))
    kept = [word for place, word in enumerate(words) if not _is_small(word, words[place + 1 :])]
    tokens = tuple(token for word in kept for token in _split(word)) or tuple(words)
    return Name(text, tokens, tuple(_skeleton(token) for token in tokens))


def _is_small(word: str, following: list[str]) -> bool:
    if word in _SMALL or word in _ARTICLES:
        return True
    article = _LIKE_ARTICLE.fullmatch(word)
    return bool(article and following and following[0].startswith(article["own"] or article["two"]))


def _split(word: str) -> tuple[str, ...]:
    """A word without an article written on, "Abdulrahman" as two; servants, sons and fathers in one spelling."""
    if word in _SERVANTS:
        return ("abd" if word.isascii() else word,)
    servant = _SERVANT.match(word)
    if servant:
        return ("abd" if word.isascii() else "عبد", word[servant.end() :])
    return (_SAME.get(word, _WRITTEN_ON.sub("", word)),)


def key(text: str) -> str:
    """A word under which all spellings of a name are indexed, in whatever alphabet: its consonants by class.

    Unlike names may share it: it finds what is worth comparing. Words joined or apart have one key
    ("Abu Zayd", "Abuzayd"). Empty for a name without letters or figures.
    """
    return "".join(key_of(token) for token in parse_name(text).tokens)


_LAST_H = re.compile(r"(?<=.)h$")
_VOWELS = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=50_000)
def _skeleton(token: str) -> str:
    """Consonants by sound, doublings once; a first vowel as "a"; a last h or y falls away as a vowel does."""
    sounds = token
    for written, heard in _SOUNDS:
        sounds = sounds.replace(written, heard)
    sounds = _LAST_H.sub("", sounds)
    first = "a" if sounds[:1] in tuple("aeiou") else sounds[:1]
    return _DOUBLED.sub(r"\1", first + _VOWELS.sub("", sounds[1:]))
