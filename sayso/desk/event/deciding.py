"""Deciding of an event: a coder grades a claim, splits one off, merges events, folds voices or tells one apart."""

from __future__ import annotations

import re

from fastapi import APIRouter
from starlette.responses import Response

from sayso.brief.spoken import find_claim, find_spoken, propose_merge, propose_split
from sayso.desk.deciding import sign
from sayso.desk.form import Form, TakeForm
from sayso.desk.page import OpenPage, Page
from sayso.errors import NotInRecord, UsageError
from sayso.model.assessment import CREDIBILITIES
from sayso.model.event import Event
from sayso.model.proposal import Proposal, propose_credibility
from sayso.model.snapshot import Snapshot
from sayso.people import Role

router = APIRouter()

_EVENT_ID = re.compile(r"v[0-9a-f]{16}")


@router.post("/event/{event_id}/grade")
def grade_claim(page: OpenPage, event_id: str, form: TakeForm) -> Response:
    """A grade of one of its claims, 1 to 6, with its reason."""
    snapshot, event = _open(page, event_id)
    grade = form["grade"]
    if grade not in CREDIBILITIES:
        raise UsageError("A claim is graded 1 to 6; choose one of the grades.")
    claim = find_claim(snapshot, form["claim"])
    if claim is None or claim.id not in event.claims:
        raise NotInRecord("This claim is not one of this event any more; load its page anew.")
    return _settle(page, event, propose_credibility(claim, grade), form)


@router.post("/event/{event_id}/split")
def split_claim(page: OpenPage, event_id: str, form: TakeForm) -> Response:
    """A claim is of another happening."""
    snapshot, event = _open(page, event_id)
    return _settle(page, event, propose_split(find_spoken(snapshot, event.id), form["claim"]), form)


@router.post("/event/{event_id}/merge")
def merge_event(page: OpenPage, event_id: str, form: TakeForm) -> Response:
    """Another event, chosen or named by its identifier or its page's address, is the same happening."""
    snapshot, event = _open(page, event_id)
    named = _EVENT_ID.search(form.get("other") or form.get("near"))
    if named is None:
        raise UsageError("Choose the other event, or name it by the address of its page or its identifier.")
    other = page.record.around_event(named[0])
    one, two = find_spoken(snapshot, event.id), find_spoken(other, other.corroboration.events[0].id)
    return _settle(page, event, propose_merge(one, two), form)


@router.post("/event/{event_id}/voices/merge")
def merge_voices(page: OpenPage, event_id: str, form: TakeForm) -> Response:
    """Two of its voices are one."""
    snapshot, event = _open(page, event_id)
    one, two = (_check_voice(event, form[field]) for field in ("one", "other"))
    return _settle(page, event, propose_merge(find_spoken(snapshot, one), find_spoken(snapshot, two)), form)


@router.post("/event/{event_id}/voices/split")
def split_voice(page: OpenPage, event_id: str, form: TakeForm) -> Response:
    """One claim is another voice's than the one it was folded into."""
    snapshot, event = _open(page, event_id)
    voice = next((voice for voice in event.voices if form["claim"] in voice.claims), None)
    if voice is None:
        raise NotInRecord("No voice of this event speaks this claim any more; load its page anew.")
    return _settle(page, event, propose_split(find_spoken(snapshot, voice.id), form["claim"]), form)


def _open(page: Page, event_id: str) -> tuple[Snapshot, Event]:
    page.require(Role.CODER)
    snapshot = page.record.around_event(event_id)
    return snapshot, snapshot.corroboration.events[0]


def _check_voice(event: Event, voice: str) -> str:
    if voice not in {each.id for each in event.voices}:
        raise NotInRecord("This voice is not one of this event any more; load its page anew.")
    return voice


def _settle(page: Page, event: Event, proposal: Proposal, form: Form) -> Response:
    """Signs it and leads back to the event, or to what it has become."""
    because = form.get("because")
    if not because:
        raise UsageError("Give the reason in a sentence: it is kept with your name.")
    sign(page, proposal.kind, proposal.target, proposal.value, because)
    return page.go(f"/event/{event.id}#history", notice=page.say("It is decided, and signed with your name."))
