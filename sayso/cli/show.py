"""`sayso show`: a report's text with its attributions and claims."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from sayso.brief import HAPPENED, PUTS, caption_chain, describe_known
from sayso.cli.app import RecordOption, WithheldOption, app, load_snapshot, page
from sayso.cli.named import find_report
from sayso.model.claim import Claim
from sayso.model.report import Report
from sayso.model.resolution import Resolution

_SOURCE, _CUE, _CONTENT, _TRIGGER = "bold green", "yellow", "on grey15", "underline"


@app.command()
def show(
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="A report's identifier, address, file name or title.")
    ],
    record: RecordOption = None,
    with_withheld: WithheldOption = False,
    stripped: Annotated[bool, typer.Option("--stripped", help="Show what was cut from the page too.")] = False,
) -> None:
    """Print a report with who says what in it, its claims and its flaws.

    [dim]Example: sayso show jufra-2017.txt[/]
    """
    snapshot = load_snapshot(record, with_withheld=with_withheld)
    found = find_report((resolution.report for resolution in snapshot.resolutions), report)
    resolution = next(r for r in snapshot.resolutions if r.report.id == found.id)
    out = page()
    _print_head(found, out)
    out.print(_marked(resolution))
    out.print()
    out.rule("[bold]Claims[/]", align="left", style="dim")
    for claim in resolution.claims:
        _print_claim(claim, out)
    _print_known(resolution, out)
    if stripped:
        out.print()
        out.rule("[bold]Cut from the page[/]", align="left", style="dim")
        for piece in found.stripped:
            out.print(
                Padding(f"[dim]{piece.kind} at {piece.start}:[/] {escape(piece.text)}", (0, 0, 0, 1), expand=False)
            )


def _print_head(report: Report, out: Console) -> None:
    told = f"{report.told} (from the {report.published.basis})" if report.published else "no date on the page"
    out.print(f"[bold]{escape(report.title or report.address)}[/]")
    out.print(f"[dim]{escape(report.outlet or 'no outlet named')} · {told} · {report.language or 'language not known'}")
    if report.sections:
        out.print(f"[dim]{escape(' / '.join(report.sections))}[/]")
    out.print(f"[dim]{report.id} · {escape(report.address)} · SHA-256 {report.sha256}[/]")
    for flaw in report.flaws:
        words = f": “{escape(flaw.span.text)}”" if flaw.span else ""
        out.print(f"[yellow]flaw: {flaw.kind.replace('_', ' ')}{words}[/]")
    out.print(f"[dim]marked:[/] [{_SOURCE}]who[/] [{_CUE}]says[/] [{_CONTENT}]what[/] [{_TRIGGER}]event[/]\n")


def _marked(resolution: Resolution) -> Text:
    text = Text(resolution.report.text)
    for attribution in resolution.attributions:
        for style, spans in (
            (_CONTENT, attribution.contents),
            (_CUE, attribution.cues),
            (_SOURCE, attribution.sources),
        ):
            for span in spans:
                text.stylize(style, span.start, span.end)
    for claim in resolution.claims:
        if claim.trigger:
            text.stylize(_TRIGGER, claim.trigger.start, claim.trigger.end)
    return text


def _print_claim(claim: Claim, out: Console) -> None:
    out.print(
        Padding(
            f"[bold]{HAPPENED[claim.type]}[/] [dim]({claim.type}, {claim.stance})[/] [dim]{claim.id}[/]", (0, 0, 0, 1)
        )
    )
    out.print(
        Padding(
            f"[green]{escape(caption_chain(claim))}[/] {PUTS[claim.stance]}: “{escape(claim.evidence.text)}”",
            (0, 0, 0, 3),
        )
    )
    details = [
        f"{filler.role}: {escape(filler.mention.text)}{_meant(filler.mention.text, filler.mention.name)}"
        for filler in claim.roles
    ]
    if claim.when:
        details.append(f"when: {escape(claim.when.span.text)} = {claim.when.edtf or 'open, no anchor'}")
    if claim.manner:
        details.append(f"how: {escape(claim.manner.text)}")
    if details:
        out.print(Padding(f"[dim]{' · '.join(details)}[/]", (0, 0, 0, 3), expand=False))


def _print_known(resolution: Resolution, out: Console) -> None:
    entities = {entity.id: entity for entity in resolution.entities}
    out.print()
    out.rule("[bold]Named here[/]", align="left", style="dim")
    for entity in sorted(resolution.entities, key=lambda entity: (entity.kind, entity.name)):
        others = f" [dim]also {escape(', '.join(entity.names[1:]))}[/]" if len(entity.names) > 1 else ""
        out.print(Padding(f"[bold]{escape(entity.name)}[/] [dim]({entity.kind})[/]{others}", (0, 0, 0, 1)))
        for sentence in describe_known(entity, entities):
            out.print(Padding(f"[dim]{escape(sentence)}[/]", (0, 0, 0, 3), expand=False))


def _meant(text: str, name: str) -> str:
    return f" (= {escape(name)})" if name != text else ""
