"""Entries by any of their names, and what is known of one, for a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.knowledge import describe_entry, find_entries
from sayso.knowledge.tests.build import ASSEMBLY, entry, load

FRONT = """- id: northern-front
  type: armed_group
  names: [Northern Front, Front du Nord-Éveillé, الجبهة الشمالية]
  source: unchecked
  identifiers: {wikidata: Q0}
  affiliations:
    - {of: northern-assembly, as: army, from: 2016, until: 2020}
    - {of: northern-assembly, as: organ, from: 2014, source: decree 3}
"""


@pytest.mark.parametrize(
    "words", ["Northern Front", "northern front", "FRONT DU NORD EVEILLE", "الجبهة الشمالية", "northern-front", "Q0"]
)
def test_an_entry_is_found_by_any_of_its_names(words: str, tmp_path: Path) -> None:
    (found,) = find_entries(load(tmp_path, mine_yaml=ASSEMBLY + FRONT), words)
    assert found.key == "northern-front"


@pytest.mark.parametrize("words", ["", "—", "Northern", "Southern Front"])
def test_what_no_entry_bears_finds_nothing(words: str, tmp_path: Path) -> None:
    assert find_entries(load(tmp_path, mine_yaml=ASSEMBLY + FRONT), words) == ()


def test_the_name_written_exactly_so_comes_first(tmp_path: Path) -> None:
    rows = "".join(
        f"- {{id: {key}, type: army, names: [{name}], source: unchecked}}\n" for key, name in (("a", "AP"), ("b", "Ap"))
    )
    assert [each.key for each in find_entries(load(tmp_path, mine_yaml=rows), "Ap")] == ["b", "a"]


def test_description_says_what_whence_and_where_and_ties_in_time(tmp_path: Path) -> None:
    known = load(tmp_path / "mine", mine_yaml=ASSEMBLY + FRONT)
    rows = describe_entry(known, entry(known, "northern-front"))
    assert rows[:5] == (
        ("id", "northern-front"),
        ("type", "armed group"),
        ("names", "Northern Front; Front du Nord-Éveillé; الجبهة الشمالية"),
        ("source", "unchecked: from memory alone"),
        ("stands in", "mine/mine.yaml, line 2"),
    )
    assert rows[-2:] == (
        (
            "speaks for",
            "Northern Assembly [northern-assembly], as organ, from 2014 (knowledge entry northern-front (decree 3))",
        ),
        (
            "speaks for",
            "Northern Assembly [northern-assembly], as army, 2016 to 2020 (knowledge entry northern-front (unchecked))",
        ),
    )


def test_description_names_those_who_speak_for_it(tmp_path: Path) -> None:
    known = load(tmp_path, mine_yaml=ASSEMBLY + FRONT)
    said = [how for what, how in describe_entry(known, entry(known, "northern-assembly")) if what == "spoken for by"]
    assert said[0].startswith("Northern Front, as organ, from 2014")
