"""Assessment: a person's grade of a source (A to F) or of a claim (1 to 6), kept apart, each with its reason.

The two scales of the Admiralty code (NATO AJP-2.1): how reliable a source has been is one question, how
likely this piece of information is another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.model.claim import Claim
from sayso.model.decision import Decision, DecisionKind, standing
from sayso.model.knowing import fold_name
from sayso.model.passage import find_claim, read_passage

#: What a decision grades (`Target.field`).
RELIABILITY, CREDIBILITY = "reliability", "credibility"

#: Grades of a source, from its past.
RELIABILITIES: Mapping[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}

#: Grades of a claim, from what else is known of it.
CREDIBILITIES: Mapping[str, str] = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
_BETWEEN = " for "


@dataclass(frozen=True, slots=True)
class Assessment:
    """One grade in force: `of` is a source's name or a claim's identifier; of two by one person the later stands."""

    of: str
    grade: str
    decision: Decision

    @property
    def words(self) -> str:
        """What the grade means."""
        return RELIABILITIES.get(self.grade) or CREDIBILITIES[self.grade]


@dataclass(frozen=True, slots=True)
class Assessments:
    """Grades of sources by folded name, of claims by identifier; `lost` are those whose words no claim has now."""

    sources: Mapping[str, tuple[Assessment, ...]] = field(default_factory=dict)
    claims: Mapping[str, tuple[Assessment, ...]] = field(default_factory=dict)
    lost: tuple[Decision, ...] = ()

    def of_source(self, names: Iterable[str]) -> tuple[Assessment, ...]:
        """The grades of a source by any of its names."""
        folded = dict.fromkeys(map(fold_name, names))
        return tuple(each for name in folded for each in self.sources.get(name, ()))


def write_credibility(grade: str, passage: object) -> str:
    """The value of a decision that grades a claim by its words."""
    return f"{grade}{_BETWEEN}{passage}"


def read_credibility(value: str) -> tuple[str, str]:
    """The grade and the passage, as written."""
    grade, _, passage = value.partition(_BETWEEN)
    return grade, passage


def assess(decisions: Iterable[Decision], claims: Iterable[Claim], texts: Mapping[str, str]) -> Assessments:
    """All grades in force, brought to today's claims; `texts` are clean texts by version."""
    graded = [decision for decision in standing(decisions) if decision.kind is DecisionKind.GRADE]
    if not graded:
        return Assessments()
    every = list(claims)
    sources: dict[str, dict[str, Assessment]] = defaultdict(dict)
    found: dict[str, dict[str, Assessment]] = defaultdict(dict)
    lost = []
    for decision in graded:
        if decision.target.known is not None:
            assessment = Assessment(decision.target.known, decision.value, decision)
            sources[fold_name(decision.target.known)][decision.by] = assessment
        elif claim := _find(decision, every, texts):
            grade, _ = read_credibility(decision.value)
            found[claim.id][decision.by] = Assessment(claim.id, grade, decision)
        else:
            lost.append(decision)
    return Assessments(_freeze(sources), _freeze(found), tuple(lost))


def _find(decision: Decision, claims: Iterable[Claim], texts: Mapping[str, str]) -> Claim | None:
    try:
        return find_claim(read_passage(read_credibility(decision.value)[1]), claims, texts)
    except ValueError:  # a newer release's way to write it
        return None


def _freeze(rows: Mapping[str, Mapping[str, Assessment]]) -> dict[str, tuple[Assessment, ...]]:
    return {key: tuple(row.values()) for key, row in rows.items()}
