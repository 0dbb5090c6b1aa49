"""The search page and the lists, as a browser asks for them."""

from __future__ import annotations

import re

import pytest

from sayso.desk.conftest import Desk
from sayso.people import Role


def test_a_search_finds_events_with_exact_words_and_counts_of_voices(desk: Desk) -> None:
    page = desk.client.get("/search?q=Tel+Arwan").text
    assert re.search(r"<h2 id=\"h-found\">\d+ events?</h2>", page)
    assert "voices" in page
    assert 'href="/event/v' in page


@pytest.mark.parametrize("kind", ["event", "claim", "report"])
def test_each_kind_is_looked_for(desk: Desk, kind: str) -> None:
    page = desk.client.get(f"/search?kind={kind}").text
    assert page.count("<li>") > 5
    assert f'<option value="{kind}" selected>' in page


def test_facets_lead_to_what_they_count(desk: Desk) -> None:
    page = desk.client.get("/search").text
    address, count = re.findall(
        r'<li><a href="(/search\?type=[^"]+)"><bdi>[^<]*</bdi></a> <span class="soft count">(\d+)', page
    )[0]
    narrowed = desk.client.get(address.replace("&amp;", "&")).text
    assert re.search(rf"<h2 id=\"h-found\">{count} events?</h2>", narrowed)


def test_what_cannot_be_understood_is_told_and_the_rest_is_looked_for(desk: Desk) -> None:
    answer = desk.client.get("/search?from=yesterday&type=seize")
    assert answer.status_code == 200
    assert "is no date; write it as 2020-05-28" in answer.text
    assert '<h2 id="h-found">' in answer.text


def test_scripts_in_a_search_are_only_words(desk: Desk) -> None:
    page = desk.client.get("/search", params={"q": "<script>alert(1)</script>", "place": '"><img src=x>'}).text
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_a_long_search_is_cut_short_with_a_message(desk: Desk) -> None:
    answer = desk.client.get("/search", params={"q": "arwan " * 2000})
    assert answer.status_code == 200
    assert "only its first 500 letters" in answer.text


def test_pages_lead_on_and_back(desk: Desk) -> None:
    page = desk.client.get("/search?kind=claim&page=2").text
    assert 'rel="prev" href="/search?kind=claim"' in page
    assert 'rel="next" href="/search?kind=claim&amp;page=3"' in page


def test_a_search_can_be_subscribed_to_and_saved(desk: Desk) -> None:
    page = desk.client.get("/search?disputed=1").text
    assert 'href="/feed/search.atom?disputed=1"' in page
    assert 'action="/watches"' not in page
    desk.log_in(Role.READER)
    page = desk.client.get("/search?disputed=1").text
    assert '<input type="hidden" name="query" value="disputed=1">' in page


@pytest.mark.parametrize(
    "address", ["/places", "/sources", "/actors", "/topics", "/places?number=no", "/sources?number=999999"]
)
def test_lists_open(desk: Desk, address: str) -> None:
    answer = desk.client.get(address)
    assert answer.status_code == 200
    assert "<h1>" in answer.text


def test_every_place_source_and_actor_in_a_list_has_its_page(desk: Desk) -> None:
    for room in ("place", "source", "actor"):
        links = re.findall(rf'<th scope="row"><a href="(/{room}/[^"]+)"', desk.client.get(f"/{room}s").text)
        assert links
        for link in links:
            assert desk.client.get(link).status_code == 200


def test_lists_and_search_speak_arabic_right_to_left(desk: Desk) -> None:
    desk.client.get("/look?language=ar&next=/")
    assert 'dir="rtl"' in desk.client.get("/search?q=Arwan").text


def test_a_list_counts_voices_as_the_pages_of_its_events_do(desk: Desk) -> None:
    rows = re.findall(r'<h3><a href="(/event/[^"]+)".*?<span class="count">(.*?)</span>', _search_all(desk), re.S)
    assert len(rows) > 20
    assert any("denied by" in counted for _, counted in rows)
    assert any(counted.startswith("no voice asserts it; ") for _, counted in rows)
    for event, counted in rows:
        headline = _bare(re.split(" in \\d+ report", _bare(desk.client.get(event).text).split("Who says so?")[1])[0])
        assert re.sub(r" \([^)]*\)", "", headline) == counted.split("; ")[0], event


def _search_all(desk: Desk) -> str:
    return desk.client.get("/search?per_page=100").text


def _bare(markup: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup)).strip()
