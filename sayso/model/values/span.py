"""Exact words in their place: the anchor of everything that a report is said to say.

Terms of the W3C Web Annotation model: `text` is its `exact`; `start` is included, `end` excluded,
both counted in Unicode code points of the report's clean text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

GAP = " … "


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of a text: `text == whole[start:end]`."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, whole: str, start: int, end: int) -> Span:
        """The span of `whole` from `start` to `end`. Raises ValueError when it is empty or outside."""
        if not 0 <= start < end <= len(whole):
            raise ValueError(f"no words from {start} to {end} in a text of {len(whole)} characters")
        return cls(start, end, whole[start:end])

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether both share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words of a claim, in one piece or in several (a content split by its cue)."""

    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words, pieces joined by an ellipsis."""
        return self.spans[0].text if len(self.spans) == 1 else GAP.join(span.text for span in self.spans)

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end

    def overlap(self, other: Evidence) -> float:
        """Shared characters over all characters of both, 0 to 1 (Jaccard)."""
        mine, theirs = _characters(self.spans), _characters(other.spans)
        union = len(mine | theirs)
        return len(mine & theirs) / union if union else 0.0


def _characters(spans: Iterable[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}
