"""The command line: verbs of a person's job. One file for each command.

`main` is the only place where an error becomes an exit status: what `errors.py` names shows its
sentence and no traceback; anything else is our fault and shows everything.
"""

from __future__ import annotations

import sys

import typer
from rich.markup import escape

from sayso.cli.app import app, errors_to
from sayso.cli.log import show_log
from sayso.errors import SaysoError


def application() -> typer.Typer:
    """The application with every command: a command's file registers it when it is imported."""
    from sayso.cli import (  # noqa: F401
        brief,
        changes,
        checking,
        corroborate,
        decide,
        doubts,
        erasing,
        evaluate,
        export,
        history,
        holdings,
        know,
        people,
        polnear,
        read,
        reread,
        ruling,
        serve,
        show,
        simulate,
        status,
        why,
        withholding,
    )

    return app


def main() -> None:
    """Run the command line and end the program with its exit status."""
    show_log()
    try:
        application()()
    except SaysoError as error:
        errors_to().print(f"[bold red]sayso:[/] {escape(str(error))}")
        sys.exit(error.exit_code)
