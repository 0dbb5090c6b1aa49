"""The view of a report: all that its page shows, made of a partial snapshot and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.brief import find_marks
from sayso.desk.report.also import AlsoView, view_also
from sayso.desk.report.claim import Saying, view_sayings
from sayso.desk.report.event import view_events
from sayso.desk.report.head import Head, view_head
from sayso.desk.report.lineage import LineageView, view_lineage
from sayso.desk.report.marking import Mark, MarkKind
from sayso.desk.report.paragraph import Paragraph, set_paragraphs
from sayso.desk.report.version import VersionView, view_versions
from sayso.errors import NotInRecord
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot
from sayso.record import KeptVersion

#: What a part of a long report may weigh, in bytes of its page, so that the page stays under 200 kB.
PART_BYTES = 125_000
_CLAIM_BYTES, _RUN_BYTES = 1_500, 140  # of a page, beside the words themselves, which stand there twice


@dataclass(frozen=True, slots=True)
class Parts:
    """Which part of a long report is shown, of how many; each with the offsets of its text."""

    shown: int
    ranges: tuple[range, ...]

    @property
    def total(self) -> int:
        """How many parts there are; 1 for nearly every report."""
        return len(self.ranges)


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report's page. `claims`, `speakers` and `retracted` count in the whole report, whichever part is shown.

    `retracted` are its claims that were taken back, here or in what it copies.
    """

    id: str
    version: str
    head: Head
    paragraphs: tuple[Paragraph, ...]
    sayings: tuple[Saying, ...]
    parts: Parts
    claims: int
    speakers: int
    retracted: int
    lineage: LineageView
    also: AlsoView
    versions: tuple[VersionView, ...] = ()


def view_report(
    snapshot: Snapshot,
    report: str,
    *,
    kept: Sequence[KeptVersion] = (),
    part: int = 1,
    claim: str | None = None,
    words: tuple[int, int] | None = None,
) -> ReportView:
    """The view of a held report of a snapshot; `kept` are its versions.

    Of a long one the part that has `claim`, else the part where `words` (start and end) begin, else the `part`
    (from 1; beyond the last, the last). Raises NotInRecord where the snapshot does not hold the report.
    """
    resolution = find_resolution(snapshot, report)
    chosen = [Mark(*words, MarkKind.CHOSEN)] if words else []
    paragraphs = set_paragraphs(resolution, chosen)
    parts = _choose_part(paragraphs, resolution, part, _find_start(resolution, claim, words))
    within = parts.ranges[parts.shown - 1]
    claims = {each.id: each for other in snapshot.resolutions for each in other.claims}
    marks = find_marks(snapshot)
    sayings = view_sayings(
        resolution,
        marks=marks,
        decisions={decision.id: decision for decision in snapshot.decisions},
        events=view_events(snapshot.corroboration, claims),
        within=within,
    )
    captures = [capture for version in kept for capture in version.captures]
    return ReportView(
        id=resolution.report.id,
        version=resolution.report.version,
        head=view_head(resolution.report, captures),
        paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph.start in within),
        sayings=sayings,
        parts=parts,
        claims=len(resolution.claims),
        speakers=len({each.speaker.entity or each.speaker.name for each in resolution.claims if each.speaker}),
        retracted=sum(each.id in marks.retracted for each in resolution.claims),
        lineage=view_lineage(snapshot, resolution),
        also=view_also(snapshot, resolution.report.id),
        versions=view_versions(kept, resolution.report.version),
    )


def find_resolution(snapshot: Snapshot, report: str) -> Resolution:
    """A held report with its claims. Raises NotInRecord."""
    found = next((resolution for resolution in snapshot.resolutions if resolution.report.id == report), None)
    if found is None:
        raise NotInRecord(f"{report}: is no report that is held here; search for its title or its words")
    return found


def _find_start(resolution: Resolution, claim: str | None, words: tuple[int, int] | None) -> int | None:
    found = next((each.evidence.start for each in resolution.claims if each.id == claim), None)
    return found if found is not None else words[0] if words else None


def _choose_part(paragraphs: Sequence[Paragraph], resolution: Resolution, part: int, start: int | None) -> Parts:
    end = len(resolution.report.text) + 1
    starts = [*_cut_parts(paragraphs, resolution), end]
    ranges = tuple(range(first, last) for first, last in pairwise(starts))
    if start is not None:
        part = next((number for number, each in enumerate(ranges, start=1) if start in each), part)
    return Parts(min(max(part, 1), len(ranges)), ranges)


def _cut_parts(paragraphs: Sequence[Paragraph], resolution: Resolution) -> Iterator[int]:
    """Where parts begin: at a paragraph, as soon as those before it weigh enough."""
    told = sorted((claim.evidence.start, len(claim.evidence.text.encode())) for claim in resolution.claims)
    yield 0
    weight, begun = 0, 0
    for paragraph in paragraphs:
        own = sum(len(piece.text.encode()) for run in paragraph.runs for piece in run.pieces)
        own += len(paragraph.runs) * _RUN_BYTES
        while begun < len(told) and told[begun][0] < paragraph.end:
            own += _CLAIM_BYTES + told[begun][1]
            begun += 1
        if weight and weight + own > PART_BYTES:
            yield paragraph.start
            weight = 0
        weight += own
