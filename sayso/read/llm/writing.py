"""Writing: located claims as records of the model: attributions, claims, their chains and identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sayso.model.attribution import Attribution, identify_attribution
from sayso.model.claim import Claim, Link, Mention, Quantity, RoleFiller, When, identify_claim
from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.report import Report
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import Basis
from sayso.read.llm.located import LocatedClaim, LocatedNumber, LocatedSpeaker
from sayso.read.stance import find_basis

#: Languages whose count words `resolve` reads by rule; there the words alone decide, as for any reader.
_COUNTED_BY_RULE = frozenset({None, "en"})

_SMALL = re.compile(r"[^\n.!?]{0,8}")  # what may stand between two parts of one content

_Key = tuple[Span | None, Span | None, str | None]


def write_reading(report: Report, claims: Iterable[LocatedClaim], *, identity: ReaderIdentity) -> Reading:
    """The reading that located claims make; a claim that was found twice stands once, as first found.

    Claims under one source and cue share one attribution. The content of an outer speaker is what he is heard on:
    the words of the inner speaker, cue and content.
    """
    kept = _without_twins(report, claims)
    attributions = _attribute(report, kept)
    names = {key: attribution.id for key, attribution in attributions.items()}
    return Reading(
        report=report.id,
        version=report.version,
        reader=identity,
        attributions=tuple({a.id: a for a in sorted(attributions.values(), key=lambda a: a.contents)}.values()),
        claims=tuple(_write(report, claim, names, str(identity)) for claim in kept),
    )


def _without_twins(report: Report, claims: Iterable[LocatedClaim]) -> list[LocatedClaim]:
    kept: dict[str, LocatedClaim] = {}
    for claim in claims:
        kept.setdefault(_identify(report, claim), claim)
    return list(kept.values())


def _identify(report: Report, claim: LocatedClaim) -> str:
    speaker = claim.speakers[0].source if claim.speakers else None
    return identify_claim(
        report.id,
        report.version,
        claim.type,
        trigger=claim.trigger,
        evidence=Evidence(claim.contents),
        speaker=speaker,
    )


def _write(report: Report, claim: LocatedClaim, names: dict[_Key, str], reader: str) -> Claim:
    spoken = [speaker for speaker in claim.speakers if speaker.has_speaker]
    return Claim(
        id=_identify(report, claim),
        report=report.id,
        version=report.version,
        type=claim.type,
        stance=claim.stance,
        evidence=Evidence(claim.contents),
        trigger=claim.trigger,
        roles=tuple(RoleFiller(role, Mention.at(span)) for role, span in claim.roles),
        when=When(claim.when) if claim.when else None,
        quantities=_count(report, claim, claim.number),
        manner=claim.manner,
        basis=_find_basis(report.text, claim.speakers),
        said_in=names[_key(claim.speakers[0])] if spoken else None,
        chain=tuple(_link(speaker) for speaker in spoken),
        reader=reader,
    )


def _link(speaker: LocatedSpeaker) -> Link:
    source = Mention.at(speaker.source) if speaker.source else Mention(speaker.understood or "")
    return Link(source, speaker.cue, speaker.channel.text if speaker.channel else None)


def _find_basis(text: str, speakers: Sequence[LocatedSpeaker]) -> Basis:
    """How the nearest speaker knows, by the same rules as for the native reader."""
    if not speakers or not speakers[0].has_speaker or speakers[0].cue is None:
        return Basis.UNSTATED
    source, cue = speakers[0].source, speakers[0].cue
    after = text[cue.end : cue.end + 30].lower().split()
    return find_basis(source.text if source else "", cue.text, goes_on=after[0] if after else "")


def _count(report: Report, claim: LocatedClaim, number: LocatedNumber | None) -> tuple[Quantity, ...]:
    if number is None:
        return ()
    if report.language in _COUNTED_BY_RULE:
        return (Quantity(number.span),)
    best = number.low if number.low == number.high else None
    counted = next((role for role, span in claim.roles if span.overlaps(number.span)), None)
    return (Quantity(number.span, number.low, best, number.high, of=counted),)


@dataclass
class _Gathered:
    """What is gathered of one attribution while claims are gone through."""

    speaker: LocatedSpeaker
    contents: set[Span] = field(default_factory=set)
    outer: _Key | None = None


def _attribute(report: Report, claims: Iterable[LocatedClaim]) -> dict[_Key, Attribution]:
    gathered: dict[_Key, _Gathered] = {}
    for claim in claims:
        _gather(claim, gathered)
    plain = {key: _write_attribution(report, each) for key, each in gathered.items()}
    return {key: replace(plain[key], within=_within(key, gathered, plain)) for key in plain}


def _gather(claim: LocatedClaim, gathered: dict[_Key, _Gathered]) -> None:
    heard: list[Span] = list(claim.contents)
    inner: _Gathered | None = None
    for speaker in claim.speakers:
        key = _key(speaker)
        here = gathered.setdefault(key, _Gathered(speaker))
        own = [span for span in (speaker.source, speaker.cue) if span]
        here.contents.update(_leave_out(heard, own))
        if inner is not None and inner.outer is None:
            inner.outer = key
        heard, inner = [*heard, *own], here


def _key(speaker: LocatedSpeaker) -> _Key:
    return speaker.source, speaker.cue, speaker.understood


def _leave_out(heard: Sequence[Span], own: Sequence[Span]) -> list[Span]:
    """What a speaker is heard on, without the places that hold his own words ("he" in "he had left")."""
    return [span for span in heard if not any(other.contains(span) for other in own)] or list(heard)


def _write_attribution(report: Report, gathered: _Gathered) -> Attribution:
    contents = join(report.text, gathered.contents, but=gathered.speaker)
    source, cue = gathered.speaker.source, gathered.speaker.cue
    return Attribution(
        id=identify_attribution(report.id, report.version, cue, contents[0]),
        report=report.id,
        sources=(source,) if source else (),
        cues=(cue,) if cue else (),
        contents=contents,
    )


def join(text: str, spans: Iterable[Span], *, but: LocatedSpeaker) -> tuple[Span, ...]:
    """Spans in order, those that overlap or have a small word between them ("that", "and") made one.

    Neighbours that the speaker's own words part stay apart: a content is split by its cue.
    """
    joined: list[Span] = []
    for span in sorted(spans):
        last = joined[-1] if joined else None
        if last and _SMALL.fullmatch(text[last.end : span.start]) and not _is_parted(last, span, but):
            joined[-1] = Span.of(text, last.start, max(last.end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _is_parted(left: Span, right: Span, speaker: LocatedSpeaker) -> bool:
    return any(left.end <= span.start and span.end <= right.start for span in (speaker.source, speaker.cue) if span)


def _within(key: _Key, gathered: dict[_Key, _Gathered], written: dict[_Key, Attribution]) -> str | None:
    """The attribution next outward; None where an answer has two stand within each other."""
    outer = gathered[key].outer
    step, passed = outer, {key}
    while step is not None:
        if step in passed:
            return None
        passed.add(step)
        step = gathered[step].outer
    return written[outer].id if outer else None
