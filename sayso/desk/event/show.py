"""Showing an event."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from sayso.brief.why import list_known
from sayso.brief.wording import DATED, PUT_BY
from sayso.desk.check.telling import tell_history
from sayso.desk.event.heading import PARTS, head_event
from sayso.desk.event.number import caption_count
from sayso.desk.event.picture import picture_scale, picture_voice
from sayso.desk.event.view import EventView, view_event
from sayso.desk.page import OpenPage, Page
from sayso.model.found import EventRow
from sayso.model.search import Search
from sayso.model.second import hide_blind
from sayso.people import Role

router = APIRouter()

_NEARBY = 12  # events that a coder can choose from for a merge; any other by its address


@router.get("/event/{event_id}")
def show_event(page: OpenPage, event_id: str) -> Response:
    """The page of an event; a name that points on leads to the present one."""
    snapshot = page.record.around_event(event_id)
    standing = snapshot.corroboration.events[0].id
    if standing != event_id:
        return page.go(f"/event/{standing}")
    view = view_event(snapshot, standing)
    made = hide_blind(view.decisions, page.visitor.name or None)
    heading = head_event(view.event.type, view.title, page.say)
    return page.show(
        "event/event.html",
        title=heading,
        heading=heading,
        view=view,
        role_words=PARTS,
        dated=DATED,
        put_by=PUT_BY,
        number=caption_count,
        known=tuple(list_known(snapshot, view.event, page.knowledge)) if view.event.knowledge else (),
        history=tell_history(made, snapshot.decisions, snapshot.texts, page.say),
        nearby=_list_nearby(page, view) if page.visitor.is_at_least(Role.CODER) else (),
        chosen=page.request.query_params.get("claim", ""),
        trees={each.voice.id: picture_voice(each, page.say) for each in view.voices},
        charts=[picture_scale(scale, place, page.say) for place, scale in enumerate(view.scales)],
    )


def _list_nearby(page: Page, view: EventView) -> tuple[tuple[str, str, str | None], ...]:
    """Other events at the same place, else of the same kind, that it could be one with: identifier, heading, day."""
    search = Search(place=view.event.place, types=() if view.event.place else (view.event.type,), per_page=_NEARBY)
    rows = [row for row in page.record.search(search).rows if isinstance(row, EventRow)]
    return tuple(
        (row.id, head_event(row.type, row.title, page.say), row.happened) for row in rows if row.id != view.event.id
    )
