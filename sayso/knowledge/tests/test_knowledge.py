from pathlib import Path

import pytest

from sayso.errors import UnusableInput
from sayso.knowledge import load_knowledge


def test_every_shipped_entry_names_its_source() -> None:
    shipped = load_knowledge()
    assert shipped.entities
    assert all("(" in entity.source for entity in shipped.entities.values())


def test_affiliation_of_an_entry_points_to_another_entry() -> None:
    shipped = load_knowledge()
    ties = [tie for entity in shipped.entities.values() for tie in entity.affiliations]
    assert ties
    assert all(tie.of in shipped.entities for tie in ties)


def test_entry_without_a_source_is_refused_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("- {id: x, type: person, names: [Ida Korr]}\n", "utf-8")
    with pytest.raises(UnusableInput, match="lacks source"):
        load_knowledge(tmp_path)


def test_unknown_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("- {id: x, type: castle, names: [X], source: unchecked}\n", "utf-8")
    with pytest.raises(UnusableInput, match="is no type"):
        load_knowledge(tmp_path)


def test_later_folder_takes_the_place_of_an_earlier(tmp_path: Path) -> None:
    for name, names in (("a", "[Ida Korr]"), ("b", "[Ida Maria Korr]")):
        (tmp_path / name).mkdir()
        row = f"- {{id: korr, type: person, names: {names}, source: unchecked}}\n"
        (tmp_path / name / "x.yaml").write_text(row, "utf-8")
    (found,) = load_knowledge(tmp_path / "a", tmp_path / "b").entities.values()
    assert found.name == "Ida Maria Korr"
