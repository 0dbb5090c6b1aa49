"""The page of a place in a browser: days are moved by keyboard, the map is drawn. All reports are made up."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from sayso.desk.office import Office
from sayso.people import open_people
from sayso.pipeline import run
from sayso.record import open_record
from sayso.settings import Settings
from sayso.workshop import open_workshop, tell_time
from tests.browser.conftest import Site, serving

INVENTED = """outlet: Ostreva Courier
published: 2024-05-12
language: en

TOBRUK, May 12 - The Lake Brigade took Tobruk on Saturday, its spokesman Adil Merrand said. The coast guard denied it.

The Lake Brigade holds Tobruk, three fishermen told the Ostreva Courier on Sunday.
"""


@pytest.fixture(scope="module")
def site(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The sample affair, and an invented report on a town that the gazetteer has."""
    folder = tmp_path_factory.mktemp("place")
    (folder / "tobruk.txt").write_text(INVENTED, encoding="utf-8")
    place = shutil.copytree(sample, folder / "sample") / "record.db"
    settings = Settings(record=str(place), user="sample")
    with open_workshop(place, settings=settings, create=False) as shop, open_people(place) as people:
        run([str(folder / "tobruk.txt")], shop=shop)
        with closing(open_record(place)) as record:
            office = Office(record, people, settings, tell_time, lambda: shop.knowledge)
            with serving(office) as address:
                yield Site(address, office)


def place_named(site: Site, name: str) -> str:
    held = site.office.record.snapshot().corroboration.holdings
    return f"{site.address}/place/" + next(each.place for each in held if each.place_names[0] == name)


def test_a_slider_asks_for_another_day_without_leaving_the_page(page: Page, site: Site) -> None:
    page.goto(place_named(site, "Tel Arwan air base"))
    page.evaluate("document.body.dataset.same = 'page'")
    page.get_by_role("slider", name="On the day").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("heading", name="Who is said to hold it on 13 May 2024")).to_be_visible()
    assert "on=2024-05-13" in page.url
    page.get_by_role("slider", name="As known on").focus()
    page.keyboard.press("Home")
    expect(page.get_by_text("As known on 11 May 2024")).to_be_visible()
    assert page.evaluate("document.body.dataset.same") == "page"
    page.reload()
    expect(page.get_by_text("As known on 11 May 2024")).to_be_visible()


def test_the_date_itself_can_be_written(page: Page, site: Site) -> None:
    page.goto(place_named(site, "Tel Arwan air base"))
    page.get_by_label("On the day").first.fill("2020-01-01")
    expect(page.get_by_role("heading", name="Who is said to hold it on 1 Jan 2020")).to_be_visible()


def test_a_bar_of_the_time_line_leads_to_its_row_of_the_table(page: Page, site: Site) -> None:
    page.goto(place_named(site, "Tel Arwan air base"))
    page.locator(".timeline a.bar").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#h0")).to_be_visible()


def test_the_map_draws_a_place_that_can_be_reached_by_keyboard(page: Page, site: Site) -> None:
    complaints: list[str] = []
    page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    page.goto(place_named(site, "Tobruk"))
    expect(page.locator(".map canvas")).to_be_visible()
    marker = page.locator(".map-place", has_text="Tobruk")
    expect(marker).to_be_visible()
    marker.focus()
    assert marker.get_attribute("href") == page.url.removeprefix(site.address)
    assert complaints == []


def test_a_map_shuts_nobody_out(page: Page, site: Site) -> None:
    page.goto(place_named(site, "Tobruk"))
    expect(page.locator(".map-place").first).to_be_visible()
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    serious = [each["id"] for each in found.response["violations"] if each["impact"] in {"serious", "critical"}]
    assert serious == []


def test_without_its_base_the_page_says_the_same_without_a_map(page: Page, site: Site) -> None:
    page.route("**/world.json", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.goto(place_named(site, "Tobruk"))
    expect(page.locator(".map")).to_be_hidden()
    expect(page.get_by_text("to within 5 km")).to_be_visible()
