"""Chunk: what one question holds of a report: paragraphs to read, and what is shown with them for context alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model.report import Report
from sayso.model.values.span import Span

LETTERS = 6  # of a word and the blank behind it, in English; scripts without blanks are measured by it too
BEFORE = 600  # characters of the paragraph before, from its end

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_SENTENCE_END = re.compile(r"[.!?؟।。！？][\"”’»)\]]*(?=\s)|[。！？]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the report, or a piece of a long one; numbers run through the report from 1."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class Chunk:
    """Paragraphs whose claims are asked for. `title`, `outlet`, `published` and `before` carry no claims."""

    paragraphs: tuple[Paragraph, ...]
    before: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None

    def halve(self) -> tuple[Chunk, Chunk] | None:
        """The chunk in two; None if it has one paragraph alone."""
        if len(self.paragraphs) < 2:
            return None
        middle = len(self.paragraphs) // 2
        first, second = self.paragraphs[:middle], self.paragraphs[middle:]
        return self._with(first, self.before), self._with(second, first[-1].span.text[-BEFORE:])

    def _with(self, paragraphs: tuple[Paragraph, ...], before: str | None) -> Chunk:
        return Chunk(paragraphs, before, self.title, self.outlet, self.published)


def make_chunks(report: Report, *, words: int) -> tuple[Chunk, ...]:
    """The report's paragraphs in chunks of about so many words, in order; headings are no paragraphs.

    A paragraph that is longer is cut at the end of a sentence, else at a blank. Empty for a report without text.
    """
    room = words * LETTERS
    chunks: list[Chunk] = []
    kept: list[Paragraph] = []
    for paragraph in split_paragraphs(report, room=room):
        if kept and paragraph.span.end - kept[0].span.start > room:
            chunks.append(_chunk(report, kept))
            kept = []
        kept.append(paragraph)
    return (*chunks, _chunk(report, kept)) if kept else ()


def split_paragraphs(report: Report, *, room: int) -> tuple[Paragraph, ...]:
    """The paragraphs of a report, none longer than `room` characters."""
    text = report.text
    lines = (match.span() for match in _LINE.finditer(text))
    bodies = ((start, end) for start, end in lines if not _is_heading(report, start, end))
    pieces = (piece for start, end in bodies for piece in _cut(text, start, end, room))
    return tuple(Paragraph(number, Span.of(text, *piece)) for number, piece in enumerate(pieces, start=1))


def _is_heading(report: Report, start: int, end: int) -> bool:
    return any(heading.start <= start and end <= heading.end for heading in report.headings)


def _cut(text: str, start: int, end: int, room: int) -> Iterator[tuple[int, int]]:
    while end - start > room:
        at = _cut_place(text[start : start + room])
        piece = text[start : start + at].rstrip()
        yield start, start + len(piece)
        start += at + len(text[start + at : end]) - len(text[start + at : end].lstrip())
    if start < end:
        yield start, end


def _cut_place(stretch: str) -> int:
    """Where a stretch is cut: behind its last sentence, else at its last blank, else at its end."""
    ends = [match.end() for match in _SENTENCE_END.finditer(stretch)]
    blank = max(stretch.rfind(" "), stretch.rfind("\t"))
    return ends[-1] if ends else (blank if blank > 0 else len(stretch))


def _chunk(report: Report, kept: list[Paragraph]) -> Chunk:
    earlier = report.text[: kept[0].span.start].rstrip()
    before = earlier[earlier.rfind("\n") + 1 :][-BEFORE:] or None
    return Chunk(tuple(kept), before, report.title, report.outlet, report.told)
