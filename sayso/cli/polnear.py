"""`sayso evaluate-attributions`: attributions as PolNeAR's scorer takes them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from sayso.brief import plural
from sayso.cli.app import app, errors_to
from sayso.errors import UsageError
from sayso.evaluate import load_polnear, predict_attributions, write_predictions


@app.command("evaluate-attributions")
def evaluate_attributions(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder like PolNeAR's, or its archive.")],
    output: Annotated[Path, typer.Option("--output", metavar="OUT", help="The file of predictions to write.")],
    part: Annotated[str, typer.Option("--part", help="Which part of an archive: train, dev or test.")] = "test",
) -> None:
    """Find attributions by PolNeAR's guidelines (attitudes and acts count, nothing is nested) and write them.

    [dim]Example: sayso evaluate-attributions polnear.tar.gz --part dev --output dev.jsonl[/]
    """
    from sayso.read import find_attributions, load_reader  # loads what a reader needs

    reader = load_reader()
    documents = load_polnear(gold, part=part)
    predicted = predict_attributions(
        track(documents, "reading", console=errors_to(), transient=True),
        lambda text: find_attributions(text, reader=reader),
    )
    try:
        count = write_predictions(predicted, output)
    except OSError as error:
        raise UsageError(
            f"{output}: cannot be written ({error.strerror}); name a file in a folder that exists"
        ) from error
    errors_to().print(f"wrote the attributions of {plural(count, 'article')} to {output}")
