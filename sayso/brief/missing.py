"""What is missing: said as plainly as what is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.brief.subject import Subject
from sayso.model.claim import Claim
from sayso.model.concealing import AT_LEAST_ONE
from sayso.model.event import Event
from sayso.model.report import FlawKind, Report
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import Basis, Stance
from sayso.model.voice import Interest
from sayso.model.withholding import WITHHELD


def list_missing(
    snapshot: Snapshot, subject: Subject, events: Sequence[Event], reports: Sequence[Report]
) -> tuple[str, ...]:
    """Sentences on what a reader of the brief would want and does not get."""
    claims = _claims_of(snapshot, events)
    return (
        *_missing_voices(subject, events),
        *_missing_images(claims),
        *_missing_dates(reports),
        *_broken_text(reports),
        *_unheld_reports(snapshot, reports),
        *_unsourced(claims),
    )


def _claims_of(snapshot: Snapshot, events: Iterable[Event]) -> list[Claim]:
    wanted = {claim for event in events for claim in event.claims}
    return [claim for resolution in snapshot.resolutions for claim in resolution.claims if claim.id in wanted]


def _missing_voices(subject: Subject, events: Iterable[Event]) -> Iterator[str]:
    asserted = [event for event in events if any(Stance.ASSERTED in voice.stances for voice in event.voices)]
    interests = {voice.interest for event in asserted for voice in event.voices}
    is_told = not any(voice.name in (WITHHELD, AT_LEAST_ONE) for event in asserted for voice in event.voices)
    if asserted and is_told and Interest.AGAINST not in interests:
        yield f"No voice of a side that lost by it is heard on {subject.asked}."
    if asserted and is_told and Interest.THIRD not in interests:
        yield f"No third party is heard on {subject.asked}."
    counted = [event for event in asserted if not event.at_least]
    single = sum(len([v for v in event.voices if Stance.ASSERTED in v.stances]) == 1 for event in counted)
    if single:
        yield f"{single} of {len(counted)} asserted events rest on one voice."


def _missing_images(claims: Iterable[Claim]) -> Iterator[str]:
    if not any(claim.basis is Basis.IMAGES for claim in claims):
        yield "No image speaks to any of this."


def _missing_dates(reports: Iterable[Report]) -> Iterator[str]:
    for report in reports:
        if report.published is None:
            yield (
                f"{_caption(report)} does not give its date: its weekdays and “today” stay open "
                f'(if you know it: sayso set {report.id} published=YYYY-MM-DD --because "…").'
            )


def _broken_text(reports: Iterable[Report]) -> Iterator[str]:
    for report in reports:
        for flaw in report.flaws:
            if flaw.kind in (FlawKind.TRUNCATED, FlawKind.CUT_SHORT) and flaw.span:
                yield f"{_caption(report)} breaks off at “{flaw.span.text}”."


def _unheld_reports(snapshot: Snapshot, reports: Iterable[Report]) -> Iterator[str]:
    shown = {report.id: report for report in reports}
    unheld = {report.id: report for report in snapshot.corroboration.unheld}
    for lineage in snapshot.corroboration.lineage:
        if lineage.report in shown and lineage.of in unheld:
            report, origin = shown[lineage.report], unheld[lineage.of].outlet
            yield f"{_caption(report)} is a {lineage.relation} of a report of {origin}, which is not held."


def _unsourced(claims: Iterable[Claim]) -> Iterator[str]:
    count = sum(claim.said_in is not None and len(claim.chain) <= 1 for claim in claims)
    if count:
        yield f"{count} claims are told with no source named (“reportedly”); they count as no voice."


def _caption(report: Report) -> str:
    return f"“{report.title or report.address}” ({report.outlet or 'no outlet named'})"
