"""Name: whether two spellings name the same, across transliterations and short forms."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

# Articles of Arabic in Latin letters, before a hyphen or alone: "Al-Jufra", "El Fasher", "ash-Shati".
_ARTICLES = {"al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ul"}
_SMALL = {"the", "of", "a", "and", "for", "in", "on", "de", "la", "le", "du", "des"}
# Digraphs first: what several romanisations write for one sound.
_SOUNDS = (
    ("tch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "k"), ("gh", "k"), ("dh", "d"), ("th", "t"),
    ("ph", "f"), ("ou", "u"), ("oo", "u"), ("ck", "k"), ("q", "k"), ("g", "k"), ("c", "k"), ("x", "ks"),
    ("z", "s"), ("v", "f"), ("j", "j"), ("w", "u"),
)  # fmt: skip
# Spellings of one name may share a skeleton of consonants; unrelated ones may too, so letters must be near as well.
# Tuned on pairs met in translated reports (Haftar/Hifter 67, Jufra/Jafra 80, Fennar/Fanar 73, Addo/Ado 86) against
# unrelated names of the ruled corpus (Sidon/Sudan 60, Rind/Rwanda 60, Swiss/Swessi 73).
_NEAR = 65.0
_NEAR_SHORT = 75.0
_NEAR_IN_COMPANY = 60.0  # beside another word of the name that is the same: "Idris Fennar", "Idris Fanar"
_SAME_LETTERS = 92.0


@dataclass(frozen=True, slots=True)
class Name:
    """A name cut into comparable tokens; `skeletons` are those tokens without vowels and doublings."""

    text: str
    tokens: tuple[str, ...]
    skeletons: tuple[str, ...]

    @property
    def key(self) -> str:
        """One string for all spellings of the name."""
        return " ".join(self.skeletons)


@dataclass(frozen=True, slots=True)
class Match:
    """How near two names are, 0 to 1, and why, in words. 0 means different."""

    score: float
    because: str


NO_MATCH = Match(0.0, "different names")


@lru_cache(maxsize=50_000)
def parse_name(text: str) -> Name:
    """The name's tokens: accents, apostrophes, hyphens, possessives, articles and small words dropped."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss").replace("ø", "o").replace("ł", "l"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(r"['’`ʿʾ‘]s?\b(?=\W|$)|['’`ʿʾ‘]", "", plain)
    # "U.N." and "UN" are one; so are "St." and "St".
    plain = re.sub(r"\b(\w)\.(?=\w\b|\W|$)", r"\1", plain)
    words = re.findall(r"[^\W_]+", plain)
    tokens = tuple(word for word in words if word not in _SMALL and word not in _ARTICLES)
    # "Alkhadim" and "Al-Khadim": the article may be written on.
    tokens = tuple(re.sub(r"^(?:al|el)(?=[bcdfghjkmnpqrstwyz][a-z]{4,})", "", token) for token in tokens)
    tokens = tokens or tuple(words)
    return Name(text, tokens, tuple(_skeleton(token) for token in tokens))


@lru_cache(maxsize=200_000)
def compare_names(left: str, right: str) -> Match:
    """Whether two names are one by letters, by sound, or as a short form of the other."""
    one, other = parse_name(left), parse_name(right)
    if not one.tokens or not other.tokens:
        return NO_MATCH
    if one.tokens == other.tokens:
        return Match(1.0, "the same words")
    if len(one.tokens) == len(other.tokens):
        return _compare_tokens(one.tokens, other.tokens)
    short, long = sorted((one, other), key=lambda name: len(name.tokens))
    if is_short_form(short.text, long.text):
        return Match(0.8, f"“{short.text}” is the end of “{long.text}”")
    return NO_MATCH


def is_short_form(short: str, long: str) -> bool:
    """Whether `short` is the last words of `long` ("Dardour" of "Faraj Dardour", "the Front" of "Northern Front")."""
    few, many = parse_name(short).tokens, parse_name(long).tokens
    return len(few) < len(many) and bool(few) and _compare_tokens(few, many[-len(few) :]).score > 0


def specificity(text: str) -> int:
    """How much of a name is given: its number of telling tokens."""
    return len(parse_name(text).tokens)


def caption(forms: tuple[str, ...]) -> str:
    """The form to show: the fullest, and among equals the first in the alphabet, whatever their order."""
    return min(forms, key=lambda form: (-specificity(form), -len(form), form))


def sort_forms(forms: set[str]) -> tuple[str, ...]:
    """Forms with the fullest first, in an order that does not depend on how they were met."""
    return tuple(sorted(forms, key=lambda form: (-specificity(form), -len(form), form)))


@lru_cache(maxsize=200_000)
def is_same_token(one: str, other: str, *, in_company: bool = False) -> bool:
    """Whether two tokens are spellings of one word; `in_company` of another word of the name that is the same."""
    if one == other:
        return True
    if one.isdigit() or other.isdigit():
        return False
    near = fuzz.ratio(one, other)
    if min(len(one), len(other)) >= 7 and near >= _SAME_LETTERS:
        return True
    bone = _skeleton(one)
    enough = _NEAR_IN_COMPANY if in_company else _NEAR if len(bone) > 3 else _NEAR_SHORT
    return near >= enough and bone == _skeleton(other)


def _compare_tokens(left: tuple[str, ...], right: tuple[str, ...]) -> Match:
    in_company = any(one == other and len(one) > 2 for one, other in zip(left, right, strict=True))
    for one, other in zip(left, right, strict=True):
        initial = len(one) == 1 or len(other) == 1
        same = is_same_token(one, other, in_company=in_company)
        if not (one[0] == other[0] if initial and len(left) > 1 else same):
            return NO_MATCH
    return Match(0.9, f"“{' '.join(left)}” and “{' '.join(right)}” are spellings of one name")


def _skeleton(token: str) -> str:
    """Consonants by sound, doublings once; a first vowel as "a"; a last h or y falls away as a vowel does."""
    sounds = token
    for written, heard in _SOUNDS:
        sounds = sounds.replace(written, heard)
    sounds = re.sub(r"(?<=.)h$", "", sounds)
    first = "a" if sounds[:1] in tuple("aeiou") else sounds[:1]
    bones = first + re.sub(r"[aeiouy]", "", sounds[1:])
    return re.sub(r"(.)\1+", r"\1", bones)
