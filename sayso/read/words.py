"""A text as the network sees it: words with their offsets, their looks, and the breaks between them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

# A stretch of 400 characters without a space, or of signs alone, is no language: one word, so that a megabyte of it
# costs no more than a line
_WORD = re.compile(r"\S{400,}|(?=\S)[\W_]{400,}|[^\W_]+|[^\w\s]|_")
_AT_ONCE = 10_000  # spans taken out of their table at a time: bounds memory
_CLOSERS = "\"”’'"


@dataclass(frozen=True)
class Words:
    """The words of a text, or of a part that begins at character `offset` of it.

    `spans` (n, 2) are offsets into `text`. `looks` (n, 3) are letter case (0 to 5), line breaks before the word (0 to
    2), and whether it stands in quotation marks (0, 1). `breaks` (n, 2) count the paragraphs and sentences before it.
    """

    text: str
    spans: Ints
    looks: Ints
    breaks: Ints
    offset: int = 0

    def __len__(self) -> int:
        return len(self.spans)

    def word(self, index: int) -> str:
        """The word at a place, as it is written."""
        start, end = self.spans[index]
        return self.text[start:end]

    def before(self, place: int, most: int) -> str:
        """The text before the word at a place, so many characters at most."""
        start = int(self.spans[place, 0])
        return self.text[max(0, start - most) : start]

    def behind(self, place: int, most: int) -> str:
        """The text behind the word at a place, so many characters at most."""
        end = int(self.spans[place, 1])
        return self.text[end : end + most]

    def is_quoted(self, place: int) -> bool:
        """Whether the word at a place stands in quotation marks."""
        return bool(self.looks[place, 2])

    def is_one_sentence(self, one: int, other: int) -> bool:
        """Whether the words at two places are of one sentence; a sentence ends with its paragraph."""
        return bool((self.breaks[one] == self.breaks[other]).all())

    def sentence_at(self, place: int) -> tuple[int, int]:
        """The sentence that the word at a place is of: its first word, and the one behind its last."""
        start, end = place, place + 1
        while start > 0 and self.is_one_sentence(start - 1, place):
            start -= 1
        while end < len(self) and self.is_one_sentence(end, place):
            end += 1
        return start, end

    @cached_property
    def strings(self) -> list[str]:
        """The words in their order."""
        known: dict[str, str] = {}  # one object for each different word
        found = (self.text[start:end] for start, end in _pairs(self.spans))
        return [known.setdefault(word, word) for word in found]

    @cached_property
    def lower(self) -> list[str]:
        """The words in small letters."""
        known: dict[str, str] = {}
        return [known.setdefault(word, word) for word in map(str.lower, self.strings)]


def split_words(text: str, *, offset: int = 0) -> Words:
    """Split a text, or the part of one from `offset` on, into words (letters and digits) and signs (one each)."""
    spans = _table((match.span() for match in _WORD.finditer(text)), 2)
    looks = _table(_looks(text, spans), 3)
    return Words(text, spans, looks, _table(_breaks(text, spans, looks), 2), offset)


def _table(rows: Iterable[tuple[int, ...]], width: int) -> Ints:
    """Rows as a table, without a list of them in between: a text can have millions of words."""
    return np.fromiter(chain.from_iterable(rows), dtype=np.int64).reshape(-1, width)


def _pairs(spans: Ints) -> Iterator[list[int]]:
    return (pair for k in range(0, len(spans), _AT_ONCE) for pair in spans[k : k + _AT_ONCE].tolist())


def letter_case(word: str) -> int:
    """0 sign, 1 lower, 2 Capital, 3 UPPER, 4 miXed or without case, 5 number."""
    if not word[0].isalpha():
        return 5 if word[0].isdigit() else 0
    if word.islower():
        return 1
    if word.isupper() and len(word) > 1:
        return 3
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return 2
    return 4


def _looks(text: str, spans: Ints) -> Iterator[tuple[int, int, int]]:
    quoted, before = 0, 0
    for start, end in _pairs(spans):
        word, gap = text[start:end], text[before:start]
        lines = min(2, gap.count("\n")) if before else 2
        if "\n" in gap:
            quoted = 0  # a quotation mark left open ends with its paragraph
        if word == "“":
            quoted = 1
        elif word == '"':
            quoted = 1 - quoted
        yield letter_case(word), lines, quoted
        if word == "”":
            quoted = 0
        before = end


def _breaks(text: str, spans: Ints, looks: Ints) -> Iterator[tuple[int, int]]:
    paragraph, sentence = 0, 0
    begins_line = looks[:, 1] > 0
    for index, (start, end) in enumerate(_pairs(spans)):
        if index and begins_line[index]:
            paragraph += 1
        yield paragraph, sentence
        if text[start] in ".!?" and _ends_here(text, spans, index, end):
            sentence += 1


def _ends_here(text: str, spans: Ints, index: int, end: int) -> bool:
    if index + 1 == len(spans):
        return True
    following = int(spans[index + 1, 0])
    return following > end or text[following] in _CLOSERS
