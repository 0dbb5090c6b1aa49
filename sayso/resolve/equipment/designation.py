"""Designation: letters and a number by which a type of equipment goes ("MiG-29", "Sukhoi 24", "T-72B3")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.model.answer import Comparison

LONGEST = 400  # characters: longer words describe no one thing
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_TIES = frozenset(
    {"", "-", "‑", "–", " ", ". ", ".", "/", " -", "- ", " «", " “", ' "'}
)  # what may stand between the parts of one name


@dataclass(frozen=True, slots=True)
class Token:
    """A run of letters or of digits; `gap` is what stands between it and the one before."""

    low: str
    raw: str
    gap: str
    start: int
    end: int

    @property
    def is_tied(self) -> bool:
        """Whether it can go on with a name that the token before belongs to."""
        return self.gap in _TIES


@dataclass(frozen=True, slots=True)
class Designation:
    """A letter-and-number name taken apart; `letters` in lower case, `variant` what follows the number ("B3")."""

    text: str
    letters: str
    number: str
    variant: str = ""


@lru_cache(maxsize=20_000)
def tokenise(words: str) -> tuple[Token, ...]:
    """Letters and digits apart, so that "Su24", "Su-24" and "SU 24" have the same tokens; none past 400 characters."""
    if len(words) > LONGEST:
        return ()
    found, end = list[Token](), 0
    for match in _TOKEN.finditer(words):
        raw = match.group()
        found.append(Token(raw.casefold(), raw, words[end : match.start()], match.start(), match.end()))
        end = match.end()
    return tuple(found)


def parse(words: str) -> tuple[Designation, ...]:
    """The letter-and-number names that stand in the words, by their shape alone; counts are left out.

    "14 MiG-29UB jets" gives MiG-29 with its variant UB. A space is taken for a hyphen behind a
    capital ("Sukhoi 24"). Years and leading zeros (serial numbers) name no type. Names without a
    number ("Kornet") are no designations: the catalogue knows them.
    """
    tokens, found, end = tokenise(words), list[Designation](), 0
    for place in range(len(tokens) - 1):
        designation = read_designation(tokens, place, words) if tokens[place].start >= end else None
        if designation:
            found.append(designation)
            end = tokens[place].start + len(designation.text) + len(designation.variant)
    return tuple(found)


def read_designation(tokens: tuple[Token, ...], place: int, words: str) -> Designation | None:
    """The designation whose letters are the token at a place; None where none begins there."""
    letters, number = tokens[place], tokens[place + 1]
    if place and not letters.gap:
        return None  # "2S1", the "B3" of "T-72B3"
    if letters.raw.isdigit() or not number.raw.isdecimal() or number.gap not in ("", "-", "‑", "–", " "):
        return None
    if not letters.raw[0].isupper() and (number.gap == " " or letters.raw.isascii()):
        return None
    if number.raw.startswith("0") or len(number.raw) > 4 or len(letters.raw) > 10:
        return None
    after = tokens[place + 2 : place + 4]
    variant = ""
    for token in after:
        if token.gap:
            break
        variant += token.raw
    variant = "" if variant == "s" else variant
    return Designation(words[letters.start : number.end], letters.low, number.raw, variant)


def compare(one: Designation, other: Designation) -> Comparison:
    """How near two designations are, 0 to 1, and why. Below 0.7 they are two types, or one of them is a slip.

    Other letters are another family: 0. In one family, numbers with the same digits in another
    order, or near in value, are near, for a person to see; they are never taken for the same.
    """
    if one.letters != other.letters:
        return Comparison.of(0.0, "other letters are another family", one.text, other.text)
    if one.number != other.number:
        nearness, because = compare_numbers(one.number, other.number)
        return Comparison.of(round(0.69 * nearness, 3), because, one.text, other.text)
    if one.variant.casefold() != other.variant.casefold():
        return Comparison.of(0.95, "the same type, another variant", one.variant, other.variant)
    return Comparison.of(1.0, "the same letters and number", one.text, other.text)


def compare_numbers(one: str, other: str) -> tuple[float, str]:
    """How near two numbers of one family are, 0 to 1, and why: swapped digits first, then the difference."""
    if sorted(one) == sorted(other):
        return 0.98, "the digits stand in another order"
    low, high = sorted((int(one), int(other)))
    return (low + 1) / (high + 1) * 0.95, f"the numbers differ by {high - low}"
