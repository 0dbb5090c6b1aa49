"""Counting: the numbers of a sentence in any letters, in digits of three scripts and in the words for three to twelve.

Left out are years, which stand in every text, and one and two, which words and endings say in too many ways.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.model.values.letter import fold

_DIGITS = re.compile(r"(?<![\w.,:/-])\d[\d,٬]*(?:[.:٫]\d+)?(?![\w/])")
_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAST = 3
_CLITIC = re.compile(r"^[وفبلك](?=\w{3})")
# English; Arabic; Persian; Russian; Ukrainian. Left out are Persian words that are others' too (nine is "no").
_WORDS = {
    3: "three ثلاث ثلاثه سه три трое трех тремя троих троє трьох трьома",
    4: "four اربع اربعه چهار четыре четверо четырех четверых чотири четверо чотирьох",
    5: "five خمس خمسه پنج пять пятеро пяти пятерых п'ять п'ятеро п'яти п'ятьох",
    6: "six ست سته شش шесть шестеро шести шестерых шість шестеро шести шістьох",
    7: "seven سبع سبعه هفت семь семеро семи семерых сім семеро семи сімох",
    8: "eight ثمان ثماني ثمانيه هشت восемь восьми восьмеро вісім восьми восьмеро",
    9: "nine تسع تسعه девять девяти девятеро дев'ять дев'яти дев'ятеро",
    10: "ten десять десяти десятеро",
    11: "eleven یازده одиннадцать одиннадцати одинадцять одинадцяти",
    12: "twelve دوازده двенадцать двенадцати дванадцять дванадцяти",
}
_ARABIC_ONE, _ARABIC_TWO, _ARABIC_TEN = ("احد", "احدي"), ("اثنا", "اثني", "اثنتا", "اثنتي"), ("عشر", "عشره")


def _plain(word: str) -> str:
    """A word in one spelling: Arabic's letters that are written for each other are one."""
    return fold(word).replace("ʼ", "'").replace("’", "'").replace("ة", "ه").replace("ى", "ي").replace("ی", "ي")


_VALUES = {_plain(word): value for value, words in _WORDS.items() for word in words.split()}


@lru_cache(maxsize=5_000)
def count_in(sentence: str) -> frozenset[str]:
    """The numbers of a sentence from three on, as plain digits."""
    return _in_digits(sentence) | _in_words(sentence)


def is_small(number: str) -> bool:
    """Whether a number is one that many sentences hold."""
    return len(number) == 1


def _in_digits(sentence: str) -> frozenset[str]:
    found = (match.group() for match in _DIGITS.finditer(sentence))
    plain = ("".join(str(int(each)) if each.isdigit() else "." for each in re.sub(r"[,٬]", "", raw)) for raw in found)
    return frozenset(each for each in plain if not _YEAR.fullmatch(each) and float(each) >= _LEAST)


def _in_words(sentence: str) -> frozenset[str]:
    if sentence.isascii():
        return frozenset(str(_VALUES[word]) for word in _WORD.findall(sentence.lower()) if word in _VALUES)
    words = [_plain(match.group()) for match in _WORD.finditer(sentence)]
    found = set()
    for word, after in zip(words, [*words[1:], ""], strict=True):
        value = _value_of(word)
        if after in _ARABIC_TEN:
            value = _value_of(word) + 10 if value else 11 if word in _ARABIC_ONE else 12 if word in _ARABIC_TWO else 0
        found.add(value)
    if words and "عشر" in sentence and not found - {0}:
        found.add(10 if any(word in _ARABIC_TEN for word in words) else 0)
    return frozenset(str(value) for value in found if value >= _LEAST)


def _value_of(word: str) -> int:
    return _VALUES.get(word) or _VALUES.get(_CLITIC.sub("", word), 0)
