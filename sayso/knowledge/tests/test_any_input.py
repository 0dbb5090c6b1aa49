"""Whatever bytes stand in a file, loading ends and raises nothing; whatever name is written is read back."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.knowledge import add_entry, load_knowledge
from sayso.knowledge.check import LONGEST_NAME
from sayso.knowledge.csv_file import join_list, split_list
from sayso.knowledge.tests.build import ASSEMBLY, KORR, entry
from sayso.model.knowledge import Entry, EntryType

FIELDS = st.sampled_from(
    ["id", "type", "names", "source", "country", "from", "affiliations", "of", "as", "owner", "part_of"]
)
VALUES = st.recursive(
    st.sampled_from(
        ["a", "b", "army", "person", "unchecked", "2014", "2013/..", "", "~", "&q z", "*q", "LY", '"', "'x'"]
    ),
    lambda each: st.one_of(
        st.lists(each, max_size=3).map(lambda parts: f"[{', '.join(parts)}]"),
        st.dictionaries(FIELDS, each, max_size=4).map(
            lambda parts: "{" + ", ".join(f"{name}: {value}" for name, value in parts.items()) + "}"
        ),
    ),
    max_leaves=12,
)
ROWS = st.lists(st.dictionaries(FIELDS, VALUES, max_size=8), max_size=4).map(
    lambda rows: "".join("- {" + ", ".join(f"{k}: {v}" for k, v in row.items()) + "}\n" for row in rows)
)
# What a name may hold: no halves of pairs, no control characters, and spaces only where one is enough.
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs", "Cn", "Co"))
NAMES = st.text(LETTERS, min_size=1, max_size=LONGEST_NAME).filter(
    lambda name: any(each.isalnum() for each in name) and "\ufffd" not in name  # bytes that were no text are refused
)


@pytest.mark.parametrize("suffix", ["yaml", "csv"])
@settings(max_examples=60, deadline=None)
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_load_without_an_error(suffix: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "base.yaml").write_text(ASSEMBLY + KORR, "utf-8")
        (Path(folder) / f"mine.{suffix}").write_bytes(data)
        assert entry(load_knowledge(folder, shipped=False), "korr").names == ("Ida Korr",)


@settings(max_examples=80, deadline=None)
@given(rows=ROWS)
def test_any_rows_load_without_an_error_and_point_nowhere_else(rows: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "mine.yaml").write_text(rows, "utf-8")
        known = load_knowledge(folder, shipped=False)
    led_to = {tie.of for each in known.entries.values() for tie in each.affiliations}
    assert led_to <= known.entries.keys()


@settings(max_examples=20, deadline=None)
@given(names=st.lists(NAMES, min_size=1, max_size=20, unique=True))
def test_any_name_that_is_written_is_read_back(names: list[str]) -> None:
    new = Entry("x", EntryType.ARMY, tuple(names), "unchecked")
    with tempfile.TemporaryDirectory() as folder:
        add_entry(folder, new)
        assert replace(entry(load_knowledge(folder, shipped=False), "x"), file="", line=0) == new


@given(names=st.lists(NAMES | st.sampled_from(["a\\", "a|b", "|a", "\\a"]), max_size=4))
def test_a_cell_holds_any_list_of_names(names: list[str]) -> None:
    assert split_list(join_list(tuple(names))) == names
