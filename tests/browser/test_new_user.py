"""A new user, from the first screen to keeping, voting and grading, by keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from sayso.people import Role
from tests.browser.conftest import Site

_MOST_TABS = 250


def go_to(page: Page, wanted: Locator) -> None:
    """Presses Tab until the focus is on what is wanted, as somebody without a mouse does."""
    wanted.wait_for()
    for _ in range(_MOST_TABS):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard never reaches {wanted}")


def press(page: Page, wanted: Locator) -> None:
    """Goes to a link or a button and presses Enter."""
    go_to(page, wanted)
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def test_who_says_so_of_a_disputed_event_is_two_clicks_away(page: Page, site: Site) -> None:
    page.goto(site.address)
    clicks = 0
    press(page, page.locator("#h-disputed ~ ul h3 a").first)
    clicks += 1
    answer = page.locator("main")
    assert "Who says so?" in answer.inner_text()
    press(page, page.locator("main a[href^='/claim/']").first)
    clicks += 1
    page.wait_for_url("**/report/**")
    assert page.locator("main").inner_text()
    assert clicks <= 2


def test_an_event_is_kept_in_a_collection_and_voted_on(page: Page, site: Site) -> None:
    site.log_in(page.context, Role.READER)
    event = site.office.record.disputed_events(1)[0]
    page.goto(f"{site.address}/event/{event.id}")
    press(page, page.locator("details.collect > summary"))
    go_to(page, page.locator("details.collect input[name=title]"))
    page.keyboard.type("To look at again")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    voices = page.locator("main").inner_text().count("voice")
    press(page, page.locator("button[name=answer][value=unsure]"))
    page.locator("button[value=unsure][aria-pressed=true]").wait_for()
    assert "1 vote" in page.locator(".votes").inner_text()
    assert page.locator("main").inner_text().count("voice") == voices  # a vote is no voice
    page.goto(f"{site.address}/collections")
    press(page, page.get_by_role("link", name="To look at again"))
    page.wait_for_url("**/collection/*")
    assert page.locator(f"a[href='/event/{event.id}']").count() >= 1


def test_a_source_is_graded_with_a_reason(page: Page, site: Site) -> None:
    site.log_in(page.context, Role.REVIEWER)
    source = site.office.record.list_sources().rows[0]
    page.goto(f"{site.address}/source/{source.id}")
    grade = page.locator("form[action^='/source/'] select, form[action^='/source/'] input[value=B]").first
    summary = page.locator("details:has(form[action^='/source/']) > summary")
    if summary.count() and not grade.is_visible():
        press(page, summary.first)
    go_to(page, grade)
    page.keyboard.press("B")
    if grade.get_attribute("type") == "radio":
        page.keyboard.press("Space")
    go_to(page, page.locator("form[action^='/source/'] [name=because]"))
    page.keyboard.type("marks its corrections")
    press(page, page.locator("form[action^='/source/'] button[type=submit]").first)
    page.wait_for_timeout(300)
    assert "marks its corrections" in page.locator("main").inner_text()
