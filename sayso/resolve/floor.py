"""Floor: who has the word in a stretch of a report, without words that say so in each sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.claim import Mention


@dataclass(frozen=True, slots=True)
class Floor:
    """A stretch that somebody speaks from end to end; `who` is empty where it is the outlet that asks or tells."""

    start: int
    end: int
    who: str

    @property
    def speaker(self) -> Mention | None:
        """The speaker as one understood from elsewhere, None for the outlet."""
        return Mention(self.who) if self.who else None


def floor_at(floors: Sequence[Floor], at: int) -> Floor | None:
    """The floor that a place stands in, the first of several; None in running text."""
    return next((each for each in floors if each.start <= at < each.end), None)
