"""Proposal: what a person would decide of events, voices, claims and sources, as the parts of a decision."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.assessment import CREDIBILITY, RELIABILITY, write_credibility
from sayso.model.claim import Claim
from sayso.model.decision import DecisionKind, Target
from sayso.model.passage import passage_of
from sayso.model.ruling import write_pair


@dataclass(frozen=True, slots=True)
class Proposal:
    """A decision that nobody has signed yet."""

    kind: DecisionKind
    target: Target
    value: str


def propose_pair(kind: DecisionKind, about: str, one: Claim, other: Claim) -> Proposal:
    """That two claims are of one event or voice (MERGE), or of two (SPLIT); `about` is `EVENT` or `VOICE`."""
    left, right = passage_of(one), passage_of(other)
    target = Target(left.report, left.version, left.start, left.end, field=about)
    return Proposal(kind, target, write_pair(left, right))


def propose_credibility(claim: Claim, grade: str) -> Proposal:
    """A grade of a claim, 1 to 6."""
    passage = passage_of(claim)
    target = Target(claim.report, passage.version, passage.start, passage.end, field=CREDIBILITY)
    return Proposal(DecisionKind.GRADE, target, write_credibility(grade, passage))


def propose_reliability(source: str, grade: str) -> Proposal:
    """A grade of a source, A to F; `source` is its name as the record has it."""
    return Proposal(DecisionKind.GRADE, Target(known=source, field=RELIABILITY), grade)
