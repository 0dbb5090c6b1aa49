"""`sayso status`: what the record holds, what is flawed, what was set aside, what persons decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sayso.brief import plural
from sayso.cli.app import RecordOption, WithheldOption, app, page, record_place, show_snapshot
from sayso.cli.caption import caption_decision
from sayso.model.assessment import assess
from sayso.model.decision import Decision, DecisionKind, standing
from sayso.model.knowing import find_idle
from sayso.model.knowledge import Knowledge
from sayso.model.revision import list_lost
from sayso.model.second import hide_blind
from sayso.model.snapshot import Snapshot
from sayso.pipeline import is_stale, rule_on
from sayso.record import open_record
from sayso.settings import load_settings
from sayso.workshop import open_knowledge

_GONE = "its words are in no claim or report of today's readings; decide anew, or take it back"
_STALE = "it follows from other inputs, knowledge or release of Sayso; the next command derives it anew"


@app.command()
def status(record: RecordOption = None, with_withheld: WithheldOption = False) -> None:
    """Print the record's reports, flaws, inputs set aside and decisions, and whether it still follows from all of it.

    [dim]Example: sayso status --record affair.db[/]
    """
    knowledge = open_knowledge(load_settings())
    with open_record(record_place(record), create=False) as opened:
        snapshot, stale = show_snapshot(opened, with_withheld=with_withheld), is_stale(opened, knowledge)
    out = page()
    out.print(f"[bold]{escape(record_place(record))}[/]: {_counts(snapshot)}")
    if stale and snapshot.resolutions:
        out.print(f"[yellow]stale:[/] {_STALE}")
    if snapshot.resolutions:
        out.print(_reports(snapshot))
    _print_set_aside(snapshot, out)
    _print_decisions(snapshot, knowledge, out)


def _counts(snapshot: Snapshot) -> str:
    derived = snapshot.corroboration
    outlets = {resolution.report.outlet for resolution in snapshot.resolutions}
    voices = {voice.id for event in derived.events for voice in event.voices}
    return ", ".join(
        [
            f"{plural(len(snapshot.resolutions), 'report')} of {plural(len(outlets), 'outlet')}",
            plural(sum(len(resolution.claims) for resolution in snapshot.resolutions), "claim"),
            plural(len(voices), "voice"),
            plural(len(derived.events), "event"),
            plural(sum(len(event.conflicts) for event in derived.events), "conflict"),
            plural(len(derived.holdings), "holding"),
        ]
    )


def _reports(snapshot: Snapshot) -> Table:
    table = Table("report", "outlet", "published", "title", "claims", "flaws")
    for resolution in snapshot.resolutions:
        report = resolution.report
        flaws = Counter(flaw.kind.replace("_", " ") for flaw in report.flaws)
        table.add_row(
            report.id,
            escape(report.outlet or "not named"),
            report.told or "not said",
            escape(report.title or report.address),
            str(len(resolution.claims)),
            ", ".join(flaws),
        )
    return table


def _print_set_aside(snapshot: Snapshot, out: Console) -> None:
    for aside in snapshot.set_aside:
        out.print(f"[yellow]set aside[/] {escape(aside.address)}: {escape(aside.reason)}")


def _list_lost(snapshot: Snapshot) -> Iterator[Decision]:
    """Decisions in force on words that no claim of their kind has now: they wait for a person."""
    yield from rule_on(snapshot.resolutions, snapshot.decisions, texts=snapshot.texts).lost
    yield from list_lost(snapshot.resolutions, snapshot.decisions, snapshot.texts)
    claims = (claim for resolution in snapshot.resolutions for claim in resolution.claims)
    yield from assess(snapshot.decisions, claims, snapshot.texts).lost


def _print_decisions(snapshot: Snapshot, knowledge: Knowledge, out: Console) -> None:
    named = [word for entity in snapshot.list_entities().values() for word in (entity.id, *entity.names)]
    idle = {each.decision.id: each.because for each in find_idle(knowledge, snapshot.decisions, named=named)}
    idle |= {decision.id: _GONE for decision in _list_lost(snapshot)}
    in_force = {decision.id for decision in standing(snapshot.decisions)}
    for decision in hide_blind(snapshot.decisions, load_settings().user):
        if decision.kind is DecisionKind.UNDO:
            continue
        state = "" if decision.id in in_force else " [dim](taken back)[/]"
        out.print(
            f"decision {decision.id}: {escape(caption_decision(decision, snapshot.texts))}, "
            f"by {escape(decision.by)} on {decision.at:%Y-%m-%d}: {escape(decision.because)}{state}"
        )
        if decision.id in idle:
            out.print(f"  [yellow]finds nothing:[/] {escape(idle[decision.id])}")
