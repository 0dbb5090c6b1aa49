"""`sayso erase`: the words of a report go, by law or for harm; digests, who, when and why stay."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.markup import escape

from sayso.brief import plural
from sayso.cli.app import RecordOption, app, errors_to, open_shop
from sayso.cli.named import find_report
from sayso.errors import UsageError
from sayso.pipeline import erase as erase_words


@app.command()
def erase(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report's identifier, address or file name.")],
    because: Annotated[str, typer.Option("--because", help="The law or the harm, in a sentence; it stays.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do it without asking.")] = False,
    record: RecordOption = None,
) -> None:
    """Erase a report's bytes, text and claims for good; what was decided stays. This cannot be undone.

    To hide something that may be shown again, use 'sayso withhold'.

    [dim]Example: sayso erase r41d0c5e6a7b8f923 --because "court order of 3 March"[/]
    """
    with open_shop(record) as shop:
        found = find_report(shop.record.reports(), report)
        _ask(f"Erase “{found.title or found.address}” for good?", yes=yes)
        erased = erase_words(found.id, because=because, shop=shop)
    errors_to().print(f"erased {found.id}: {plural(len(erased.sha256s), 'payload')}; digests, who, when and why stay")
    if erased.kept_for:
        same = escape(", ".join(erased.kept_for))
        errors_to().print(
            f"[yellow]the same words stand in {same}:[/] their bytes and text stay until these are erased"
        )


def _ask(question: str, *, yes: bool) -> None:
    """Raises UsageError where nobody can be asked and nobody said --yes; ends where the answer is no."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise UsageError("this cannot be undone; say --yes to do it without being asked")
    typer.confirm(question, abort=True)
