"""Who says so? From the first screen to the words of both sides, and a decision, in a real browser."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, expect

from sayso.people import Role
from tests.browser.conftest import Site


def test_one_click_from_the_first_screen_to_who_says_so_and_one_more_to_their_words(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.locator("section[aria-labelledby=h-disputed] a[href^='/event/']").first.click()
    glance = page.locator(".glance")
    expect(glance).to_be_in_viewport()
    expect(glance.locator(".side .dot").first).to_be_visible()
    expect(glance.locator(".headline")).to_contain_text("voice")
    words = glance.locator(".lead-words q").first.inner_text()
    glance.locator(".lead-words a").first.press("Enter")
    page.wait_for_url("**/report/**")
    expect(page.get_by_text(words).first).to_be_visible()


def test_on_a_telephone_both_sides_are_one_below_the_other_and_none_is_cut_off(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site.address}/event/{site.office.record.disputed_events(1)[0].id}")
    boxes = [side.bounding_box() for side in page.locator(".columns .account").all()]
    tops = [box["y"] for box in boxes if box]
    assert len(tops) > 1
    assert tops == sorted(set(tops))
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)


def test_each_report_in_the_tree_of_a_voice_leads_to_its_words(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/event/{site.office.record.disputed_events(1)[0].id}")
    page.locator("svg.tree a").first.click()
    page.wait_for_url("**/report/**")


def test_a_claim_is_graded_by_keyboard_alone(context: BrowserContext, site: Site) -> None:
    site.log_in(context, Role.CODER, name="Amal")
    page = context.new_page()
    page.goto(f"{site.address}/event/{site.office.record.disputed_events(1)[0].id}")
    page.locator("#decide summary").first.focus()
    for key in ("Enter", "Tab", "ArrowDown", "Tab", "ArrowDown", "ArrowDown", "ArrowDown", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type("nobody else was there")
    page.keyboard.press("Enter")
    expect(page.locator("#history")).to_contain_text("nobody else was there")
    expect(page.locator("#history")).to_contain_text("Amal")
    expect(page.locator(".chip.grade").first).to_contain_text("3")


def test_a_source_opens_the_list_behind_each_number(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/source/{site.office.record.list_sources().rows[0].id}")
    for figure in page.locator(".figure").all():
        count = int(figure.locator("strong").inner_text())
        figure.locator("summary").click()
        rule = figure.locator("p")
        expect(rule).to_be_visible()
        assert figure.locator("li a[href^='/event/']").count() >= count
