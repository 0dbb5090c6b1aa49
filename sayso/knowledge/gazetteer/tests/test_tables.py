"""Tables of places that a person writes or downloads; the places are invented."""

from pathlib import Path

import pytest

from sayso.knowledge.gazetteer import read_geonames, read_ourairports, read_sites
from sayso.knowledge.gazetteer.sites import COLUMNS
from sayso.model.place import PlaceKind

GOOD = "tel-arwan,Tel Arwan air base,Arwan|تل أروان,base,XV,12.5,30.25,3000,Report of the border commission 2019"


def sites(folder: Path, *lines: str) -> Path:
    path = folder / "sites.csv"
    path.write_text("\n".join((",".join(COLUMNS), *lines)) + "\n", encoding="utf-8")
    return path


def test_site_has_its_names_and_source(tmp_path: Path) -> None:
    places, faults = read_sites(sites(tmp_path, GOOD))
    (place,) = places
    assert (place.id, place.kind, place.names) == ("sites:tel-arwan", PlaceKind.BASE, ("Arwan", "تل أروان"))
    assert place.is_drawable
    assert not faults


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("a,A,,base,XV,12,30,3000,", "lacks source"),
        ("a,A,,base,XV,91,30,3000,x", "outside the world"),
        ("a,A,,base,XV,north,30,3000,x", "no degrees"),
        ("a,A,,castle,XV,12,30,3000,x", "no kind of place"),
        ("a,A,,base,Velmo,12,30,3000,x", "no country"),
        ("a,A,,base,XV,12,30,far,x", "no number of metres"),
        ("a,A,,base,XV,12,30,24999,unchecked", "25,000 m or more"),
        ("A b,A,,base,XV,12,30,3000,x", "small letters"),
        ("tel-arwan,B,,base,XV,12,30,3000,x", "stands in line 2 too"),
    ],
)
def test_faulty_line_is_said_with_its_number_and_the_rest_is_read(tmp_path: Path, line: str, told: str) -> None:
    places, faults = read_sites(sites(tmp_path, GOOD, line, GOOD.replace("tel-arwan", "other")))
    assert [place.id for place in places] == ["sites:tel-arwan", "sites:other"]
    (fault,) = faults
    assert fault.line == 3
    assert told in fault.message
    assert str(fault).startswith(f"{tmp_path / 'sites.csv'}, line 3: ")


def test_unchecked_site_is_never_drawn(tmp_path: Path) -> None:
    places, faults = read_sites(sites(tmp_path, "a,A,,base,XV,12,30,25000,unchecked"))
    (place,) = places
    assert not place.is_drawable
    assert not faults


def test_geonames_columns_become_places(tmp_path: Path) -> None:
    path = tmp_path / "geonames-xv.txt"
    rows = [
        "7\tTel Arwan\tTel Arwan\tArwan,تل أروان\t12.5\t30.25\tS\tAIRB\tXV\t\t01\t\t\t\t0\t\t300\tA/V\t2020-01-01",
        "8\tOrlanda\tOrlanda\t\t13\t31\tP\tPPL\tXV\t\t01\t\t\t\t40000\t\t300\tA/V\t2020-01-01",
        "nine\tcolumns",
        "9\tQuiral\tQuiral\t\t99\t31\tP\tPPL\tXV\t\t01\t\t\t\t0\t\t300\tA/V\t2020-01-01",
    ]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    places, faults = read_geonames(path)
    base, town = places
    assert (base.id, base.kind, base.names) == ("geonames:7", PlaceKind.BASE, ("Arwan", "تل أروان"))
    assert (town.kind, town.population, town.radius_m) == (PlaceKind.SETTLEMENT, 40_000, 2_400)
    assert [fault.line for fault in faults] == [3, 4]


def test_ourairports_columns_become_places(tmp_path: Path) -> None:
    path = tmp_path / "airports.csv"
    path.write_text(
        "id,ident,type,name,latitude_deg,longitude_deg,iso_country,municipality,iata_code,keywords\n"
        '1,XV01,medium_airport,Tel Arwan Air Base,12.5,30.25,XV,Orlanda,,"Arwan, Old Field"\n'
        "2,XV02,closed,Old Strip,12.5,30.25,XV,,,\n"
        "3,XV03,small_airport,Nowhere,200,30.25,XV,,,\n",
        encoding="utf-8",
    )
    places, faults = read_ourairports(path)
    (base,) = places
    assert (base.id, base.kind) == ("ourairports:XV01", PlaceKind.BASE)
    assert base.names == ("Orlanda Airport", "Arwan", "Old Field")
    assert [fault.line for fault in faults] == [4]


def test_missing_table_is_a_fault(tmp_path: Path) -> None:
    places, faults = read_sites(tmp_path / "none.csv")
    assert list(places) == []
    assert "cannot be read" in faults[0].message
