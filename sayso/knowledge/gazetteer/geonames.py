"""GeoNames: a user's own table in GeoNames' columns, one country's or the whole world's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sayso.knowledge.gazetteer.extent import reach_of_town
from sayso.knowledge.gazetteer.rows import read_point
from sayso.model.knowledge import Fault
from sayso.model.place import KnownPlace, PlaceKind

_COLUMNS = 19
_SOURCE = "GeoNames (CC BY 4.0)"
#: GeoNames' feature codes, then classes, as kinds; what is in neither (roads, parks) is a site.
_BY_CODE = {
    **dict.fromkeys(("PCLI", "PCLD", "PCLS", "PCLF", "PCLIX", "TERR"), PlaceKind.COUNTRY),
    **dict.fromkeys(("ADM1", "ADM1H", "RGN"), PlaceKind.REGION),
    **dict.fromkeys(("ADM2", "ADM3", "ADM4", "ADM5", "ADMD", "ADM2H"), PlaceKind.DISTRICT),
    **dict.fromkeys(("PPLX",), PlaceKind.QUARTER),
    **dict.fromkeys(("AIRP", "AIRF", "AIRH"), PlaceKind.AIRFIELD),
    **dict.fromkeys(("AIRB", "INSM", "MILB", "NVB", "FT"), PlaceKind.BASE),
    **dict.fromkeys(("CMP", "CMPREF", "CMPMN", "CMPLA"), PlaceKind.CAMP),
    **dict.fromkeys(("PSTB", "PSTC", "BDG", "PASS"), PlaceKind.CROSSING),
    **dict.fromkeys(("PRT", "HBR", "LDNG"), PlaceKind.PORT),
    **dict.fromkeys(("OILF", "OILR", "OILW", "OILT", "OILP", "OILQ", "OILJ"), PlaceKind.OIL),
    **dict.fromkeys(("ISL", "ISLS", "ISLET", "ISLF"), PlaceKind.ISLAND),
    **dict.fromkeys(("DAM",), PlaceKind.WATER),
}
_BY_CLASS = {"P": PlaceKind.SETTLEMENT, "H": PlaceKind.WATER, "T": PlaceKind.TERRAIN, "A": PlaceKind.DISTRICT}
_RADII = {
    PlaceKind.COUNTRY: 400_000,
    PlaceKind.REGION: 100_000,
    PlaceKind.DISTRICT: 25_000,
    PlaceKind.WATER: 25_000,
    PlaceKind.TERRAIN: 25_000,
    PlaceKind.ISLAND: 5_000,
}
_RADIUS_OF_SITE = 2_000


def read_geonames(path: Path) -> tuple[Iterator[KnownPlace], list[Fault]]:
    """Places of a table of GeoNames (19 columns parted by tabs, no head line), streaming; faults fill up as it is read.

    GeoNames gives points alone: the radius is by kind, of settlements by population.
    """
    faults: list[Fault] = []
    return _read(path, faults), faults


def _read(path: Path, faults: list[Fault]) -> Iterator[KnownPlace]:
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            for number, line in enumerate(file, start=1):
                if not line.strip():
                    continue
                try:
                    yield _make(line.rstrip("\r\n").split("\t"))
                except ValueError as error:
                    faults.append(Fault(str(path), number, str(error)))
    except OSError as error:
        faults.append(Fault(str(path), 0, f"cannot be read on ({error}); what stands before is used"))


def _make(cells: list[str]) -> KnownPlace:
    if len(cells) != _COLUMNS:
        raise ValueError(f"holds {len(cells)} columns; GeoNames' tables have {_COLUMNS}, parted by tabs")
    if not cells[0].isdigit() or not cells[1].strip():
        raise ValueError(f"lacks a number (“{cells[0]}”) or a name (“{cells[1]}”)")
    latitude, longitude = read_point({"latitude": cells[4], "longitude": cells[5]}, "latitude", "longitude")
    kind = _BY_CODE.get(cells[7]) or _BY_CLASS.get(cells[6], PlaceKind.SITE)
    population = int(cells[14]) if cells[14].isdigit() else 0
    town = kind in (PlaceKind.SETTLEMENT, PlaceKind.QUARTER)
    return KnownPlace(
        id=f"geonames:{cells[0]}",
        name=cells[1],
        kind=kind,
        country=cells[8] or None,
        latitude=latitude,
        longitude=longitude,
        radius_m=reach_of_town(population) if town else _RADII.get(kind, _RADIUS_OF_SITE),
        source=_SOURCE,
        names=tuple(dict.fromkeys(name for name in (cells[2], *cells[3].split(",")) if name and name != cells[1])),
        population=population,
    )
