"""Every page, wide and narrow, light and dark, in English and Arabic: nothing is cut off, and nobody is shut out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from sayso.people import Role, User
from tests.browser.conftest import Site

#: Width, look and language, wide and narrow opposite in all three: each page is tried by one pair, so that it is seen
#: in each width, each look and each language; by turns, so that the pages together are seen in all eight ways.
TASTES = [
    ((1280, "light", "en"), (390, "dark", "ar")),
    ((1280, "dark", "en"), (390, "light", "ar")),
    ((1280, "light", "ar"), (390, "dark", "en")),
    ((1280, "dark", "ar"), (390, "light", "en")),
]


def _disputed(site: Site) -> str:
    return site.office.record.disputed_events(1)[0].id


def _claim(site: Site) -> str:
    quote = site.office.record.disputed_events(1)[0].quote
    assert quote is not None
    return quote.id


def _report(site: Site) -> str:
    return site.office.record.newest_reports(1)[0].id


def _first(rows: tuple) -> str:  # type: ignore[type-arg]
    return str(rows[0].id)


def _owner(site: Site) -> User:
    return next(user for user in site.office.people.users.list() if user.role is Role.OWNER)


#: Each page with how its address is found on the sample affair.
PAGES: dict[str, Callable[[Site], str]] = {
    "home": lambda site: "/",
    "event": lambda site: f"/event/{_disputed(site)}",
    "report": lambda site: f"/report/{_report(site)}",
    "place": lambda site: f"/place/{_first(site.office.record.list_places().rows)}",
    "source": lambda site: f"/source/{_first(site.office.record.list_sources().rows)}",
    "actor": lambda site: f"/actor/{_first(site.office.record.list_actors().rows)}",
    "search": lambda site: "/search?q=base",
    "search of claims": lambda site: "/search?kind=claim&stance=denied",
    "places": lambda site: "/places",
    "sources": lambda site: "/sources",
    "topics": lambda site: "/topics",
    "queue": lambda site: "/check",
    "checking a claim": lambda site: f"/check/claim/{_claim(site)}",
    "checking a report": lambda site: f"/check/report/{_report(site)}",
    "one claim after the other": lambda site: "/check/one",
    "blind second reading": lambda site: "/check/blind",
    "decisions that wait": lambda site: "/check/waiting",
    "history": lambda site: "/history",
    "adding": lambda site: "/add",
    "collections": lambda site: "/collections",
    "one's own page": lambda site: "/me",
    "people": lambda site: "/people",
    "second step": lambda site: "/me/second-step",
    "forgotten password": lambda site: "/forgotten",
    "new password": lambda site: f"/reset/{site.office.people.resets.make(_owner(site))}",
    "sign-up": lambda site: (
        f"/sign-up?invitation={site.office.people.invitations.invite(_owner(site), role=Role.CODER)}"
    ),
    "privacy": lambda site: "/privacy",
    "not there": lambda site: "/no-such-page",
}


#: Every page as it is tried.
VIEWS = [(name, taste) for turn, name in enumerate(PAGES) for taste in TASTES[turn % len(TASTES)]]


@pytest.mark.parametrize(
    ("name", "taste"), VIEWS, ids=lambda part: part if isinstance(part, str) else "-".join(map(str, part))
)
def test_a_page_is_whole_for_everybody(chromium: Browser, site: Site, name: str, taste: tuple[int, str, str]) -> None:
    width, look, language = taste
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=look, locale=language)  # type: ignore[arg-type]
    site.log_in(context, Role.OWNER)
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    tab.goto(site.address + PAGES[name](site))
    assert tab.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert tab.locator("h1").count() == 1
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(tab, options={"resultTypes": ["violations"]})
    serious = [
        f"{each['id']}: {each['nodes'][0]['html'][:200]}"
        for each in found.response["violations"]
        if each["impact"] in {"serious", "critical"}
    ]
    assert serious == []
    missing = "Failed to load resource: the server responded with a status of 404"  # the page that is not there
    assert [said for said in complaints if name != "not there" or missing not in said] == []
    context.close()
