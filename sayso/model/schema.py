"""The Arrow types of reports, attributions and claims: what every reader takes and gives.

A reader takes a record batch of `REPORTS` and gives one of `READINGS`, a row for each report.
The structs are the rows of `rows.py`, key for key; `docs/formats.md` prints them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.report import Report
from sayso.model.rows import attribution_from_row, claim_from_row, row_of_attribution, row_of_claim, row_of_report

_TEXT = pa.string()
_TEXTS = pa.list_(_TEXT)
_PAIRS = pa.list_(pa.list_(pa.int64()))
_PLACED = [("start", pa.int64()), ("end", pa.int64()), ("text", _TEXT)]
_SPAN = pa.struct(_PLACED)
_MENTION = [*_PLACED, ("entity", _TEXT), ("names", _TEXTS)]
_NUMBER = pa.float64()

REPORT = pa.struct(
    [
        ("kind", _TEXT),
        ("id", _TEXT),
        ("address", _TEXT),
        ("held", pa.bool_()),
        ("version", _TEXT),
        ("title", _TEXT),
        ("outlet", _TEXT),
        ("url", _TEXT),
        ("published", _TEXT),
        ("published_basis", _TEXT),
        ("language", _TEXT),
        ("sections", _TEXTS),
        ("byline", _TEXT),
        ("dateline", _TEXT),
        ("text", _TEXT),
        ("sha256", _TEXT),
        ("flaws", pa.list_(pa.struct([("flaw", _TEXT), *_PLACED]))),
        ("headings", _PAIRS),
    ]
)

ATTRIBUTION = pa.struct(
    [
        ("kind", _TEXT),
        ("id", _TEXT),
        ("report", _TEXT),
        ("source", _PAIRS),
        ("cue", _PAIRS),
        ("content", _PAIRS),
        ("within", _TEXT),
        ("confidence", _NUMBER),
        ("antecedent", _SPAN),
    ]
)

CLAIM = pa.struct(
    [
        ("kind", _TEXT),
        ("id", _TEXT),
        ("report", _TEXT),
        ("type", _TEXT),
        ("stance", _TEXT),
        ("said_in", _TEXT),
        ("evidence", pa.struct([("spans", _PAIRS), ("text", _TEXT)])),
        ("trigger", _SPAN),
        ("roles", pa.list_(pa.struct([("role", _TEXT), *_MENTION]))),
        ("when", pa.struct([("text", _TEXT), *_PLACED[:2], ("edtf", _TEXT), ("basis", _TEXT)])),
        (
            "quantities",
            pa.list_(
                pa.struct(
                    [
                        *_PLACED,
                        ("low", _NUMBER),
                        ("best", _NUMBER),
                        ("high", _NUMBER),
                        ("approximate", pa.bool_()),
                        ("unit", _TEXT),
                        ("of", _TEXT),
                        ("status", _TEXT),
                    ]
                )
            ),
        ),
        ("manner", _TEXT),
        ("manner_span", _SPAN),
        ("basis", _TEXT),
        ("chain", pa.list_(pa.struct([("source", pa.struct(_MENTION)), ("cue", _SPAN), ("channel", _TEXT)]))),
        ("reader", _TEXT),
        ("confidence", _NUMBER),
        ("certainty", pa.struct([("type", _NUMBER), ("stance", _NUMBER), ("speaker", _NUMBER)])),
        ("decided", _TEXT),
    ]
)

REPORTS = pa.schema(list(REPORT))
READINGS = pa.schema(
    [("report", _TEXT), ("version", _TEXT), ("attributions", pa.list_(ATTRIBUTION)), ("claims", pa.list_(CLAIM))]
)


def batch_of_reports(reports: Iterable[Report]) -> pa.RecordBatch:
    """Reports as a record batch of `REPORTS`, one row each, in the given order."""
    return pa.RecordBatch.from_pylist([row_of_report(report) for report in reports], schema=REPORTS)


def batch_of_readings(readings: Iterable[Reading]) -> pa.RecordBatch:
    """Readings as a record batch of `READINGS`, one row each, in the given order."""
    return pa.RecordBatch.from_pylist([_row_of_reading(reading) for reading in readings], schema=READINGS)


def readings_from_batch(
    batch: pa.RecordBatch, *, reports: Iterable[Report], reader: ReaderIdentity
) -> tuple[Reading, ...]:
    """The readings of a batch by `reader`, in the batch's order. Raises KeyError for a report not in `reports`."""
    texts = {report.id: report.text for report in reports}
    return tuple(_reading_from_row(row, text=texts[row["report"]], reader=reader) for row in batch.to_pylist())


def _row_of_reading(reading: Reading) -> dict[str, Any]:
    return {
        "report": reading.report,
        "version": reading.version,
        "attributions": [row_of_attribution(attribution) for attribution in reading.attributions],
        "claims": [row_of_claim(claim) for claim in reading.claims],
    }


def _reading_from_row(row: dict[str, Any], *, text: str, reader: ReaderIdentity) -> Reading:
    return Reading(
        report=row["report"],
        version=row["version"],
        reader=reader,
        attributions=tuple(attribution_from_row(found, text) for found in row["attributions"]),
        claims=tuple(claim_from_row(found, version=row["version"], text=text) for found in row["claims"]),
    )


def caption_schema(fields: Iterable[pa.Field], *, depth: int = 0) -> str:
    """The schema as `docs/formats.md` prints it: a line a field, the fields of a struct indented under it."""
    lines = []
    for field in fields:
        inner, prefix = field.type, ""
        while pa.types.is_list(inner):
            inner, prefix = inner.value_type, prefix + "list of "
        is_struct = pa.types.is_struct(inner)
        lines.append(f"{'  ' * depth}{field.name}: {prefix}{'struct' if is_struct else inner}")
        if is_struct:
            lines.append(caption_schema(inner, depth=depth + 1))
    return "\n".join(lines)
