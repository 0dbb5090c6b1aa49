"""Paragraphs of a source text, each with its place: the units that are kept or cut, always whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
#: Blanks of every width, and two signs that show nothing (zero-width space, byte order mark).
_EDGES = (
    "\t\x1c\x1d\x1e\x1f \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b"
    "\u202f\u205f\u3000\ufeff"
)
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+")
#: Closes a sentence, quotation marks and brackets after it included; also in Arabic, Urdu, Hindi and Chinese.
TERMINAL = re.compile(r"[.!?؟۔।。！？…:;]+[\s\"'”’»)\]*]*$")


_YES_OR_NO = re.compile(
    r"(?:is|are|was|were|will|would|did|do|does|has|have|had|can|could|should|may)\b", re.IGNORECASE
)
_WIDE = re.compile(r"[\u0e00-\u0eff\u2e80-\ufaff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its edges: `source[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of lines that belong together; more than one where the text was wrapped.

    `text` has the lines joined by blanks and is what rules look at. `is_apart` tells that a blank
    line stands before it in the source.
    """

    lines: tuple[Line, ...]
    text: str
    is_apart: bool

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end

    @property
    def words(self) -> int:
        """Number of words; a script without blanks counts two characters a word."""
        return max(len(self.text.split()), _wide(self.text) // 2)

    @property
    def is_closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(TERMINAL.search(self.text))

    @property
    def is_prose(self) -> bool:
        """Whether it reads as sentences of a body: eight words and an end mark, or twenty words.

        Tuned on the ruled corpus: no page furniture there is longer and so closed, but for sentences
        that the site speaks itself, which `furniture` knows by their words.
        """
        return self.words >= 20 or (self.words >= 8 and self.is_closed and not self.text.endswith(("…", "...")))

    @property
    def asks_of_event(self) -> bool:
        """Whether it is a yes-or-no question ("Will the army hand over …?"): it may be a claim, so it is body."""
        return self.text.endswith("?") and _YES_OR_NO.match(self.text) is not None


def split_paragraphs(source: str, *, start: int = 0) -> tuple[Paragraph, ...]:
    """The paragraphs of `source` from `start` on.

    Every line is one, blank lines or not, unless the text was wrapped: a line that goes on in the
    middle of a sentence belongs to the one before.
    """
    return tuple(_paragraphs(source, start))


def _paragraphs(source: str, start: int) -> Iterator[Paragraph]:
    blocks = list(_blocks(source, start))
    width = _find_width(source, [block for _, block in blocks])
    for is_apart, block in blocks:
        run: list[Line] = []
        for line in block:
            if run and not _goes_on(source, run[-1], line, width=width):
                yield _paragraph(source, run, is_apart=is_apart)
                run, is_apart = [], False
            run.append(line)
        yield _paragraph(source, run, is_apart=is_apart)


def _blocks(source: str, start: int) -> Iterator[tuple[bool, list[Line]]]:
    """Runs of lines without a blank line between, and whether one stands before them."""
    block: list[Line] = []
    before, last = False, start
    for match in _LINE.finditer(source, start):
        line = _trim(source, match.start(), match.end())
        if line is None:
            continue
        breaks = source[last : line.start].replace("\r\n", "\n")
        if block and sum(breaks.count(mark) for mark in "\n\r\u2028\u2029\x85\x0b\x0c") > 1:
            yield before, block
            block, before = [], True
        block.append(line)
        last = line.end
    if block:
        yield before, block


def _trim(source: str, start: int, end: int) -> Line | None:
    text = source[start:end]
    if not text.strip(_EDGES):
        return None
    start += len(text) - len(text.lstrip(_EDGES))
    end -= len(text) - len(text.rstrip(_EDGES))
    mark = _MARKDOWN_HEADING.match(source, start, end)
    return Line(mark.end() if mark and mark.end() < end else start, end)


def _paragraph(source: str, lines: list[Line], *, is_apart: bool) -> Paragraph:
    return Paragraph(tuple(lines), " ".join(source[line.start : line.end] for line in lines), is_apart)


def _find_width(source: str, blocks: Sequence[Sequence[Line]]) -> int | None:
    """The width that a text was wrapped at, or None for a text that was not.

    A wrapped line ends where the next word would not have fitted. Four in five lines that have a next one
    in their block do so; the rest end a paragraph that no blank line follows.
    """
    pairs = [pair for block in blocks for pair in pairwise(block)]
    width = max((line.end - line.start for block in blocks if len(block) > 1 for line in block), default=0)
    full = sum(1 for line, following in pairs if _is_full(source, line, following, width))
    return width if len(pairs) > 1 and 40 <= width <= 100 and full * 5 >= len(pairs) * 4 else None


def _is_full(source: str, line: Line, following: Line, width: int) -> bool:
    word = source[following.start : following.end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) > width


def _goes_on(source: str, line: Line, following: Line, *, width: int | None) -> bool:
    if width is not None:
        return _is_full(source, line, following, width)
    is_long = line.end - line.start >= 50
    return is_long and not TERMINAL.search(source[line.start : line.end]) and source[following.start].islower()


def _wide(text: str) -> int:
    """Characters of scripts that write no blanks between words."""
    return 0 if text.isascii() else len(_WIDE.findall(text))
