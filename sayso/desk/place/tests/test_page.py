"""The page of a place, and its map as data, as a browser without scripts gets them."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest

from sayso.desk.conftest import Desk
from sayso.model.decision import DecisionKind
from sayso.model.withholding import withhold_name
from sayso.people import Role
from sayso.pipeline import propose, run, take_in

BASE = "Tel Arwan air base"


@pytest.fixture
def address(desk: Desk) -> str:
    """The page of the sample's air base."""
    held = desk.office.record.snapshot().corroboration.holdings
    return "/place/" + next(holding.place for holding in held if holding.place_names[0] == BASE)


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_a_place_says_who_holds_it_and_draws_it(desk: Desk, address: str) -> None:
    answer = desk.client.get(address)
    assert answer.status_code == 200
    assert f"<h1><bdi>{BASE}</bdi></h1>" in answer.text
    assert "Northern Front is said to hold it" in words(answer.text)
    assert "<svg" in answer.text
    assert "style=" not in answer.text


def test_the_table_says_what_the_picture_says(desk: Desk, address: str) -> None:
    page = desk.client.get(address).text
    rows = re.findall(r'<tr id="h(\d+)"', page)
    bars = re.findall(r'<a href="#h(\d+)" class="bar', page)
    assert sorted(rows) == sorted(bars) == ["0", "1", "2"]


def test_a_day_and_a_day_of_knowing_are_asked_in_the_address(desk: Desk, address: str) -> None:
    early = desk.client.get(address, params={"on": "2024-05-13", "as_known_on": "2024-05-11"}).text
    assert "Who is said to hold it on 13 May 2024" in words(early)
    assert "As known on 11 May 2024" in words(early)
    assert "general staff" not in words(early)
    assert "general staff" in words(desk.client.get(address, params={"on": "2024-05-13"}).text)


def test_the_form_works_without_scripts_and_keeps_what_was_asked(desk: Desk, address: str) -> None:
    page = desk.client.get(address, params={"on": "2024-05-13", "order": "disputed"}).text
    assert re.search(r'<form class="times card" method="get"', page)
    assert re.search(r'name="on" type="date" value="2024-05-13"', page)
    assert re.search(r'type="hidden" name="order" value="disputed"', page)


def test_a_script_gets_the_part_that_changes_and_no_more(desk: Desk, address: str) -> None:
    part = desk.client.get(address, params={"on": "2024-05-13"}, headers={"HX-Request": "true"}).text
    assert "Who is said to hold it on" in part
    assert "<html" not in part


@pytest.mark.parametrize("asked", [{"on": "tomorrow"}, {"as_known_on": "2024-13-01"}, {"as_recorded_on": "<b>"}])
def test_a_day_that_is_none_is_refused_with_the_way_out(desk: Desk, address: str, asked: dict[str, str]) -> None:
    answer = desk.client.get(address, params=asked)
    assert answer.status_code == 400
    assert "write it as 2020-05-28" in answer.text
    assert "<b>" not in answer.text


def test_a_place_that_nobody_names_is_not_found(desk: Desk) -> None:
    assert desk.client.get("/place/nowhere").status_code == 404
    assert desk.client.get("/map.geojson?place=nowhere").status_code == 404


def test_the_map_is_given_as_geojson(desk: Desk, address: str) -> None:
    answer = desk.client.get("/map.geojson", params={"place": address.removeprefix("/place/")})
    assert answer.headers["content-type"].startswith("application/geo+json")
    features = answer.json()["features"]
    assert {each["properties"]["status"] for each in features} == {"undisputed", "disputed", "claimed"}
    assert all(each["geometry"] is None for each in features), "an invented base lies nowhere"


def test_a_withheld_name_stays_so_on_every_other_day(desk: Desk, address: str) -> None:
    entities = [each for resolution in desk.shop.record.snapshot().resolutions for each in resolution.entities]
    made = withhold_name("Idris Fennar", entities)
    assert made is not None
    take_in(propose(DecisionKind.WITHHOLD, made.target, made.value, because="at risk", shop=desk.shop), desk.shop)
    asked = [{}, {"on": "2024-05-13"}, {"as_known_on": "2024-05-12"}, {"as_recorded_on": "2999-01-01"}]
    desk.log_in(Role.CODER)
    for params in asked:
        assert "Fennar" not in desk.client.get(address, params=params).text, params
        place = {"place": address.removeprefix("/place/")}
        assert "Fennar" not in desk.client.get("/map.geojson", params={**place, **params}).text, params
    desk.log_in(Role.REVIEWER)
    for params in asked:
        assert "Fennar" in desk.client.get(address, params=params).text, params


INVENTED = """outlet: Ostreva Courier
published: 2024-05-12
language: en

TOBRUK, May 12 - The Lake Brigade holds Tobruk, three fishermen told the Ostreva Courier on Sunday. (Invented.)
"""


@pytest.fixture
def tobruk(desk: Desk, tmp_path: Path) -> None:
    """The desk, with an invented report on a town that the gazetteer has."""
    (tmp_path / "tobruk.txt").write_text(INVENTED, encoding="utf-8")
    run([str(tmp_path / "tobruk.txt")], shop=desk.shop)


@pytest.mark.usefixtures("tobruk")
@pytest.mark.parametrize("asked", ["", "?q=Tobruk", "?kind=claim&q=brigade", "?on=2024-05-12"])
def test_the_map_of_a_record_or_of_a_search_has_the_places_that_were_found(desk: Desk, asked: str) -> None:
    features = desk.client.get(f"/map.geojson{asked}").json()["features"]
    assert {each["properties"]["name"] for each in features} == {"Tobruk"}
    assert {each["geometry"]["type"] for each in features} == {"Point"}
    assert {each["properties"]["holder"] for each in features} == {"Lake Brigade"}


@pytest.mark.usefixtures("tobruk")
def test_the_map_of_an_event_has_its_places_and_a_search_for_other_words_none(desk: Desk) -> None:
    event = next(each for each in desk.shop.record.snapshot().corroboration.events if "Tobruk" in each.place_names)
    (feature,) = desk.client.get("/map.geojson", params={"event": event.id}).json()["features"]
    assert feature["properties"]["account"] == "three fishermen (third)"
    assert desk.client.get("/map.geojson?q=zzyzx").json()["features"] == []
    assert desk.client.get("/map.geojson?event=nothing").status_code == 404


def test_a_place_that_only_a_name_tells_has_a_page_by_that_name(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(
        "outlet: Ostreva Courier\npublished: 2024-05-12\nlanguage: en\n\n"
        "OSTREVA, May 12 - The Lake Brigade holds the upper valley, three fishermen said. (Invented.)\n",
        encoding="utf-8",
    )
    run([str(tmp_path / "page.txt")], shop=desk.shop)
    for holding in desk.shop.record.snapshot().corroboration.holdings:
        assert desk.client.get(f"/place/{quote(holding.place, safe='')}").status_code == 200, holding.place
