"""The workshop: everything that a run works with, opened once and passed inwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sayso.acquire import Limits
from sayso.knowledge import load_knowledge
from sayso.model.knowledge import Knowledge
from sayso.read import Reader, load_reader
from sayso.record import Record, open_record
from sayso.settings import Settings


def tell_time() -> datetime:
    """Now, in UTC: the one clock, at the edge."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Workshop:
    """The record, a reader, knowledge and limits; all of it comes from outside, so that a run can be had again."""

    record: Record
    reader: Reader
    knowledge: Knowledge
    limits: Limits
    user: str
    now: Callable[[], datetime] = tell_time


@contextmanager
def open_workshop(record: str | Path, *, settings: Settings, create: bool = False) -> Iterator[Workshop]:
    """The record at that place (made if missing when `create`) with the shipped reader and the known things.

    Raises RecordError, ReaderError, or UsageError for faulty knowledge files.
    """
    folders = [Path(settings.knowledge)] if settings.knowledge else []
    with open_record(record, create=create, by=settings.user) as opened:
        yield Workshop(
            record=opened,
            reader=load_reader(),
            knowledge=load_knowledge(*folders),
            limits=Limits(allow_private=settings.allow_private),
            user=settings.user,
        )
