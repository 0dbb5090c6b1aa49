"""The measure of places: an invented set of two articles and an invented gazetteer."""

import io
import tarfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.outside.geoparsing import ARCHIVE, FILES, load_geoparsing, measure_actors, measure_geoparsing
from sayso.model.place import KnownPlace, PlaceKind

LGL = """<articles>
<article><text>Floods hit Orlanda, Velmo, on Monday.</text><toponyms>
<toponym><start>11</start><end>18</end><phrase>Orlanda</phrase>
<gaztag geonameid="1"><lat>10</lat><lon>20</lon></gaztag></toponym>
<toponym><start>18</start><end>23</end><phrase>Velmo</phrase>
<gaztag geonameid="2"><lat>11</lat><lon>21</lon></gaztag></toponym>
</toponyms></article>
<article><text>In Quiral it rained.</text><toponyms>
<toponym><start>3</start><end>9</end><phrase>Quiral</phrase>
<gaztag geonameid="3"><lat>0</lat><lon>0</lon></gaztag></toponym>
<toponym><start>3</start><end>9</end><phrase>Quiral</phrase></toponym>
</toponyms></article></articles>"""
GWN = """<articles><article><text>Velmo denied it in Velmo.</text><toponyms>
<toponym><start>0</start><end>5</end><extractedName>Velmo</extractedName><type>Metonymic</type><geonamesID>2</geonamesID>
<latitude>11</latitude><longitude>21</longitude></toponym>
<toponym><start>19</start><end>24</end><extractedName>Velmo</extractedName><type>Literal</type><geonamesID>2</geonamesID>
<latitude>11</latitude><longitude>21</longitude></toponym></toponyms></article></articles>"""


class Two:
    """An invented country with a town, and a namesake of the town abroad, larger."""

    places = (
        KnownPlace("t:1", "Orlanda", PlaceKind.SETTLEMENT, "XV", 10.1, 20.1, 1_500, "invented", population=900),
        KnownPlace("t:2", "Velmo", PlaceKind.COUNTRY, "XV", 11.0, 21.0, 300_000, "invented", population=900_000),
        KnownPlace("t:3", "Orlanda", PlaceKind.SETTLEMENT, "XW", -40.0, 90.0, 1_500, "invented", population=90_000),
    )

    def find(self, names: Sequence[str]) -> Sequence[tuple[KnownPlace, ...]]:
        return [tuple(place for place in self.places if place.name == name) for name in names]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / ARCHIVE).parent.mkdir()
    with tarfile.open(tmp_path / ARCHIVE, "w:xz") as archive:
        for name, content in (("LGL", LGL), ("GeoWebNews", GWN)):
            member = tarfile.TarInfo(FILES[name])
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content.encode()))
    return tmp_path


def test_words_are_found_where_a_set_counts_from_elsewhere(gold: Path) -> None:
    first, second = load_geoparsing(gold, "LGL")
    assert [first.text[each.start : each.end] for each in first.toponyms] == ["Orlanda", "Velmo"]
    assert [each.words for each in second.toponyms] == ["Quiral"], "what gold puts nowhere is no mention"


def test_share_is_of_mentions_that_an_entry_exists_for(gold: Path) -> None:
    placed = measure_geoparsing(gold, Two(), name="LGL")
    assert placed.part("all").sum(axis=0).tolist() == [3, 2, 2, 2, 2]
    assert placed.part("odd").sum(axis=0).tolist() == [1, 0, 0, 0, 0]
    mean, median = placed.off("even")
    assert 0 < mean < 20
    assert 0 <= median < 20


def test_actor_is_told_from_the_place_of_the_same_name(gold: Path) -> None:
    assert measure_actors(gold).sum(axis=0).tolist() == [[1, 0], [0, 1]]
