"""The Arrow types of reports, attributions and claims: what every reader takes and gives.

A reader takes a record batch of `REPORTS` and gives one of `READINGS`, a row for each report.
The structs are the rows of `rows.py`, key for key; `docs/formats.md` prints them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
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
_AT_ONCE = 500  # rows that are dictionaries at a time
_HALF = re.compile("[\ud800-\udfff]")

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
    return batch_of_written(write_reading([reading]) for reading in readings)


@dataclass(frozen=True)
class WrittenReading:
    """A row of `READINGS` to be: attributions and claims lie in arrays, some hundred in each."""

    report: str
    version: str
    attributions: tuple[pa.Array, ...]
    claims: tuple[pa.Array, ...]


def write_reading(parts: Iterable[Reading]) -> WrittenReading:
    """A reading that comes in one part or more, in order. A part is not held once it is written.

    Raises ValueError where there is no part.
    """
    reading, attributions, claims = None, list[pa.Array](), list[pa.Array]()
    for reading in parts:
        attributions += _arrays(map(row_of_attribution, reading.attributions), ATTRIBUTION)
        claims += _arrays(map(row_of_claim, reading.claims), CLAIM)
    if reading is None:
        raise ValueError("a reading without any part")
    return WrittenReading(reading.report, reading.version, tuple(attributions), tuple(claims))


def batch_of_written(readings: Iterable[WrittenReading]) -> pa.RecordBatch:
    """Written readings as a record batch of `READINGS`, one row each, in the given order."""
    rows = list(readings)
    columns = [
        pa.array([row.report for row in rows], _TEXT),
        pa.array([row.version for row in rows], _TEXT),
        _lists([row.attributions for row in rows], ATTRIBUTION),
        _lists([row.claims for row in rows], CLAIM),
    ]
    return pa.RecordBatch.from_arrays(columns, schema=READINGS)


def _arrays(rows: Iterator[dict[str, Any]], kind: pa.StructType) -> Iterator[pa.Array]:
    """Rows as arrays of at most `_AT_ONCE`: as dictionaries they take ten times the room."""
    while some := list(islice(rows, _AT_ONCE)):
        try:
            yield pa.array(some, kind)
        except UnicodeEncodeError:  # halves of characters, which Arrow cannot hold
            yield pa.array([_without_halves(row) for row in some], kind)


def _without_halves(value: Any) -> Any:
    """Rows with a sign for each half of a character: their words keep their length, and no other row is lost."""
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value)
    if isinstance(value, list):
        return [_without_halves(inner) for inner in value]
    return {key: _without_halves(inner) for key, inner in value.items()} if isinstance(value, dict) else value


def _lists(rows: Sequence[Sequence[pa.Array]], kind: pa.StructType) -> pa.ListArray:
    """A list for each row, of all that its arrays hold."""
    ends = accumulate((sum(len(array) for array in arrays) for arrays in rows), initial=0)
    arrays = [array for some in rows for array in some]
    held = pa.concat_arrays(arrays) if arrays else pa.array([], kind)
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), held)


def readings_from_batch(
    batch: pa.RecordBatch, *, reports: Iterable[Report], reader: ReaderIdentity
) -> tuple[Reading, ...]:
    """The readings of a batch by `reader`, in the batch's order. Raises KeyError for a report not in `reports`."""
    texts = {report.id: report.text for report in reports}
    rows = (batch.slice(n, 1) for n in range(batch.num_rows))
    return tuple(_reading_from_row(row, texts=texts, reader=reader) for row in rows)


def _reading_from_row(row: pa.RecordBatch, *, texts: Mapping[str, str], reader: ReaderIdentity) -> Reading:
    """The reading of a batch of one row."""
    report, version = row["report"][0].as_py(), row["version"][0].as_py()
    text = texts[report]
    return Reading(
        report=report,
        version=version,
        reader=reader,
        attributions=tuple(attribution_from_row(found, text) for found in _rows_in(row["attributions"])),
        claims=tuple(claim_from_row(found, version=version, text=text) for found in _rows_in(row["claims"])),
    )


def _rows_in(lists: pa.ListArray) -> Iterator[dict[str, Any]]:
    """The rows that lists hold, some at a time: as dictionaries they take ten times the room."""
    held = lists.flatten()
    return (row for start in range(0, len(held), _AT_ONCE) for row in held.slice(start, _AT_ONCE).to_pylist())


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
