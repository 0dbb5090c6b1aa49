"""Gold reading: gold's claims in place of a reader's, so that what follows from them can be scored alone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from sayso.evaluate.gold import GoldAffair, GoldClaim
from sayso.evaluate.place import find_evidence, find_number, find_span, find_time
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim, Link, Mention, Quantity, RoleFiller, When
from sayso.model.identity import digest, identify
from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.report import Report
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import GROUPS, Role

#: "About" widens a count by a tenth on both sides (section 1 of `docs/formats.md`).
_ABOUT = 0.1


def gold_reading(affair: GoldAffair, reports: Iterable[Report]) -> list[tuple[Report, Reading]]:
    """A reading of each report that has gold's claims, to be resolved and corroborated like any other.

    A report is gold's by file name: the last part of its address without the ending; one that
    gold does not have gets a reading without claims. Claims whose evidence does not stand in the
    clean text are left out: no reader could have found them.

    Times and counts are filled as gold gives them (`when.basis` is `words`), chains run over the
    speakers in the text, nearest first, the outlet left to `resolve`. Words that do not stand in
    the text become mentions without a place. Gold names no triggers, cues and bases of knowing:
    those stay empty.
    """
    identity = ReaderIdentity("gold", "1", digest(affair.name))
    return [(report, _read_report(affair, report, identity)) for report in reports]


def _read_report(affair: GoldAffair, report: Report, identity: ReaderIdentity) -> Reading:
    name = PurePath(report.address).stem
    placed = [
        (claim, evidence)
        for claim in affair.claims
        if claim.report == name and (evidence := find_evidence(claim.evidence, report.text))
    ]
    spoken = [(claim, evidence) for claim, evidence in placed if claim.is_attributed]
    return Reading(
        report=report.id,
        version=report.version,
        reader=identity,
        attributions=tuple(_attribute(claim, evidence, report) for claim, evidence in spoken),
        claims=tuple(_read_claim(claim, evidence, report, identity) for claim, evidence in placed),
    )


def _attribute(claim: GoldClaim, evidence: Span, report: Report) -> Attribution:
    source = find_span(claim.said_by[0], report.text, near=evidence)
    return Attribution(
        id=_identify_attribution(claim, report),
        report=report.id,
        sources=(source,) if source else (),
        cues=(),
        contents=(evidence,),
    )


def _read_claim(claim: GoldClaim, evidence: Span, report: Report, identity: ReaderIdentity) -> Claim:
    text = report.text
    roles = tuple(RoleFiller(role, _mention(words, text, evidence)) for role, words in claim.roles)
    return Claim(
        id=_identify_claim(claim, report),
        report=report.id,
        version=report.version,
        type=claim.type,
        stance=claim.stance,
        evidence=Evidence((evidence,)),
        roles=roles,
        when=_date(claim, evidence, text),
        quantities=_count(claim, evidence, roles),
        manner=find_span(claim.manner, text, near=evidence) if claim.manner else None,
        said_in=_identify_attribution(claim, report) if claim.is_attributed else None,
        chain=tuple(Link(_mention(speaker, text, evidence)) for speaker in claim.said_by[:-1]),
        reader=str(identity),
    )


def _identify_claim(claim: GoldClaim, report: Report) -> str:
    """Gold's own identifier: without triggers, words, type and speaker do not tell all its claims apart.

    Two claims of one type about the same words then stand in gold's order, so that the scoring, which
    settles such ties by identifier, takes each for itself.
    """
    return f"{identify('c', report.version, 'gold')}-{claim.id}"


def _identify_attribution(claim: GoldClaim, report: Report) -> str:
    return f"{identify('t', report.version, 'gold')}-{claim.id}"


def _mention(words: str, text: str, evidence: Span) -> Mention:
    span = find_span(words, text, near=evidence)
    return Mention.at(span) if span else Mention(words)


def _date(claim: GoldClaim, evidence: Span, text: str) -> When | None:
    """Gold gives the date and not its words: time words near the evidence, or the evidence itself, stand for them."""
    if claim.when is None:
        return None
    return When(find_time(text, near=evidence) or evidence, claim.when, "words")


def _count(claim: GoldClaim, evidence: Span, roles: Iterable[RoleFiller]) -> tuple[Quantity, ...]:
    """Gold's count.

    What is counted is the role whose words have the number; without one, whoever was harmed, else None.
    """
    number = claim.number
    if number is None:
        return ()
    low, high = number.low, number.high
    if number.best is not None and low is None and high is None:
        margin = number.best * _ABOUT if number.approximate else 0
        low, high = number.best - margin, number.best + margin
    value = number.best if number.best is not None else low
    span, of = _place_count(value, evidence, roles, of=Role.RECIPIENT if claim.type in GROUPS["harm"] else None)
    return (Quantity(span, low, number.best, high, number.approximate, number.unit, of),)


def _place_count(
    value: float | None, evidence: Span, roles: Iterable[RoleFiller], *, of: Role | None
) -> tuple[Span, Role | None]:
    """The words of a count and the role that they count; `of` and words of the evidence where no role has them."""
    for filler in roles:
        mention = filler.mention
        if find_number(mention.text, value) is None:
            continue
        if mention.start is None or mention.end is None:
            return evidence, filler.role
        return Span(mention.start, mention.end, mention.text), filler.role
    within = find_number(evidence.text, value)
    if within is None:
        return evidence, of
    start, end = within
    return Span(evidence.start + start, evidence.start + end, evidence.text[start:end]), of
