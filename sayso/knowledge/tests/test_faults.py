"""Whatever stands in a file: a message with file and line, and the rest is loaded."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from sayso.knowledge import load_knowledge
from sayso.knowledge.tests.build import ASSEMBLY, KORR, entry, load, messages
from sayso.model.knowledge import identify_entry

MANUAL = (Path(__file__).parents[3] / "docs/knowledge.md").read_text("utf-8")
EXAMPLES = re.findall(r"^\| `(.+)` \| (mine\.(?:yaml|csv), line \d+: .+) \|$", MANUAL, re.MULTILINE)


def test_the_manual_has_an_example_of_every_kind_of_fault() -> None:
    assert len(EXAMPLES) >= 40


@pytest.mark.parametrize(("holds", "message"), EXAMPLES)
def test_the_manuals_example_gives_the_manuals_message(holds: str, message: str, tmp_path: Path) -> None:
    suffix = message.partition(",")[0].partition(".")[2]
    known = load(tmp_path, **{"base_yaml": ASSEMBLY + KORR, f"mine_{suffix}": holds.replace("⏎", "\n")})
    assert messages(known) == [message]
    assert entry(known, "northern-assembly").names == ("Northern Assembly",)
    assert entry(known, "korr").end == "2019"


GOOD = (ASSEMBLY + KORR).encode()
WHOLE_FILES = {
    "holds a byte of another encoding": b"- {id: x, type: army, names: [Arm\xe9e], source: unchecked}\n",
    "holds a character that YAML forbids": b"- {id: x, type: army, names: [X\x07], source: unchecked}\n",
    "has a name of 10,000 characters": b"- {id: x, type: army, names: [" + b"X" * 10_000 + b"], source: unchecked}\n",
}


@pytest.mark.parametrize("what", WHOLE_FILES)
def test_a_bad_entry_leaves_the_good_ones_around_it(what: str, tmp_path: Path) -> None:
    after = b"- {id: y, type: army, names: [Y], source: unchecked}\n"
    (tmp_path / "mine.yaml").write_bytes(GOOD + WHOLE_FILES[what] + after)
    known = load_knowledge(tmp_path, shipped=False)
    assert messages(known)[0] == f"mine.yaml, {_told(what)}"
    assert {each.key for each in known.entries.values()} == {"northern-assembly", "korr", "y"}


def test_utf_16_is_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("id,type,names,source\n", encoding="utf-16")
    assert _lone(tmp_path) == _told("begins as UTF-16 does").removeprefix("line 1: ")


def test_a_folder_in_the_place_of_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").mkdir()
    assert _lone(tmp_path) == _told("is a folder")


def test_a_pipe_in_the_place_of_a_file_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "mine.yaml")
    assert _lone(tmp_path) == _told("is a folder")


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "mine.yaml").open("wb") as file:
        file.truncate(20_000_001)
    assert _lone(tmp_path) == _told("is larger than 20 MB (YAML) or 500 MB (CSV)")


def test_a_folder_that_is_a_file_or_is_not_there_is_said(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(KORR, "utf-8")
    assert _lone(tmp_path / "mine.yaml") == _told("stands alone where a folder is named")
    assert _lone(tmp_path / "nothing") == _told("is in a folder that is not there")


def test_a_folder_that_may_not_be_opened_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert _lone(tmp_path) == "cannot be opened (Permission denied); look at its permissions"


def test_the_fault_shows_the_path_that_was_given_and_no_line_for_a_whole_file(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").mkdir()
    (fault,) = load_knowledge(tmp_path, shipped=False).faults
    assert str(fault).startswith(f"{tmp_path / 'mine.yaml'}: is a folder")


def test_an_unclosed_bracket_takes_only_its_own_entry_along(tmp_path: Path) -> None:
    known = load(tmp_path, mine_yaml=ASSEMBLY + "- {id: x, names: [X\n" + KORR)
    assert len(known.entries) == 2
    (said,) = messages(known)
    assert "no YAML" in said


def test_lists_nested_ten_thousand_deep_are_a_fault(tmp_path: Path) -> None:
    known = load(tmp_path, mine_yaml=KORR + "- {id: x, names: " + "[" * 10_000 + "]" * 10_000 + "}\n")
    assert [each.key for each in known.entries.values()] == ["korr"]
    assert known.faults


def test_aliases_that_double_again_and_again_are_refused(tmp_path: Path) -> None:
    bomb = "- id: x\n  names: &a [X, Y]\n" + "".join(f"  f{i}: &f{i} [*f{i - 1}, *f{i - 1}]\n" for i in range(1, 40))
    known = load(tmp_path, mine_yaml=KORR + bomb.replace("*f0", "*a"))
    assert [each.key for each in known.entries.values()] == ["korr"]
    assert "used again" in messages(known)[0]


def test_names_in_any_script_are_taken_as_they_are(tmp_path: Path) -> None:
    names = ["ⵜⵉⴼⵉⵏⴰⵖ", "ߒߞߏ", "𐤀𐤁", "የኢትዮጵያ", "עברית", "Зміїний", "北"]
    known = load(tmp_path, mine_yaml=f"- {{id: x, type: army, names: [{', '.join(names)}], source: unchecked}}\n")
    assert entry(known, "x").names == tuple(names)
    assert not known.faults


def test_a_wrong_date_leaves_the_affiliation_out_but_not_the_entry(tmp_path: Path) -> None:
    row = KORR.replace("source", "affiliations: [{of: northern-assembly, from: soon}], source")
    known = load(tmp_path, mine_yaml=ASSEMBLY + row)
    assert entry(known, "korr").affiliations == ()
    assert len(known.faults) == 1


def test_a_ring_whose_dates_do_not_meet_is_none(tmp_path: Path) -> None:
    rows = "".join(
        f"- {{id: {a}, type: army, names: [{a}], source: unchecked, affiliations: [{{of: {b}, {when}}}]}}\n"
        for a, b, when in (("x", "y", "until: 2014"), ("y", "z", "from: 2012"), ("z", "x", "from: 2015"))
    )
    assert load(tmp_path, mine_yaml=rows).faults == ()
    (said,) = messages(load(tmp_path, mine_yaml=rows.replace("2015", "2013")))
    assert "z → x → y → z are a ring" in said


def test_a_column_that_is_no_field_is_said_once_however_many_rows_there_are(tmp_path: Path) -> None:
    rows = "".join(f"x{i},army,X,unchecked,why\n" for i in range(50))
    known = load(tmp_path, mine_csv="id,type,names,source,note\n" + rows)
    assert len(known.entries) == 50
    (said,) = messages(known)
    assert said.startswith("mine.csv, line 1: “note” is no field")


def test_of_a_file_that_is_wrong_throughout_a_thousand_faults_are_listed(tmp_path: Path) -> None:
    known = load(tmp_path, mine_csv="id,type,names,source\n" + "x,castle,X,unchecked\n" * 1500)
    assert len(known.faults) == 1001
    assert str(known.faults[-1]) == f"{tmp_path / 'mine.csv'}: 500 more faults are not listed"


def test_the_shipped_files_have_no_fault() -> None:
    assert [str(fault) for fault in load_knowledge().faults] == []


def _lone(folder: Path) -> str:
    (fault,) = load_knowledge(folder, shipped=False).faults
    return fault.message


def _told(what: str) -> str:
    """The manual's message for what a file is."""
    (message,) = re.findall(rf"^\| {re.escape(what)} \| (.+) \|$", MANUAL, re.MULTILINE)
    return str(message)


def test_an_identifier_is_the_keys_alone() -> None:
    assert identify_entry("korr") == identify_entry("korr") != identify_entry("Korr")
