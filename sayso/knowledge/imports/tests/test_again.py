"""The same import twice changes nothing, and no import undoes what a person did."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import UnusableInput
from sayso.knowledge import load_knowledge
from sayso.knowledge.imports import Imported, import_file
from sayso.knowledge.imports.tests.build import dump, entity, item, lines, points_to, put, says
from sayso.knowledge.imports.tests.test_places import AIRPORT, HEAD, geoname
from sayso.knowledge.tests.build import KORR, entry
from sayso.model.knowledge import identify_entry

DUMP = dump(
    item("Q900001", "Velmo", "Q3624078", P297=[says("XA")]),
    item("Q900002", "Army of Velmo", "Q37726", P17=[points_to("Q900001")]),
    item("Q900003", "Ida Korr", "Q5", P241=[points_to("Q900002")]),
)
KINDS = {
    "wikidata": DUMP,
    "followthemoney": lines(entity("a", "Person", name="Ann"), entity("b", "Company", name="Bo, Inc.")),
    "geonames": geoname("1") + geoname("2"),
    "ourairports": HEAD + AIRPORT,
}


def _import(folder: Path, text: str) -> Imported:
    return import_file(put(folder / "some", text), into=folder / "mine")


def _bytes(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in (folder / "mine").iterdir()}


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_import_twice_changes_nothing(kind: str, tmp_path: Path) -> None:
    first = _import(tmp_path, KINDS[kind])
    before = _bytes(tmp_path)
    second = _import(tmp_path, KINDS[kind])
    assert _bytes(tmp_path) == before
    assert (second.added, second.updated, second.unchanged, second.kept) == (0, 0, first.added, 0)
    assert load_knowledge(tmp_path / "mine", shipped=False).faults == ()


def test_another_order_in_the_file_changes_nothing(tmp_path: Path) -> None:
    rows = DUMP.splitlines()
    _import(tmp_path, DUMP)
    before = _bytes(tmp_path)
    _import(tmp_path, "\n".join([rows[0], rows[3] + ",", rows[1], rows[2].rstrip(","), rows[4]]))
    assert _bytes(tmp_path) == before


def test_a_newer_file_takes_the_place_of_what_was_imported(tmp_path: Path) -> None:
    _import(tmp_path, DUMP)
    done = _import(tmp_path, DUMP.replace("Army of Velmo", "Armed Forces of Velmo"))
    assert (done.added, done.updated, done.unchanged, done.kept) == (0, 1, 3, 0)
    known = load_knowledge(tmp_path / "mine", shipped=False)
    assert entry(known, "wikidata-Q900002").names == ("Armed Forces of Velmo",)


def test_what_a_person_changed_stays_and_is_said_if_the_file_changed_too(tmp_path: Path) -> None:
    _import(tmp_path, DUMP)
    _edit(tmp_path, "wikidata.csv", "Ida Korr", "Ida Maria Korr")
    same = _import(tmp_path, DUMP)
    assert (same.updated, same.kept, same.faults) == (0, 1, ())
    newer = _import(tmp_path, DUMP.replace("Ida Korr", "Ida J. Korr"))
    assert (newer.updated, newer.kept) == (0, 1)
    assert str(newer.faults[0]).startswith(
        f"{tmp_path / 'mine' / 'wikidata.csv'}, line 4: “wikidata-Q900003” was changed"
    )
    known = load_knowledge(tmp_path / "mine", shipped=False)
    assert entry(known, "wikidata-Q900003").names == ("Ida Maria Korr",)


def test_what_a_person_took_out_stays_out(tmp_path: Path) -> None:
    _import(tmp_path, DUMP)
    table = tmp_path / "mine" / "wikidata-affiliations.csv"
    table.write_text(table.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    done = _import(tmp_path, DUMP)
    assert (done.added, done.kept) == (0, 1)
    assert entry(load_knowledge(tmp_path / "mine", shipped=False), "wikidata-Q900003").affiliations == ()


def test_what_a_person_added_to_the_table_stays(tmp_path: Path) -> None:
    _import(tmp_path, DUMP)
    table = tmp_path / "mine" / "wikidata.csv"
    table.write_text(table.read_text("utf-8") + "ann,person,Ann Day,unchecked,,,,,\n", "utf-8")
    _import(tmp_path, DUMP.replace("Army of Velmo", "Armed Forces of Velmo"))
    assert entry(load_knowledge(tmp_path / "mine", shipped=False), "ann").names == ("Ann Day",)


def test_a_table_that_a_spreadsheet_wrote_anew_is_still_the_same(tmp_path: Path) -> None:
    _import(tmp_path, DUMP)
    table = tmp_path / "mine" / "wikidata.csv"
    rows = [line.replace(",", ";") for line in table.read_text("utf-8").splitlines()]
    table.write_text(
        "\ufeff" + "\n".join(f"{row};a note" if row[:2] != "id" else f"{row};note" for row in rows), "utf-8"
    )
    done = _import(tmp_path, DUMP.replace("Army of Velmo", "Armed Forces of Velmo"))
    assert (done.updated, done.unchanged, done.kept) == (1, 3, 0)
    assert "wikidata-Q900002;army;Armed Forces of Velmo" in table.read_text("utf-8")
    assert "a note" in table.read_text("utf-8")


def test_a_table_without_its_columns_is_left_as_it_is(tmp_path: Path) -> None:
    _import(tmp_path, DUMP)
    put(tmp_path / "mine" / "wikidata.csv", "id,names\nx,X\n")
    with pytest.raises(UnusableInput, match="lacks the column 'type'"):
        _import(tmp_path, DUMP)
    assert (tmp_path / "mine" / "wikidata.csv").read_text("utf-8") == "id,names\nx,X\n"


def test_what_a_person_writes_stands_above_what_was_imported(tmp_path: Path) -> None:
    _import(tmp_path, DUMP)
    put(tmp_path / "mine" / "added.yaml", KORR.replace("id: korr", "id: wikidata-Q900003"))
    known = load_knowledge(tmp_path / "mine", shipped=False)
    assert known.entries[identify_entry("wikidata-Q900003")].file == "mine/added.yaml"
    assert known.faults == ()


def _edit(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / "mine" / name
    put(path, path.read_text("utf-8").replace(old, new))
