"""What is added to a folder loads as it was, and leaves what stood there as it stood."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.knowledge import load_knowledge
from sayso.knowledge.tests.build import ASSEMBLY, KORR, entry, write
from sayso.knowledge.writing import add_entry
from sayso.model.entity import Affiliation
from sayso.model.knowledge import Entry, EntryType, identify_entry, say_source

FULL = Entry(
    key="northern-voice",
    type=EntryType.OUTLET,
    names=("Voice: of the #North", "صوت الشمال", "no", "2014", "- x", "it's “so”"),
    source="Register, p. 4: outlets",
    affiliations=(
        Affiliation(
            identify_entry("northern-assembly"),
            say_source("northern-voice", "decree (3)"),
            "2016",
            "2020-05~",
            "outlet",
        ),
        Affiliation(identify_entry("korr"), say_source("northern-voice", "Register, p. 4: outlets")),
    ),
    start="2014-06-03",
    end="2021",
    country="NO",
    language="no",
    owner=identify_entry("northern-assembly"),
    is_agency=True,
    identifiers=(("issn", "1234-5678"), ("wikidata", "Q0")),
)


def _add(folder: Path, new: Entry) -> Entry:
    add_entry(folder, new)
    known = load_knowledge(folder)
    assert [str(fault) for fault in known.faults if str(folder) in fault.file] == []
    return entry(known, new.key)


def test_an_entry_that_was_added_loads_as_it_was(tmp_path: Path) -> None:
    write(tmp_path, own_yaml=ASSEMBLY + KORR)
    found = _add(tmp_path, FULL)
    assert replace(found, file="", line=0) == FULL
    assert (found.file, found.line) == (f"{tmp_path.name}/added.yaml", 1)


def test_what_stood_there_stays_comments_included(tmp_path: Path) -> None:
    own = "# people of the coast\n" + ASSEMBLY + KORR
    added = "# by hand\n- {id: ann, type: person, names: [Ann Day], source: unchecked}   # checked twice"
    write(tmp_path, own_yaml=own, added_yaml=added)
    path = add_entry(tmp_path, FULL)
    assert (tmp_path / "own.yaml").read_text("utf-8") == own
    assert path.read_text("utf-8").startswith(added + "\n- id: northern-voice\n")
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    new = Entry("ann", EntryType.PERSON, ("Ann Day",), "unchecked")
    assert replace(_add(tmp_path / "mine", new), file="", line=0) == new


def test_an_id_that_stands_in_the_folder_is_refused_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, own_yaml=ASSEMBLY + KORR)
    with pytest.raises(UsageError, match=r"“korr” stands already in .*own\.yaml, line 2; change it there"):
        add_entry(tmp_path, Entry("korr", EntryType.PERSON, ("Ida",), "unchecked"))
    assert not (tmp_path / "added.yaml").exists()


def test_a_shipped_entry_can_be_replaced_by_ones_own(tmp_path: Path) -> None:
    shipped = next(iter(load_knowledge().entries.values()))
    found = _add(tmp_path, replace(shipped, names=("A name of one's own",), affiliations=(), owner=None, part_of=None))
    assert found.names == ("A name of one's own",)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"names": ()}, "lacks names"),
        ({"source": ""}, "lacks source"),
        ({"key": "the voice"}, "is no id"),
        ({"start": "May 2014"}, "is no date"),
        ({"country": "Velmo"}, "is no country code"),
        ({"owner": identify_entry("nobody")}, "there is no entry"),
    ],
)
def test_what_would_not_load_is_not_written(changes: dict[str, object], says: str, tmp_path: Path) -> None:
    write(tmp_path, own_yaml=ASSEMBLY + KORR)
    with pytest.raises(UsageError, match=says):
        add_entry(tmp_path, replace(FULL, **changes))  # type: ignore[arg-type]
    assert not (tmp_path / "added.yaml").exists()


def test_an_imported_entry_can_be_replaced_by_ones_own(tmp_path: Path) -> None:
    write(tmp_path, some_csv="id,type,names,source\nann,person,Ann Day,Register 7\n", some_imported="")
    found = _add(tmp_path, Entry("ann", EntryType.PERSON, ("Ann Maria Day",), "unchecked"))
    assert found.names == ("Ann Maria Day",)
