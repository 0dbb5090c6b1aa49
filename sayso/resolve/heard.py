"""Heard: a speaker of a report already resolved, and where it stood."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.resolve.referent import Referent


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker already resolved and where it stood in the text.

    `relay` is the outlet to which it was said, if not the report's own; `inner` tells that it stands in what somebody
    else says; `words` are those by which it stood there, empty where it had none.
    """

    at: int
    referent: Referent
    relay: Referent | None = None
    inner: bool = False
    words: str = ""

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.at + len(self.words)
