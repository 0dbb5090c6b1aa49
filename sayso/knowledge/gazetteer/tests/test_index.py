"""The index of places; all places invented but Libya's."""

import os
import pickle
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sayso.knowledge.gazetteer import Index, cache, open_gazetteer, read_sites
from sayso.knowledge.gazetteer.index import write_index
from sayso.model.knowledge import Fault
from sayso.model.place import KnownPlace, PlaceKind


def place(id_: str, name: str, *names: str, people: int = 0, kind: PlaceKind = PlaceKind.SETTLEMENT) -> KnownPlace:
    return KnownPlace(id_, name, kind, "LY", 29.0, 16.0, 1_500, "a test", names=names, population=people)


WADDAN = place("g:1", "Waddān", people=10_000)
OTHER = place("g:2", "Waddan", people=90_000)
JUFRA = place("g:3", "Al Jufrah", "الجفرة", kind=PlaceKind.REGION)
AIRFIELD = place("g:4", "Al Jufra Airport", kind=PlaceKind.AIRFIELD)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    write_index(tmp_path / "i.sqlite", [WADDAN, OTHER, JUFRA, AIRFIELD], [Fault("sites.csv", 3, "lacks source")])
    return Index(tmp_path / "i.sqlite")


def test_best_known_comes_first(index: Index) -> None:
    assert index.find(["Waddan"]) == [(OTHER, WADDAN)]


@pytest.mark.parametrize("spelling", ["Weddan", "WADDAN", "ودان", "al-Waddan"])
def test_place_is_found_in_another_spelling(index: Index, spelling: str) -> None:
    assert WADDAN in index.find([spelling])[0]


def test_base_is_found_as_the_airport(index: Index) -> None:
    assert index.find(["Al-Jafra airbase", "Jafra"]) == [(AIRFIELD,), (JUFRA,)]


@pytest.mark.parametrize("name", ["", "  ", "!!", "Tel Arwan", "x" * 10_000, "飛行場", "\x00", "'; DROP TABLE place"])
def test_unknown_name_finds_nothing(index: Index, name: str) -> None:
    assert index.find([name]) == [()]


def test_index_keeps_what_was_wrong(index: Index) -> None:
    assert index.faults == (Fault("sites.csv", 3, "lacks source"),)


def test_first_of_an_id_counts_and_takes_the_names_of_later_ones(tmp_path: Path) -> None:
    assert write_index(tmp_path / "i", [WADDAN, place("g:1", "Other name", people=1)]) == 1
    index = Index(tmp_path / "i")
    assert index.find(["Other name", "Waddan"]) == [(WADDAN,), (WADDAN,)]


def test_index_serves_threads_and_other_processes(index: Index) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: index.find(["Waddan"])[0], range(20))) == {(OTHER, WADDAN)}
    assert pickle.loads(pickle.dumps(index)).find(["Waddan"]) == [(OTHER, WADDAN)]  # noqa: S301


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Packages that hold two places; the list counts how often they were read."""
    read: list[int] = []

    def read_towns() -> Iterator[KnownPlace]:
        read.append(1)
        yield from (WADDAN, OTHER)

    monkeypatch.setattr("sayso.knowledge.gazetteer.towns.read_towns", read_towns)
    monkeypatch.setattr("sayso.knowledge.gazetteer.airports.read_airports", lambda: iter(()))
    return read


def test_index_is_built_once(tmp_path: Path, small: list[int]) -> None:
    one, _ = open_gazetteer(cache=tmp_path)
    other, _ = open_gazetteer(cache=tmp_path)
    assert one.path == other.path
    assert len(small) == 1
    assert [path.name for path in tmp_path.iterdir()] == [one.path.name], "no draft is left behind"


def test_two_may_build_at_once(tmp_path: Path, small: list[int]) -> None:
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(lambda _: open_gazetteer(cache=tmp_path)[0], range(4)))
    assert {index.path for index in opened} == set(tmp_path.iterdir())
    assert all(index.find(["Waddan"]) == [(OTHER, WADDAN)] for index in opened)


def test_edit_of_the_users_sites_builds_another(tmp_path: Path, small: list[int]) -> None:
    own = tmp_path / "own"
    own.mkdir()
    head = "id,name,names,kind,country,latitude,longitude,radius_m,source\n"
    (own / "sites.csv").write_text(head + "a,Tel Arwan,,base,XV,12,30,3000,invented\nb,B,,base,XV,12,300,1,x\n")
    index, faults = open_gazetteer(own, cache=tmp_path / "cache")
    assert [found[0].id for found in index.find(["Tel Arwan"])] == ["sites:a"]
    assert [fault.line for fault in faults] == [3]
    (own / "sites.csv").write_text(head + "c,Tel Arwan,,base,XV,12,30,3000,invented\n")
    index, faults = open_gazetteer(own, cache=tmp_path / "cache")
    assert [found[0].id for found in index.find(["Tel Arwan"])] == ["sites:c"]
    assert not faults


def test_cache_keeps_the_newest_indexes_alone(tmp_path: Path, small: list[int]) -> None:
    for age in range(6):
        old = tmp_path / f"gazetteer-{age}.sqlite"
        old.touch()
        os.utime(old, (age, age))
    (tmp_path / "other.sqlite").touch()
    index, _ = open_gazetteer(cache=tmp_path)
    kept = {path.name for path in tmp_path.iterdir()}
    assert kept == {index.path.name, "gazetteer-5.sqlite", "gazetteer-4.sqlite", "other.sqlite"}


def test_cache_that_cannot_be_written_is_said(
    tmp_path: Path, small: list[int], caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("a file where a folder should be")
    index, _ = open_gazetteer(cache=tmp_path / "file" / "cache")
    assert index.find(["Waddan"]) == [(OTHER, WADDAN)]
    assert "cannot be kept here" in caplog.text


def test_build_that_fails_leaves_nothing(tmp_path: Path, small: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cache, "write_index", broken)
    with pytest.raises(KeyboardInterrupt):
        open_gazetteer(cache=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_shipped_sites_are_without_fault() -> None:
    places, faults = read_sites(cache.SITES)
    assert list(places)
    assert faults == []
