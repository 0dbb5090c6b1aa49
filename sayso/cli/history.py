"""`sayso history`: all that persons decided, on a report, a claim or at all: who, when, why, and if it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from sayso.cli.app import RecordOption, WithheldOption, app, load_snapshot, page
from sayso.cli.caption import caption_decision
from sayso.cli.named import find_report
from sayso.model.decision import Decision, DecisionKind, find_undone
from sayso.model.past import list_on_claim, list_on_name, list_on_report
from sayso.model.second import hide_blind
from sayso.model.snapshot import Snapshot
from sayso.settings import load_settings


@app.command()
def history(
    of: Annotated[
        str | None, typer.Argument(metavar="[REPORT|CLAIM]", help="A report or a claim; without one, all decisions.")
    ] = None,
    record: RecordOption = None,
    with_withheld: WithheldOption = False,
) -> None:
    """Print what persons decided, the earliest first: who, when, why, and what was taken back by whom.

    [dim]Example: sayso history wire.txt[/]
    """
    whole = load_snapshot(record, with_withheld=with_withheld)
    snapshot = replace(whole, decisions=hide_blind(whole.decisions, load_settings().user))
    made = _list(snapshot, of)
    out = page()
    if not made:
        out.print("nothing was decided here yet")
    for decision in made:
        _print(decision, find_undone(snapshot.decisions), snapshot.texts, out)


def _list(snapshot: Snapshot, of: str | None) -> Sequence[Decision]:
    """The decisions that are asked for. Raises NotInRecord for what is no report or claim."""
    if of is None:
        return [each for each in snapshot.decisions if each.kind is not DecisionKind.UNDO]
    claims = (claim for resolution in snapshot.resolutions for claim in resolution.claims)
    claim = next((each for each in claims if each.id == of), None)
    if claim is not None:
        return list_on_claim(snapshot.decisions, claim)
    gone = list_on_name(snapshot.decisions, of)
    if gone:
        return gone
    report = find_report((each.report for each in snapshot.resolutions), of)
    return list_on_report(snapshot.decisions, report.id)


def _print(decision: Decision, undone: Mapping[str, Decision], texts: Mapping[str, str], out: Console) -> None:
    out.print(
        f"{decision.at:%Y-%m-%d %H:%M} {escape(decision.by)}: {escape(caption_decision(decision, texts))}, "
        f"because {escape(decision.because)} [dim]({decision.id})[/]"
    )
    if back := undone.get(decision.id):
        out.print(
            f"  [yellow]taken back[/] by {escape(back.by)} on {back.at:%Y-%m-%d %H:%M}: {escape(back.because)} "
            f"[dim]('sayso undo {back.id}' brings it back)[/]"
        )
