"""Marks: what persons said of a claim that a reader of the page should see beside its words: grades, retraction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model.assessment import Assessment, Assessments, assess
from sayso.model.claim import Claim
from sayso.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks of all claims of a snapshot."""

    assessments: Assessments
    retracted: frozenset[str]

    def of(self, claim: Claim) -> tuple[str, ...]:
        """The marks of one claim, each a few words."""
        return tuple(self._tell(claim))

    def _tell(self, claim: Claim) -> Iterator[str]:
        if claim.id in self.retracted:
            yield "taken back"
        for given in self.assessments.claims.get(claim.id, ()):
            yield caption_grade(given)
        speaker = claim.speaker
        if speaker and self.assessments.sources:
            for given in self.assessments.of_source((speaker.name, speaker.text, *speaker.names)):
                yield f"source {caption_grade(given)}"


def find_marks(snapshot: Snapshot) -> Marks:
    """The marks that stand in a snapshot."""
    claims = (claim for resolution in snapshot.resolutions for claim in resolution.claims)
    retracted = frozenset(claim for event in snapshot.corroboration.events for claim in event.retracted)
    return Marks(assess(snapshot.decisions, claims, snapshot.texts), retracted)


def caption_grade(given: Assessment) -> str:
    """`graded B (usually reliable) by Amal`."""
    return f"graded {given.grade} ({given.words}) by {given.decision.by}"
