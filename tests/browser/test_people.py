"""Logging in, a forgotten password and the second step, in a real browser, by keyboard alone."""

from __future__ import annotations

import re
import time
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from sayso.people import Role
from sayso.people.factor import count_code
from sayso.workshop import tell_time

PASSWORD, NEW = "seven rivers of sand", "eight rivers of salt"


def add(site, name: str, role: Role = Role.READER):  # type: ignore[no-untyped-def]
    mail = f"{name.casefold()}@example.org"
    return site.office.people.members.add(name, mail=mail, role=role, password=PASSWORD)


def type_in(page: Page, *words: str) -> None:
    """Types into the field that has the focus once the page is there, then into each next one, and sends the form."""
    page.wait_for_load_state()
    page.locator("main input:focus").wait_for()
    for at, each in enumerate(words):
        if at:
            page.keyboard.press("Tab")
        page.keyboard.type(each)
    page.keyboard.press("Enter")


def last_link(site) -> str:  # type: ignore[no-untyped-def]
    """The path of the link in the letter that left last."""
    folder = Path(site.office.record.place).with_suffix(".mail")
    deadline = time.monotonic() + 10
    while not folder.is_dir() and time.monotonic() < deadline:  # it leaves once the page has gone
        time.sleep(0.05)
    letter = max(folder.iterdir(), key=lambda file: file.name).read_text().replace("=\n", "")
    found = re.search(r"http://127\.0\.0\.1:8000(/\S+)", letter)
    assert found
    return found[1]


def test_a_password_is_forgotten_and_set_anew_by_keyboard(page: Page, site) -> None:  # type: ignore[no-untyped-def]
    add(site, "Basim")
    page.goto(f"{site.address}/log-in")
    type_in(page, "Basim", "a wrong password")
    assert "do not go together" in page.locator("#wrong-password").inner_text()
    page.locator("#f-password:focus").wait_for()
    page.goto(f"{site.address}/forgotten")
    type_in(page, "basim@example.org")
    page.wait_for_url("**/log-in")
    assert "a letter is on its way" in page.locator(".notice").inner_text()
    link = last_link(site)
    page.goto(site.address + link)
    type_in(page, "password123")
    assert "first passwords" in page.locator("#wrong-password").inner_text()
    type_in(page, NEW)
    page.wait_for_url("**/log-in")
    type_in(page, "Basim", NEW)
    page.wait_for_url(f"{site.address}/")
    assert page.locator(".who").get_by_role("link", name="Basim").is_visible()
    page.goto(site.address + link)
    assert page.get_by_role("alert").inner_text() == "Your password reset link appears to be invalid or expired."


def test_the_second_step_is_switched_on_and_asked_for(page: Page, context: BrowserContext, site) -> None:  # type: ignore[no-untyped-def]
    add(site, "Cem")
    page.goto(f"{site.address}/log-in?next=/me/second-step")
    type_in(page, "Cem", PASSWORD)
    page.wait_for_url("**/me/second-step")
    picture = page.locator(".qr svg").bounding_box()
    assert picture
    assert picture["width"] > 150
    secret = page.locator("code.secret").inner_text().replace(" ", "")
    page.get_by_label("Code").focus()
    type_in(page, count_code(secret, int(tell_time().timestamp()) // 30))
    page.locator(".codes li").first.wait_for()
    codes = page.locator(".codes li").all_inner_texts()
    assert len(codes) == 10
    context.clear_cookies()
    page.goto(f"{site.address}/log-in")
    type_in(page, "Cem", PASSWORD)
    page.get_by_label("Code").wait_for()
    type_in(page, codes[0])
    page.wait_for_url(f"{site.address}/")


def test_without_scripts_all_of_it_works(chromium, site) -> None:  # type: ignore[no-untyped-def]
    add(site, "Dina", Role.OWNER)
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.address}/log-in?next=/people")
        page.get_by_label("Name or mail address").fill("Dina")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.wait_for_url("**/people")
        page.get_by_role("button", name="Make the invitation").click()
        link = page.locator("code.secret").inner_text()
        assert "/sign-up?invitation=" in link
        page.get_by_role("button", name="Log out").click()
        page.goto(site.address + link.partition(":8000")[2])
        page.get_by_label("Name").fill("Elif")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign up").click()
        page.wait_for_url(f"{site.address}/")
        assert "Welcome, Elif." in page.locator(".notice").inner_text()
