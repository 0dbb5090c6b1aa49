"""Attribution: source, cue, content, as they stand in the text."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.identity import identify
from sayso.model.values.span import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to say what, in the words of one version of a text.

    `sources` is empty for a cue without a source ("reportedly"): no voice, shown as unsourced.
    `contents` has several spans when the cue splits the content. `within` is the identifier of
    the attribution whose content this one stands in, None at the top. `antecedent` are the words
    before that the source stands for ("he", "the colonel"), as far as the reader knows them.
    """

    id: str
    report: str
    sources: tuple[Span, ...]
    cues: tuple[Span, ...]
    contents: tuple[Span, ...]
    within: str | None = None
    confidence: float = 1.0
    antecedent: Span | None = None


def identify_attribution(report: str, version: str, cue: Span | None, content: Span) -> str:
    """An attribution is its report and version, the place of its cue (or none) and of its content."""
    return identify("t", report, version, cue and cue.start, content.start, content.end)
