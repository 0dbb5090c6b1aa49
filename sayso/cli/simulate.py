"""`sayso simulate`: invented affairs with known truth, to read, to measure with and to load a record with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.brief import plural
from sayso.cli.app import app, errors_to
from sayso.errors import UsageError
from sayso.simulate import Settings, Theatre, make_theatre, write_affair


@app.command()
def simulate(
    output: Annotated[Path, typer.Option("--output", metavar="FOLDER", help="Where the affairs go, a folder each.")],
    reports: Annotated[int, typer.Option("--reports", metavar="N", min=1, help="How many reports, at least.")] = 60,
    seed: Annotated[int, typer.Option("--seed", metavar="S", help="The same seed gives the same affairs.")] = 1,
) -> None:
    """Invent affairs whose truth is known: reports with claims, and gold for `sayso evaluate`.

    Every affair is a small war in no country: parties that contradict each other, witnesses, wires,
    outlets that copy, cut, rewrite, translate and err.

    [dim]Example: sayso simulate --reports 60 --seed 7 --output affairs[/]
    """
    settings = Settings(seed=seed, reports=min(reports, 60))
    made = number = 0
    while made < reports:
        theatre = make_theatre(settings, number)
        _leave(theatre, output / f"simulated-{theatre.name}")
        made += len(theatre.resolutions)
        number += 1
    errors_to().print(f"wrote {plural(number, 'affair')} with {plural(made, 'report')} to {output}")


def _leave(theatre: Theatre, place: Path) -> None:
    if place.exists():
        raise UsageError(f"{place}: is there already; name another folder, or take this one away")
    try:
        (place / "reports").mkdir(parents=True)
        for name, text in write_affair(theatre).items():
            (place / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{place}: cannot be written ({error.strerror}); name a folder that can") from error
