"""Shipped first, then the user's; the later takes the place of the earlier."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.knowledge import load_knowledge, yaml_cache
from sayso.knowledge.tests.build import ASSEMBLY, KORR, entry, load, messages, write
from sayso.model.entity import Affiliation
from sayso.model.knowledge import Knowledge, identify_entry

CSV = """id,type,names,source,country,from,until,identifiers,capital,agency
velmo-state,state,Republic of Velmo|فيلمو,"Yearbook 2019, p. 4",XA,1962,,wikidata:Q0|iso:XA,Velmo,
"""
YAML = """- id: velmo-state
  type: state
  names: [Republic of Velmo, فيلمو]
  source: Yearbook 2019, p. 4
  country: XA
  from: 1962
  identifiers: {wikidata: Q0, iso: XA}
  capital: [Velmo]
"""


def test_every_shipped_entry_names_its_source() -> None:
    shipped = load_knowledge()
    assert shipped.entities
    assert all("(" in entity.source for entity in shipped.entities.values())


def test_affiliation_of_an_entry_points_to_another_entry() -> None:
    shipped = load_knowledge()
    ties = [tie for entity in shipped.entities.values() for tie in entity.affiliations]
    assert ties
    assert all(tie.of in shipped.entities for tie in ties)


def test_the_users_folder_extends_what_ships(tmp_path: Path) -> None:
    write(tmp_path, mine_yaml=KORR)
    both = load_knowledge(tmp_path)
    assert set(both.entries) == {*load_knowledge().entries, identify_entry("korr")}


def test_a_later_folders_entry_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    write(
        tmp_path / "a", mine_yaml=ASSEMBLY + KORR.replace("source", "affiliations: [{of: northern-assembly}], source")
    )
    write(tmp_path / "b", mine_yaml=KORR.replace("Ida", "Ida Maria"))
    known = load_knowledge(tmp_path / "a", tmp_path / "b", shipped=False)
    assert entry(known, "korr").names == ("Ida Maria Korr",)
    assert entry(known, "korr").affiliations == ()
    assert known.faults == ()


def test_of_two_entries_with_one_id_in_a_folder_the_first_is_used(tmp_path: Path) -> None:
    known = load(tmp_path, a_yaml=KORR, b_yaml="\n" + KORR.replace("Ida", "Ada"))
    assert entry(known, "korr").names == ("Ida Korr",)
    (said,) = messages(known)
    assert said.startswith("b.yaml, line 2: the id “korr” stands already in")


def test_csv_and_yaml_say_the_same(tmp_path: Path) -> None:
    from_csv = entry(load(tmp_path / "a", mine_csv=CSV), "velmo-state")
    from_yaml = entry(load(tmp_path / "b", mine_yaml=YAML), "velmo-state")
    assert replace(from_csv, file="", line=0) == replace(from_yaml, file="", line=0)
    assert from_csv.line == 2
    assert from_csv.file == "a/mine.csv"


def test_semicolons_and_a_byte_order_mark_are_what_spreadsheets_write(tmp_path: Path) -> None:
    text = "\ufeffid;type;names;source\nx;army;Army of Velmo, northern part;unchecked\n"
    assert entry(load(tmp_path, mine_csv=text), "x").names == ("Army of Velmo, northern part",)


def test_affiliations_of_a_table_are_added_to_any_entry_known_so_far(tmp_path: Path) -> None:
    write(tmp_path / "a", mine_yaml=ASSEMBLY + KORR)
    table = "whose,of,as,from,until,source\nkorr,northern-assembly,head,1990,1995-06,Gazette 12\n"
    write(tmp_path / "b", affiliations_csv=table)
    (tie,) = entry(load_knowledge(tmp_path / "a", tmp_path / "b", shipped=False), "korr").affiliations
    because = "knowledge entry korr (Gazette 12)"
    assert tie == Affiliation(identify_entry("northern-assembly"), because, "1990", "1995-06", "head")


def test_words_are_never_read_as_numbers_denials_or_days(tmp_path: Path) -> None:
    row = "- {id: 7, type: company, names: [On, 1960-01-01, 0x1F], source: 12, country: NO, from: 2014-06-03}\n"
    found = entry(load(tmp_path, mine_yaml=row), "7")
    assert found.names == ("On", "1960-01-01", "0x1F")
    assert (found.country, found.start, found.source) == ("NO", "2014-06-03", "12")


def test_digest_changes_with_what_is_known_and_with_nothing_else(tmp_path: Path) -> None:
    first = load(tmp_path / "a", mine_yaml=ASSEMBLY + KORR)
    moved = load(tmp_path / "b", one_yaml="# people\n\n" + KORR, two_yaml=ASSEMBLY)
    other = load(tmp_path / "c", mine_yaml=ASSEMBLY + KORR.replace("1960", "1961"))
    assert first.digest == moved.digest
    assert first.digest != other.digest


def test_digest_follows_the_gazetteers(tmp_path: Path) -> None:
    write(tmp_path, mine_yaml=KORR)
    one, two = (load_knowledge(tmp_path, shipped=False, gazetteer=_Gazetteer(each)) for each in ("1", "2"))
    assert one.digest != two.digest


def test_entities_are_made_once() -> None:
    known = load_knowledge()
    assert known.entities is known.entities
    assert Knowledge().entities == {}


def test_rows_from_the_cache_are_the_files_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(yaml_cache, "_WORTH", 0)
    first = load(tmp_path / "a", mine_yaml=YAML + ASSEMBLY + KORR)
    assert len(list((tmp_path / "cache").rglob("*.json"))) == 1
    monkeypatch.setattr(yaml_cache, "read_yaml", None)
    assert load_knowledge(tmp_path / "a", shipped=False) == first


def test_the_cache_does_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(yaml_cache, "_WORTH", 0)
    monkeypatch.setattr(yaml_cache, "_MOST", 3)
    for year in range(1950, 1960):
        load(tmp_path / "a", mine_yaml=KORR.replace("1960", str(year)))
    assert len(list((tmp_path / "cache").rglob("*.json"))) == 3


def test_a_damaged_cache_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(yaml_cache, "_WORTH", 0)
    first = load(tmp_path / "a", mine_yaml=YAML)
    for damage in ("", "[1]", '[{"": "x"}]', '{"a": 1}', "[{}]"):
        for kept in (tmp_path / "cache").rglob("*.json"):
            kept.write_text(damage, "utf-8")
        assert load_knowledge(tmp_path / "a", shipped=False) == first


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(yaml_cache, "_WORTH", 0)
    assert len(load(tmp_path / "a", mine_yaml=KORR).entries) == 1


class _Gazetteer:
    def __init__(self, digest: str) -> None:
        self.digest = digest

    def find(self, names: object) -> list[tuple[()]]:
        return []
