"""Sheet: one report as it is checked: its words with all that was found in them, and what persons decided of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.desk.marked import Piece, mark_text, marks_of
from sayso.model.attribution import Attribution
from sayso.model.checking import find_whole
from sayso.model.claim import Claim
from sayso.model.decision import Decision
from sayso.model.event import Event
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in the list beside the text: its number there, and the event that it stands in."""

    number: int
    claim: Claim
    event: Event | None

    @property
    def is_decided(self) -> bool:
        """Whether a person stands by it as it is."""
        return self.claim.decided is not None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report to check. `mentions` are the words that play a part in its claims, to be picked again."""

    report: Report
    pieces: tuple[Piece, ...]
    rows: tuple[Row, ...]
    attributions: tuple[Attribution, ...]
    mentions: tuple[str, ...]
    whole: Decision | None

    @property
    def decided(self) -> int:
        """How many of its claims persons looked at."""
        return sum(row.is_decided for row in self.rows)


def open_sheet(snapshot: Snapshot, report: str) -> Sheet:
    """The sheet of a report; `snapshot` is around it."""
    resolution = find_resolution(snapshot, report)
    claims = sort_claims(resolution.claims)
    events = {claim: event for event in snapshot.corroboration.events for claim in event.claims}
    shown = resolution.report
    return Sheet(
        report=shown,
        pieces=mark_text(shown.text, marks_of(claims, resolution.attributions)),
        rows=tuple(Row(number, claim, events.get(claim.id)) for number, claim in enumerate(claims, start=1)),
        attributions=sort_attributions(resolution.attributions),
        mentions=list_mentions(claims),
        whole=find_whole(snapshot.decisions).get((shown.id, shown.version)),
    )


def find_resolution(snapshot: Snapshot, report: str) -> Resolution:
    """The report with its claims. Raises StopIteration where the snapshot is not around it."""
    return next(each for each in snapshot.resolutions if each.report.id == report)


def sort_claims(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims in the order in which their words stand."""
    return tuple(sorted(claims, key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.id)))


def sort_attributions(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Attributions in the order in which what they say stands."""
    return tuple(sorted(attributions, key=lambda each: (each.contents[0].start if each.contents else 0, each.id)))


def list_mentions(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The words that play parts and speak, each once, in order of their letters."""
    filled = {role.mention.text for claim in claims for role in claim.roles if role.mention.start is not None}
    spoken = {link.source.text for claim in claims for link in claim.chain if link.source.start is not None}
    return tuple(sorted(filled | spoken, key=str.casefold))
