"""How much of one input is taken, and how long it is waited for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one input may cost.

    `max_bytes` is of one file or answer, `seconds` of one address from first question to last byte,
    `redirects` of one address. `allow_private` lets addresses of this machine and its networks be
    asked: for a newsroom's own archive, never for addresses that strangers hand in.
    """

    max_bytes: int = 20_000_000
    seconds: float = 20.0
    redirects: int = 5
    allow_private: bool = False
    user_agent: str = "sayso/0.1 (reads news reports for a sourced record)"

    @property
    def size(self) -> str:
        """The size limit as a person reads it."""
        return f"{self.max_bytes / 1_000_000:g} MB"
