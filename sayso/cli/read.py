"""`sayso read`: reports in."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from sayso.brief import plural
from sayso.cli.app import JsonOption, ReaderName, ReaderOption, RecordOption, app, errors_to, open_shop, show_snapshot
from sayso.errors import InputError
from sayso.export import write_jsonl
from sayso.model.rows import rows_of
from sayso.model.snapshot import Snapshot
from sayso.pipeline import Run, Stated, run


@app.command()
def read(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT…", help="Files, folders or addresses (http, https).")],
    record: RecordOption = None,
    outlet: Annotated[str | None, typer.Option(help="The outlet, where the page does not say.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The publication date: 2020-05-28.")] = None,
    url: Annotated[str | None, typer.Option(help="The report's own address, where the input is a saved page.")] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="The language: en, ar, fr.")] = None,
    reader: ReaderOption = ReaderName.NATIVE,
    as_json: JsonOption = False,
) -> None:
    """Read reports into the record. One bad input never stops the others.

    Exit status: 0 if every input was read, 3 if any was set aside.

    [dim]Example: sayso read reports/ page.html --outlet "Arraed" --published 2020-05-28[/]
    """
    stated = Stated(outlet=outlet, published=published, url=url, language=language)
    messages = errors_to()
    with open_shop(record, create=True, reader=reader) as shop, _bar() as bar:
        done = run(inputs, shop=shop, stated=stated, progress=bar.advance_to)
        snapshot, faults = show_snapshot(shop.record, with_withheld=False), shop.knowledge.faults
    for aside in done.set_aside:
        messages.print(f"[yellow]set aside[/] {escape(aside.address)}: {escape(aside.reason)}")
    for remark in (*done.remarks, *map(str, faults)):
        messages.print(escape(remark))
    messages.print(_summary(done, snapshot))
    if as_json:
        write_jsonl(rows_of(snapshot.about(set(done.read))), sys.stdout)
    if done.set_aside:
        raise typer.Exit(InputError.exit_code)


class _Bar(Progress):
    """A bar for each stage, on the error stream."""

    def __init__(self) -> None:
        super().__init__(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=errors_to(), transient=True
        )
        self._stages: dict[str, TaskID] = {}

    def advance_to(self, stage: str, done: int, total: int | None) -> None:
        """The pipeline's progress, drawn."""
        if stage not in self._stages:
            self._stages[stage] = self.add_task(stage, total=total)
        self.update(self._stages[stage], completed=done, total=total)


def _bar() -> _Bar:
    return _Bar()


def _summary(done: Run, snapshot: Snapshot) -> str:
    """`read 6 reports · record: 6 reports, 75 claims, 24 voices, 9 conflicts · set aside 1`."""
    events = snapshot.corroboration.events
    parts = [f"read {plural(len(done.read), 'report')}"]
    if done.unchanged:
        parts.append(f"{done.unchanged} unchanged")
    if done.set_aside:
        parts.append(f"{len(done.set_aside)} set aside")
    held = ", ".join(
        [
            plural(len(snapshot.resolutions), "report"),
            plural(sum(len(resolution.claims) for resolution in snapshot.resolutions), "claim"),
            plural(len({voice.id for event in events for voice in event.voices}), "voice"),
            plural(sum(len(event.conflicts) for event in events), "conflict"),
        ]
    )
    return f"{', '.join(parts)}; the record holds {held}"
