"""Conflict: two accounts that cannot both be so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.voice import Voice


class ConflictOn(StrEnum):
    """What the accounts disagree on."""

    HOLDER = "holder"
    RESPONSIBILITY = "responsibility"  # who did it
    OCCURRENCE = "occurrence"  # asserted against denied, or against what excludes it
    MANNER = "manner"
    NUMBER = "number"
    TIME = "time"
    MOTIVE = "motive"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sides of one event: their accounts, the claims set against each other, the words or values that clash."""

    on: ConflictOn
    accounts: tuple[str, str]
    between: tuple[tuple[str, ...], tuple[str, ...]]
    values: tuple[str, str]
    because: str = ""

    def heard(self, voices: Iterable[Voice]) -> tuple[tuple[Voice, ...], tuple[Voice, ...]]:
        """The voices of the event that speak on each side, in the order of `between`."""
        known = tuple(voices)
        left, right = (tuple(voice for voice in known if set(voice.claims) & set(side)) for side in self.between)
        return left, right
