"""The first screen in a real browser."""

from __future__ import annotations

from playwright.sync_api import Page


def test_the_first_page_opens_and_complains_of_nothing(page: Page, site) -> None:  # type: ignore[no-untyped-def]
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(site.address)
    assert page.locator("h1").count() == 1
    assert complaints == []
