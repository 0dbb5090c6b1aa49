"""The clean text: what is left of a source once furniture is cut, letter for letter, and where it stood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.extract.paragraph import Paragraph
from sayso.model.report import Stretch, Stripped
from sayso.model.values.span import Span


@dataclass(frozen=True, slots=True)
class Kept:
    """A paragraph of the body and where it stands in the clean text."""

    paragraph: Paragraph
    start: int
    end: int

    def span(self, text: str) -> Span:
        """Its words in the clean text."""
        return Span.of(text, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Clean:
    """The body of a report, what was cut, and the map back to the source."""

    text: str
    kept: tuple[Kept, ...]
    stripped: tuple[Stripped, ...]
    source_map: tuple[Stretch, ...]


def clean(source: str, paragraphs: Sequence[Paragraph], cuts: Mapping[int, str]) -> Clean:
    """Everything of `paragraphs` that `cuts` (kind by place) does not name, in order.

    Every line end becomes a line feed, a blank line stands where the source has one or more, lines lose the blanks
    at their edges; nothing else changes. `text[s.start:s.start+s.length] == source[s.at:s.at+s.length]`
    for every stretch, and what lies between two stretches is line ends alone.
    """
    parts: list[str] = []
    kept, stripped, stretches = [], [], []
    length, is_apart = 0, False
    for place, paragraph in enumerate(paragraphs):
        is_apart = is_apart or paragraph.is_apart
        if kind := cuts.get(place):
            words = source[paragraph.start : paragraph.end]
            stripped.append(Stripped(kind, words, paragraph.start, paragraph.end, before=length))
            continue
        between = ("\n\n" if is_apart else "\n") if parts else ""
        start = length + len(between)
        for line in paragraph.lines:
            stretches.append(Stretch(length + len(between), line.start, line.end - line.start))
            parts += (between, source[line.start : line.end])
            length += len(between) + line.end - line.start
            between = "\n"
        kept.append(Kept(paragraph, start, length))
        is_apart = False
    text = "".join(parts)
    return Clean(text, tuple(kept), tuple(stripped), _join(text, source, stretches))


def _join(text: str, source: str, stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Neighbours become one stretch where text and source agree on what lies between them."""
    joined: list[Stretch] = []
    for stretch in stretches:
        last = joined[-1] if joined else None
        if last and text[last.start + last.length : stretch.start] == source[last.at + last.length : stretch.at]:
            joined[-1] = Stretch(last.start, last.at, stretch.start + stretch.length - last.start)
        else:
            joined.append(stretch)
    return tuple(joined)
