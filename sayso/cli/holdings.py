"""`sayso holdings`: who is said to hold a place, from when to when, by whose account, now or as of another day."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from sayso.brief import count_voices, find_subject, plural
from sayso.brief.holding import HoldingAccount, tell_accounts
from sayso.brief.subject import is_named_in
from sayso.cli.app import (
    JsonOption,
    RecordOption,
    WithheldOption,
    app,
    errors_to,
    load_snapshot,
    open_shop,
    page,
    say_withheld,
)
from sayso.errors import NotInRecord, UsageError
from sayso.model.asof import AsOf
from sayso.model.holding import Coverage, Holding
from sayso.model.rows import row_of_holding
from sayso.model.snapshot import Snapshot
from sayso.model.values import edtf
from sayso.model.withholding import Clearance
from sayso.pipeline import snapshot_as_of

OnOption = Annotated[str | None, typer.Option("--on", metavar="DATE", help="Only what held on that day.")]
KnownOption = Annotated[
    str | None,
    typer.Option("--as-known-on", metavar="DATE", help="By what was told by that day, with today's knowledge."),
]
RecordedOption = Annotated[
    str | None,
    typer.Option("--as-recorded-on", metavar="DATE", help="By what this record held at the end of that day (UTC)."),
]


@app.command()
def holdings(
    place: Annotated[str, typer.Argument(metavar="PLACE", help="A place, in any spelling that the reports use.")],
    record: RecordOption = None,
    on: OnOption = None,
    as_known_on: KnownOption = None,
    as_recorded_on: RecordedOption = None,
    as_json: JsonOption = False,
    with_withheld: WithheldOption = False,
) -> None:
    """Print the holdings of a place, by whose account; on a day, and as known or recorded on a day.

    [dim]Example: sayso holdings "Al-Jufra" --on 2020-06-01 --as-known-on 2020-05-27[/]
    """
    _check_dates({"--on": on, "--as-known-on": as_known_on, "--as-recorded-on": as_recorded_on})
    as_of = AsOf(as_known_on, as_recorded_on)
    snapshot = _load(as_of, record, with_withheld=with_withheld)
    found = [held for held in find_holdings_of(snapshot, place, as_of) if not on or held.covers(on) is not Coverage.NO]
    if as_json:
        for holding in found:
            sys.stdout.write(json.dumps(row_of_holding(holding), ensure_ascii=False) + "\n")
        return
    out = page()
    if found:
        _print_accounts(tell_accounts(snapshot, found), out, on=on)
    else:
        out.print(f"Nobody is said to hold {escape(place)}{f' on {on}' if on else ''}{caption(as_of)}.")


def find_holdings_of(snapshot: Snapshot, place: str, as_of: AsOf) -> list[Holding]:
    """The holdings of the place that a name stands for; of what was not yet named by a day, none.

    Raises NotInRecord where the record knows no such name now.
    """
    held = snapshot.corroboration.holdings
    try:
        entities = find_subject(snapshot, place).entities
    except NotInRecord:
        if as_of.is_now:
            raise
        entities = frozenset()
    return [each for each in held if each.place in entities or is_named_in(place, each.place_names)]


def caption(as_of: AsOf) -> str:
    """` as known on 2020-05-27`; nothing for now."""
    known = f" as known on {as_of.known_on}" if as_of.known_on else ""
    return f"{known} as recorded on {as_of.recorded_on}" if as_of.recorded_on else known


def _check_dates(dates: dict[str, str | None]) -> None:
    for option, text in dates.items():
        if text is not None and not edtf.is_valid(text):
            raise UsageError(f"{option}: {text!r} is no date; write it as 2020-05-28, 2020-05 or 2020")


def _load(as_of: AsOf, record: str | None, *, with_withheld: bool) -> Snapshot:
    """What stands derived for now; another time is recomputed in memory."""
    if as_of.is_now:
        return load_snapshot(record, with_withheld=with_withheld)
    with open_shop(record) as shop:
        say_withheld(shop.record, with_withheld=with_withheld)
        shown = shop.record.cleared(Clearance.WHOLE if with_withheld else Clearance.OPEN)
        then = shown.conceal(snapshot_as_of(as_of, shop))
        kept = {resolution.report.id for resolution in then.resolutions}
        undated = [report for report in shop.record.reports() if report.told is None and report.id not in kept]
    if as_of.known_on and undated:
        errors_to().print(f"left out: {plural(len(undated), 'report')} of no date, acquired later; told by then or not")
    return then


def _print_accounts(accounts: tuple[HoldingAccount, ...], out: Console, *, on: str | None) -> None:
    place = None
    for account in accounts:
        held = account.holding
        if held.place_names[0] != place:
            place = held.place_names[0]
            out.print(f"[bold]{escape(place)}[/]")
        standing = f"{held.status}, {count_voices(held.voices, held.at_least)}, {account.last_said}"
        out.print(f"  {account.interval}: [bold]{escape(held.holder_names[0])}[/], {standing}")
        if on and (doubt := account.tell_of(on)):
            out.print(f"    on {on} not for certain: {doubt}")
        for label, rows in (("said by", account.said_by), ("against it", account.against), ("on", account.differ_on)):
            if rows:
                out.print(f"    [dim]{label}[/] {escape('; '.join(rows))}")
