"""Why: the words, chain, lineage and rule behind a claim, an event or a conflict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.brief.chain import caption_chain
from sayso.brief.count import caption_event, caption_interest
from sayso.brief.mark import find_marks
from sayso.brief.wording import DATED, HAPPENED, PUTS
from sayso.errors import NotInRecord
from sayso.model.airwars import grade_event
from sayso.model.claim import Claim
from sayso.model.event import Event
from sayso.model.knowledge import Knowledge
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot

_NOTHING = Knowledge()


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a thing is, and the reasons for it, each a heading with its sentences."""

    title: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]


def explain(snapshot: Snapshot, identifier: str, *, knowledge: Knowledge = _NOTHING) -> Explanation:
    """Everything behind a claim, event, voice or report; `knowledge` has the entries that it rests on.

    Raises NotInRecord for an unknown identifier.
    """
    for resolution in snapshot.resolutions:
        if resolution.report.id == identifier:
            return _explain_report(snapshot, resolution)
        for claim in resolution.claims:
            if claim.id == identifier:
                return _explain_claim(snapshot, resolution, claim)
    for event in snapshot.corroboration.events:
        if identifier == event.id or any(identifier in (voice.id, *voice.claims) for voice in event.voices):
            return _explain_event(snapshot, event, knowledge)
    raise NotInRecord(f"{identifier!r} is no claim, event, voice or report of this record; 'sayso show' lists them")


def _explain_claim(snapshot: Snapshot, resolution: Resolution, claim: Claim) -> Explanation:
    events = [event for event in snapshot.corroboration.events if claim.id in event.claims]
    return Explanation(
        title=f"{HAPPENED[claim.type]}: {caption_chain(claim)} {PUTS[claim.stance]} it",
        parts=(
            ("Words", (f"“{claim.evidence.text}”", *_trigger(claim))),
            ("Who says so", tuple(_chain(claim))),
            ("Who and where", tuple(_roles(claim))),
            ("When and how many", tuple(_time_and_number(claim))),
            ("Report", tuple(_report(snapshot, resolution))),
            ("Read by", (f"{claim.reader}, {_caption_certainty(claim)}", *_decided(claim))),
            ("Marked by persons", find_marks(snapshot).of(claim)),
            ("Stands in", tuple(f"event {event.id}: {_event_line(event)}" for event in events)),
        ),
    )


def _caption_certainty(claim: Claim) -> str:
    """How sure the reader is, by part where it tells them apart."""
    whole = f"{claim.confidence:.0%} sure"
    if claim.certainty is None:
        return whole
    sure = claim.certainty
    return f"{whole}: of the type {sure.type:.0%}, of the stance {sure.stance:.0%}, of the speaker {sure.speaker:.0%}"


def _explain_event(snapshot: Snapshot, event: Event, knowledge: Knowledge) -> Explanation:
    claims = {claim.id: claim for r in snapshot.resolutions for claim in r.claims}
    return Explanation(
        title=f"{_event_line(event)}: {caption_event(event, reports=len({claims[c].report for c in event.claims}))}",
        parts=(
            ("Claims", tuple(_claim_line(claims[claim]) for claim in event.claims)),
            ("Why they are one event", event.reasons),
            (
                "Voices",
                tuple(
                    f"{v.name} ({caption_interest(v)}): {'; '.join(v.reasons) or 'speaks once'}" for v in event.voices
                ),
            ),
            ("Conflicts", tuple(_conflict_lines(event))),
            ("In Airwars' scheme", tuple(_airwars(event))),
            ("Taken back", tuple(_claim_line(claims[claim]) for claim in event.retracted)),
            ("Rests on what is known", tuple(list_known(snapshot, event, knowledge))),
        ),
    )


