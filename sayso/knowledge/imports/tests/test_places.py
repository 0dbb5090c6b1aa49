"""GeoNames' and OurAirports' tables: checked, cut to what is used, and readable by the gazetteer."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import MissingInput, UnusableInput, UsageError
from sayso.knowledge.gazetteer import read_geonames, read_ourairports
from sayso.knowledge.imports import import_file
from sayso.knowledge.imports.tests.build import put


def geoname(id_: str = "7", name: str = "Velmo", latitude: str = "12.5", country: str = "XA") -> str:
    cells = [id_, name, name, "Welmo,فيلمو", latitude, "20.25", "P", "PPL", country, "", "01", "a", "b", "c", "1200"]
    return "\t".join([*cells, "33", "40", "Africa/Velmo", "2020-01-01"]) + "\n"


HEAD = '"id","ident","type","name","latitude_deg","longitude_deg","iso_country","municipality","iata_code","keywords"\n'
AIRPORT = '1,"XA01","small_airport","Velmo, East",12.5,20.25,"XA","Velmo","VEO","Welmo ""East"""\n'


def test_geonames_rows_reach_the_gazetteer_without_unused_columns(tmp_path: Path) -> None:
    done = import_file(put(tmp_path / "XA.txt", geoname() + geoname("8", "Korr")), into=tmp_path / "mine")
    assert (done.kind, done.added, done.files) == ("geonames", 2, (tmp_path / "mine" / "geonames-XA.txt",))
    places, faults = read_geonames(done.files[0])
    first, second = places
    assert (first.name, first.names, first.latitude, first.population) == ("Velmo", ("Welmo", "فيلمو"), 12.5, 1200)
    assert second.id == "geonames:8"
    assert not faults
    assert "Africa" not in done.files[0].read_text("utf-8")


def test_airports_reach_the_gazetteer(tmp_path: Path) -> None:
    done = import_file(put(tmp_path / "air.csv", HEAD + AIRPORT), into=tmp_path / "mine")
    assert (done.kind, done.added, done.files) == ("ourairports", 1, (tmp_path / "mine" / "airports.csv",))
    places, faults = read_ourairports(done.files[0])
    (place,) = places
    assert (place.id, place.name, place.country) == ("ourairports:XA01", "Velmo, East", "XA")
    assert not faults


def test_only_the_countries_asked_for_are_taken(tmp_path: Path) -> None:
    text = geoname() + geoname("8", country="XB")
    assert import_file(put(tmp_path / "all.txt", text), into=tmp_path / "mine", countries=["XB"]).added == 1


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("7\tVelmo\n", "has 2 columns"),
        (geoname("seven"), "is no number of GeoNames"),
        (geoname(name=" "), "its name is empty"),
        (geoname(latitude="north"), "are no degrees"),
        (geoname(latitude="nan"), "lies outside the world"),
        (geoname(latitude="91"), "lies outside the world"),
    ],
)
def test_a_bad_line_of_geonames_is_a_fault_and_the_rest_is_taken(line: str, says: str, tmp_path: Path) -> None:
    done = import_file(put(tmp_path / "XA.txt", geoname("1") + line + geoname("2")), into=tmp_path / "mine")
    (fault,) = done.faults
    assert (fault.line, done.added) == (2, 2)
    assert says in fault.message


def test_a_bad_airport_is_a_fault_and_the_rest_is_taken(tmp_path: Path) -> None:
    bad = AIRPORT.replace("XA01", "XA02").replace("12.5", "512.5") + AIRPORT.replace("XA01", "")
    done = import_file(put(tmp_path / "air.csv", HEAD + bad + AIRPORT), into=tmp_path / "mine")
    assert [fault.line for fault in done.faults] == [2, 3]
    assert done.added == 1


def test_a_byte_of_another_encoding_costs_its_line_alone(tmp_path: Path) -> None:
    text = (geoname("1") + geoname("2", "Arm\u00e9e") + geoname("3")).encode("latin-1", "replace")
    (tmp_path / "XA.txt").write_bytes(text)
    done = import_file(tmp_path / "XA.txt", "geonames", into=tmp_path / "mine")
    assert ([fault.line for fault in done.faults], done.added) == ([2], 2)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "it is empty"),
        ("once upon a time\n", "its first line is “once upon a time”"),
        ("id,type,names,source\n", "needs no import"),
        ("[1, 2]\n", "Name the kind: wikidata, followthemoney, geonames, ourairports"),
    ],
)
def test_a_file_of_no_known_kind_is_said_to_be_so(text: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=says):
        import_file(put(tmp_path / "x", text), into=tmp_path / "mine")
    assert not (tmp_path / "mine").exists()


def test_what_cannot_be_opened_is_said_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        import_file(tmp_path / "none", into=tmp_path / "mine")
    with pytest.raises(UnusableInput, match="is a folder"):
        import_file(tmp_path, into=tmp_path / "mine")
    (tmp_path / "x.zip").write_bytes(b"PK\x03\x04....")
    with pytest.raises(UnusableInput, match="unpack it first"):
        import_file(tmp_path / "x.zip", into=tmp_path / "mine")
    with pytest.raises(UsageError, match="no country code"):
        import_file(put(tmp_path / "XA.txt", geoname()), into=tmp_path / "mine", countries=["Velmo"])
    with pytest.raises(UsageError, match="no kind of file"):
        import_file(tmp_path / "XA.txt", "osm", into=tmp_path / "mine")
    assert not (tmp_path / "mine").exists()
