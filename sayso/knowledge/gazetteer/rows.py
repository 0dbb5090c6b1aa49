"""Rows: lines of a table a person edits or downloads, each checked by itself; a faulty one never stops the rest."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from sayso.model.knowledge import Fault
from sayso.model.place import KnownPlace

Row = Mapping[str, str]


def read_table(path: Path, make: Callable[[Row], KnownPlace | None], faults: list[Fault]) -> Iterator[KnownPlace]:
    """The places of a CSV file with a head line, one at a time; `make` raises ValueError with what is wrong with a row.

    Whatever is wrong is added to `faults` with file and line. A row of which `make` makes nothing is passed over.
    """
    seen: dict[str, int] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="", errors="replace") as file:
            table = csv.DictReader(file)
            for row in table:
                place = _make(row, make, path, table.line_num, faults)
                if place and place.id in seen:
                    told = f"the id “{place.id}” stands in line {seen[place.id]} too; the first one is used"
                    faults.append(Fault(str(path), table.line_num, told))
                elif place:
                    seen[place.id] = table.line_num
                    yield place
    except (OSError, csv.Error) as error:
        faults.append(Fault(str(path), 0, f"cannot be read on ({error}); what stands before is used"))


def read_point(row: Row, latitude: str, longitude: str) -> tuple[float, float]:
    """WGS 84 degrees from two fields. Raises ValueError where they are no numbers or out of range."""
    try:
        up, east = float(row[latitude]), float(row[longitude])
    except (KeyError, TypeError, ValueError):
        told = f"{latitude} “{row.get(latitude)}” and {longitude} “{row.get(longitude)}”"
        raise ValueError(f"{told} are no degrees; write them as 29.1981") from None
    if not (-90 <= up <= 90 and -180 <= east <= 180):
        raise ValueError(f"{up}, {east} lies outside the world; latitude is -90 to 90, longitude -180 to 180")
    return up, east


def _make(
    row: Row, make: Callable[[Row], KnownPlace | None], path: Path, line: int, faults: list[Fault]
) -> KnownPlace | None:
    try:
        return make(row)
    except ValueError as error:
        faults.append(Fault(str(path), line, str(error)))
        return None
