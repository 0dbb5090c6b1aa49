"""`sayso changes`: what came to differ since a day, or by one report: voices, conflicts, counts, holdings."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from sayso.brief import plural
from sayso.cli.app import RecordOption, WithheldOption, app, open_shop, page, show_snapshot
from sayso.cli.foresight import print_difference
from sayso.cli.named import find_report
from sayso.errors import UsageError
from sayso.model.asof import AsOf
from sayso.model.difference import compare_snapshots
from sayso.model.report import Report
from sayso.model.snapshot import Snapshot
from sayso.model.values import edtf
from sayso.model.withholding import Clearance
from sayso.pipeline import derive, snapshot_as_of, snapshot_without
from sayso.workshop import Workshop


@app.command()
def changes(
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Against the record as it stood at the end of that day."),
    ] = None,
    told_since: Annotated[
        str | None,
        typer.Option("--told-since", metavar="DATE", help="Against what had been told by the end of that day."),
    ] = None,
    report: Annotated[
        str | None, typer.Option("--report", metavar="REPORT", help="Against the record without that report.")
    ] = None,
    record: RecordOption = None,
    with_withheld: WithheldOption = False,
) -> None:
    """Print what changed: a second independent voice, a new conflict, a corrected count, a claim no longer on its page.

    [dim]Example: sayso changes --since 2026-11-20[/]
    """
    given = [choice for choice in (since, told_since, report) if choice is not None]
    if len(given) != 1:
        raise UsageError("changes against what? Give one of --since DATE, --told-since DATE or --report REPORT")
    with open_shop(record) as shop:
        derive(shop)
        after = show_snapshot(shop.record, with_withheld=with_withheld)
        shown = shop.record.cleared(Clearance.WHOLE if with_withheld else Clearance.OPEN)
        before = shown.conceal(_look_back(shop, since=since, told_since=told_since, report=report))
    out = page()
    _print_new(before, after, out)
    print_difference(compare_snapshots(before, after), out, shop.knowledge)


def _look_back(shop: Workshop, *, since: str | None, told_since: str | None, report: str | None) -> Snapshot:
    if report is not None:
        return snapshot_without(find_report(shop.record.reports(), report).id, shop)
    return snapshot_as_of(AsOf(known_on=_check_day(told_since), recorded_on=_check_day(since)), shop)


def _check_day(day: str | None) -> str | None:
    if day is not None and not edtf.is_valid(day):
        raise UsageError(f"{day!r} is no date; write it as 2020-05-28, 2020-05 or 2020")
    return day


def _print_new(before: Snapshot, after: Snapshot, out: Console) -> None:
    """The reports that are new, or of which another version is current."""
    known = {resolution.report.id: resolution.report for resolution in before.resolutions}
    new = [r.report for r in after.resolutions if r.report.id not in known]
    other = [
        r.report for r in after.resolutions if r.report.id in known and known[r.report.id].version != r.report.version
    ]
    out.print(f"[bold]{plural(len(new), 'new report')}, {plural(len(other), 'report')} in another version[/]")
    for each in (*new, *other):
        out.print(f"  {escape(_caption(each))}")


def _caption(report: Report) -> str:
    outlet, told = report.outlet or "no outlet named", report.told or "no date"
    return f"{outlet}, {told}: “{report.title or report.address}” {report.id}"
