"""Capitals: the proper names in a text, and what a name shows by itself: initials, a body, titles before it."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.resolve.wording import GROUP_HEADS, HONORIFICS, OFFICES, OUTLET_HEADS, RANKS, list_words, words_of

#: Patterns of a small word within a name ("Abu", "de la"), and of a word with a capital or an initial.
PARTICLE = r"(?:al|el|as|ash|ag|ould|bin|ibn|ben|van|von|de|der|da|du|la|le|di|dos|abu|o')"
CAP = r"(?:[A-ZÀ-ÞĀ-Ž][\w’'\-]*\w|[A-ZÀ-Þ]\.(?:[A-Z]\.)*|(?:al|el|as|ash|ad|ar|at|an)-[A-Z][\w’'\-]*\w|[A-Z])"
# Bodies whose names go on behind "of": "Government of National Accord", "Masked Unit of Zuwara".
_HEADS_OF = list_words(
    "Government Ministry House Council Union Army Forces Front Party Command Organisation Organization University Bank"
    " Court Committee Movement Office Authority League Department Republic Kingdom State States Chamber Bureau Unit"
    " Brigade Brigades Battalion Group Regiment Corps Division Guard Company Society Federation Network Assembly"
    " Commission Agency Observatory Centre Center Institute Coalition Alliance Congress Association Tribe Clans"
    " Sons Daughters Brothers Companions Defenders Guardians"
)
_HEAD_CAP = rf"(?:{'|'.join(_HEADS_OF)})"
_NUMBERED = (
    r"(?:Pier|Gate|Camp|Brigade|Battalion|Unit|Block|Ward|Highway|Route|Division|Corps|Regiment|Quay|Terminal|Checkpoint"
    r"|Post|Sector|Zone|Base|Platform|Berth) \d{1,4}\b"
)
_JOINED = (
    rf"{CAP}(?: {CAP})? and {CAP}(?: {CAP})?"
    " (?:Force|Forces|Council|Committee|Command|Directorate|Authority|Union|Front|Movement|Party|party)"
)
_NAME = re.compile(
    rf"{_NUMBERED}|{_JOINED}"
    rf"|(?:{CAP} )*{_HEAD_CAP}(?: of(?: the)? {CAP}(?: {CAP})*)|{CAP}(?: (?:{PARTICLE} )?{CAP})*"
)
# Capitalised at the start of a sentence, but no name by themselves.
_NO_NAMES = frozenset(
    list_words(
        "the a an i he she it they we you his her its their our my this that these those there here in on at from by"
        " for to of and but or if when while after before since as according no not one two three four five six seven"
        " eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty"
        " forty fifty sixty seventy eighty ninety hundreds thousands dozens scores some several many most more all both"
        " each every another other who what where why how is are"
        " was were will nobody none anyone everyone everybody neither up about around between over under among nearly"
        " almost until during despite because although even still just only such then thus meanwhile however moreover"
        " further back inside outside near amid amidst regarding besides with without than against through now again"
        " unfortunately perhaps maybe did does do has have had can may local military officials residents witnesses"
        " sources fighters soldiers men people reports members elements troops forces rebels militants monday tuesday"
        " wednesday thursday friday saturday sunday satellite images photos pictures videos yesterday today earlier"
        " later asked also"
    )
)
_ACRONYM = re.compile(r"^[A-Z][A-Za-z]?[A-Z\-0-9]+s?$")


def strip_titles(name: str) -> str:
    """The name without ranks, honorifics and capitalised offices before it."""
    words = name.split()
    if is_body(name):
        return name
    for place in range(len(words) - 2, -1, -1):
        if words[place].rstrip(".").casefold() in RANKS | HONORIFICS | OFFICES:
            return " ".join(words[place + 1 :])
    while len(words) > 1 and words[0].casefold() in ("the", "retired", "former"):
        words = words[1:]
    return " ".join(words)


def find_names(text: str) -> tuple[tuple[int, int, str], ...]:
    """Start, end and words of the proper names in a text; possessive endings are left out."""
    return _find_in_words(text) if len(text) <= _FEW_WORDS else _find_in_text(text)


_FEW_WORDS = 300  # characters of a mention or a sentence: many are asked for, and often
_OWNS = re.compile(r"['’]s?$")


def _look_for_names(text: str) -> tuple[tuple[int, int, str], ...]:
    found = []
    for match in _NAME.finditer(text):
        start, name = match.start(), _OWNS.sub("", match.group())
        while name and _is_no_name(name.split()[0], text, start):
            skipped = len(name.split()[0])
            start += skipped + (len(name) > skipped)
            name = name[skipped + 1 :]
        if name:
            found.append((start, start + len(name), name))
    return tuple(found)


_find_in_words = lru_cache(maxsize=20_000)(_look_for_names)
_find_in_text = lru_cache(maxsize=16)(_look_for_names)


def _is_no_name(word: str, text: str, start: int) -> bool:
    """Whether a capital is only that of a sentence's first word: "The", or "Taking" in "Taking Kidal"."""
    first = start == 0 or text[start - 1] in "\"“‘'\n" or text[max(0, start - 2) : start - 1] in (".", "?", "!", ":")
    return word.casefold() in _NO_NAMES or (first and word.endswith("ing") and word.casefold() not in ("king",))


@lru_cache(maxsize=50_000)
def is_acronym(name: str) -> bool:
    """Whether a name is written as initials ("GNA", "FAMa", "U.N.")."""
    return bool(_ACRONYM.match(name.replace(".", ""))) and len(name.replace(".", "")) >= 2


_BROTHERHOODS = frozenset(list_words("sons daughters brothers companions defenders guardians"))  # "Sons of Sel"


@lru_cache(maxsize=50_000)
def is_body(name: str) -> bool:
    """Whether a name is that of a body, by its nouns."""
    words = words_of(name)
    if len(words) > 2 and words[1] in OFFICES - GROUP_HEADS and words[-1] not in GROUP_HEADS:
        return False  # "Defence Minister Kenan Aydemir"
    before_of = words_of(re.split(r" of ", name)[0])
    if len(before_of) < len(words) and before_of[-1:] and before_of[-1] in GROUP_HEADS | _BROTHERHOODS:
        return True
    return is_acronym(name) or any(word in GROUP_HEADS | OUTLET_HEADS for word in words[-1:]) or words[0] in GROUP_HEADS


def is_head_of(short: str, long: str) -> bool:
    """Whether a body's name is called by its noun alone: "the Committee" of the "Committee of National Rescue"."""
    return short.casefold() in GROUP_HEADS and long.casefold().startswith(f"{short.casefold()} of ")
