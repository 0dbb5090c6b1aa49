"""What is known of an entry, for a person."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sayso.knowledge import describe_entry
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


def test_what_stands_in_no_file_says_none(tmp_path: Path) -> None:
    known = load(tmp_path, mine_yaml=ASSEMBLY)
    rows = describe_entry(known, replace(entry(known, "northern-assembly"), file="", line=0))
    assert "stands in" not in dict(rows)
