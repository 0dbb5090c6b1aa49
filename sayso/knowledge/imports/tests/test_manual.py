"""The manual says what is taken: its table of classes is the reader's, its kinds and roles are those that there are."""

from __future__ import annotations

import re
from pathlib import Path

from sayso.knowledge.check import ENTRY_FIELDS
from sayso.knowledge.imports import KINDS
from sayso.knowledge.imports.wikidata import TYPES
from sayso.model.knowledge import ROLES, EntryType

MANUAL = (Path(__file__).parents[4] / "docs/knowledge.md").read_text("utf-8")


def test_the_manuals_classes_are_the_readers() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.* Q\d+) \|$", MANUAL, re.MULTILINE)
    told = {class_: EntryType(type_) for type_, classes in rows for class_ in re.findall(r"Q\d+", classes)}
    assert told == TYPES


def test_the_manual_names_every_kind_type_role_and_field() -> None:
    for word in (*KINDS, *ROLES):
        assert f"`{word}`" in MANUAL
    for word in (*EntryType, *ENTRY_FIELDS):
        assert re.search(rf"\b{word}\b", MANUAL)
