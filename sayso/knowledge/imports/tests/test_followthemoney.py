"""FollowTheMoney's entities become entries, its persons' relations affiliations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.knowledge import load_knowledge
from sayso.knowledge.imports import Imported, import_file
from sayso.knowledge.imports.tests.build import entity, lines, put
from sayso.knowledge.tests.build import entry
from sayso.model.entity import Affiliation
from sayso.model.knowledge import Entry, EntryType

KORR = entity(
    "NK-korr", "Person", name=["Ida Korr", "Іда Корр"], alias="I. Korr", birthDate="1960-03", nationality=["xa"]
)
FRONT = entity("NK-front", "Organization", name="Northern Front", topics=["crime.terror"], country="xa")
SEAT = entity("NK-seat", "Position", name="Head of the Harbour Office", country="xa")
MEMBER = entity(
    "m1",
    "Membership",
    member="NK-korr",
    organization="NK-front",
    role="Spokeswoman",
    startDate="2014",
    endDate="2016-05-03",
)
HOLDS = entity("o1", "Occupancy", holder="NK-korr", post="NK-seat", startDate="2017-01-01T00:00:00")


def _import(folder: Path, text: str) -> Imported:
    return import_file(put(folder / "some.json", text), into=folder / "mine")


def _entry(folder: Path, key: str) -> Entry:
    return entry(load_knowledge(folder / "mine", shipped=False), key)


def test_person_body_and_position_are_taken(tmp_path: Path) -> None:
    done = _import(tmp_path, lines(KORR, FRONT, SEAT))
    assert (done.kind, done.added, done.faults) == ("followthemoney", 3, ())
    korr = _entry(tmp_path, "followthemoney-NK-korr")
    assert (korr.names, korr.start, korr.country) == (("Ida Korr", "Іда Корр", "I. Korr"), "1960-03", "XA")
    assert korr.source == "FollowTheMoney NK-korr of made_up"
    assert korr.identifiers == (("followthemoney", "NK-korr"),)


def test_relations_are_affiliations_with_role_and_dates_in_whatever_order_they_come(tmp_path: Path) -> None:
    _import(tmp_path, lines(MEMBER, HOLDS, KORR, FRONT, SEAT))
    front, seat, korr = (_entry(tmp_path, f"followthemoney-NK-{each}") for each in ("front", "seat", "korr"))
    assert set(korr.affiliations) == {
        Affiliation(
            front.id, f"knowledge entry {korr.key} (FollowTheMoney m1 of made_up)", "2014", "2016-05-03", "spokesman"
        ),
        Affiliation(
            seat.id, f"knowledge entry {korr.key} (FollowTheMoney o1 of made_up)", "2017-01-01", None, "holder"
        ),
    }
    assert (front.type, seat.type) == (EntryType.ARMED_GROUP, EntryType.OFFICE)


@pytest.mark.parametrize(
    ("schema", "topics", "type_"),
    [
        ("Company", [], EntryType.COMPANY),
        ("LegalEntity", [], EntryType.COMPANY),
        ("PublicBody", [], EntryType.POLITICAL_BODY),
        ("Organization", ["pol.party"], EntryType.POLITICAL_BODY),
        ("Organization", ["mil"], EntryType.ARMY),
        ("Organization", ["gov.igo"], EntryType.INTERNATIONAL_BODY),
    ],
)
def test_schema_and_topics_say_the_type(schema: str, topics: list[str], type_: EntryType, tmp_path: Path) -> None:
    _import(tmp_path, lines(entity("x1", schema, name="X", topics=topics)))
    assert _entry(tmp_path, "followthemoney-x1").type is type_


def test_of_two_nationalities_none_is_chosen(tmp_path: Path) -> None:
    _import(tmp_path, lines(entity("x1", "Person", name="X", nationality=["xa", "xb"], country="xa")))
    assert _entry(tmp_path, "followthemoney-x1").country is None


def test_a_companys_membership_says_nothing_of_whom_it_speaks_for(tmp_path: Path) -> None:
    firm = entity("firm", "Company", name="Velmo Shipping")
    tie = entity("m2", "Membership", member="firm", organization="NK-front")
    _import(tmp_path, lines(firm, FRONT, tie))
    assert _entry(tmp_path, "followthemoney-firm").affiliations == ()


def test_schemata_without_a_place_here_are_passed_over(tmp_path: Path) -> None:
    assert _import(tmp_path, lines(KORR, entity("v", "Vessel", name="Velmo Star"))).added == 1


@pytest.mark.parametrize(
    "line",
    [
        "{broken",
        "[1]",
        '{"id": 7, "schema": "Person"}',
        '{"id": "x", "schema": "Person", "properties": {"name": "X"}}',
        '{"id": "\\ud800", "schema": "Person", "properties": {"name": ["X"]}}',
    ],
)
def test_a_bad_line_is_a_fault_with_its_number_and_the_rest_is_taken(line: str, tmp_path: Path) -> None:
    done = _import(tmp_path, json.dumps(KORR) + "\n\n" + line + "\n" + json.dumps(FRONT) + "\n")
    (fault,) = done.faults
    assert (fault.line, done.added) == (3, 2)
    assert "is no JSON" in fault.message or "is no entity of FollowTheMoney" in fault.message


def test_two_ids_that_differ_by_capitals_or_marks_alone_stay_two(tmp_path: Path) -> None:
    ids = ("NK-ab", "NK-Ab", "NK.ab", "nk_ab")
    _import(tmp_path, lines(*(entity(id_, "Person", name=f"Ann {id_}") for id_ in ids)))
    assert len(load_knowledge(tmp_path / "mine", shipped=False).entries) == 4
