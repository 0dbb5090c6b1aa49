"""Places: the rows of GeoNames' and OurAirports' tables that the gazetteer can use, with the columns that it reads."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator

from sayso.knowledge.imports.table import Cells, Shape
from sayso.knowledge.row import Faults


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_GEONAMES = _listed(
    "geonameid name asciiname alternatenames latitude longitude feature_class feature_code country_code cc2 "
    "admin1_code admin2_code admin3_code admin4_code population elevation dem timezone modification_date"
)
_USED = _listed(
    "geonameid name asciiname alternatenames latitude longitude feature_class feature_code country_code admin1_code "
    "population"
)
GEONAMES = Shape(_GEONAMES, ("geonameid",), has_head=False)
OURAIRPORTS = Shape(
    _listed("ident type name latitude_deg longitude_deg iso_country iso_region municipality iata_code keywords"),
    ("ident",),
)


def read_geonames_rows(lines: Iterable[tuple[int, str]], faults: Faults, countries: Collection[str]) -> Iterator[Cells]:
    """The rows of a table of GeoNames, of the countries alone if any are named; unused columns are emptied."""
    for number, line in lines:
        cells = line.split("\t")
        wrong = _wrong_geoname(cells)
        if wrong:
            faults.add(number, wrong)
            continue
        row = {name: cell if name in _USED else "" for name, cell in zip(_GEONAMES, cells, strict=True)}
        if not countries or row["country_code"] in countries:
            yield row


def _wrong_geoname(cells: list[str]) -> str | None:
    if len(cells) != len(_GEONAMES):
        return f"has {len(cells)} columns; GeoNames' tables have {len(_GEONAMES)}, parted by tabs"
    if not cells[0].isdigit() or not cells[1].strip():
        return f"“{cells[0][:40]}” is no number of GeoNames, or its name is empty; the line is left out"
    return _wrong_point(cells[4], cells[5])


def read_ourairports_rows(
    lines: Iterable[tuple[int, str]], faults: Faults, countries: Collection[str]
) -> Iterator[Cells]:
    """The rows of OurAirports' airports.csv, of the countries alone if any are named; unused columns are left out."""
    numbers: list[int] = []

    def feed() -> Iterator[str]:
        for number, line in lines:
            numbers.append(number)
            yield line + "\n"

    reader = csv.reader(feed(), strict=True)
    head = next(reader, [])
    while True:
        numbers.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            faults.add(numbers[0] if numbers else 0, f"no CSV: {error}; the line is left out")
            continue
        row = dict(zip(head, cells, strict=False))
        wrong = _wrong_airport(row)
        if wrong:
            faults.add(numbers[0], wrong)
        elif not countries or row.get("iso_country", "") in countries:
            yield {column: " ".join(row.get(column, "").split()) for column in OURAIRPORTS.columns}


def _wrong_airport(row: dict[str, str]) -> str | None:
    if not row.get("ident", "").strip() or not row.get("name", "").strip():
        return "lacks ident or name; the line is left out"
    return _wrong_point(row.get("latitude_deg", ""), row.get("longitude_deg", ""))


def _wrong_point(latitude: str, longitude: str) -> str | None:
    try:
        inside = -90 <= float(latitude) <= 90 and -180 <= float(longitude) <= 180
    except ValueError:
        return f"“{latitude[:20]}”, “{longitude[:20]}” are no degrees; the line is left out"
    return None if inside else f"{latitude}, {longitude} lies outside the world; the line is left out"
