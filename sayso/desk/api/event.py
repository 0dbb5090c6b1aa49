"""Events and claims, whole: as in the record's JSON Lines."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from sayso.desk.api.asker import Answering, AnyAsker
from sayso.model.claim import Claim
from sayso.model.rows import row_of_claim, row_of_event
from sayso.model.snapshot import Snapshot

router = APIRouter(route_class=Answering, tags=["events and claims"])


@router.get("/events/{event}", summary="An event with its voices, accounts and conflicts")
def give_event(asker: AnyAsker, event: str) -> Response:
    """The event's row; one that was merged leads on to what it stands in now."""
    part = asker.record.around_event(event)
    found = part.corroboration.events[0]
    if found.id != event:
        return RedirectResponse(f"/api/v1/events/{found.id}", 307)
    return asker.answer({**row_of_event(found), "reports": [each.report.id for each in part.resolutions]})


@router.get("/events/{event}/claims", summary="All claims of an event, as they stand in its reports")
def give_event_claims(asker: AnyAsker, event: str) -> Response:
    """The rows of its claims, with their exact words and chains, in its order."""
    part = asker.record.around_event(event)
    claims = _claims(part)
    rows = [row_of_claim(claims[id_]) for id_ in part.corroboration.events[0].claims if id_ in claims]
    return asker.page_of(rows, total=len(rows), number=1, per_page=max(1, len(rows)))


@router.get("/events/{event}/voices", summary="The voices of an event: independent first speakers, never copies")
def give_event_voices(asker: AnyAsker, event: str) -> Response:
    """Its voices; where `at_least` is set, one is withheld, and how many are heard is not told."""
    row = row_of_event(asker.record.around_event(event).corroboration.events[0])
    return asker.answer(
        {"rows": row["voices"], "total": len(row["voices"]), "at_least": row["at_least"], "page": 1, "next": None}
    )


@router.get("/claims/{claim}", summary="A claim with its exact words, roles and chain")
def give_claim(asker: AnyAsker, claim: str) -> Response:
    """The claim's row, with the event that it stands in."""
    part = asker.record.around_report(asker.record.report_of(claim))
    event = next((each.id for each in part.corroboration.events if claim in each.claims), None)
    return asker.answer({**row_of_claim(_claims(part)[claim]), "event": event})


def _claims(part: Snapshot) -> dict[str, Claim]:
    return {claim.id: claim for each in part.resolutions for claim in each.claims}
