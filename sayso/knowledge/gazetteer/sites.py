"""Sites: military and strategic places that no package has, from a table that a person edits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sayso.knowledge.gazetteer.rows import Row, read_point, read_table
from sayso.model.knowledge import Fault
from sayso.model.place import LEAST_UNCHECKED_RADIUS_M, UNCHECKED, KnownPlace, PlaceKind

COLUMNS = ("id", "name", "names", "kind", "country", "latitude", "longitude", "radius_m", "source")


def read_sites(path: Path) -> tuple[Iterator[KnownPlace], list[Fault]]:
    """Places of a `sites.csv` (columns as in COLUMNS; `names` parted by "|"), streaming; faults fill up as it is read.

    Refused, with file and line: a missing id, name or source, an unknown kind, a country that is no code of two
    letters, a point outside the world, an `unchecked` line that claims to be nearer than 25 km, an id used before.
    """
    faults: list[Fault] = []
    return read_table(path, _make_site, faults), faults


def _make_site(row: Row) -> KnownPlace:
    missing = [column for column in COLUMNS if not row.get(column) and column not in ("names", "country")]
    if missing:
        raise ValueError(f"lacks {', '.join(missing)}; a site needs {', '.join(COLUMNS)} (names and country if known)")
    if row["kind"] not in list(PlaceKind):
        raise ValueError(f"“{row['kind']}” is no kind of place; choose one of {', '.join(PlaceKind)}")
    if not re.fullmatch(r"[a-z0-9\-]+", row["id"]):
        raise ValueError(f"the id “{row['id']}” holds more than small letters, digits and hyphens")
    if row["country"] and not re.fullmatch(r"[A-Z]{2}", row["country"]):
        raise ValueError(f"“{row['country']}” is no country; write its code of two letters (ISO 3166-1), as LY")
    latitude, longitude = read_point(row, "latitude", "longitude")
    return KnownPlace(
        id=f"sites:{row['id']}",
        name=row["name"],
        kind=PlaceKind(row["kind"]),
        country=row["country"] or None,
        latitude=latitude,
        longitude=longitude,
        radius_m=_radius(row),
        source=row["source"],
        names=tuple(name.strip() for name in row["names"].split("|") if name.strip()),
    )


def _radius(row: Row) -> int:
    if not row["radius_m"].isdigit() or int(row["radius_m"]) == 0:
        raise ValueError(f"the radius “{row['radius_m']}” is no number of metres")
    radius = int(row["radius_m"])
    if row["source"] == UNCHECKED and radius < LEAST_UNCHECKED_RADIUS_M:
        told = f"is unchecked, but claims to be known to {radius:,} m"
        raise ValueError(f"{told}; name a source, or give {LEAST_UNCHECKED_RADIUS_M:,} m or more")
    return radius
