"""`sayso why`: what is behind a claim, an event or a conflict."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape
from rich.padding import Padding

from sayso.brief import explain
from sayso.cli.app import RecordOption, WithheldOption, app, load_snapshot, page, record_place
from sayso.model.knowing import decide_knowledge
from sayso.record import open_record
from sayso.settings import load_settings
from sayso.workshop import open_knowledge


@app.command()
def why(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="A claim, event, voice or report.")],
    record: RecordOption = None,
    with_withheld: WithheldOption = False,
) -> None:
    """Print the words, chain, lineage and rule behind a claim, an event or a conflict.

    [dim]Example: sayso why v0f3a9c21d4b57e68[/]
    """
    snapshot = load_snapshot(record, with_withheld=with_withheld)
    with open_record(record_place(record), create=False) as opened:
        meant = opened.resolve_id(identifier)
    knowledge = decide_knowledge(open_knowledge(load_settings()), snapshot.decisions)
    found = explain(snapshot, meant, knowledge=knowledge)
    out = page()
    out.print(f"[bold]{escape(found.title)}[/]")
    for heading, sentences in found.parts:
        if sentences:
            out.print(f"\n[bold dim]{heading}[/]")
            for sentence in sentences:
                out.print(Padding(escape(sentence), (0, 0, 0, 2), expand=False))
