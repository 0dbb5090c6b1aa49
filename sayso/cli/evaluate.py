"""`sayso evaluate`: how much of what a careful reader records do we record?"""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from sayso.cli.app import JsonOption, ReaderName, ReaderOption, app, errors_to, page
from sayso.evaluate import (
    Counts,
    GoldAffair,
    find_affairs,
    list_figures,
    list_misses,
    load_affair,
    score_affair,
    sum_counts,
    summarise,
)
from sayso.export import write_jsonl
from sayso.model.rows import Row, rows_of
from sayso.settings import load_settings
from sayso.trial import follow_gold, read_affair

_FIRST = ("attribution", "type", "claim", "roles", "stance", "events", "voices", "conflicts", "lineage", "holdings")
_SHORT = {"attribution": "attrib."}


@app.command()
def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A gold affair, or a folder of them.")],
    as_json: JsonOption = False,
    export: Annotated[
        Path | None,
        typer.Option("--export", metavar="DIR", help="Leave each affair's record there as DIR/AFFAIR.jsonl."),
    ] = None,
    gold_claims: Annotated[
        bool, typer.Option("--gold-claims", help="Take the gold's claims in place of reading: score what follows.")
    ] = False,
    reader: ReaderOption = ReaderName.NATIVE,
    misses: Annotated[bool, typer.Option("--misses", help="List the claims that were missed.")] = False,
) -> None:
    """Score records of affairs against their gold, each affair read into a record of its own.

    [dim]Example: sayso evaluate affairs/ --json[/]
    """
    settings, take = load_settings(), follow_gold if gold_claims else partial(read_affair, reader=reader)
    counts: dict[str, Counts] = {}
    for place in find_affairs(folder):
        affair = load_affair(place)
        errors_to().print(f"[dim]reading {place.name}[/]")
        rows = list(rows_of(take(place, settings=settings)))
        counts[place.name] = score_affair(affair, rows)
        if export:
            _leave(rows, export / f"{place.name}.jsonl")
        if misses:
            _print_misses(affair, rows, errors_to())
    if as_json:
        sys.stdout.write(json.dumps(summarise(sum_counts(counts.values()))) + "\n")
    else:
        page().print(_table_all(counts))
        page().print(_table_each(counts))


def _leave(rows: list[Row], place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("w", encoding="utf-8") as out:
        write_jsonl(rows, out)


def _print_misses(affair: GoldAffair, rows: list[Row], out: Console) -> None:
    for miss in list_misses(affair, rows):
        out.print(str(miss), markup=False)


def _table_all(counts: dict[str, Counts]) -> Table:
    """A row for each score over all affairs: precision, recall and figure, and of how many."""
    table = Table("score, all affairs", "precision", "recall", "figure", "of")
    total = sum_counts(counts.values())
    summary, figures = summarise(total), list_figures(total)
    for name, figure in figures.items():
        parts = summary.get(name, {})
        size = next((parts[key] for key in ("gold", "n", "claims", "events") if key in parts), None)
        table.add_row(name, _figure(parts.get("P")), _figure(parts.get("R")), _figure(figure), str(size or ""))
    return table


def _table_each(counts: dict[str, Counts]) -> Table:
    """A row for each affair with the figures that its reader would ask for first."""
    table = Table("affair")
    for name in _FIRST:
        table.add_column(_SHORT.get(name, name), justify="right")
    for affair, found in counts.items():
        figures = list_figures(found)
        table.add_row(affair, *(_figure(figures.get(name)) for name in _FIRST))
    return table


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"
