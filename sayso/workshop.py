"""The workshop: everything that a run works with, opened once and passed inwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sayso.acquire import Limits
from sayso.errors import UsageError
from sayso.knowledge import load_knowledge
from sayso.knowledge.gazetteer import open_gazetteer
from sayso.model.knowledge import Knowledge
from sayso.read import AnyReader, load_reader
from sayso.read.llm import LlmReader, parse_endpoint
from sayso.record import Record, open_record
from sayso.settings import Settings


def tell_time() -> datetime:
    """Now, in UTC: the one clock, at the edge."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Workshop:
    """The record, a reader, knowledge and limits; all of it comes from outside, so that a run can be had again."""

    record: Record
    reader: AnyReader
    knowledge: Knowledge
    limits: Limits
    user: str
    now: Callable[[], datetime] = tell_time


@contextmanager
def open_workshop(
    record: str | Path, *, settings: Settings, create: bool = False, reader: str = "native"
) -> Iterator[Workshop]:
    """The record at that place (made if missing when `create`) with a reader (`native` or `llm`) and the known things.

    Raises RecordError, ReaderError, or UsageError for faulty settings; what is wrong in knowledge files is among
    the knowledge's faults.
    """
    chosen = _choose_reader(reader, settings)
    with open_record(record, create=create, by=settings.user) as opened:
        yield Workshop(
            record=opened,
            reader=chosen,
            knowledge=open_knowledge(settings),
            limits=Limits(allow_private=settings.allow_private),
            user=settings.user,
        )


def open_knowledge(settings: Settings) -> Knowledge:
    """The shipped known things and those of the user's own folder; what is wrong with it is among the faults."""
    folder = Path(settings.knowledge) if settings.knowledge else None
    gazetteer, faults = open_gazetteer(folder)
    knowledge = load_knowledge(*([folder] if folder else []), gazetteer=gazetteer)
    return replace(knowledge, faults=(*knowledge.faults, *faults))


def _choose_reader(name: str, settings: Settings) -> AnyReader:
    """The reader of a name. The llm reader sends what it reads to the endpoint that the user set, and nowhere else."""
    if name == "native":
        return load_reader()
    if name == "llm":
        return LlmReader(parse_endpoint(settings.llm))
    raise UsageError(f"{name!r} is no reader; say native or llm.")
