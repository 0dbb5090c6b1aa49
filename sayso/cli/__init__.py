"""The command line: verbs of a person's job. One file for each command.

`main` is the only place where an error becomes an exit status: what `errors.py` names shows its
sentence and no traceback; anything else is our fault and shows everything.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

import typer
from rich.markup import escape

from sayso.cli.app import app, errors_to
from sayso.cli.log import show_log
from sayso.errors import SaysoError
from sayso.pausing import collect_seldom

_COLLECTED_EVERY = 1_000_000  # new objects: a record of a thousand reports has as many, and hardly one in a ring

#: The commands by the file that they stand in, in the order of `sayso --help`.
FILES: Mapping[str, tuple[str, ...]] = {
    "brief": ("brief",),
    "changes": ("changes",),
    "checking": ("accept", "reject", "amend", "add"),
    "corroborate": ("corroborate",),
    "decide": ("set", "undo"),
    "doubts": ("doubts",),
    "erasing": ("erase",),
    "evaluate": ("evaluate",),
    "export": ("export",),
    "history": ("history",),
    "holdings": ("holdings",),
    "know": ("know",),
    "people": ("people",),
    "polnear": ("evaluate-attributions",),
    "read": ("read",),
    "reread": ("reread",),
    "ruling": ("merge", "split", "cut", "link", "retract", "grade"),
    "serve": ("serve",),
    "show": ("show",),
    "simulate": ("simulate",),
    "status": ("status",),
    "why": ("why",),
    "withholding": ("withhold",),
}


def application(words: Sequence[str] = ()) -> typer.Typer:
    """The application with the command that these words of a command line begin with; else with every command.

    A command's file registers its commands when it is imported. The others are left alone: loading them would take
    longer than most commands.
    """
    asked = [file for file, commands in FILES.items() if words and words[0] in commands]
    for file in asked or FILES:
        import_module(f"sayso.cli.{file}")
    return app


def main() -> None:
    """Run the command line and end the program with its exit status."""
    show_log()
    try:
        with collect_seldom(_COLLECTED_EVERY):
            application(sys.argv[1:])()
    except SaysoError as error:
        errors_to().print(f"[bold red]sayso:[/] {escape(str(error))}")
        sys.exit(error.exit_code)
