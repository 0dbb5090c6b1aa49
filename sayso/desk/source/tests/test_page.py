"""The page of a source, as a browser gets it."""

from __future__ import annotations

import re
from html import unescape

import pytest

from sayso.desk.conftest import Desk
from sayso.people import Role


def entity_of(desk: Desk, name: str) -> str:
    resolutions = desk.office.record.snapshot().resolutions
    return next(each.id for resolution in resolutions for each in resolution.entities if each.name == name)


def read_page(desk: Desk, address: str) -> str:
    answer = desk.client.get(address)
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


def test_it_says_what_the_source_said_and_how_it_fared(desk: Desk) -> None:
    page = read_page(desk, f"/source/{entity_of(desk, 'Northern Front')}")
    for words in ("Our men took Tel Arwan at dawn", "A copy never confirms", "it had lost the base", "Idris Fennar"):
        assert words in page


def test_an_outlet_shows_what_it_publishes_and_who_takes_it_over(desk: Desk) -> None:
    page = read_page(desk, "/source/Sawt%20Suhn")
    published = page[page.index("What it publishes") :]
    assert "Who opened the gate of Tel Arwan?" in published
    assert "Khaldara in English" in published[published.index("Others take over from it") :]


def test_every_voice_and_outlet_of_the_sample_has_a_page(desk: Desk) -> None:
    snapshot = desk.office.record.snapshot()
    names = {voice.name for event in snapshot.corroboration.events for voice in event.voices}
    for name in names | {each.report.outlet or "" for each in snapshot.resolutions}:
        assert name in read_page(desk, f"/source/{name}")


def test_a_grade_stands_on_the_page_with_its_reason_and_by_whom(desk: Desk) -> None:
    desk.log_in(Role.CODER, name="Amal")
    page = "/source/Signal%20Press%20Agency"
    desk.post(page, of=page, grade="B", because="one correction, and it was marked")
    shown = read_page(desk, page)
    assert re.search(r"B · usually reliable</span> <bdi>Amal</bdi>", shown)
    assert "one correction, and it was marked" in shown
    assert "What you decide" not in shown


@pytest.mark.parametrize(("grade", "because"), [("7", "x"), ("B", ""), ("", "x")])
def test_a_grade_that_is_none_is_refused(desk: Desk, grade: str, because: str) -> None:
    desk.log_in(Role.CODER)
    page = "/source/Sawt%20Suhn"
    assert desk.post(page, of=page, grade=grade, because=because).status_code == 400
    assert not desk.office.record.decisions()


def test_a_reader_grades_nothing(desk: Desk) -> None:
    desk.log_in(Role.READER)
    page = "/source/Sawt%20Suhn"
    assert 'name="grade"' not in read_page(desk, page)
    assert desk.post(page, of=page, grade="B", because="x").status_code == 403


@pytest.mark.parametrize("name", ["nobody", "e0000000000000000", "a/b", "../../etc", "%3Cscript%3E"])
def test_a_source_that_is_not_there_is_told_in_a_sentence(desk: Desk, name: str) -> None:
    answer = desk.client.get(f"/source/{name}")
    assert answer.status_code == 404
    assert "<script>" not in answer.text


@pytest.mark.parametrize("sheet", ["0", "-4", "99", "999999999999999999999"])
def test_a_sheet_that_is_not_there_gives_the_nearest(desk: Desk, sheet: str) -> None:
    assert read_page(desk, f"/source/Sawt%20Suhn?sheet={sheet}")
