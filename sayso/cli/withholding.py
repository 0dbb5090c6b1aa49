"""`sayso withhold`: what not everybody may read; it stays in the record, counts, and comes back with `sayso undo`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from sayso.cli.app import RecordOption, app, errors_to, open_shop
from sayso.cli.named import find_report
from sayso.errors import NotInRecord, UsageError
from sayso.model.decision import DecisionKind
from sayso.model.report import Report
from sayso.model.snapshot import Snapshot
from sayso.model.veil import fold_name
from sayso.model.withholding import Withholding, withhold_field, withhold_name, withhold_report, withhold_words
from sayso.pipeline import propose, take_in

Because = Annotated[
    str, typer.Option("--because", help="The reason, in a sentence that names nobody: it is shown to all.")
]


class Field(StrEnum):
    """A field of a report that can be withheld alone."""

    TITLE = "title"
    ADDRESS = "address"
    BYLINE = "byline"
    DATELINE = "dateline"
    OUTLET = "outlet"


@app.command()
def withhold(
    thing: Annotated[
        str, typer.Argument(metavar="THING", help="A report's identifier, address or file name; or a name.")
    ],
    because: Because,
    field: Annotated[Field | None, typer.Option("--field", help="Of a report only this.")] = None,
    words: Annotated[str | None, typer.Option("--words", help="Of a report only these words of its text.")] = None,
    record: RecordOption = None,
) -> None:
    """Withhold a report, one field or some words of it, or a name wherever it stands.

    Those who read pages, exports and briefs see it covered; a withheld voice counts.

    [dim]Example: sayso withhold "Rasha Odeh" --because "she asked for it; her family is in danger"[/]
    """
    with open_shop(record) as shop:
        snapshot = shop.record.snapshot()
        chosen = _choose(snapshot, thing, field, words)
        decision = propose(DecisionKind.WITHHOLD, chosen.target, chosen.value, because=because, shop=shop)
        take_in(decision, shop)
    covered = chosen.value.splitlines()
    forms = f", in {len(covered)} forms" if len(covered) > 1 else ""
    errors_to().print(f"withheld{forms}; 'sayso undo {decision.id}' shows it again")


def _choose(snapshot: Snapshot, thing: str, field: Field | None, words: str | None) -> Withholding:
    """What is to be withheld. Raises NotInRecord and UsageError."""
    reports = [resolution.report for resolution in snapshot.resolutions]
    try:
        report = find_report(reports, thing)
    except NotInRecord:
        if field or words:
            raise
        return _choose_name(snapshot, thing)
    if words is not None:
        return _choose_words(report, words)
    if field is None:
        return withhold_report(report)
    found = withhold_field(report, "url" if field is Field.ADDRESS else field)
    if found is None:
        raise UsageError(f"{thing}: the report has no {field}")
    return found


def _choose_words(report: Report, words: str) -> Withholding:
    start = report.text.find(words)
    found = withhold_words(report, start, start + len(words)) if start >= 0 else None
    if found is None:
        raise UsageError(f"{words!r} does not stand in the text of {report.id}; copy the words as they stand there")
    return found


def _choose_name(snapshot: Snapshot, name: str) -> Withholding:
    entities = [entity for resolution in snapshot.resolutions for entity in resolution.entities]
    wanted = fold_name(name)
    known = {fold_name(form) for entity in entities for form in entity.names}
    voices = {fold_name(v.name) for event in snapshot.corroboration.events for v in event.voices}
    texts = (fold_name(resolution.report.text) for resolution in snapshot.resolutions)
    found = withhold_name(name, entities)
    if found is None or (wanted not in known | voices and not any(wanted in text for text in texts)):
        raise NotInRecord(f"{name!r} is no report and no name of this record; copy it as it stands there")
    return found
