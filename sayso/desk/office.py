"""The office: what every page of a running desk works with, opened once and passed inwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from sayso.model.knowing import decide_knowledge
from sayso.model.knowledge import Knowledge
from sayso.people import People
from sayso.record import Record
from sayso.settings import Settings


def wait_for_worker() -> None:
    """A worker is at work elsewhere: there is nothing to do but wait."""


@dataclass(frozen=True)
class Office:
    """The record, the people's file, knowledge, settings and the clock; shared by all threads of a process.

    `waits_seconds` is how long a page waits for what follows from a decision before it comes back without it;
    `hurry` is called first, for a desk without a worker beside it.
    """

    record: Record
    people: People
    settings: Settings
    now: Callable[[], datetime]
    open_knowledge: Callable[[], Knowledge]
    waits_seconds: float = 6.0
    hurry: Callable[[], object] = wait_for_worker

    @cached_property
    def shipped(self) -> Knowledge:
        """The known things of the files: read at the first page that asks, since that takes a second or two."""
        return self.open_knowledge()

    def knowledge(self) -> Knowledge:
        """The known things, as persons decided them so far."""
        return decide_knowledge(self.shipped, self.record.decisions())
