"""Voice: one independent first speaker, after lineage and chains are folded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.values.stance import Stance


class Interest(StrEnum):
    """Where a voice stands towards the account it speaks on."""

    FOR = "for"
    AGAINST = "against"
    THIRD = "third"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody heard on an event, under any stance, counted once.

    `names` are all forms folded into the voice; `speaks_for` is the entity it speaks for, None if
    not known; `reasons` say in words why each folded speaker is this voice. `against_own_interest`:
    it asserts what hurts its own side, or denies what would help it.
    """

    id: str
    name: str
    names: tuple[str, ...]
    speaks_for: str | None
    stances: tuple[Stance, ...]
    interest: Interest
    claims: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    against_own_interest: bool = False
