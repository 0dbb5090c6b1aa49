"""What ships as knowledge: every entry says where it comes from, and no two say things that cannot both be."""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.knowledge import SHIPPED, load_knowledge
from sayso.model.knowing import fold_name
from sayso.model.knowledge import EntryType, identify_entry
from sayso.model.place import UNCHECKED
from sayso.model.values import edtf

Row = dict[str, Any]

_FILES = ("actors*.yaml", "international.yaml", "outlets.yaml", "states.yaml")


def _read_rows() -> list[Row]:
    paths = sorted(path for pattern in _FILES for path in SHIPPED.glob(pattern))
    return [row for path in paths for row in yaml.safe_load(path.read_text(encoding="utf-8"))]


def _ties(row: Row) -> list[Row]:
    return list(row.get("affiliations") or ())


def count_sources(rows: list[Row]) -> dict[str, tuple[int, int]]:
    """By type of entry: how many name a source, and how many are known from memory alone."""
    counts: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for row in rows:
        named, bare = counts[row["type"]]
        counts[row["type"]] = (named, bare + 1) if row["source"] == UNCHECKED else (named + 1, bare)
    return dict(sorted(counts.items()))


ROWS = _read_rows()


def test_every_entry_and_every_tie_names_its_source() -> None:
    nameless = [row["id"] for row in ROWS if not str(row.get("source") or "").strip()]
    assert not nameless
    assert not [row["id"] for row in ROWS for tie in _ties(row) if "source" in tie and not str(tie["source"]).strip()]


def test_no_source_is_vague() -> None:
    assert not [row["id"] for row in ROWS if row["source"] != UNCHECKED and len(row["source"]) < 8]


def test_identifiers_are_unique() -> None:
    ids = [row["id"] for row in ROWS]
    assert len(ids) == len(set(ids))


def test_all_entries_load_without_a_fault() -> None:
    knowledge = load_knowledge()
    assert not [fault for fault in knowledge.faults if Path(fault.file).match("*.yaml")]
    assert {identify_entry(row["id"]) for row in ROWS} <= set(knowledge.entries)


def test_whoever_is_spoken_for_exists() -> None:
    ids = {row["id"] for row in ROWS}
    missing = [(row["id"], tie["of"]) for row in ROWS for tie in _ties(row) if tie["of"] not in ids]
    missing += [
        (row["id"], row[field])
        for row in ROWS
        for field in ("owner", "part_of")
        if row.get(field, row["id"]) not in ids
    ]
    assert not missing


def test_nobody_speaks_for_himself_by_a_circle() -> None:
    lead = {row["id"]: [tie["of"] for tie in _ties(row)] for row in ROWS}
    for start in lead:
        seen, front = set(), list(lead[start])
        while front:
            each = front.pop()
            if each not in seen:
                seen.add(each)
                front.extend(lead[each])
        assert start not in seen, start


def test_every_tie_says_what_the_one_is_to_the_other() -> None:
    assert not [row["id"] for row in ROWS for tie in _ties(row) if "as" not in tie and row["id"] != "libya-lna"]


@pytest.mark.parametrize("field", ["from", "until"])
def test_dates_are_edtf_and_never_padded(field: str) -> None:
    dates = [str(part[field]) for row in ROWS for part in (row, *_ties(row)) if field in part]
    assert dates
    assert not [date for date in dates if not edtf.is_valid(date)]
    assert not [date for date in dates if date.endswith(("-01-01", "-12-31"))]


def test_nothing_ends_before_it_begins() -> None:
    spans = [(row["id"], part) for row in ROWS for part in (row, *_ties(row)) if "from" in part and "until" in part]
    assert not [id_ for id_, part in spans if str(part["until"])[:4] < str(part["from"])[:4]]


def test_no_person_is_affiliated_before_birth() -> None:
    born = {row["id"]: str(row["from"])[:4] for row in ROWS if row["type"] == EntryType.PERSON and "from" in row}
    early = [
        id_ for row in ROWS if (id_ := row["id"]) in born for t in _ties(row) if str(t.get("from", "9999")) < born[id_]
    ]
    assert not early


def test_no_tie_begins_before_the_body_it_is_to() -> None:
    start = {row["id"]: str(row["from"])[:4] for row in ROWS if "from" in row and row["type"] != EntryType.PERSON}
    early = [
        (row["id"], tie["of"])
        for row in ROWS
        for tie in _ties(row)
        if str(tie.get("from", "9999"))[:4] < start.get(tie["of"], "")
    ]
    assert not early


def test_no_name_is_shared_within_one_country_and_type() -> None:
    holders: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in ROWS:
        for name in row["names"]:
            holders[row.get("country") or "", row["type"], fold_name(str(name))].add(row["id"])
    assert not {key: ids for key, ids in holders.items() if len(ids) > 1}


def test_no_name_is_given_twice_in_an_entry() -> None:
    assert not [row["id"] for row in ROWS if len({str(n).casefold() for n in row["names"]}) < len(row["names"])]


def test_countries_are_two_capitals() -> None:
    countries = {row["country"] for row in ROWS if "country" in row}
    assert countries
    assert not [each for each in countries if not (isinstance(each, str) and len(each) == 2 and each.isupper())]


def test_every_member_of_the_united_nations_is_a_state() -> None:
    states = {row.get("country") for row in ROWS if row["type"] == EntryType.STATE}
    assert len(states) >= 193 + 5
    assert {"LY", "SY", "SD", "UA", "RU", "US", "PS", "XK", "TW", "ML", "ET"} <= states


def test_most_entries_name_a_source() -> None:
    named, bare = (sum(pair[i] for pair in count_sources(ROWS).values()) for i in (0, 1))
    assert named > 2 * bare


def test_those_of_the_walk_are_known() -> None:
    entries = {entry.key: entry for entry in load_knowledge().entries.values()}
    spokesman = next(tie for tie in entries["ahmed-mesmary"].affiliations if tie.role == "spokesman")
    assert (spokesman.of, spokesman.start) == (identify_entry("libya-lna"), "2014")
    assert entries["libya-lna"].affiliations[0].of == identify_entry("haftar")
    assert entries["russia"].capital == ("Moscow",)


def test_counts_tell_sourced_from_unchecked() -> None:
    rows = [{"type": "army", "source": "a report"}, {"type": "army", "source": UNCHECKED}]
    assert count_sources(rows) == {"army": (1, 1)}


def show_sources(rows: list[Row]) -> str:
    """A small table: by type of entry, how many name a source."""
    counts = count_sources(rows)
    counts["all"] = (sum(named for named, _ in counts.values()), sum(bare for _, bare in counts.values()))
    lines = [f"{type_:20}{named:6} with a source{bare:6} unchecked" for type_, (named, bare) in counts.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(show_sources(ROWS))
