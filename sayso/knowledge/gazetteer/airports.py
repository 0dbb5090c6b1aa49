"""Airports: from the package `airportsdata`, and from OurAirports' own table in a user's folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import airportsdata

from sayso.knowledge.gazetteer.rows import Row, read_point, read_table
from sayso.model.knowledge import Fault
from sayso.model.place import KnownPlace, PlaceKind

RADIUS_M = 3_000  # a runway and what stands beside it
_MILITARY = re.compile(
    r"\b(?:air (?:force )?base|air station|army|military|afb|nas|raf|naval|air corps)\b", re.IGNORECASE
)
#: What OurAirports lists and no report on a war means, or that is no more.
_PASSED_OVER = frozenset({"closed", "balloonport"})


def read_airports() -> Iterator[KnownPlace]:
    """The airports and airfields of `airportsdata`, by their ICAO code or what stands for one (HL69)."""
    for code, row in airportsdata.load().items():
        yield _airfield(
            id_=f"ourairports:{code}",
            name=row["name"],
            names=[f"{row['city']} Airport" if row["city"] else "", row["iata"]],
            country=row["country"],
            point=(row["lat"], row["lon"]),
            source="airportsdata (from OurAirports and others)",
            region=row["subd"] or None,
        )


def read_ourairports(path: Path) -> tuple[Iterator[KnownPlace], list[Fault]]:
    """Places of OurAirports' `airports.csv`, streaming; faults (with file and line) fill up as it is read."""
    faults: list[Fault] = []
    return read_table(path, _make_airport, faults), faults


def _make_airport(row: Row) -> KnownPlace | None:
    if not row.get("ident") or not row.get("name"):
        raise ValueError("lacks ident or name; the columns are those of OurAirports' airports.csv")
    if row.get("type") in _PASSED_OVER:
        return None
    town = row.get("municipality") or ""
    words = [word.strip() for word in (row.get("keywords") or "").split(",")]
    return _airfield(
        id_=f"ourairports:{row['ident']}",
        name=row["name"],
        names=[f"{town} Airport" if town else "", row.get("iata_code") or "", *words],
        country=row.get("iso_country") or None,
        point=read_point(row, "latitude_deg", "longitude_deg"),
        source="OurAirports (public domain)",
        region=None,
    )


def _airfield(
    *,
    id_: str,
    name: str,
    names: list[str],
    country: str | None,
    point: tuple[float, float],
    source: str,
    region: str | None,
) -> KnownPlace:
    return KnownPlace(
        id=id_,
        name=name,
        kind=PlaceKind.BASE if _MILITARY.search(name) else PlaceKind.AIRFIELD,
        country=country,
        latitude=point[0],
        longitude=point[1],
        radius_m=RADIUS_M,
        source=source,
        region=region,
        names=tuple(dict.fromkeys(each for each in names if each and each != name)),
    )
