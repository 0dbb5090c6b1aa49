"""Denial: what "it" is in "the minister denied it", as the words, type and roles of the claim that is denied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.model.claim import Claim, Mention, identify_claim
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.values.span import Span
from sayso.model.values.stance import ClaimType, Stance
from sayso.resolve.roster import Roster, call_roll
from sayso.resolve.wording import OWN_PRONOUNS, words_of

_PRONOUN = re.compile(r"it|this|that", re.IGNORECASE)
# "the accusation", "that a lie", "the reports as “rumours”"
_NOUN = re.compile(
    r"(?:it|this|that|them"
    r"|(?:the|this|that|these|those) (?:claims?|charges?|allegations?|accusations?|reports?|accounts?))"
    r"(?: (?:as )?[\"“]?(?:an? )?(?:lies?|false|nonsense|untrue|rubbish|fabrications?|slander|propaganda|rumou?rs)"
    r"[\"”]?)?",
    re.IGNORECASE,
)
# "That is not so", as an answer: it denies whatever its cue is.
_FLAT = re.compile(
    r"(?:it|this|that)(?: is|['’]s| was) (?:simply |just )?"
    r"(?:not (?:so|true|right|correct)|untrue|false|a lie|wrong|nonsense)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"(?:he|she|it|they|we) (?:den(?:y|ies|ied)|rejects?|rejected) (?:it|this|that)", re.IGNORECASE)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing)?|call(?:s|ed|ing)?"
    r"|contest(?:s|ed)?|refut(?:es|ed|ing)|contradict(?:s|ed))\b",
    re.IGNORECASE,
)
# What can be denied: nobody denies a silence, and a denial of a denial says something else.
_DENIABLE = frozenset({Stance.ASSERTED, Stance.POSSIBLE, Stance.JUDGED})


def settle(report: Report, reading: Reading) -> Reading:
    """A reading with its denials settled, as `resolve` settles them: what persons see, and decide on."""
    return settle_denials(reading, roster=call_roll(report.text))


def settle_denials(reading: Reading, *, roster: Roster) -> Reading:
    """The reading with each denial of a bare "it" or "the accusation" made one of the claim that it denies.

    That is the nearest claim before it by somebody else in the same sentence or the one before. The
    denial takes its type and roles, is `denied`, and keeps its own speakers; a pronoun takes the
    words and the trigger too, "the accusation" keeps its own words. Left as it is where no such
    claim stands there, or where its words say what is denied.
    """
    claims: dict[str, Claim] = {}
    denials = [claim for claim in reading.claims if _is_bare_denial(claim)]
    for claim in reading.claims:
        if _WHOLE.fullmatch(claim.evidence.text) and any(
            claim.evidence.start <= denial.evidence.start < claim.evidence.end for denial in denials if denial != claim
        ):
            continue  # "He denies it, his lawyer said" is his denial, and no statement beside it
        settled = _settle(claim, reading.claims, roster)
        claims.setdefault(settled.id, settled)
    return replace(reading, claims=tuple(claims.values()))


def _settle(claim: Claim, others: Sequence[Claim], roster: Roster) -> Claim:
    if not _is_bare_denial(claim):
        return claim
    start = roster.layout.sentence(claim.evidence.start)[0]
    before = roster.layout.sentence(max(start - 1, 0))[0]
    denied = [
        other
        for other in others
        if before <= other.evidence.start
        and other.evidence.end <= claim.evidence.start
        and _may_be_denied(other, claim)
    ]
    if not denied:
        return claim
    last = max(denied, key=lambda other: (other.evidence.end, other.type is not ClaimType.STATEMENT, other.id))
    bare = bool(_PRONOUN.fullmatch(claim.evidence.text) or _FLAT.fullmatch(claim.evidence.text))
    evidence, trigger = (last.evidence, last.trigger) if bare else (claim.evidence, None)
    speaker = _place_of(claim.chain[0].source)
    return replace(
        claim,
        id=identify_claim(claim.report, claim.version, last.type, trigger=trigger, evidence=evidence, speaker=speaker),
        type=last.type,
        stance=Stance.DENIED,
        evidence=evidence,
        trigger=trigger,
        roles=tuple(each for each in last.roles if not _is_own(each.mention.text)),
        quantities=last.quantities if bare else (),
    )


def _is_bare_denial(claim: Claim) -> bool:
    """Whether somebody denies what only a pronoun or a plain noun stands for."""
    if not claim.chain or claim.chain[0].cue is None or len(claim.evidence.spans) > 1:
        return False
    if _FLAT.fullmatch(claim.evidence.text):
        return True
    return bool(_NOUN.fullmatch(claim.evidence.text)) and bool(_DENIES.search(claim.chain[0].cue.text))


def _may_be_denied(other: Claim, denial: Claim) -> bool:
    """Whether a claim is somebody else's, or the outlet's, with words of its own that a denial can answer."""
    if other.stance not in _DENIABLE or _NOUN.fullmatch(other.evidence.text):
        return False
    if other.type is ClaimType.SILENCE or not other.chain:
        return other.type not in (ClaimType.SILENCE, ClaimType.STATEMENT)
    return _place_of(other.chain[0].source) != _place_of(denial.chain[0].source)


def _place_of(source: Mention) -> Span | None:
    if source.start is None or source.end is None:
        return None
    return Span(source.start, source.end, source.text)


def _is_own(words: str) -> bool:
    return any(word in OWN_PRONOUNS for word in words_of(words))
