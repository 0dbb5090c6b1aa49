"""Votes: what people think of a claim or an event: shown as votes, never counted as voices."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.form import TakeForm
from sayso.desk.home import within
from sayso.desk.keep.collection import require_user
from sayso.desk.keep.thing import VOTED, find_kind, find_thing
from sayso.desk.page import OpenPage
from sayso.errors import UsageError
from sayso.people.vote import Answer

router = APIRouter()


@router.post("/vote")
def leave_vote(page: OpenPage, form: TakeForm) -> Response:
    """One's vote on a thing, in place of an earlier one; an empty answer takes it back."""
    user, kind = require_user(page), find_kind(form["kind"])
    if kind not in VOTED:
        raise UsageError(page.say("Votes are on claims and events."))
    thing = find_thing(page, kind, form["id"])
    answer = next((each for each in Answer if each == form.get("answer")), None)
    if form.get("answer") and answer is None:
        raise UsageError(page.say("Answer with agree, disagree or unsure."))
    page.people.votes.leave(user, kind, thing, answer, former=page.record.former_ids(thing))
    said = page.say("Your vote counts; you can change it.") if answer else page.say("Your vote is taken back.")
    return page.go(within(form.get("next") or f"/{kind}/{thing}"), notice=said)
