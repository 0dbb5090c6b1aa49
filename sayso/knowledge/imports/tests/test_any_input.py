"""However an entity is built, an import ends, says what it could not use, and writes tables that load."""

from __future__ import annotations

import copy
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.knowledge import load_knowledge
from sayso.knowledge.imports.entries import take_entries
from sayso.knowledge.imports.followthemoney import read_followthemoney
from sayso.knowledge.imports.lines import read_lines
from sayso.knowledge.imports.tests.build import Json, dump, entity, item, lines, on, points_to, says, time
from sayso.knowledge.imports.wikidata import read_wikidata
from sayso.knowledge.row import Faults
from sayso.knowledge.tests.build import entry as known_entry

READERS = {"wikidata": read_wikidata, "followthemoney": read_followthemoney}
PERSON = item(
    "Q900003",
    "Ida Korr",
    "Q5",
    P27=[points_to("Q900001")],
    P569=[says(time("+1960-03-00T00:00:00Z", 10))],
    P241=[points_to("Q900002", P580=on("+1980-00-00T00:00:00Z", 9))],
)
RELATION = entity("m1", "Membership", member="a", organization="b", role="head", startDate="2014")
JSON = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.text(), st.sampled_from(["Q5", "Q1", "\ud800", "value", "2014"])
    ),
    lambda each: st.one_of(st.lists(each, max_size=3), st.dictionaries(st.text(max_size=3), each, max_size=3)),
    max_leaves=4,
)


def _spots(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every part of a piece of JSON."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [here, *(spot for key, part in parts for spot in _spots(part, (*here, key)))]


def _change(whole: Json, spot: tuple[Any, ...], new: Any) -> Any:
    if not spot:
        return new
    changed: Any = copy.deepcopy(whole)
    part = changed
    for key in spot[:-1]:
        part = part[key]
    part[spot[-1]] = new
    return changed


@pytest.mark.parametrize("kind", ["wikidata", "followthemoney"])
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_an_entity_that_is_built_otherwise_stops_nothing(kind: str, data: st.DataObject) -> None:
    odd, good = (PERSON, dump(item("Q7", "Ann", "Q5"))) if kind == "wikidata" else (RELATION, _GOOD)
    changed = _change(odd, data.draw(st.sampled_from(_spots(odd))), data.draw(JSON))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "some.json"
        source.write_text(json.dumps(changed) + "\n" + good, "utf-8")
        faults = Faults(str(source))
        found = READERS[kind](read_lines(source, faults), faults)
        take_entries(found, kind, Path(folder) / "mine", countries=(), known={}, faults=faults)
        known = load_knowledge(Path(folder) / "mine", shipped=False)
    assert known.faults == ()
    assert known_entry(known, "wikidata-Q7" if kind == "wikidata" else "followthemoney-a").names == ("Ann",)


_GOOD = lines(entity("a", "Person", name="Ann"), entity("b", "Company", name="Bo, Inc."))
