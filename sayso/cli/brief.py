"""`sayso brief`: one page, every line with its source, and what is missing."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from sayso.brief import PUTS, Brief, Quote, ReportNote, Topic, plural, write_brief
from sayso.cli.app import RecordOption, WithheldOption, app, load_snapshot, page
from sayso.model.values.stance import Stance


@app.command()
def brief(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A place, an actor or an event's identifier.")],
    record: RecordOption = None,
    with_withheld: WithheldOption = False,
) -> None:
    """Print who holds it by whose account, what happened, what is disputed, planned, seen, and what is missing.

    [dim]Example: sayso brief "Al-Jufra"[/]
    """
    print_brief(write_brief(load_snapshot(record, with_withheld=with_withheld), name), page())


def print_brief(written: Brief, out: Console) -> None:
    """A brief as a page for people."""
    subject = written.subject
    out.print(f"[bold]{escape(subject.asked)}[/] [dim]({subject.kind}; in the reports: {_names(written)})[/]")
    for sentence in written.known:
        out.print(_indent(f"[dim]{escape(sentence)}[/]", 1))
    for section in written.sections:
        out.print()
        out.rule(f"[bold]{section.title}[/]", align="left", style="dim")
        for topic in section.topics:
            _print_topic(topic, out)
    if written.missing:
        out.print()
        out.rule("[bold]What is missing[/]", align="left", style="dim")
        for sentence in written.missing:
            out.print(_indent(f"[yellow]?[/] {escape(sentence)}", 1))
    out.print()
    out.rule("[bold]Reports[/]", align="left", style="dim")
    for note in written.reports:
        out.print(_indent(_caption_note(note), 1))


def _names(written: Brief) -> str:
    names = written.subject.names
    shown = ", ".join(escape(name) for name in names[:6])
    return f"{shown} and {plural(len(names) - 6, 'more name')}" if len(names) > 6 else shown


def _print_topic(topic: Topic, out: Console) -> None:
    identifier = f" [dim]{topic.id}[/]" if topic.id else ""
    out.print()
    out.print(_indent(f"[bold]{escape(topic.title)}[/]{identifier}", 1))
    out.print(_indent(f"[cyan]{escape(topic.count)}[/]", 3))
    if topic.numbers:
        out.print(_indent(f"[cyan]{escape(topic.numbers)}[/]", 3))
    if topic.note:
        out.print(_indent(f"[dim]{escape(topic.note)}[/]", 3))
    for quote in topic.quotes:
        out.print(_indent(_caption_quote(quote), 5))


def _indent(words: str, columns: int) -> Padding:
    return Padding(words, (0, 0, 0, columns), expand=False)


def _caption_quote(quote: Quote) -> str:
    put = "" if quote.stance is Stance.ASSERTED else f" [magenta]{PUTS[quote.stance]}[/]:"
    copies = f" [dim]and in {plural(quote.copies, 'more report')}[/]" if quote.copies else ""
    marks = f" [yellow]({escape('; '.join(quote.marks))})[/]" if quote.marks else ""
    words = escape(" ".join(quote.words.split()))  # a page's own line breaks are none of this page's
    return f"[green]{escape(quote.said_by)}[/] \\[{quote.report}]{put} “{words}”{copies}{marks}"


def _caption_note(note: ReportNote) -> str:
    report = note.report
    told = report.told or "no date on the page"
    derived = f" [dim]({escape('; '.join(note.derives_from))})[/]" if note.derives_from else ""
    outlet, title = escape(report.outlet or "no outlet named"), escape(report.title or report.address)
    return f"\\[{note.number}] {outlet}, {told}: “{title}”{derived} [dim]{report.id}[/]"
