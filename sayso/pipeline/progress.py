"""Progress: who is told how far a run is."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Who is told how far a run is; the command line draws a bar from it."""

    def __call__(self, stage: str, done: int, total: int | None) -> None: ...


def quiet(stage: str, done: int, total: int | None) -> None:
    """Progress that is told to nobody."""
