"""`sayso export`: the record in forms that other tools open."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from sayso.brief import plural
from sayso.cli.app import RecordOption, WithheldOption, app, errors_to, load_snapshot
from sayso.errors import UsageError
from sayso.export import save_corrections, write_corrections, write_jsonl
from sayso.model.rows import rows_of
from sayso.model.snapshot import Snapshot


class Form(StrEnum):
    """The forms that the record can be exported in."""

    JSONL = "jsonl"
    PARQUET = "parquet"
    CORPUS = "corpus"


@app.command()
def export(
    form: Annotated[
        Form,
        typer.Argument(
            metavar="FORM",
            help="jsonl: the record as JSON Lines; parquet: its claims, for `sayso corroborate`; corpus: the "
            "reports that a person has checked whole, a file each, to train the reader on.",
        ),
    ],
    output: Annotated[Path, typer.Option("--output", metavar="OUT", help="The file to write; the folder, for corpus.")],
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
    what = "report" if form is Form.CORPUS else "row"
    errors_to().print(f"wrote {plural(count, what)} as {form} to {output}")


def _write(form: Form, snapshot: Snapshot, output: Path) -> int:
    """Writes the file or files; gives the number of rows, or of reports."""
    if form is Form.PARQUET:
        from sayso.engine.claims import write_claims  # loads what Parquet needs

        return write_claims(snapshot.resolutions, output)
    if form is Form.CORPUS:
        return _write_corpus(snapshot, output)
    with output.open("w", encoding="utf-8") as out:
        return write_jsonl(rows_of(snapshot), out)


def _write_corpus(snapshot: Snapshot, folder: Path) -> int:
    corrections = write_corrections(snapshot)
    for reason in corrections.left_out:
        errors_to().print(f"[yellow]left out[/] {escape(reason)}")
    return save_corrections(corrections, folder)
