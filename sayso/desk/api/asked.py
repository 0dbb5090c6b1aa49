"""What a search may be given, as the documentation of the API tells it; what is given is read as the page reads it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Request

from sayso.errors import UsageError
from sayso.model.search import MOST_ROWS, Kind, Order, Search, parse_search
from sayso.model.values.stance import ClaimType, Stance


def _list(kind: type[Kind] | type[Order] | type[ClaimType] | type[Stance]) -> str:
    return ", ".join(map(str, kind))


def read_search(
    request: Request,
    q: Annotated[str | None, Query(description="Words; all must stand there, those in quotes together.")] = None,
    type_: Annotated[list[str] | None, Query(alias="type", description=f"One of: {_list(ClaimType)}.")] = None,
    stance: Annotated[list[str] | None, Query(description=f"One of: {_list(Stance)}.")] = None,
    place: Annotated[str | None, Query(description="An entity's identifier, or a name in any spelling.")] = None,
    source: Annotated[str | None, Query(description="As place: who says so.")] = None,
    actor: Annotated[str | None, Query(description="As place: who has a part in it.")] = None,
    from_: Annotated[str | None, Query(alias="from", description="Happened on or after this day (EDTF).")] = None,
    to: Annotated[str | None, Query(description="Happened on or before this day (EDTF).")] = None,
    told_from: Annotated[str | None, Query(description="Told on or after this day (EDTF).")] = None,
    told_to: Annotated[str | None, Query(description="Told on or before this day (EDTF).")] = None,
    disputed: Annotated[str | None, Query(description="1: accounts of it cannot both be so.")] = None,
    one_voice: Annotated[str | None, Query(description="1: nobody else is heard on it.")] = None,
    order: Annotated[str | None, Query(description=f"One of: {_list(Order)}.")] = None,
    page: Annotated[str | None, Query(description="From 1 on.")] = None,
    per_page: Annotated[str | None, Query(description=f"Rows on a page, up to {MOST_ROWS}.")] = None,
) -> Search:
    """The search that is asked for. Raises UsageError, with all that is wrong with it."""
    parsed = parse_search(request.query_params.multi_items())
    if parsed.faults:
        raise UsageError(". ".join(parsed.faults) + ".")
    return parsed.search


AnySearch = Annotated[Search, Depends(read_search)]
