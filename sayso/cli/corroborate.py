"""`sayso corroborate`: what follows from a file of claims, from scratch, at any size."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.brief import plural
from sayso.cli.app import app, errors_to
from sayso.engine import EngineName, corroborate_claims
from sayso.settings import load_settings
from sayso.workshop import open_knowledge


@app.command()
def corroborate(
    claims: Annotated[
        Path, typer.Option("--claims", metavar="PATH", help="A Parquet file of claims, or a folder of such files.")
    ],
    output: Annotated[Path, typer.Option("--output", metavar="PATH", help="The Parquet file to write.")],
    engine: Annotated[
        EngineName, typer.Option("--engine", help="Who finds the neighbourhoods: `spark` needs its extra.")
    ] = EngineName.DUCKDB,
    processes: Annotated[
        int | None, typer.Option("--processes", metavar="NUMBER", min=1, help="Default: as many as there are cores.")
    ] = None,
) -> None:
    """Derive lineage, events and holdings from a file of claims, without a record.

    [dim]Example: sayso corroborate --engine duckdb --claims claims.parquet --output derived.parquet[/]
    """
    knowledge = open_knowledge(load_settings())
    done = corroborate_claims(claims, output, engine=engine, knowledge=knowledge, processes=processes)
    errors_to().print(
        f"{plural(done.events, 'event')} from {plural(done.claims, 'claim')} in {plural(done.reports, 'report')}: "
        f"wrote {plural(done.rows, 'row')} to {output}"
    )
