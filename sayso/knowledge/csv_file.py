"""CSV: the rows of a table of entries or of affiliations; columns are named as the fields are."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator

from sayso.knowledge.check import describe_unknown_field
from sayso.knowledge.row import Faults, Row, Value

LISTS = frozenset({"names", "capital", "people"})
_BAR = re.compile(r"(?<!\\)\|")


def split_list(cell: str) -> list[str]:
    r"""The parts of a cell between bars; “\|” is a bar within a part."""
    parts = [part.replace(r"\|", "|") for part in _BAR.split(cell)] if "\\" in cell else cell.split("|")
    return [plain for part in parts if (plain := part.strip())]


def join_list(parts: tuple[str, ...]) -> str:
    """A cell that `split_list` gives back."""
    marked = (part.replace("|", r"\|") for part in parts)
    return "|".join(f"{part} " if part.endswith("\\") else part for part in marked)  # else it would mark the next bar


def read_header(text: str) -> tuple[str, ...]:
    """The names of the columns; empty for an empty file. Commas part them, or semicolons as some spreadsheets write."""
    first = text.partition("\n")[0]
    return tuple(name.strip() for name in next(csv.reader([first], delimiter=_delimiter(first)), []))


def read_csv(text: str, allowed: Collection[str], faults: Faults) -> Iterator[Row]:
    """The rows below the header, empty ones passed over, with the fields that are allowed.

    A column that is no field becomes one fault, and a row that cannot be read another.
    """
    header = _check_header(read_header(text), allowed, faults)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text.partition("\n")[0]), strict=True)
    next(reader, None)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            faults.add(line, f"no CSV: {error}; mend the quotes of this line")
            continue
        if any(cell.strip() for cell in cells):
            yield from _read_row(header, cells, line, faults)


def _check_header(header: tuple[str, ...], allowed: Collection[str], faults: Faults) -> tuple[str, ...]:
    """The names of the columns, empty for those that are not read."""
    checked: list[str] = []
    for name in header:
        if name and name not in allowed:
            faults.add(1, describe_unknown_field(name, allowed))
        elif name and name in checked:
            faults.add(1, f"the column “{name}” stands twice; the first is used, take one out")
        checked.append(name if name in allowed and name not in checked else "")
    return tuple(checked)


def _read_row(header: tuple[str, ...], cells: list[str], line: int, faults: Faults) -> Iterator[Row]:
    if any(cell.strip() for cell in cells[len(header) :]):
        faults.add(line, f"{len(cells)} cells under {len(header)} columns; put a cell that holds a comma in quotes")
        return
    named = zip(header, cells, strict=False)
    yield Row(line, {name: (line, _read_cell(name, cell.strip(), line)) for name, cell in named if name})


def _read_cell(name: str, cell: str, line: int) -> Value:
    if not cell:
        return None
    if name in LISTS:
        return list(split_list(cell))
    if name == "identifiers":
        pairs = (part.partition(":") for part in split_list(cell))
        return Row(line, {scheme.strip(): (line, value.strip() or None) for scheme, _, value in pairs})
    return cell


def _delimiter(header: str) -> str:
    return ";" if ";" in header and "," not in header else ","
