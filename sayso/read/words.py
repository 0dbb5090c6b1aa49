"""A text as the network sees it: words with their offsets, their looks, and the breaks between them."""

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

# A stretch of 400 signs without a space is no language: one word, so that a megabyte of it costs no more than a line
_WORD = re.compile(r"\S{400,}|[^\W_]+|[^\w\s]|_")
_CLOSERS = "\"”’'"


@dataclass(frozen=True)
class Words:
    """The words of a text.

    `spans` (n, 2) are offsets into the text. `looks` (n, 3) are letter case (0 to 5), line breaks before the word (0 to
    2), and whether it stands in quotation marks (0, 1). `breaks` (n, 2) count the paragraphs and sentences before it.
    """

    text: str
    spans: Ints
    looks: Ints
    breaks: Ints

    def __len__(self) -> int:
        return len(self.spans)

    def word(self, index: int) -> str:
        start, end = self.spans[index]
        return self.text[start:end]

    @cached_property
    def strings(self) -> list[str]:
        return [self.text[start:end] for start, end in self.spans.tolist()]

    @cached_property
    def lower(self) -> list[str]:
        return [word.lower() for word in self.strings]


def split_words(text: str) -> Words:
    """Split a text into words (letters and digits) and signs (one each)."""
    spans = [match.span() for match in _WORD.finditer(text)]
    looks = _looks(text, spans)
    return Words(text, _table(spans, 2), _table(looks, 3), _table(_breaks(text, spans, looks), 2))


def _table(rows: list[tuple[int, ...]] | list[tuple[int, int]] | list[tuple[int, int, int]], width: int) -> Ints:
    return np.array(rows, dtype=np.int64).reshape(-1, width)


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


def _looks(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    looks, quoted, before = [], 0, 0
    for start, end in spans:
        word, gap = text[start:end], text[before:start]
        lines = min(2, gap.count("\n")) if before else 2
        if "\n" in gap:
            quoted = 0  # a quotation mark left open ends with its paragraph
        if word == "“":
            quoted = 1
        elif word == '"':
            quoted = 1 - quoted
        looks.append((letter_case(word), lines, quoted))
        if word == "”":
            quoted = 0
        before = end
    return looks


def _breaks(text: str, spans: list[tuple[int, int]], looks: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    breaks, paragraph, sentence = [], 0, 0
    for index, (start, end) in enumerate(spans):
        if index and looks[index][1]:
            paragraph += 1
        breaks.append((paragraph, sentence))
        if text[start] in ".!?" and _ends_here(text, spans, index, end):
            sentence += 1
    return breaks


def _ends_here(text: str, spans: list[tuple[int, int]], index: int, end: int) -> bool:
    if index + 1 == len(spans):
        return True
    following = spans[index + 1][0]
    return following > end or text[following] in _CLOSERS
