"""Holdings: who is said to hold a place, on any day, with what was told by any day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from sayso.desk.api.asker import Answering, AnyAsker, Asker
from sayso.desk.place.past import look_back
from sayso.errors import UsageError
from sayso.model.asof import AsOf
from sayso.model.holding import Coverage, Holding
from sayso.model.rows import Row, row_of_holding
from sayso.model.values import edtf

router = APIRouter(route_class=Answering, tags=["holdings"])

_MOST = 500


@router.get("/holdings", summary="Who is said to hold a place, from when to when")
def list_holdings(
    asker: AnyAsker,
    place: Annotated[str | None, Query(description="An entity's identifier.")] = None,
    holder: Annotated[str | None, Query(description="An entity's identifier.")] = None,
    on: Annotated[str | None, Query(description="Only those that cover this day (EDTF), or may.")] = None,
    as_known_on: Annotated[str | None, Query(description="With what was told by this day; needs a place.")] = None,
) -> Response:
    """Holdings, the latest said first, up to 500. With `on`, each says whether it `covers` the day: yes or perhaps."""
    for name, day in (("on", on), ("as_known_on", as_known_on)):
        if day is not None and not edtf.is_valid(day):
            raise UsageError(f"{name}: {day[:40]!r} is no date; write it as 2020-05-28, 2020-05 or 2020.")
    found = _find(asker, place, holder, as_known_on)
    rows = [row for row in _rows(found, on) if holder is None or row["holder"] == holder]
    return asker.page_of(rows, total=len(rows), number=1, per_page=_MOST)


def _find(asker: Asker, place: str | None, holder: str | None, known_on: str | None) -> Iterable[Holding]:
    if known_on is not None:
        return _find_past(asker, place, known_on)
    if place is not None:
        return asker.record.holdings_of([place], count=_MOST)
    if holder is not None:
        return asker.record.around_actor(holder, limit=1).corroboration.holdings
    return asker.record.holdings_of(count=_MOST)


def _find_past(asker: Asker, place: str | None, known_on: str) -> Iterable[Holding]:
    """As they followed from what was told by a day, worked out anew from the reports on the place."""
    if place is None:
        raise UsageError("as_known_on: name the place too, since it is worked out anew from the reports on it.")
    reports = {each.report.id for each in asker.record.around_place(place).resolutions}
    past = asker.record.conceal(look_back(asker.office, reports, AsOf(known_on=known_on)).snapshot)
    return (holding for holding in past.corroboration.holdings if holding.place == place)


def _rows(holdings: Iterable[Holding], on: str | None) -> Iterator[Row]:
    for holding in holdings:
        if on is None:
            yield row_of_holding(holding)
        elif (covers := holding.covers(on)) is not Coverage.NO:
            yield {**row_of_holding(holding), "covers": str(covers)}
