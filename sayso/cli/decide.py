"""`sayso set` and `sayso undo`: what a person says of a report, signed and dated, never overwritten."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from sayso.cli.app import RecordOption, app, errors_to, open_shop
from sayso.cli.caption import caption_decision
from sayso.cli.foresight import settle
from sayso.cli.named import find_report
from sayso.errors import UsageError
from sayso.model.decision import DecisionKind, find_undone
from sayso.pipeline import decide, propose, take_in

Because = Annotated[str, typer.Option("--because", help="The reason, in a sentence; it is kept with your name.")]


@app.command("set")
def set_(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report's identifier, address or file name.")],
    value: Annotated[str, typer.Argument(metavar="FIELD=VALUE", help="outlet, published, url, language or title.")],
    because: Because,
    record: RecordOption = None,
) -> None:
    """Say of a report what its page does not: after a date, its weekdays resolve.

    [dim]Example: sayso set arraed.txt published=2020-05-28 --because "date shown in the paper's archive"[/]
    """
    field, equals, said = value.partition("=")
    if not equals:
        raise UsageError(f"{value!r} sets nothing; write it as published=2020-05-28")
    with open_shop(record) as shop:
        found = find_report(shop.record.reports(), report)
        decision = decide(found.id, field.strip(), said.strip(), because=because, shop=shop)
    errors_to().print(f"decided: {field} of {found.title or found.address} is {said} (sayso undo {decision.id})")


@app.command()
def undo(
    decision: Annotated[
        str, typer.Argument(metavar="DECISION", help="A decision's identifier; 'sayso status' lists them.")
    ],
    because: Because = "taken back",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what it would change.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do it without asking.")] = False,
    record: RecordOption = None,
) -> None:
    """Take a decision back, or take back that it was; it stays in the record, with who did so and when.

    Of a decision on what is known it says first what would change, and asks.

    [dim]Example: sayso undo d41c0ffee5a1d2b3[/]
    """
    with open_shop(record) as shop:
        made = shop.record.decision(decision)
        if back := find_undone(shop.record.decisions()).get(made.id):
            raise UsageError(f"{decision} was taken back by {back.by}; 'sayso undo {back.id}' brings it back")
        undoing = propose(DecisionKind.UNDO, made.target, made.id, because=because, shop=shop)
        if dry_run or (made.target.known is not None and made.kind is not DecisionKind.WITHHOLD):
            settle(undoing, shop, dry_run=dry_run, yes=yes)
            return
        take_in(undoing, shop)
    errors_to().print(f"taken back: {escape(caption_decision(made))}")
