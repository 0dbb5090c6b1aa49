"""The report's page in a real browser: words and claims show each other, by mouse, by keyboard, without a script."""

import re
from contextlib import closing

import pytest
from playwright.sync_api import expect


@pytest.fixture
def claim(site):
    claims = (claim for each in site.office.record.snapshot().resolutions for claim in each.claims)
    return next(each for each in claims if each.evidence.text.startswith("Our men took") and len(each.chain) == 3)


@pytest.fixture
def reading(page, site, claim):
    page.goto(f"{site.address}/report/{claim.report}")
    return page


def lit(page, name):
    return page.locator(f'.lit[data-c~="{name}"]')


def test_words_under_the_pointer_show_their_claim_and_bring_it_into_sight(reading, claim):
    reading.locator(f"#c-{claim.id}").hover()
    told = reading.locator(f"#claim-{claim.id}")
    expect(told).to_have_class(re.compile(r"\blit\b"))
    expect(told).to_be_in_viewport()


def test_a_claim_under_the_pointer_shows_its_words_and_who_says_them(reading, claim):
    reading.locator(f"#claim-{claim.id}").hover()
    expect(reading.locator(f"#c-{claim.id}")).to_have_class(re.compile(r"\blit\b"))
    words = lit(reading, claim.id).filter(has=reading.locator(".source"))
    expect(words.first).to_have_text("Idris Fennar")


def test_the_way_from_words_to_claim_and_back_is_a_matter_of_keys(reading, claim):
    reading.locator(f"#c-{claim.id}").focus()
    expect(lit(reading, claim.id).first).to_be_visible()
    reading.keyboard.press("Enter")
    expect(reading.locator(f"#claim-{claim.id}")).to_be_focused()
    reading.keyboard.press("Tab")
    reading.keyboard.press("Enter")
    expect(reading.locator(f"#c-{claim.id}")).to_be_focused()


def test_why_opens_in_its_place(reading, claim):
    told = reading.locator(f"#claim-{claim.id}")
    told.get_by_role("link", name="Why").click()
    expect(told).to_contain_text("nearest: Idris Fennar")
    assert reading.url.rstrip("/").endswith(claim.report)


def test_selected_words_have_an_address(reading, claim):
    reading.locator(f"#c-{claim.id}").evaluate("words => getSelection().selectAllChildren(words)")
    link = reading.get_by_role("link", name="Link to the selected words")
    link.click()
    chosen = reading.locator("mark").all_text_contents()
    assert claim.evidence.text.startswith("".join(chosen))
    assert chosen


def test_without_a_script_everything_is_a_link(chromium, site, claim):
    with closing(chromium.new_context(java_script_enabled=False)) as context:
        page = context.new_page()
        page.goto(f"{site.address}/report/{claim.report}")
        page.locator(f"#c-{claim.id}").click()
        assert page.url.endswith(f"#claim-{claim.id}")
        page.locator(f"#claim-{claim.id}").get_by_role("link", name="Why").click()
        assert page.url.endswith(f"#claim-{claim.id}")
        expect(page.locator(f"#claim-{claim.id}")).to_contain_text("nearest: Idris Fennar")
