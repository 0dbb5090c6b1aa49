"""The application and what all commands share: the record's option, the consoles, the workshop."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console

from sayso.model.snapshot import Snapshot
from sayso.model.veil import MARK
from sayso.model.withholding import Clearance
from sayso.pipeline import derive, is_stale
from sayso.record import Record, open_record
from sayso.settings import load_settings
from sayso.workshop import Workshop, open_knowledge, open_workshop

app = typer.Typer(
    name="sayso",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)


@app.callback()
def sayso() -> None:
    """Turn news reports on armed conflict into a sourced record: who says so, and who says otherwise."""


RecordOption = Annotated[
    str | None,
    typer.Option("--record", metavar="FILE", help="The record's file; default SAYSO_RECORD, else ./record.db."),
]
WithheldOption = Annotated[
    bool, typer.Option("--with-withheld", help="Show what is withheld too: for the owner of this machine.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of a page for people.")]


class ReaderName(StrEnum):
    """Who reads."""

    NATIVE = "native"
    LLM = "llm"


ReaderOption = Annotated[
    ReaderName, typer.Option("--reader", help="Who reads: `llm` asks the endpoint that SAYSO_LLM_URL names.")
]


def page() -> Console:
    """Where pages for people go. A pipe or a file gets a fixed width, so that words are never lost in wrapping."""
    return Console(width=None if sys.stdout.isatty() else 110, highlight=False)


def errors_to() -> Console:
    """Where progress and messages go, so that they never mix with what a program reads."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def record_place(record: str | None) -> str:
    """The record's file: the option, else the setting, else the default."""
    return record or load_settings().record


def open_shop(record: str | None, *, create: bool = False, reader: str = "native") -> AbstractContextManager[Workshop]:
    """The record at the place that the option, the setting or the default names, and all that a run needs."""
    settings = load_settings()
    return open_workshop(record or settings.record, settings=settings, create=create, reader=reader)


def load_snapshot(record: str | None, *, with_withheld: bool = False) -> Snapshot:
    """The record as it is shown, derived anew first where its inputs, what is known or Sayso's release are others now.

    What is withheld is concealed, and it is said that something is, unless `with_withheld`.
    Raises RecordError when there is none at that place.
    """
    with open_record(record_place(record), create=False) as opened:
        if not is_stale(opened, open_knowledge(load_settings())):
            return show_snapshot(opened, with_withheld=with_withheld)
    errors_to().print("deriving the record anew: its inputs, what is known or Sayso's release are others now")
    with open_shop(record) as shop:
        derive(shop)
        return show_snapshot(shop.record, with_withheld=with_withheld)


def show_snapshot(record: Record, *, with_withheld: bool) -> Snapshot:
    """What stands derived, with what is withheld only where that was asked for."""
    say_withheld(record, with_withheld=with_withheld)
    return record.cleared(Clearance.WHOLE if with_withheld else Clearance.OPEN).snapshot()


def say_withheld(record: Record, *, with_withheld: bool) -> None:
    """Says beside the page that something is withheld, and whether it is shown."""
    if not record.withheld():
        return
    if with_withheld:
        errors_to().print("[yellow]with what is withheld:[/] do not hand this on")
    else:
        errors_to().print(f"some of this record is withheld, and covered with {MARK}; --with-withheld shows it")
