"""Showing a source, and grading it."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.deciding import sign
from sayso.desk.event.heading import head_event
from sayso.desk.form import TakeForm
from sayso.desk.page import OpenPage
from sayso.desk.paging import Paging
from sayso.desk.source.sheet import Sheet
from sayso.desk.source.view import view_source
from sayso.errors import UsageError
from sayso.model.assessment import RELIABILITIES
from sayso.model.proposal import propose_reliability
from sayso.people import Role

router = APIRouter()

MOST = 30  # events that a page counts over: each brings its reports with it
_SHOWN = 12  # events on one page of the list


@router.get("/source/{source:path}")
def show_source(page: OpenPage, source: str, sheet: int = 1) -> Response:
    """The page of a source, by an entity's identifier or a name."""
    view = view_source(page.record.around_source(source, limit=MOST), source)
    shown = Sheet(len(view.said), sheet, _SHOWN)
    address = f"/source/{quote(view.source.key, safe='')}"
    return page.show(
        "source/source.html",
        title=view.name,
        crumbs=[(page.say("Sources"), "/sources")],
        view=view,
        said=view.said[shown.start : shown.end],
        paging=Paging(shown.sheet, shown.sheets, lambda number: f"{address}?sheet={number}#said-head"),
        is_more=len(view.said) >= MOST,
        most=MOST,
        address=address,
        head=lambda event, title: head_event(event.type, title, page.say),
        titles={each.event.id: each.title for each in view.said},
    )


@router.post("/source/{source:path}")
def grade_source(page: OpenPage, source: str, form: TakeForm) -> Response:
    """A grade of a source, A to F, with its reason."""
    page.require(Role.CODER)
    view = view_source(page.record.around_source(source, limit=1), source)
    grade, because = form["grade"], form.get("because")
    if grade not in RELIABILITIES:
        raise UsageError("A source is graded A to F; choose one of the grades.")
    if not because:
        raise UsageError("Give the reason in a sentence: it is kept with your name.")
    proposal = propose_reliability(view.name, grade)
    sign(page, proposal.kind, proposal.target, proposal.value, because)
    address = f"/source/{quote(view.source.key, safe='')}"
    return page.go(f"{address}#grade", notice=page.say("It is decided, and signed with your name."))
