"""The place: who is said to hold it and since when, by whose account, what was seen there, and where it lies."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from starlette.responses import FileResponse, JSONResponse, Response

from sayso.desk.page import OpenPage, Page
from sayso.desk.place.asked import Asked, read_question
from sayso.desk.place.chart import chart_event, chart_place, chart_rows
from sayso.desk.place.geojson import MapPlace, write_geojson
from sayso.desk.place.past import look_back
from sayso.desk.place.view import PlaceView, find_here, frame_place, view_place
from sayso.errors import NotInRecord
from sayso.model.found import EventRow
from sayso.model.search import Kind, parse_search

router = APIRouter()

SHOWN = 50  # events at most: the search has all
ON_MAP = 200  # places at most: more are no map
_LOOKED_THROUGH = 2000
_OWN = frozenset({"place", "event", "on", "as_known_on", "as_recorded_on"})


@router.get("/place/{entity:path}")
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
    """Places as GeoJSON: one with what lies around, those of an event or of what a search finds, or the record's."""
    asked = read_question(on, as_known_on, as_recorded_on, "")
    parties = None
    if _is_search(page):
        charted = _chart_found(page, asked)
    elif place:
        view = _look_at(page, place, asked)
        charted, parties = chart_place(view), view.parties
    elif event:
        part = page.record.around_event(event)
        charted = chart_event(part, part.corroboration.events[0], asked)
    else:
        rows = page.record.located_places(ON_MAP)
        charted = chart_rows(rows, page.record.holdings_of([row.id for row in rows]), asked)
    return JSONResponse(write_geojson(charted, parties), media_type="application/geo+json")


@router.get("/tiles.pmtiles")
def give_tiles(page: OpenPage) -> Response:
    """The user's own base map, in the pieces (byte ranges) that a map asks for. Raises NotInRecord without one."""
    tiles = page.office.settings.tiles
    if not tiles or not Path(tiles).is_file():
        raise NotInRecord("this desk has no base map of its own; name a PMTiles file in SAYSO_TILES")
    return FileResponse(tiles, media_type="application/vnd.pmtiles", headers={"Cache-Control": "private, max-age=3600"})


def _is_search(page: Page) -> bool:
    return any(name not in _OWN for name in page.request.query_params)


def _chart_found(page: Page, asked: Asked) -> tuple[MapPlace, ...]:
    """The places at which the events are that a search finds, as far as they are among those on the most events."""
    search = parse_search(page.request.query_params.multi_items()).search
    found = page.record.search(search.with_(kind=Kind.EVENT, per_page=ON_MAP))
    places = {row.place for row in found.rows if isinstance(row, EventRow)}
    rows = [row for row in page.record.located_places(_LOOKED_THROUGH) if row.id in places]
    return chart_rows(rows, page.record.holdings_of([row.id for row in rows]), asked)


def _look_at(page: Page, entity: str, asked: Asked) -> PlaceView:
    part = page.record.around_place(entity, limit=SHOWN)
    here = find_here(part, entity)
    if asked.as_of.is_now:
        return view_place(part, here, asked)
    past = look_back(page.office, {each.report.id for each in part.resolutions}, asked.as_of)
    snapshot = page.record.conceal(past.snapshot)
    return view_place(snapshot, here, asked, frame=frame_place(part, here), undated=past.undated)
