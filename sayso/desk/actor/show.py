"""Showing an actor."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import Response

from sayso.brief.wording import PUT_BY
from sayso.desk.actor.view import view_actor
from sayso.desk.event.heading import head_event
from sayso.desk.page import OpenPage
from sayso.desk.source.view import view_source
from sayso.errors import NotInRecord

router = APIRouter()

MOST = 30  # events that a page shows: each brings its reports with it; the search has all

#: What each part is called over its list.
HEADINGS = {
    "did": "What it is said to have done",
    "suffered": "What is said to have been done to it",
    "gave": "What it is said to supply or support",
    "got": "From whom it is said to have supply or support",
    "ahead": "Planned, asked for, feared or judged: never what happened",
    "named": "Where else it is named",
}


@router.get("/actor/{entity}")
def show_actor(page: OpenPage, entity: str) -> Response:
    """The page of an actor; of who only speaks, the page of what it said."""
    try:
        snapshot = page.record.around_actor(entity, limit=MOST)
        view = view_actor(snapshot, entity)
    except NotInRecord:
        view_source(page.record.around_source(entity, limit=1), entity)  # raises where it says nothing either
        return page.go(f"/source/{quote(entity, safe='')}")
    return page.show(
        "actor/actor.html",
        title=view.name,
        crumbs=[(page.say("Actors"), "/actors")],
        view=view,
        headings=HEADINGS,
        put_by=PUT_BY,
        is_more=len(snapshot.corroboration.events) >= MOST,
        most=MOST,
        head=lambda event, title: head_event(event.type, title, page.say),
    )
