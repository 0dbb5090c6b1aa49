"""`sayso holdings`: who is said to hold a place, from when to when."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from sayso.brief import find_subject
from sayso.cli.app import JsonOption, RecordOption, app, load_snapshot, page
from sayso.errors import UsageError
from sayso.model.holding import Holding
from sayso.model.rows import row_of_holding
from sayso.model.values import edtf


@app.command()
def holdings(
    place: Annotated[str, typer.Argument(metavar="PLACE", help="A place, in any spelling that the reports use.")],
    record: RecordOption = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="Only what held on that day.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Print the holdings of a place, by whose account.

    [dim]Example: sayso holdings "Al-Jufra" --on 2017-06-05[/]
    """
    if on is not None and not edtf.is_valid(on):
        raise UsageError(f"--on: {on!r} is no date; write it as 2020-05-28, 2020-05 or 2020")
    snapshot = load_snapshot(record)
    subject = find_subject(snapshot, place)
    found = [held for held in snapshot.corroboration.holdings if held.place in subject.entities and _holds_on(held, on)]
    if as_json:
        for holding in found:
            sys.stdout.write(json.dumps(row_of_holding(holding), ensure_ascii=False) + "\n")
    elif found:
        page().print(_table(found))
    else:
        page().print(f"Nobody is said to hold {escape(place)}{f' on {on}' if on else ''}.")


def _holds_on(holding: Holding, on: str | None) -> bool:
    """Whether the holding may cover the day; an end that is not said could be any day."""
    if on is None:
        return True
    return edtf.may_meet(f"{holding.start or '..'}/{holding.end or '..'}", on)


def _table(found: list[Holding]) -> Table:
    table = Table("place", "holder", "from", "to", "status", "voices", "last said on")
    for holding in found:
        table.add_row(
            escape(holding.place_names[0]),
            escape(holding.holder_names[0]),
            holding.start or "not said",
            holding.end or "",
            holding.status,
            str(holding.voices),
            holding.last_said or "no date given",
        )
    return table
