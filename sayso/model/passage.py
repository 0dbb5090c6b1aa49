"""Passage: the words by which a person's decision finds a claim, in whatever reading it stands.

Never a claim's identifier alone: readings come and go with models, words stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.model.claim import Claim
from sayso.model.values.stance import ClaimType

_WRITTEN = re.compile(
    r"(?P<type>[a-z_]+) (?P<report>\S+)@(?P<version>\S+):(?P<start>\d+)-(?P<end>\d+)(?:/(?P<speaker>\d+))?"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one version of a report in which a claim of a type stands: offsets into its clean text, end excluded.

    `speaker` is where the words for its nearest speaker begin, None in the outlet's own voice: one says it, another
    denies it in the same words.
    """

    report: str
    version: str
    start: int
    end: int
    type: ClaimType
    speaker: int | None = None

    def __str__(self) -> str:
        speaker = "" if self.speaker is None else f"/{self.speaker}"
        return f"{self.type} {self.report}@{self.version}:{self.start}-{self.end}{speaker}"


def read_passage(written: str) -> Passage:
    """A passage from what `str` makes of it. Raises ValueError for anything else."""
    match = _WRITTEN.fullmatch(written)
    if not match:
        raise ValueError(f"{written!r} names no words of a report")
    speaker = int(match["speaker"]) if match["speaker"] else None
    span = int(match["start"]), int(match["end"])
    return Passage(match["report"], match["version"], *span, ClaimType(match["type"]), speaker)


def passage_of(claim: Claim) -> Passage:
    """The words of a claim, from first to last."""
    speaker = claim.chain[0].source.start if claim.chain else None
    return Passage(claim.report, claim.version, claim.evidence.start, claim.evidence.end, claim.type, speaker)


def find_claim(passage: Passage, claims: Iterable[Claim], texts: Mapping[str, str]) -> Claim | None:
    """The claim of its type that shares most words with the passage; None if none shares any.

    On a tie the one by the same speaker, then the closest in length. `texts` are the clean texts by
    version: in another version the same words are looked for, nearest to where they stood. Where they
    are gone, so is the claim.
    """
    fits = [
        (_fit(passage, place, claim), claim)
        for claim in claims
        if claim.report == passage.report
        and claim.type is passage.type
        and (place := _place(passage, claim.version, texts))
        and any(_shared(place, (span.start, span.end)) for span in claim.evidence.spans)
    ]
    return min(fits, key=lambda fit: fit[0])[1] if fits else None


def _fit(passage: Passage, place: tuple[int, int], claim: Claim) -> tuple[int, bool, int, str]:
    """How well a claim fits, the smaller the better."""
    shared = sum(_shared(place, (span.start, span.end)) for span in claim.evidence.spans)
    speaker = claim.chain[0].source.start if claim.chain else None
    moved = place[0] - passage.start
    same = speaker == (None if passage.speaker is None else passage.speaker + moved)
    return -shared, not same, abs((claim.evidence.end - claim.evidence.start) - (place[1] - place[0])), claim.id


def _place(passage: Passage, version: str, texts: Mapping[str, str]) -> tuple[int, int] | None:
    """Where the words of a passage stand in a version of its report."""
    if version == passage.version:
        return passage.start, passage.end
    was, now = texts.get(passage.version, ""), texts.get(version, "")
    words = was[passage.start : passage.end]
    starts = [match.start() for match in re.finditer(re.escape(words), now)] if words else []
    start = min(starts, key=lambda at: (abs(at - passage.start), at), default=None)
    return None if start is None else (start, start + len(words))


def _shared(left: tuple[int, int], right: tuple[int, int]) -> int:
    return max(0, min(left[1], right[1]) - max(left[0], right[0]))
