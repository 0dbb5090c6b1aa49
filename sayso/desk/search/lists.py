"""The lists of places, sources, actors and topics."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.page import OpenPage, Page
from sayso.desk.paging import Paging
from sayso.model.found import Listed
from sayso.model.values.stance import GROUPS

router = APIRouter()

_PER_PAGE = 100
_MOST_PAGES = 10_000


@router.get("/places")
def show_places(page: OpenPage, number: str = "1") -> Response:
    """Places, those at which most events are first."""
    listed = page.record.list_places(page=_read(number), per_page=_PER_PAGE)
    lead = page.say("Places as reports name them, with the events that they tell of there.")
    return _show(page, listed, "place", page.say("Places"), lead)


@router.get("/sources")
def show_sources(page: OpenPage, number: str = "1") -> Response:
    """Sources, those heard on most events first."""
    listed = page.record.list_sources(page=_read(number), per_page=_PER_PAGE)
    lead = page.say("Who is heard: persons, offices, armed groups, outlets, documents and images.")
    return _show(page, listed, "source", page.say("Sources"), lead)


@router.get("/actors")
def show_actors(page: OpenPage, number: str = "1") -> Response:
    """Actors, those with a part in most events first."""
    listed = page.record.list_actors(page=_read(number), per_page=_PER_PAGE)
    lead = page.say("Who is said to have done something, or to have had it done to them.")
    return _show(page, listed, "actor", page.say("Actors"), lead)


@router.get("/topics")
def show_topics(page: OpenPage) -> Response:
    """Types of claims in their groups, each with its events."""
    rows = {row.type: row for row in page.record.list_topics()}
    groups = [(group, [rows[type_] for type_ in rows if type_ in types]) for group, types in GROUPS.items()]
    return page.show("search/topics.html", title=page.say("Topics"), groups=groups)


def _show(page: Page, listed: Listed, room: str, title: str, lead: str) -> Response:
    path = page.request.url.path
    paging = Paging(listed.page, listed.pages, lambda number: f"{path}?number={number}")
    return page.show("search/list.html", title=title, lead=lead, listed=listed, room=room, paging=paging)


def _read(number: str) -> int:
    """The page of a list; the first for whatever is none."""
    return min(int(number), _MOST_PAGES) if number.isascii() and number.isdigit() and 0 < len(number) < 7 else 1
