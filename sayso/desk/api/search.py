"""Searching: `/search`, and the lists of events, claims and reports, which are searches of one kind."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from sayso.desk.api.asked import AnySearch
from sayso.desk.api.asker import Answering, AnyAsker, Asker
from sayso.desk.api.summary import summarize, summarize_facet
from sayso.model.found import Found
from sayso.model.search import Kind, Search

router = APIRouter(route_class=Answering, tags=["search"])


@router.get("/search", summary="Search events, claims or reports")
def search(
    asker: AnyAsker, asked: AnySearch, kind: Annotated[str, Query(description="event, claim or report.")] = "event"
) -> Response:
    """What a search finds, with the same parts as the search page, and how it could be narrowed."""
    found = asker.record.search(asked)
    facets = [summarize_facet(facet) for facet in found.facets]
    spellings = {name: list(others) for name, others in found.spellings}
    return asker.answer({**_page(asker, found), "facets": facets, "spellings": spellings})


@router.get("/events", summary="Events, those told last first")
def list_events(asker: AnyAsker, asked: AnySearch) -> Response:
    """A search of events."""
    return _list(asker, asked, Kind.EVENT)


@router.get("/claims", summary="Claims, those told last first")
def list_claims(asker: AnyAsker, asked: AnySearch) -> Response:
    """A search of claims."""
    return _list(asker, asked, Kind.CLAIM)


@router.get("/reports", summary="Reports, those told last first")
def list_reports(asker: AnyAsker, asked: AnySearch) -> Response:
    """A search of reports."""
    return _list(asker, asked, Kind.REPORT)


def _list(asker: Asker, search: Search, kind: Kind) -> Response:
    return asker.answer(_page(asker, asker.record.search(replace(search, kind=kind))))


def _page(asker: Asker, found: Found) -> dict[str, object]:
    """`total` counts up to a limit; past it `is_cut` is true and there are more."""
    following = replace(found.search, page=found.search.page + 1)
    path = asker.request.url.path
    return {
        "rows": [summarize(row) for row in found.rows],
        "total": found.total,
        "is_cut": found.is_cut,
        "page": found.search.page,
        "next": f"{path}?{following.to_query()}" if found.search.page < found.pages else None,
    }
