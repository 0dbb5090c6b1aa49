"""Answer: what a room of known things says that words stand for, with its reasons and the other candidates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Known = TypeVar("Known")


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that was compared: in words, the two values, and what it adds to the score (negative: takes away)."""

    because: str
    ours: str = ""
    theirs: str = ""
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """How near two values are, 0 (they cannot be one) to 1, and why, each reason with the values compared."""

    score: float
    reasons: tuple[Reason, ...]

    @classmethod
    def of(cls, score: float, because: str, ours: str = "", theirs: str = "") -> Comparison:
        """A comparison with one reason."""
        return cls(score, (Reason(because, ours, theirs, score),))

    @property
    def because(self) -> str:
        """The reasons in one sentence."""
        return "; ".join(reason.because for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Candidate(Generic[Known]):
    """A known thing that words may stand for; `score` is 0 to 1."""

    of: Known
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer(Generic[Known]):
    """What words stand for: the candidates, best first, for a person to choose from.

    `best` is None where none is sure enough: the words then stay as they are. `because` says in
    one sentence why the best one was taken, or why none was.
    """

    words: str
    best: Candidate[Known] | None
    because: str
    candidates: tuple[Candidate[Known], ...] = ()
