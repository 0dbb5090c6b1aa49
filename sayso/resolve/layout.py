"""Layout: where a report's paragraphs and sentences begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

# A full stop, question or exclamation mark, closing quotes, white space, then something that can begin a sentence;
# not after a title, an initial or "U.N.".
_END = re.compile(
    r"[.!?](?<!\bMr.)(?<!\bDr.)(?<!\bMs.)(?<!\bSt.)(?<!\bCol.)(?<!\bGen.)(?<!\bLt.)(?<!\bMaj.)(?<!\bMrs.)"
    r"(?<!\bAdm.)(?<!\bSen.)(?<!\bNo.)(?<!\b[A-Z].)[\"”’']?\s+(?=[\"“‘'(]?[A-Z0-9])"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """Starts of paragraphs and sentences of `text`, in order, both beginning with 0."""

    text: str
    paragraphs: tuple[int, ...]
    sentences: tuple[int, ...]

    def paragraph(self, at: int) -> tuple[int, int]:
        """Start and end of the paragraph around an offset."""
        return _around(self.paragraphs, at, len(self.text))

    def sentence(self, at: int) -> tuple[int, int]:
        """Start and end of the sentence around an offset."""
        return _around(self.sentences, at, len(self.text))


def lay_out(text: str) -> Layout:
    """The layout of a text: a paragraph is a line; abbreviations may still cut a sentence in two (accepted)."""
    paragraphs = (0, *(match.end() for match in re.finditer(r"\n+", text) if match.end() < len(text)))
    ends = {match.end() for match in _END.finditer(text)}
    return Layout(text, tuple(sorted(set(paragraphs))), tuple(sorted(ends | set(paragraphs))))


def is_quoted(text: str, layout: Layout, at: int) -> bool:
    """Whether a place stands between quotation marks of its paragraph."""
    begin, _ = layout.paragraph(at)
    before = text[begin:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _around(starts: tuple[int, ...], at: int, length: int) -> tuple[int, int]:
    index = bisect_right(starts, at)
    return starts[index - 1], starts[index] if index < len(starts) else length
