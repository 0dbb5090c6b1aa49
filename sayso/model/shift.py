"""Shift: claims that moved between events, were withdrawn or taken back, and counts that a voice gives anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.model.claim import Claim
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import ClaimType


@dataclass(frozen=True, slots=True)
class EventChange:
    """An event that other claims stand in, by identifier and type: the words of those gained and lost."""

    event: str
    type: ClaimType
    place: str | None
    gained: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recount:
    """A count that a voice gives anew in a later report: by its name, what it counted, before and after, in words."""

    event: str
    voice: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim gained (`before` None), lost (`after` None), or with other words, type, stance, basis or parts."""

    before: Claim | None
    after: Claim | None


def compare_claims(before: Snapshot, after: Snapshot) -> Iterator[ClaimChange]:
    """Claims of the versions that both hold, by their names, whose words or parts are other now."""
    versions = _versions(before) & _versions(after)
    was = {claim.id: claim for claim in claims_of(before) if (claim.report, claim.version) in versions}
    now = {claim.id: claim for claim in claims_of(after) if (claim.report, claim.version) in versions}
    for id_ in dict.fromkeys([*was, *now]):
        old, new = was.get(id_), now.get(id_)
        if old is None or new is None or _words_of(old) != _words_of(new):
            yield ClaimChange(old, new)


def _versions(snapshot: Snapshot) -> set[tuple[str, str]]:
    return {(each.report.id, each.report.version) for each in snapshot.resolutions}


def _words_of(claim: Claim) -> tuple[object, ...]:
    """All that a person decides of a claim, names and dates aside: those follow."""
    roles = tuple((each.role, each.mention.text) for each in claim.roles)
    when, speaker = claim.when and claim.when.span, claim.speaker and claim.speaker.text
    counts = tuple(each.span for each in claim.quantities)
    return claim.evidence, claim.type, claim.stance, claim.basis, claim.manner, roles, when, counts, speaker


def claims_of(snapshot: Snapshot) -> Iterator[Claim]:
    """All claims of a snapshot."""
    return (claim for resolution in snapshot.resolutions for claim in resolution.claims)


def compare_events(before: Snapshot, after: Snapshot) -> Iterator[EventChange]:
    """Events of before whose claims moved to another event, or that took in claims which stood in another."""
    words = {claim.id: claim.evidence.text for claim in (*claims_of(before), *claims_of(after))}
    was = {claim: event for event in before.corroboration.events for claim in event.claims}
    now = {claim: event for event in after.corroboration.events for claim in event.claims}
    for event in before.corroboration.events:
        heir = now.get(event.claims[0])
        if heir is None:
            continue
        gained = [claim for claim in heir.claims if claim in was and was[claim] is not event]
        lost = [claim for claim in event.claims if claim in now and now[claim] is not heir]
        if gained or lost:
            place = next(iter(event.place_names), None)
            yield EventChange(event.id, event.type, place, _quote(gained, words), _quote(lost, words))


def _quote(claims: Iterable[str], words: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words[claim] for claim in claims))


def compare_retracted(before: Snapshot, after: Snapshot) -> Iterator[str]:
    """Words of claims in reports newly taken back, copies included."""
    words = {claim.id: claim.evidence.text for claim in claims_of(after)}
    was = {claim for event in before.corroboration.events for claim in event.retracted}
    now = dict.fromkeys(claim for event in after.corroboration.events for claim in event.retracted)
    yield from dict.fromkeys(words[claim] for claim in now if claim not in was and claim in words)


def list_withdrawn(before: Snapshot, after: Snapshot) -> Iterator[str]:
    """Words of claims that a report held in its version of before, and does not in another one of now."""
    versions = {resolution.report.id: resolution.report for resolution in after.resolutions}
    for claim in claims_of(before):
        report = versions.get(claim.report)
        if report and report.version != claim.version and claim.evidence.text not in report.text:
            yield claim.evidence.text


def list_recounts(before: Snapshot, after: Snapshot) -> Iterator[Recount]:
    """Voices that give an event another count than they gave it before."""
    known = {claim.id for claim in claims_of(before)}
    claims = {claim.id: claim for claim in claims_of(after)}
    for event in after.corroboration.events:
        for voice in event.voices:
            counted = [claims[id_] for id_ in voice.claims if id_ in claims and claims[id_].quantities]
            old = [claim for claim in counted if claim.id in known]
            new = [claim for claim in counted if claim.id not in known and not _shares_count(claim, old)]
            if old and new:
                yield Recount(event.id, voice.name, _count_in_words(old[-1]), _count_in_words(new[-1]))


def _shares_count(claim: Claim, others: Iterable[Claim]) -> bool:
    """Whether one of the others gives the same count, or counts other things."""
    mine = {(quantity.low, quantity.high) for quantity in claim.quantities}
    units = {quantity.unit for quantity in claim.quantities}
    theirs = [quantity for other in others for quantity in other.quantities if quantity.unit in units]
    return not theirs or any((quantity.low, quantity.high) in mine for quantity in theirs)


def _count_in_words(claim: Claim) -> str:
    return claim.quantities[0].span.text
