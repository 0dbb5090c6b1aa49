"""`sayso merge`, `split`, `cut`, `link`, `retract`, `grade`: what a person decides of events, voices and lineage.

Each says first what it would change and asks; each is signed, dated and undoable, and outlives every new reading.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated

import typer

from sayso.brief.spoken import name_source, propose_merge, propose_split
from sayso.cli.app import RecordOption, app, open_shop
from sayso.cli.foresight import settle
from sayso.cli.named import find_report, look_up_claim, look_up_spoken
from sayso.errors import UsageError
from sayso.model.assessment import CREDIBILITIES, RELIABILITIES
from sayso.model.decision import DecisionKind, Target
from sayso.model.lineage import Relation
from sayso.model.proposal import Proposal, propose_credibility, propose_reliability
from sayso.model.ruling import LINEAGE, RETRACTED, write_edge
from sayso.pipeline import propose
from sayso.workshop import Workshop

Because = Annotated[str, typer.Option("--because", help="The reason, in a sentence; it is kept with your name.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what it would change.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do it without asking.")]
ReportName = Annotated[str, typer.Argument(metavar="REPORT", help="A report's identifier, address or file name.")]


@app.command()
def merge(
    one: Annotated[str, typer.Argument(metavar="ONE", help="An event or a voice, by its identifier.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another that is the same.")],
    because: Because,
    dry_run: DryRun = False,
    yes: Yes = False,
    record: RecordOption = None,
) -> None:
    """Say that two events are one happening, or that two voices are one.

    [dim]Example: sayso merge v0f3a9c21d4b57e68 v71e005ed64b91f43 --because "the same raid, told a day later"[/]
    """
    with open_shop(record) as shop:
        left, right = (look_up_spoken(each, shop.record) for each in (one, other))
        _settle(propose_merge(left, right), because, shop, dry_run=dry_run, yes=yes)


@app.command()
def split(
    whole: Annotated[str, typer.Argument(metavar="WHOLE", help="An event or a voice, by its identifier.")],
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim in it that is of another.")],
    because: Because,
    dry_run: DryRun = False,
    yes: Yes = False,
    record: RecordOption = None,
) -> None:
    """Say that a claim is of another happening than its event, or of another voice than its voice.

    [dim]Example: sayso split v0f3a9c21d4b57e68 c4be1d0a7a3bd2f91 --because "the second fall of the town"[/]
    """
    with open_shop(record) as shop:
        _settle(propose_split(look_up_spoken(whole, shop.record), claim), because, shop, dry_run=dry_run, yes=yes)


@app.command()
def cut(
    report: ReportName,
    of: Annotated[str, typer.Argument(metavar="OF", help="The report that it is said to derive from.")],
    because: Because,
    dry_run: DryRun = False,
    yes: Yes = False,
    record: RecordOption = None,
) -> None:
    """Say that a report does not derive from another: both then have voices of their own.

    [dim]Example: sayso cut courier.txt wire.txt --because "its reporter was there; both quote one communiqué"[/]
    """
    with open_shop(record) as shop:
        held = shop.record.reports()
        child = find_report(held, report)
        unheld = {edge.of for edge in shop.record.only_reports({child.id}).corroboration.lineage}
        origin = of if of in unheld else find_report(held, of).id
        edges = shop.record.only_reports({child.id, origin}).corroboration.lineage
        drawn = (edge.relation for edge in edges if (edge.report, edge.of) == (child.id, origin))
        value = write_edge(origin, next(drawn, Relation.CREDIT))
        decision = propose(DecisionKind.CUT, Target(child.id, field=LINEAGE), value, because=because, shop=shop)
        settle(decision, shop, dry_run=dry_run, yes=yes)


@app.command()
def link(
    report: ReportName,
    of: Annotated[str, typer.Argument(metavar="OF", help="The report that it derives from.")],
    because: Because,
    as_: Annotated[Relation, typer.Option("--as", help="How it derives from it.")] = Relation.COPY,
    dry_run: DryRun = False,
    yes: Yes = False,
    record: RecordOption = None,
) -> None:
    """Say that a report derives from another: its voices are then those of its origin.

    [dim]Example: sayso link courier.txt wire.txt --as rewrite --because "the editor said so by telephone"[/]
    """
    with open_shop(record) as shop:
        child, origin = (find_report(shop.record.reports(), each) for each in (report, of))
        if child.id == origin.id:
            raise UsageError(f"{report} and {of} are one report; name two")
        target, value = Target(child.id, field=LINEAGE), write_edge(origin.id, as_)
        decision = propose(DecisionKind.ADD, target, value, because=because, shop=shop)
        settle(decision, shop, dry_run=dry_run, yes=yes)


@app.command()
def retract(
    report: ReportName, because: Because, dry_run: DryRun = False, yes: Yes = False, record: RecordOption = None
) -> None:
    """Say that a report was taken back: every claim of it is marked, in all its copies too.

    [dim]Example: sayso retract wire.txt --because "the agency withdrew the story on 9 August"[/]
    """
    with open_shop(record) as shop:
        found = find_report(shop.record.reports(), report)
        target = Target(found.id, field=RETRACTED)
        decision = propose(DecisionKind.RETRACT, target, "yes", because=because, shop=shop)
        settle(decision, shop, dry_run=dry_run, yes=yes)


@app.command()
def grade(
    thing: Annotated[str, typer.Argument(metavar="THING", help="A source's name, or a claim's identifier.")],
    given: Annotated[str, typer.Argument(metavar="GRADE", help="A to F for a source, 1 to 6 for a claim.")],
    because: Because,
    record: RecordOption = None,
) -> None:
    """Grade a source (A to F) or a claim (1 to 6) by the Admiralty code; the two are kept apart.

    [dim]Example: sayso grade "Meridian Wire" B --because "three corrections in two years, each marked"[/]
    """
    letter = given.strip().upper()
    with open_shop(record) as shop:
        if found := look_up_claim(thing, shop.record):
            _check_grade(letter, CREDIBILITIES, f"a claim takes 1 to 6, not {given!r}")
            proposal = propose_credibility(found[0], letter)
        else:
            _check_grade(letter, RELIABILITIES, f"a source takes A to F, not {given!r}")
            proposal = propose_reliability(name_source(shop.record.snapshot(), thing), letter)
        _settle(proposal, because, shop, dry_run=False, yes=True)


def _check_grade(grade: str, scale: Collection[str], wrong: str) -> None:
    if grade not in scale:
        raise UsageError(wrong)


def _settle(proposal: Proposal, because: str, shop: Workshop, *, dry_run: bool, yes: bool) -> None:
    decision = propose(proposal.kind, proposal.target, proposal.value, because=because, shop=shop)
    settle(decision, shop, dry_run=dry_run, yes=yes)
