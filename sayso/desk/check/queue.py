"""The queue: claims by how much a second look at them is worth, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from sayso.desk.check.bench import Bench
from sayso.desk.check.claim import InQueue, open_claim, show_claim_page
from sayso.desk.check.made import MADE, made_here, tell_of
from sayso.desk.page import OpenPage, Page
from sayso.model.found import ClaimRow, EventRow
from sayso.model.values.stance import ClaimType
from sayso.people import Role

router = APIRouter()

LONGEST = 500  # claims of a queue: nobody gets to its end in a day, and by then it is another
_LISTED = 25


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims stand in a queue; empty and false for any."""

    type: str = ""
    place: str = ""
    outlet: str = ""
    one_voice: bool = False
    contested: bool = False
    mine: bool = False

    def address(self, path: str, **more: object) -> str:
        """An address with this filter."""
        own = {name: getattr(self, name) for name in ("type", "place", "outlet")}
        own |= {name: "1" for name in ("one_voice", "contested", "mine") if getattr(self, name)}
        chosen = {name: value for name, value in (own | more).items() if value not in ("", None)}
        return f"{path}?{urlencode(chosen)}" if chosen else path


def take_filter(
    type_: Annotated[str, Query(alias="type")] = "",
    place: str = "",
    outlet: str = "",
    one_voice: str = "",
    contested: str = "",
    mine: str = "",
) -> Filter:
    """The filter of an address; what is no type of ours counts for nothing."""
    known = type_ if type_ in list(ClaimType) else ""
    return Filter(known, place.strip(), outlet.strip(), one_voice == "1", contested == "1", mine == "1")


TakeFilter = Annotated[Filter, Depends(take_filter)]


@router.get("/check")
def show_queue(page: OpenPage, wanted: TakeFilter) -> Response:
    """The claims that most need a look, and where to begin."""
    everything = list_queue(page, Filter())
    rows = everything if wanted == Filter() else list_queue(page, wanted)
    return page.show(
        "check/queue.html",
        title=page.say("Check"),
        rows=[(number, row, tell_reasons(page, row)) for number, row in enumerate(rows[:_LISTED], start=1)],
        total=len(rows),
        is_cut=len(rows) >= LONGEST,
        wanted=wanted,
        types=list(ClaimType),
        outlets=sorted({row.outlet for row in everything if row.outlet}, key=str.casefold),
        made=made_here(page),
        tell=tell_of(page, page.record.texts()),
        may=page.visitor.is_at_least(Role.CODER),
    )


@router.get("/check/one")
def show_one(page: OpenPage, wanted: TakeFilter, at: str = "1") -> Response:
    """One claim of the queue, with the ways to the next and the one before."""
    rows = list_queue(page, wanted)
    if not rows:
        told = page.say("Nothing is left in this queue.")
        return page.go(wanted.address("/check", **_made(page)), notice=None if _made(page) else told)
    number = min(read_number(at), len(rows))
    row = rows[number - 1]
    place = InQueue(
        number=number,
        total=len(rows),
        here=wanted.address("/check/one", at=number),
        before=wanted.address("/check/one", at=number - 1) if number > 1 else None,
        after=wanted.address("/check/one", at=number + 1) if number < len(rows) else None,
        reasons=tell_reasons(page, row),
    )
    bench = Bench(page)
    return show_claim_page(bench, open_claim(bench, row.id), queue=place)


def read_number(text: str) -> int:
    """A number of an address, from 1; 1 for what is none."""
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 10 else 1


def list_queue(page: Page, wanted: Filter) -> tuple[ClaimRow, ...]:
    """The claims of a queue, those first at which a look is worth most."""
    types = (ClaimType(wanted.type),) if wanted.type else ()
    rows = page.record.doubtful_claims(
        per_page=LONGEST, types=types, one_voice=wanted.one_voice, contested=wanted.contested
    )
    if wanted.outlet:
        rows = tuple(row for row in rows if row.outlet == wanted.outlet)
    if wanted.mine:
        rows = _only_mine(page, rows)
    return _at_place(page, rows, wanted.place) if wanted.place else rows


def tell_reasons(page: Page, row: ClaimRow) -> tuple[str, ...]:
    """Why a claim is worth a look."""
    told = [page.say("the reader is %(n)s%% sure", n=round(row.confidence * 100))]
    if row.voices == 1 and row.at_least is None:
        told.append(page.say("the only voice on its event"))
    if row.is_contested:
        told.append(page.say("others say otherwise"))
    return tuple(told)


def _only_mine(page: Page, rows: tuple[ClaimRow, ...]) -> tuple[ClaimRow, ...]:
    """The claims that the visitor looks after, themselves or their report or event."""
    tasks = page.people.tasks.list(page.visitor.user) if page.visitor.user else ()
    things = {task.thing for task in tasks}
    return tuple(row for row in rows if things.intersection((row.id, row.report, row.event or "")))


def _at_place(page: Page, rows: tuple[ClaimRow, ...], place: str) -> tuple[ClaimRow, ...]:
    """The claims whose event is at a place of that name, or a part of it."""
    events = page.record.rows_of({row.event for row in rows if row.event})
    named = {id_ for id_, each in events.items() if isinstance(each, EventRow) and _is_at(each, place)}
    return tuple(row for row in rows if row.event in named)


def _is_at(event: EventRow, place: str) -> bool:
    return place.casefold() in (event.title.where or "").casefold() or event.place == place


def _made(page: Page) -> dict[str, str]:
    made = page.request.query_params.get(MADE)
    return {MADE: made} if made else {}
