"""`sayso reread`: read reports again, say what would change, and change it once a person has agreed."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from sayso.brief import plural
from sayso.cli.app import ReaderName, ReaderOption, RecordOption, app, errors_to, open_shop, page
from sayso.cli.foresight import print_difference
from sayso.cli.named import find_report
from sayso.errors import UsageError
from sayso.pipeline import foresee_readings, read_anew, take_in_readings


@app.command()
def reread(
    reports: Annotated[
        list[str] | None, typer.Argument(metavar="[REPORT…]", help="Which reports; without one, all of them.")
    ] = None,
    reader: ReaderOption = ReaderName.NATIVE,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what it would change.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do it without asking.")] = False,
    record: RecordOption = None,
) -> None:
    """Read reports again with today's reader, and say first what would change. What persons decided stays.

    [dim]Example: sayso reread wire.txt --dry-run[/]
    """
    out, messages = page(), errors_to()
    with open_shop(record, reader=reader) as shop:
        held = shop.record.reports()
        chosen = [find_report(held, each) for each in reports] if reports else list(held)
        readings = read_anew(chosen, shop)
        found = sum(len(reading.claims) for reading in readings)
        out.print(f"{shop.reader.identity} finds {plural(found, 'claim')} in {plural(len(readings), 'report')}")
        if len(readings) < len(chosen):
            out.print(f"it failed on {plural(len(chosen) - len(readings), 'report')}: their readings stay")
        print_difference(foresee_readings(readings, shop), out, shop.knowledge)
        if dry_run or not (yes or _ask()):
            messages.print("nothing was changed")
            return
        take_in_readings(readings, shop)
        messages.print(f"read {plural(len(readings), 'report')} again; earlier readings are kept")


def _ask() -> bool:
    if not sys.stdin.isatty():
        raise UsageError("nothing was changed: say --yes to do it, or --dry-run only to see what it would change")
    return typer.confirm("Do it?", err=True)
