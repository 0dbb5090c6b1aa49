"""Comparison: whether two names are one by letters, by sound, without a title, or as a short form of the other."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from sayso.model.answer import Comparison
from sayso.model.values.letter import script_of
from sayso.resolve.name.parsing import Name, parse_name
from sayso.resolve.name.sound import hear_alike, key_of
from sayso.resolve.wording import HONORIFICS, OFFICES, RANKS, list_words

SAME = 0.9  # from here on two names are spellings of one
#: Letters that two long words share, of 100, that are one whatever they sound like.
SAME_LETTERS = 92.0
# How alike two words must sound; chosen on one half of GeoNames' cities (benchmarks/names.py).
_ALIKE = 0.89
_ALIKE_ABROAD = 0.86  # in two alphabets
_ALIKE_IN_COMPANY = 0.88  # beside another word of the name that is the same: "Idris Fennar", "Idris Fanar"
_MORE_IF_SHORT = 0.03  # words of two consonants or fewer are soon alike: "Rada", "Raida"
_FEW = 2
_SHORTEST_JOINED = 6
#: Words before a name that say what somebody is.
TITLES = HONORIFICS | RANKS | OFFICES | frozenset(list_words("العقيد اللواء المشير الشيخ الدكتور السيد الرئيس العميد"))


NO_MATCH = Comparison.of(0.0, "different names")


@lru_cache(maxsize=200_000)
def compare_names(left: str, right: str) -> Comparison:
    """Whether two names are one by letters, by sound, or as a short form of the other."""
    return compare(parse_name(left), parse_name(right))


def compare(left: Name, right: Name) -> Comparison:
    """As `compare_names`, of parsed names.

    1 for the same words, from 0.9 for spellings of one name in whatever alphabet, 0.8 where one
    is the end of the other ("Dardour" of "Faraj Dardour"), else 0.
    """
    if not left.tokens or not right.tokens:
        return NO_MATCH
    if left.tokens == right.tokens:
        return Comparison.of(1.0, "the same words", left.text, right.text)
    if len(left.tokens) == len(right.tokens):
        return _compare_tokens(left, right)
    short, long = sorted((left, right), key=lambda name: len(name.tokens))
    return _compare_joined(left, right) or _compare_untitled(short, long) or _compare_short(short, long)


@lru_cache(maxsize=200_000)
def is_spelling(left: str, right: str) -> bool:
    """Whether `compare_names` finds spellings of one name (`SAME` or more), without asking for short forms."""
    one, other = parse_name(left), parse_name(right)
    if len(one.tokens) == len(other.tokens):
        return bool(one.tokens) and _are_same_tokens(one.tokens, other.tokens)
    short, long = sorted((one, other), key=lambda name: len(name.tokens))
    return bool(short.tokens) and bool(_compare_joined(one, other) or _compare_untitled(short, long))


def is_short_form(short: str, long: str) -> bool:
    """Whether `short` is the last words of `long` ("Dardour" of "Faraj Dardour", "the Front" of "Northern Front")."""
    few, many = parse_name(short).tokens, parse_name(long).tokens
    return 0 < len(few) < len(many) and _are_same_tokens(few, many[-len(few) :])


@lru_cache(maxsize=200_000)
def is_same_token(one: str, other: str, *, in_company: bool = False) -> bool:
    """Whether two tokens are spellings of one word; `in_company` of another word of the name that is the same."""
    if one == other:
        return True
    if not (one.isalpha() and other.isalpha()) and any(letter.isdigit() for letter in one + other):
        return False
    if min(len(one), len(other)) >= 7 and fuzz.ratio(one, other) >= SAME_LETTERS:
        return True
    return _sound_same(one, other, in_company=in_company)


def _sound_same(one: str, other: str, *, in_company: bool = False) -> bool:
    abroad = script_of(one) is not script_of(other)
    enough = _ALIKE_ABROAD if abroad else _ALIKE_IN_COMPANY if in_company else _ALIKE
    if min(len(key_of(one)), len(key_of(other))) <= _FEW and not in_company:
        enough += _MORE_IF_SHORT
    return hear_alike(one, other, least=enough) >= enough


def _are_same_tokens(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    in_company = any(one == other and len(one) > 2 for one, other in zip(left, right, strict=True))
    for one, other in zip(left, right, strict=True):
        if len(left) > 1 and 1 in (len(one), len(other)):
            if one[0] != other[0]:
                return False
        elif not is_same_token(one, other, in_company=in_company):
            return False
    return True


def _compare_tokens(left: Name, right: Name) -> Comparison:
    if not _are_same_tokens(left.tokens, right.tokens):
        return NO_MATCH
    scripts = {script_of(token) for token in (*left.tokens, *right.tokens)}
    kind = "one name in two alphabets" if len(scripts) > 1 else "spellings of one name"
    because = f"“{' '.join(left.tokens)}” and “{' '.join(right.tokens)}” are {kind}"
    return Comparison.of(_grade(left.tokens, right.tokens), because, left.text, right.text)


def _grade(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """From 0.9 to below 1 by how alike the words sound."""
    alike = sum(hear_alike(one, other) for one, other in zip(left, right, strict=True)) / len(left)
    return round(SAME + 0.09 * alike, 3)


def _compare_joined(left: Name, right: Name) -> Comparison | None:
    """Words written as one or as two: "Abu Zayd", "Abuzayd"."""
    one, other = "".join(left.tokens), "".join(right.tokens)
    if abs(len(left.tokens) - len(right.tokens)) != 1 or min(len(one), len(other)) < _SHORTEST_JOINED:
        return None
    if one != other and not _sound_same(one, other):
        return None
    return Comparison.of(
        SAME, f"“{left.text}” and “{right.text}” are one name, its words joined", left.text, right.text
    )


def _compare_untitled(short: Name, long: Name) -> Comparison | None:
    """“Colonel Ansel Dray” is “Ansel Dray”; of one word alone that is no more than a short form."""
    bare = long.tokens
    while len(bare) > len(short.tokens) and bare[0] in TITLES:
        bare = bare[1:]
    if len(bare) < 2 or len(bare) != len(short.tokens) or not _are_same_tokens(short.tokens, bare):
        return None
    return Comparison.of(SAME, f"“{long.text}” is “{short.text}” with a title", short.text, long.text)


def _compare_short(short: Name, long: Name) -> Comparison:
    if not _are_same_tokens(short.tokens, long.tokens[-len(short.tokens) :]):
        return NO_MATCH
    return Comparison.of(0.8, f"“{short.text}” is the end of “{long.text}”", short.text, long.text)
