"""Paragraphs: a report's marked text as a page sets it, in runs that lead to what is claimed in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from sayso.desk.report.marking import Mark, MarkKind, Segment, list_marks, mark_text
from sayso.model.claim import Claim
from sayso.model.report import Stripped
from sayso.model.resolution import Resolution

_LINE = re.compile(r"[^\n]+")
_SPOKEN = frozenset({MarkKind.SOURCE, MarkKind.CUE, MarkKind.CONTENT})


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one look: `kinds` are those of their marks, in the order of `MarkKind`, each once.

    `is_chosen_first`: the words that an address names begin here.
    """

    text: str
    kinds: tuple[MarkKind, ...] = ()
    is_chosen_first: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces in a row that lead to one place: `leads_to` is the claim told closest around them, None if none is.

    `claims` are all that are told here, or said by whom these words name; `begins` those whose words begin here.
    """

    pieces: tuple[Piece, ...]
    leads_to: str | None = None
    claims: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the clean text, from `start` to `end`; `stripped` is what was cut from the page before it."""

    start: int
    end: int
    runs: tuple[Run, ...]
    is_heading: bool = False
    stripped: tuple[Stripped, ...] = ()


def set_paragraphs(resolution: Resolution, chosen: Iterable[Mark] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs of a report with all that is marked in them; what was cut after the last has one without words."""
    report = resolution.report
    lines = [(match.start(), match.end()) for match in _LINE.finditer(report.text)]
    marks = [*list_marks(resolution), *chosen]
    segments = mark_text(report.text, marks, cuts=[offset for line in lines for offset in line])
    says = _Says(resolution)
    headings = {span.start for span in report.headings}
    cut = _place_stripped(report.stripped, lines, len(report.text))
    found = [
        Paragraph(start, end, tuple(says.runs(inside)), start in headings, cut.get(start, ()))
        for (start, end), inside in _share_out(segments, lines)
    ]
    rest = cut.get(len(report.text), ())
    return (*found, Paragraph(len(report.text), len(report.text), (), stripped=rest)) if rest else tuple(found)


def _share_out(
    segments: Sequence[Segment], lines: Sequence[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], list[Segment]]]:
    """Each line with its segments, in one walk over both."""
    rest = iter(segments)
    segment = next(rest, None)
    for line in lines:
        inside = []
        while segment and segment.end <= line[1]:
            if segment.start >= line[0]:
                inside.append(segment)
            segment = next(rest, None)
        yield line, inside


def _place_stripped(
    stripped: Iterable[Stripped], lines: Sequence[tuple[int, int]], end: int
) -> Mapping[int, tuple[Stripped, ...]]:
    """What was cut, by the start of the first line at or after its place; by `end`, of the text, where none is."""
    found: dict[int, tuple[Stripped, ...]] = {}
    for piece in stripped:
        at = next((start for start, _ in lines if start >= piece.before), end)
        found[at] = (*found.get(at, ()), piece)
    return found


class _Says:
    """Which claims the words of a report lead to."""

    def __init__(self, resolution: Resolution) -> None:
        self._claims = {claim.id: claim for claim in resolution.claims}
        self._said_in: dict[str, list[str]] = {}
        for claim in resolution.claims:
            self._said_in.setdefault(claim.said_in or "", []).append(claim.id)

    def runs(self, segments: Iterable[Segment]) -> Iterator[Run]:
        """Segments that lead to the same claims as one run."""
        for claims, inside in groupby(segments, key=self._claims_of):
            row = list(inside)
            begins = dict.fromkeys(mark.of for segment in row for mark in segment.marks if self._begins(mark, segment))
            pieces = tuple(Piece(segment.text, _kinds(segment), _begins_chosen(segment)) for segment in row)
            yield Run(pieces, claims[0] if claims else None, claims, tuple(begins))

    def _claims_of(self, segment: Segment) -> tuple[str, ...]:
        """The claims whose words these are, the closest first; else those said by whom, or by what, they name."""
        told = {mark.of: self._claims[mark.of] for mark in segment.marks if self._is_told(mark)}
        if told:
            return tuple(sorted(told, key=lambda id_: (_length(told[id_]), id_)))
        spoken = [mark.of for mark in segment.marks if mark.kind in _SPOKEN]
        return tuple(dict.fromkeys(claim for of in reversed(spoken) for claim in self._said_in.get(of, ())))

    def _is_told(self, mark: Mark) -> bool:
        return mark.kind in {MarkKind.CLAIM, MarkKind.TRIGGER} and mark.of in self._claims

    def _begins(self, mark: Mark, segment: Segment) -> bool:
        return self._is_told(mark) and segment.start == self._claims[mark.of].evidence.start == mark.start


def _length(claim: Claim) -> int:
    return sum(map(len, claim.evidence.spans))


def _kinds(segment: Segment) -> tuple[MarkKind, ...]:
    found = {mark.kind for mark in segment.marks}
    return tuple(kind for kind in MarkKind if kind in found)


def _begins_chosen(segment: Segment) -> bool:
    return any(mark.kind is MarkKind.CHOSEN and mark.start == segment.start for mark in segment.marks)
