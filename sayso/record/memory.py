"""Memory: what resolving left for the next time, kept beside what is derived. The same rows follow without it.

A row tells what a report or place was made of and what came out; a report's is used only where that still stands.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, insert, select

from sayso.model.identity import digest
from sayso.model.memory import Memory, PlaceMemory, ReportMemory
from sayso.record import codec, tables
from sayso.record.order import among

_reports, _places, _common = tables.report_memory, tables.place_memory, tables.common_memory
_resolutions = tables.resolutions.c
_JOINED = "joined"  # no name of a list of outlets: these are digests


def load_memory(connection: Connection) -> Memory:
    """What is remembered of reports whose resolutions stand as they were made, and of places."""
    standing = (_resolutions.report == _reports.c.report) & (_resolutions.digest == _reports.c.resolution)
    reports = connection.execute(select(_reports).join(tables.resolutions, standing))
    places = connection.execute(select(_places))
    common = {row.name: row.payload for row in connection.execute(select(_common)) if _is_whole(row)}
    joined = common.pop(_JOINED, "")
    return Memory(
        {row.report: _read_report(row) for row in reports if _is_whole(row)},
        {row.entity: codec.decode(PlaceMemory, row.payload) for row in places if _is_whole(row)},
        {name: codec.decode(tuple[str, ...], payload) for name, payload in common.items()},
        joined,
    )


def keep_memory(connection: Connection, before: Memory, after: Memory) -> None:
    """Puts what is remembered now in place of what was; the resolutions stand by then. Same rows are same objects."""
    reports = {id_: each for id_, each in after.reports.items() if before.reports.get(id_) is not each}
    query = select(_resolutions.report, _resolutions.digest).where(among(_resolutions.report, reports))
    standing = {row.report: row.digest for row in connection.execute(query)}
    rows = [_report_row(reports[id_], digest) for id_, digest in standing.items()]
    _replace(connection, _reports, rows, of=after.reports)
    places = [each for id_, each in after.places.items() if before.places.get(id_) is not each]
    _replace(connection, _places, [_place_row(each) for each in places], of=after.places)
    outlets = [_seal({"name": name, "payload": codec.encode(each)}) for name, each in after.outlets.items()]
    _replace(connection, _common, [_seal({"name": _JOINED, "payload": after.joined}), *outlets], of=())


def forget_all(connection: Connection) -> None:
    """Takes away all that is remembered: what stands came another way."""
    for table in (_reports, _places, _common):
        connection.execute(delete(table))


def forget_report(connection: Connection, report: str) -> None:
    """Takes away what is remembered of a report, and of all places: words of it may stand there."""
    connection.execute(delete(_reports).where(_reports.c.report == report))
    connection.execute(delete(_places))


def _replace(connection: Connection, table: Table, rows: list[dict[str, str]], *, of: Collection[str]) -> None:
    """Puts these rows in place of those of their keys; rows of other keys than `of` go."""
    (key,) = table.primary_key.columns
    gone = {*connection.scalars(select(key))}.difference(of)
    connection.execute(delete(table).where(among(key, gone | {row[key.name] for row in rows})))
    if rows:
        connection.execute(insert(table), rows)


def _report_row(each: ReportMemory, resolution: str) -> dict[str, str]:
    return _seal(
        {
            "report": each.report,
            "made_of": each.made_of,
            "apart": each.apart,
            "outlets": each.outlets,
            "brought": each.brought,
            "named": " ".join(each.named),
            "written": each.written,
            "resolution": resolution,
        }
    )


def _read_report(row: Row[Any]) -> ReportMemory:
    named = tuple(row.named.split())
    return ReportMemory(row.report, row.made_of, row.apart, row.outlets, row.brought, named, row.written)


def _place_row(each: PlaceMemory) -> dict[str, str]:
    return _seal({"entity": each.entity, "made_of": each.made_of, "payload": codec.encode(each)})


def _seal(row: dict[str, str]) -> dict[str, str]:
    return {**row, "seal": digest("\n".join(row.values()))}


def _is_whole(row: Row[Any]) -> bool:
    return digest("\n".join(row[:-1])) == str(row.seal)
