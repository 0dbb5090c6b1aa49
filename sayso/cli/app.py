"""The application and what all commands share: the record's option, the consoles, the workshop."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sayso.acquire import Limits
from sayso.knowledge import load_knowledge
from sayso.model.snapshot import Snapshot
from sayso.pipeline import Workshop
from sayso.read import load_reader
from sayso.record import Record, open_record
from sayso.settings import Settings, load_settings

app = typer.Typer(
    name="sayso",
    help="Turn news reports on armed conflict into a sourced record: who says so, and who says otherwise.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)

RecordOption = Annotated[
    str | None,
    typer.Option("--record", metavar="FILE", help="The record's file; default SAYSO_RECORD, else ./record.db."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of a page for people.")]


def page() -> Console:
    """Where pages for people go. A pipe or a file gets a fixed width, so that words are never lost in wrapping."""
    return Console(width=None if sys.stdout.isatty() else 110, highlight=False)


def errors_to() -> Console:
    """Where progress and messages go, so that they never mix with what a program reads."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def record_place(record: str | None) -> str:
    """The record's file: the option, else the setting, else the default."""
    return record or load_settings().record


@contextmanager
def open_workshop(record: str | None, *, create: bool = False) -> Iterator[Workshop]:
    """The record with reader and knowledge; made if missing when `create`."""
    settings = load_settings()
    with open_record(record or settings.record, create=create) as opened:
        yield furnish(opened, settings=settings)


def furnish(opened: Record, *, settings: Settings) -> Workshop:
    """A workshop around an open record."""
    folders = [Path(settings.knowledge)] if settings.knowledge else []
    return Workshop(
        record=opened,
        reader=load_reader(),
        knowledge=load_knowledge(*folders),
        limits=Limits(allow_private=settings.allow_private),
        user=settings.user,
    )


def load_snapshot(record: str | None) -> Snapshot:
    """The record as it stands. Raises RecordError when there is none at that place."""
    with open_record(record_place(record), create=False) as opened:
        return opened.snapshot()
