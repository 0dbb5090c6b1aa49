"""The place: who is said to hold it and since when, by whose account, what was seen there, and where it lies."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import JSONResponse, Response

from sayso.brief.holding import tell_accounts
from sayso.desk.page import OpenPage, Page
from sayso.desk.place.asked import Asked, read_question
from sayso.desk.place.chart import chart_event, chart_place
from sayso.desk.place.geojson import write_geojson
from sayso.desk.place.past import look_back
from sayso.desk.place.view import PlaceView, find_here, find_span, holdings_of, view_place

router = APIRouter()

SHOWN = 50  # events at most: the search has all


@router.get("/place/{entity}")
def show_place(
    page: OpenPage, entity: str, on: str = "", as_known_on: str = "", as_recorded_on: str = "", order: str = ""
) -> Response:
    """A place, on a day, as known or recorded on a day."""
    asked = read_question(on, as_known_on, as_recorded_on, order)
    view = _look_at(page, entity, asked)
    if page.is_part:
        return page.show("place/told.html", view=view)
    return page.show("place.html", title=view.name, crumbs=((page.say("Places"), "/places"),), view=view)


@router.get("/map.geojson")
def give_map(
    page: OpenPage, place: str = "", event: str = "", on: str = "", as_known_on: str = "", as_recorded_on: str = ""
) -> Response:
    """Places as GeoJSON: one with what lies around, or those of an event."""
    asked = read_question(on, as_known_on, as_recorded_on, "")
    if place:
        charted = chart_place(_look_at(page, place, asked))
    elif event:
        part = page.record.around_event(event)
        charted = chart_event(part, part.corroboration.events[0], asked)
    else:
        charted = ()
    return JSONResponse(write_geojson(charted), media_type="application/geo+json")


def _look_at(page: Page, entity: str, asked: Asked) -> PlaceView:
    part = page.record.around_place(entity, limit=SHOWN)
    here = find_here(part, entity)
    if asked.as_of.is_now:
        return view_place(part, here, asked)
    past = look_back(page.office, {each.report.id for each in part.resolutions}, asked.as_of)
    told = (each.report.told for each in part.resolutions)
    span = find_span(tell_accounts(part, holdings_of(part, here)), part.corroboration.events, told)
    return view_place(past.snapshot, here, asked, span=span, undated=past.undated)
