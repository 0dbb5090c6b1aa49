"""The event's page, as a browser gets it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from sayso.brief.count import caption_event
from sayso.desk.conftest import Desk
from sayso.model.event import Event
from sayso.model.values.stance import ClaimType
from sayso.pipeline import run
from sayso.record import open_record

HOSTILE = """\
outlet: <script>alert('outlet')</script> Post
url: https://post.example/a"onmouseover="alert(1)
published: 2024-05-12
language: en
title: <img src=x onerror=alert('title')> taken

The army took Tel Oram on Sunday, General <b>Omar</b> Sand said.

"We took <script>alert(1)</script> Tel Oram," Sand said.
"""


def fall(desk: Desk) -> Event:
    events = desk.office.record.snapshot().corroboration.events
    return max((each for each in events if each.type is ClaimType.SEIZE), key=lambda each: len(each.claims))


def read_page(desk: Desk, address: str) -> str:
    answer = desk.client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.text


def test_the_first_words_of_the_page_say_who_says_so_and_who_denies_it(desk: Desk) -> None:
    page = read_page(desk, f"/event/{fall(desk).id}")
    glance = unescape(page[page.index('id="who-says"') : page.index('id="accounts"')])
    assert "2 voices (2 for) in 5 reports; denied by 1 (for)" in glance
    assert "have captured Tel Arwan air base" in glance or "Our men took Tel Arwan" in glance  # the surer of the two
    for words in ("Idris Fennar", "denies", "it had lost the base"):
        assert words in glance


def test_the_headline_is_the_briefs_own_word_for_word(desk: Desk) -> None:
    snapshot = desk.office.record.snapshot()
    reports = {claim.id: claim.report for each in snapshot.resolutions for claim in each.claims}
    for event in snapshot.corroboration.events:
        page = unescape(read_page(desk, f"/event/{event.id}"))
        shown = re.search(r'<p class="headline"><strong>(.*?)</strong>', page, re.DOTALL)
        assert shown
        assert shown[1] == caption_event(event, reports=len({reports[claim] for claim in event.claims}))


def test_every_claim_leads_to_its_words(desk: Desk) -> None:
    event = fall(desk)
    page = read_page(desk, f"/event/{event.id}")
    assert {f"/claim/{claim}" for claim in event.claims} <= set(re.findall(r'href="([^"]+)"', page))


def test_each_conflict_is_named_with_its_rule(desk: Desk) -> None:
    event = fall(desk)
    page = read_page(desk, f"/event/{event.id}")
    conflicts = unescape(page[page.index('id="conflicts"') : page.index('id="voices"')])
    for conflict in event.conflicts:
        assert conflict.because in conflicts
        assert all(value in conflicts for value in conflict.values)


def test_the_page_has_one_heading_and_no_name_twice(desk: Desk) -> None:
    page = read_page(desk, f"/event/{fall(desk).id}")
    assert page.count("<h1") == 1
    names = re.findall(r'\sid="([^"]+)"', page)
    assert len(names) == len(set(names))


def test_every_link_within_the_page_leads_somewhere(desk: Desk) -> None:
    page = read_page(desk, f"/event/{fall(desk).id}")
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r'\sid="([^"]+)"', page))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_all_events_of_the_sample_have_a_page(desk: Desk, language: str) -> None:
    desk.client.get(f"/look?language={language}")
    for event in desk.office.record.snapshot().corroboration.events:
        page = read_page(desk, f"/event/{event.id}")
        assert f"/feed/event/{event.id}.atom" in page
        assert len(page.encode()) < 200_000


def test_an_event_that_is_not_there_is_told_in_a_sentence(desk: Desk) -> None:
    answer = desk.client.get("/event/v0000000000000000")
    assert answer.status_code == 404
    assert "lead" in answer.text


def test_scripts_in_names_outlets_and_words_stay_words(desk: Desk, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.txt"
    hostile.write_text(HOSTILE, encoding="utf-8")
    run([str(hostile)], shop=desk.shop)
    with open_record(desk.office.record.place) as record:
        snapshot = record.snapshot()
    report = next(each.report for each in snapshot.resolutions if "alert" in each.report.text)
    mine = {claim.id for each in snapshot.resolutions if each.report.id == report.id for claim in each.claims}
    events = [event for event in snapshot.corroboration.events if mine & set(event.claims)]
    assert events
    desk.log_in()
    names = {voice.name for event in events for voice in event.voices} | {report.outlet or ""}
    pages = [f"/event/{event.id}" for event in events] + [f"/source/{name}" for name in names]
    actors = {e.id for each in snapshot.resolutions if each.report.id == report.id for e in each.entities}
    for address in [*pages, *(f"/actor/{actor}" for actor in actors), *(f"/source/{actor}" for actor in actors)]:
        page = desk.client.get(address).text
        assert "<script>alert" not in page
        assert "<img" not in page.replace('<img src="/static/mark.svg"', "")
        assert 'onmouseover="alert' not in page
        assert "<b>Omar" not in page
    assert "&lt;script&gt;alert" in desk.client.get(pages[0]).text
