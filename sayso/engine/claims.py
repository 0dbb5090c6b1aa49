"""Claims in Parquet: what corroboration at any size reads, and the rows of what follows, that it writes.

A row of `CLAIMS` is one report (`payload`) with its claims as resolved, `size` of them; `learnt` counts reports in
the order in which they were learnt, which names events. A row of `DERIVED` is one edge of lineage, one report that
is not held, one event or one holding. The payloads are JSON and give back exactly what was put in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from sayso.engine.relational import Tables
from sayso.errors import UsageError
from sayso.model.claim import Claim
from sayso.model.corroboration import Corroboration
from sayso.model.event import Event
from sayso.model.holding import Holding
from sayso.model.lineage import Credit, Lineage
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.record import codec

CLAIMS = pa.schema(
    [
        ("learnt", pa.int64()),
        ("report", pa.string()),
        ("told", pa.string()),
        ("size", pa.int32()),
        ("payload", pa.string()),
        ("claims", pa.string()),
    ]
)
DERIVED = pa.schema([("kind", pa.string()), ("id", pa.string()), ("payload", pa.string())])

#: Reports in a row group: what one process takes at a time.
ROWS = 500
_KINDS: dict[str, type[Lineage | Report | Event | Holding]] = {
    "lineage": Lineage,
    "unheld": Report,
    "event": Event,
    "holding": Holding,
}

_Claims = tuple[Claim, ...]

#: Kind, identifier and payload of something derived.
Row = tuple[str, str, str]


def write_claims(resolutions: Iterable[Resolution], path: Path, *, first: int = 0, rows: int = ROWS) -> int:
    """Writes resolutions, in the order learnt, into one Parquet file; gives the number of reports.

    The first is learnt as number `first`, so that a folder can hold several files; `rows` reports stand together.
    """
    count = 0
    with pq.ParquetWriter(path, CLAIMS, compression="zstd") as writer:
        rest = iter(resolutions)
        while some := list(islice(rest, rows)):
            writer.write_batch(batch_of_resolutions(some, first=first + count))
            count += len(some)
    return count


def batch_of_resolutions(resolutions: Iterable[Resolution], *, first: int = 0) -> pa.RecordBatch:
    """Resolutions as rows of `CLAIMS`; the first is learnt as number `first`."""
    rows = list(resolutions)
    columns = [
        range(first, first + len(rows)),
        [each.report.id for each in rows],
        [each.report.told for each in rows],
        [len(each.claims) for each in rows],
        [codec.encode(replace(each, claims=())) for each in rows],
        [codec.encode(each.claims) for each in rows],
    ]
    return pa.RecordBatch.from_arrays(
        [pa.array(column, field.type) for column, field in zip(columns, CLAIMS, strict=True)], schema=CLAIMS
    )


def decode_resolution(text: str) -> Resolution:
    """The resolution of a payload; with its claims, where these stand behind it in a second line."""
    payload, _, claims = text.partition("\n")
    resolution = codec.decode(Resolution, payload)
    return replace(resolution, claims=decode_claims(claims)) if claims else resolution


@dataclass(frozen=True, slots=True)
class _Told:
    """Of a resolution what lineage compares."""

    report: Report
    credits: tuple[Credit, ...] = ()


def decode_told(text: str) -> Resolution:
    """The resolution of a payload with its report and credits alone, which is all that lineage compares."""
    told = codec.decode(_Told, text)
    return Resolution(told.report, credits=told.credits)


class Payload(NamedTuple):
    """A resolution as rows keep it: its text beside it where `text` is one, its claims as a JSON list."""

    payload: str
    text: str | None
    claims: str


def encode_payload(resolution: Resolution) -> Payload:
    """A resolution as a row that keeps all of it."""
    return Payload(codec.encode(replace(resolution, claims=())), None, codec.encode(resolution.claims))


def decode_head(row: Payload) -> Resolution:
    """The resolution of a row without its claims: most reports are looked at for what they share with another."""
    found = codec.decode(Resolution, row.payload)
    return found if row.text is None else replace(found, report=replace(found.report, text=row.text))


def decode_claims(text: str) -> tuple[Claim, ...]:
    """The claims of a row."""
    return codec.decode(_Claims, text)


def find_files(claims: Path) -> list[Path]:
    """The Parquet files at a path: itself, or those in the folder. Raises UsageError where there is none to read."""
    found = sorted(claims.glob("*.parquet")) if claims.is_dir() else [claims]
    if not found or not found[0].is_file():
        raise UsageError(f"{claims}: no Parquet file of claims there; `sayso export parquet` writes one")
    for path in found:
        _check(path)
    return found


def _check(path: Path) -> None:
    try:
        lacking = set(CLAIMS.names) - set(pq.read_schema(path).names)
    except pa.ArrowInvalid as error:
        raise UsageError(f"{path}: is no Parquet file") from error
    if lacking:
        raise UsageError(f"{path}: has no column {', '.join(sorted(lacking))}; `sayso export parquet` writes them")


def check_numbers(tables: Tables) -> None:
    """Raises UsageError where two reports of the table `claims` bear one number."""
    (twice,), *_ = tables.ask("SELECT COUNT(*) - COUNT(DISTINCT learnt) FROM claims")
    if twice:
        raise UsageError(f"{twice} reports bear a number in `learnt` that another has; number them anew")


def read_claims(claims: Path) -> Iterator[Resolution]:
    """All resolutions in the order learnt; raises UsageError where there is no file of claims."""
    rows = [row for path in find_files(claims) for row in pq.read_table(path, schema=CLAIMS).to_pylist()]
    return (
        decode_resolution(f"{row['payload']}\n{row['claims']}")
        for row in sorted(rows, key=lambda row: (row["learnt"], row["report"]))
    )


def rows_of(found: Corroboration) -> list[Row]:
    """What was derived, as rows of `DERIVED`; a holding and an edge are named by what they are about."""
    return [
        *(("lineage", f"{edge.report} {edge.of}", codec.encode(edge)) for edge in found.lineage),
        *(("unheld", report.id, codec.encode(report)) for report in found.unheld),
        *(("event", event.id, codec.encode(event)) for event in found.events),
        *(("holding", name_holding(held), codec.encode(held)) for held in found.holdings),
    ]


def name_holding(held: Holding) -> str:
    """A holding by what it is about: place, holder and start."""
    return f"{held.place} {held.holder} {held.start}"


def decode_row(row: Row) -> Lineage | Report | Event | Holding:
    """What a row of `DERIVED` was made of."""
    return codec.decode(_KINDS[row[0]], row[2])


def batch_of_rows(rows: Iterable[Row]) -> pa.RecordBatch:
    """Rows as a batch of `DERIVED`."""
    columns = list(zip(*rows, strict=True)) or [(), (), ()]
    return pa.RecordBatch.from_arrays([pa.array(column, pa.string()) for column in columns], schema=DERIVED)


def write_rows(parts: Iterable[list[Row]], output: Path) -> int:
    """Writes rows as they come, in one file that stands there only when it is whole; gives their number."""
    unfinished = output.with_name(output.name + ".part")
    count = 0
    with pq.ParquetWriter(unfinished, DERIVED, compression="zstd") as writer:
        for rows in parts:
            writer.write_batch(batch_of_rows(rows))
            count += len(rows)
    unfinished.replace(output)
    return count


def read_rows(path: Path) -> list[Row]:
    """All rows of a file of `DERIVED`, sorted."""
    return sorted((row["kind"], row["id"], row["payload"]) for row in pq.read_table(path, schema=DERIVED).to_pylist())