def list_known(snapshot: Snapshot, event: Event, knowledge: Knowledge) -> Iterator[str]:
    """The entries and known places that the event rests on, each with its source."""
    located = (e.location for resolution in snapshot.resolutions for e in resolution.entities if e.location)
    places = {location.place.id: location.place for location in located}
    for id_ in event.knowledge:
        if id_ in knowledge.entries:
            entry = knowledge.entries[id_]
            where = f"{entry.file}, line {entry.line}" if entry.line else entry.file
            yield f"{entry.names[0]} [{entry.key}]: {entry.source} ({where})"
        elif id_ in places:
            yield f"{places[id_].name} [{id_}]: {places[id_].source}"
        else:
            yield id_


def _explain_report(snapshot: Snapshot, resolution: Resolution) -> Explanation:
    report = resolution.report
    return Explanation(
        title=f"“{report.title or report.address}” ({report.outlet or 'no outlet named'})",
        parts=(
            ("Report", tuple(_report(snapshot, resolution))),
            ("Credits in its text", tuple(f"“{credit.words.text}”" for credit in resolution.credits)),
            ("Bytes", (f"SHA-256 {report.sha256}",)),
            ("Flaws", tuple(f"{f.kind}{f': “{f.span.text}”' if f.span else ''}" for f in report.flaws)),
        ),
    )


def _trigger(claim: Claim) -> Iterator[str]:
    if claim.trigger:
        yield f"told by the word “{claim.trigger.text}” at {claim.trigger.start}"


def _chain(claim: Claim) -> Iterator[str]:
    for place, link in enumerate(claim.chain):
        known = f", also {', '.join(link.source.names[1:])}" if len(link.source.names) > 1 else ""
        cue = f", by “{link.cue.text}”" if link.cue else ""
        channel = f" {link.channel}" if link.channel else ""
        yield f"{'nearest: ' if place == 0 else 'then '}{link.source.name}{known}{cue}{channel}"


def _roles(claim: Claim) -> Iterator[str]:
    for filler in claim.roles:
        meant = f" = {filler.mention.name}" if filler.mention.name != filler.mention.text else ""
        yield f"{filler.role}: “{filler.mention.text}”{meant}"


def _time_and_number(claim: Claim) -> Iterator[str]:
    if claim.when:
        counted = DATED.get(claim.when.basis or "", "as said")
        edtf = f"{claim.when.edtf}, {counted}" if claim.when.edtf else "its day is not known"
        yield f"“{claim.when.span.text}”: {edtf}"
    for quantity in claim.quantities:
        low, high = ("open" if end is None else f"{end:g}" for end in (quantity.low, quantity.high))
        yield f"“{quantity.span.text}”: {low} to {high}{f', {quantity.unit}' if quantity.unit else ''}"


def _report(snapshot: Snapshot, resolution: Resolution) -> Iterator[str]:
    report = resolution.report
    told = f"published {report.told} ({report.published.basis})" if report.published else "no date on the page"
    yield f"{report.id}: “{report.title or report.address}”, {report.outlet or 'no outlet named'}, {told}"
    for lineage in snapshot.corroboration.lineage:
        if lineage.report == report.id:
            yield f"{lineage.relation} of {lineage.of} (score {lineage.score:.2f}): {lineage.evidence}"


def _decided(claim: Claim) -> Iterator[str]:
    if claim.decided:
        yield f"decided by a person: {claim.decided}"


def _event_line(event: Event) -> str:
    where = event.place_names[0] if event.place_names else None
    return ", ".join(part for part in (HAPPENED[event.type], where, event.when) if part)


def _claim_line(claim: Claim) -> str:
    return f"{claim.id} {caption_chain(claim)} {PUTS[claim.stance]}: “{claim.evidence.text}”"


def _airwars(event: Event) -> Iterator[str]:
    if graded := grade_event(event):
        grade, because = graded
        yield f"{grade}: {because}"


def _conflict_lines(event: Event) -> Iterator[str]:
    for conflict in event.conflicts:
        left, right = conflict.values
        yield f"on {conflict.on}: “{left}” against “{right}”{f' ({conflict.because})' if conflict.because else ''}"
