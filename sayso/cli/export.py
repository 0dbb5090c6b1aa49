"""`sayso export`: the record in forms that other tools open."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.brief import plural
from sayso.cli.app import RecordOption, WithheldOption, app, errors_to, load_snapshot
from sayso.engine import write_claims
from sayso.errors import UsageError
from sayso.export import write_jsonl
from sayso.model.rows import rows_of
from sayso.model.snapshot import Snapshot


class Form(StrEnum):
    """The forms that the record can be exported in."""

    JSONL = "jsonl"
    PARQUET = "parquet"


@app.command()
def export(
    form: Annotated[
        Form,
        typer.Argument(
            metavar="FORM", help="jsonl: the record as JSON Lines; parquet: its claims, for `sayso corroborate`."
        ),
    ],
    output: Annotated[Path, typer.Option("--output", metavar="OUT", help="The file to write.")],
    record: RecordOption = None,
    with_withheld: WithheldOption = False,
) -> None:
    """Write the whole record to a file.

    [dim]Example: sayso export jsonl --output record.jsonl[/]
    """
    snapshot = load_snapshot(record, with_withheld=with_withheld)
    try:
        count = _write(form, snapshot, output)
    except OSError as error:
        raise UsageError(
            f"{output}: cannot be written ({error.strerror}); name a file in a folder that exists"
        ) from error
    errors_to().print(f"wrote {plural(count, 'row')} as {form} to {output}")


def _write(form: Form, snapshot: Snapshot, output: Path) -> int:
    """Writes the file; gives the number of its rows."""
    if form is Form.PARQUET:
        return write_claims(snapshot.resolutions, output)
    with output.open("w", encoding="utf-8") as out:
        return write_jsonl(rows_of(snapshot), out)
