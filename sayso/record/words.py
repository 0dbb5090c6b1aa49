"""Words: how text is folded for searching, the same when it is kept and when it is asked for.

Case, accents and Arabic's marks go; its letters that writers exchange become one (the forms of alef, final ya and
ta marbuta, Persian kaf and ya), its digits become ours, and its article falls from the front of a word. Scripts that
put no space between words are kept as one word: a gap.
"""

from __future__ import annotations

import re
import unicodedata

#: Names the way of folding: with another one, what is derived is filled anew.
FOLDED = "folded 1"

_WORD = re.compile(r"[^\W_]+")
_TATWEEL = "ـ"
_ALIKE = str.maketrans(
    {"ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "ٱ": "ا", "ß": "ss", _TATWEEL: None}
    | {chr(0x660 + digit): str(digit) for digit in range(10)}
    | {chr(0x6F0 + digit): str(digit) for digit in range(10)}
)
_ARTICLE = re.compile(r"^(?:[وفبك]?ال|لل)(?=\w{3})")
#: Arabic's article as it is spelt in our letters, before each first letter of a name.
_ARTICLES_SPELT = frozenset(
    ["al", "el", "ul", "il", "as", "es", "ash", "esh", "az", "ez", "ad", "ed", "ar", "er", "at",
     "et", "an", "en", "the"]
)  # fmt: skip
_MARKS = re.compile(r"[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")


def fold_words(text: str) -> list[str]:
    """The words of a text in order, folded."""
    if text.isascii():
        return _WORD.findall(text.lower())
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold())).translate(_ALIKE)
    return [_ARTICLE.sub("", word) for word in _WORD.findall(plain)]


def fold_text(text: str) -> str:
    """The folded words with a space between them, as the tables of words take them."""
    return " ".join(fold_words(text))


def fold_spelling(name: str) -> str:
    """A name as one folded word, without an article before it: "Al Jufra", "el-Jufra" and "Jufra" are one spelling."""
    words = fold_words(name)
    return "".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES_SPELT else words)
