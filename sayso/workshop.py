"""The workshop: everything that a run works with, opened once and passed inwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import UsageError
from sayso.knowledge import load_knowledge
from sayso.knowledge.gazetteer import open_gazetteer
from sayso.model.knowledge import Knowledge
from sayso.model.limits import Limits
from sayso.model.reading import NATIVE_LANGUAGES
from sayso.record import Record, open_record
from sayso.settings import Settings

if TYPE_CHECKING:
    from sayso.read import AnyReader


def tell_time() -> datetime:
    """Now, in UTC: the one clock, at the edge."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Workshop:
    """The record, a reader, knowledge and limits; all of it comes from outside, so that a run can be had again.

    `load_reader` is called when a reader is first asked for, `languages` (ISO 639) are those that it reads.
    """

    record: Record
    load_reader: Callable[[], AnyReader]
    knowledge: Knowledge
    limits: Limits
    user: str
    now: Callable[[], datetime] = tell_time
    languages: frozenset[str] = NATIVE_LANGUAGES

    @cached_property
    def reader(self) -> AnyReader:
        """The reader, loaded once; most of what is done with a record is done without. Raises ReaderError."""
        return self.load_reader()


@contextmanager
def open_workshop(
    record: str | Path, *, settings: Settings, create: bool = False, reader: str = "native"
) -> Iterator[Workshop]:
    """The record at that place (made if missing when `create`) with a reader (`native` or `llm`) and the known things.

    Raises RecordError, or UsageError for faulty settings; what is wrong in knowledge files is among the knowledge's
    faults.
    """
    load_reader, languages = _choose_reader(reader, settings)
    with open_record(record, create=create, by=settings.user) as opened:
        yield Workshop(
            record=opened,
            load_reader=load_reader,
            knowledge=open_knowledge(settings),
            limits=Limits(allow_private=settings.allow_private),
            user=settings.user,
            languages=languages,
        )


def open_knowledge(settings: Settings) -> Knowledge:
    """The shipped known things and those of the user's own folder; what is wrong with it is among the faults."""
    folder = Path(settings.knowledge) if settings.knowledge else None
    gazetteer, faults = open_gazetteer(folder)
    knowledge = load_knowledge(*([folder] if folder else []), gazetteer=gazetteer)
    return replace(knowledge, faults=(*knowledge.faults, *faults))


def _choose_reader(name: str, settings: Settings) -> tuple[Callable[[], AnyReader], frozenset[str]]:
    """How to load the reader of a name, and its languages.

    The llm reader sends what it reads to the endpoint that the user set, and nowhere else.
    """
    if name == "native":
        return _load_native, NATIVE_LANGUAGES
    if name == "llm":
        from sayso.read.llm import LlmReader, parse_endpoint  # loads what a reader needs, as does the next one

        reader = LlmReader(parse_endpoint(settings.llm))
        return (lambda: reader), reader.languages
    raise UsageError(f"{name!r} is no reader; say native or llm.")


def _load_native() -> AnyReader:
    from sayso.read import load_reader

    return load_reader()
