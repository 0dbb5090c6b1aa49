"""Home: what is new and what is disputed; and how somebody likes to see the pages."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from sayso.desk.language import LANGUAGES
from sayso.desk.page import OpenPage
from sayso.desk.visitor import LANGUAGE, THEME, THEMES

router = APIRouter()

_SHOWN = 6  # events and reports each; the search has all
_PLACES = 12


@router.get("/")
def show_home(page: OpenPage) -> Response:
    """What is disputed, what is new, and the places that the record speaks of."""
    places = page.record.list_places(per_page=_PLACES)
    return page.show(
        "home.html",
        counts=page.record.counts(),
        disputed=page.record.disputed_events(_SHOWN),
        reports=page.record.newest_reports(_SHOWN),
        places=places.rows,
        topics=page.record.list_topics(),
    )


@router.get("/look")
def choose_look(
    page: OpenPage, language: str = "", theme: str = "", after: Annotated[str, Query(alias="next")] = "/"
) -> Response:
    """Keeps a language or a theme, and leads back."""
    response = page.go(within(after))
    if language in LANGUAGES:
        page.like(response, LANGUAGE, language)
    if theme in THEMES:
        page.like(response, THEME, theme)
    return response


def within(address: str) -> str:
    """An address of this desk, else the first page: nobody is led elsewhere by a link that looks like ours."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\")) and "\\" not in address
    return address if is_ours and address.isprintable() else "/"
