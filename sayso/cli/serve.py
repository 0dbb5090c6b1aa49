"""`sayso serve`: the desk, the site where people read, check and keep the record."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.app import RecordOption, app, errors_to, record_place
from sayso.people import open_people


@app.command("serve")
def serve_(
    host: Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 lets other machines in.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8000,
    processes: Annotated[int, typer.Option(min=1, help="Processes for pages; two serve about 50 people at once.")] = 1,
    address: Annotated[
        str | None,
        typer.Option(metavar="URL", help="How people reach it, if by another address: https://desk.example.org."),
    ] = None,
    record: RecordOption = None,
) -> None:
    """Open the desk: read, check and keep the record in a browser; nothing else needs to run.

    [dim]Example: sayso serve --record demo.db --port 8080[/]
    """
    from sayso.desk.serve import Address, serve  # loads what a site needs, which no other command does

    out, at = errors_to(), Address(host, port, processes, address)

    def say(sentence: str) -> None:
        out.print(sentence)
        with open_people(record_place(record)) as people:
            if link := people.first_link(str(at)):
                out.print(f"Nobody has an account yet. Make yours, the owner's, here; the link works once: {link}")

    serve(record_place(record), at, say=say)
