"""Places, sources and actors: lists with counts, and each with what is known of it."""

from __future__ import annotations

from typing import Annotated, Protocol

from fastapi import APIRouter, Query
from starlette.responses import Response

from sayso.desk.api.asker import Answering, AnyAsker, Asker
from sayso.desk.api.summary import summarize_entity
from sayso.model.assessment import assess
from sayso.model.found import Listed
from sayso.model.rows import row_of_assessment, row_of_entity, row_of_event
from sayso.model.snapshot import Snapshot

router = APIRouter(route_class=Answering, tags=["places, sources, actors"])

_PER_PAGE = 50
_MOST_PAGES = 10_000
_EVENTS = 20
_Number = Annotated[int, Query(ge=1, le=_MOST_PAGES, description="From 1 on.")]


class _List(Protocol):
    def __call__(self, *, page: int, per_page: int) -> Listed: ...


@router.get("/places", summary="Places, those at which most events are first")
def list_places(asker: AnyAsker, page: _Number = 1) -> Response:
    """Places as reports name them, with where they were put."""
    return _list(asker, asker.record.list_places, "place", page)


@router.get("/sources", summary="Sources, those heard on most events first")
def list_sources(asker: AnyAsker, page: _Number = 1) -> Response:
    """Who is heard, or for whom somebody speaks."""
    return _list(asker, asker.record.list_sources, "source", page)


@router.get("/actors", summary="Actors, those with a part in most events first")
def list_actors(asker: AnyAsker, page: _Number = 1) -> Response:
    """Persons and groups that are said to have done something, or to have had it done to them."""
    return _list(asker, asker.record.list_actors, "actor", page)


@router.get("/places/{entity}", summary="A place with its latest events")
def give_place(asker: AnyAsker, entity: str) -> Response:
    """The entity's row, and its latest events; its holdings are at /holdings?place=…"""
    return _give(asker, asker.record.around_place(entity, limit=_EVENTS), entity)


@router.get("/sources/{source}", summary="A source with the latest events on which it is heard")
def give_source(asker: AnyAsker, source: str) -> Response:
    """The entity's row, or the name where it is no entity; the latest events; persons' grades of it."""
    part = asker.record.around_source(source, limit=_EVENTS)
    names = next((e.names for each in part.resolutions for e in each.entities if e.id == source), (source,))
    grades = assess(part.decisions, (), part.texts).of_source(names)
    return _give(asker, part, source, assessments=[row_of_assessment(grade) for grade in grades])


@router.get("/actors/{entity}", summary="An actor with the latest events in which it has a part")
def give_actor(asker: AnyAsker, entity: str) -> Response:
    """The entity's row, and its latest events; what it is said to hold is at /holdings?holder=…"""
    return _give(asker, asker.record.around_actor(entity, limit=_EVENTS), entity)


def _list(asker: Asker, list_: _List, room: str, number: int) -> Response:
    listed = list_(page=number, per_page=_PER_PAGE)
    rows = (summarize_entity(row, room) for row in listed.rows)
    return asker.page_of(rows, total=listed.total, number=number, per_page=_PER_PAGE)


def _give(asker: Asker, part: Snapshot, entity: str, **more: object) -> Response:
    known = next((each for read in part.resolutions for each in read.entities if each.id == entity), None)
    events = [row_of_event(event) for event in part.corroboration.events[:_EVENTS]]
    row = row_of_entity(known) if known else {"kind": "entity", "id": None, "names": [entity]}
    return asker.answer({**row, "events": events, **more})
