"""Account: one version of an event."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """Asserted, possible and denied claims of one event that agree with each other, and their voices."""

    id: str
    claims: tuple[str, ...]
    voices: tuple[str, ...]
