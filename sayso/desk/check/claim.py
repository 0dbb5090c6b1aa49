"""One claim: accept, correct, reject, split or merge it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.check.claimform import (
    ClaimForm,
    Mistake,
    make_draft,
    show_draft,
    speaker_of,
    take_claim_form,
)
from sayso.desk.check.claimview import ClaimView, view_claim
from sayso.desk.check.likeness import count_like
from sayso.desk.check.made import go_with, made_here, tell_of
from sayso.desk.check.report import check_version
from sayso.desk.check.signing import sign_acts
from sayso.desk.check.telling import tell_history
from sayso.desk.check.vocabulary import choices
from sayso.desk.form import Form, TakeForm
from sayso.desk.home import within
from sayso.desk.page import OpenPage, Page
from sayso.errors import UsageError
from sayso.model.checking import PARTS, STANCE, TYPE, accept, amend, merge, part_of, reject, split
from sayso.model.decision import Decision
from sayso.model.draft import Draft, Place, draft_of
from sayso.model.locating import Unfound, find_pieces
from sayso.model.values.stance import ClaimType, Stance
from sayso.people import Role

router = APIRouter()


@dataclass(frozen=True, slots=True)
class InQueue:
    """Where a claim stands in a queue that somebody works on: `before` and `after` are addresses, if there is one."""

    number: int
    total: int
    here: str
    before: str | None
    after: str | None
    reasons: tuple[str, ...] = ()


@router.get("/check/claim/{claim}")
def show_claim(page: OpenPage, claim: str) -> Response:
    """A claim in its context, and all that can be decided of it."""
    standing = page.record.resolve_id(claim)
    if standing != claim:
        return page.go(f"/check/claim/{standing}")
    return show_claim_page(page, open_claim(page, claim))


@router.post("/check/claim/{claim}/accept")
def accept_claim(page: OpenPage, form: TakeForm, claim: str) -> Response:
    """It is so as shown."""
    view = open_claim(page, claim)
    made = sign_acts(page, [accept(view.claim, view.attributions)], form.get("because"))
    return _go_on(page, form, view, made)


@router.post("/check/claim/{claim}/reject")
def reject_claim(page: OpenPage, form: TakeForm, claim: str) -> Response:
    """The report says no such thing."""
    view = open_claim(page, claim)
    made = sign_acts(page, [reject(view.claim, view.attributions)], form.get("because"))
    return _go_on(page, form, view, made, is_gone=True)


@router.post("/check/claim/{claim}/amend")
def amend_claim(page: OpenPage, form: TakeForm, claim: str) -> Response:
    """One or several parts of it are other than shown."""
    page.require(Role.CODER)
    view = open_claim(page, claim)
    check_version(view.report, form)
    fields = take_claim_form(form)
    was, speaker = draft_of(view.claim, view.attributions), speaker_of(view.claim, view.attributions)
    try:
        now = make_draft(fields, view.report, view.attributions, was=was, speaker=speaker)
    except Mistake as mistake:
        return show_claim_page(page, view, form=fields, mistake=mistake)
    acts = [
        amend(view.claim, view.attributions, part, part_of(now, part))
        for part in PARTS
        if part_of(was, part) != part_of(now, part)
    ]
    return _go_on(page, form, view, sign_acts(page, acts, fields.because), stays=True)


@router.post("/check/claim/{claim}/set")
def set_part(page: OpenPage, form: TakeForm, claim: str) -> Response:
    """Its type or its stance is another: the two that are corrected most, in one step."""
    page.require(Role.CODER)
    view = open_claim(page, claim)
    was = draft_of(view.claim, view.attributions)
    acts = [
        amend(view.claim, view.attributions, part, value)
        for part, value in _read_parts(form).items()
        if part_of(was, part) != value
    ]
    return _go_on(page, form, view, sign_acts(page, acts, form.get("because")), stays=True)


@router.post("/check/claim/{claim}/split")
def split_claim(page: OpenPage, form: TakeForm, claim: str) -> Response:
    """Two claims where one was read."""
    page.require(Role.CODER)
    view = open_claim(page, claim)
    check_version(view.report, form)
    was = draft_of(view.claim, view.attributions)
    halves = [_read_half(form, number, was, view.report.text) for number in ("one", "other")]
    if halves[0].words == halves[1].words and halves[0].type is halves[1].type:
        raise UsageError("Both claims have the same words and type; say what parts them.")
    made = sign_acts(page, split(view.claim, view.attributions, _share_roles(halves)), form.get("because"))
    return _go_on(page, form, view, made, is_gone=True)


@router.post("/check/claim/{claim}/merge")
def merge_claim(page: OpenPage, form: TakeForm, claim: str) -> Response:
    """One claim where two were read: this one stays, in the words of both."""
    page.require(Role.CODER)
    view = open_claim(page, claim)
    other = next((each for each in view.near if each.id == form.get("other")), None)
    if other is None:
        raise UsageError("Choose the claim that says the same; it must stand in the same report, near this one.")
    made = sign_acts(page, merge(view.claim, other, view.attributions), form.get("because"))
    return _go_on(page, form, view, made, stays=True)


@router.post("/check/act")
def act_in_list(page: OpenPage, form: TakeForm) -> Response:
    """Accepts or rejects a claim from the list beside its report."""
    page.require(Role.CODER)
    chosen = form.get("accept") or form.get("reject")
    view = open_claim(page, chosen)
    decide = accept if form.get("accept") else reject
    made = sign_acts(page, [decide(view.claim, view.attributions)], form.get("because"))
    return go_with(page, within(form.get("next", "/check")), made)


def open_claim(page: Page, claim: str) -> ClaimView:
    """The view of a claim by any name it had. Raises NotInRecord."""
    standing = page.record.resolve_id(claim)
    report = page.record.report_of(standing)
    return view_claim(page.record.around_report(report), standing, report)


def show_claim_page(
    page: Page,
    view: ClaimView,
    *,
    queue: InQueue | None = None,
    form: ClaimForm | None = None,
    mistake: Mistake | None = None,
) -> Response:
    """The page of a claim, alone or in a queue; `form` is what was sent and could not be taken."""
    attributions, text = view.attributions, view.report.text
    shown = show_draft(draft_of(view.claim, attributions), text, speaker_of(view.claim, attributions))
    made = made_here(page)
    return page.show(
        "check/claim.html",
        status=422 if mistake else 200,
        title=page.say("Check a claim"),
        crumbs=(
            (page.say("Check"), "/check"),
            (view.report.title or view.report.id, f"/check/report/{view.report.id}"),
        ),
        view=view,
        claim=view.claim,
        queue=queue,
        form=form or shown,
        mistake=mistake,
        may=page.visitor.is_at_least(Role.CODER),
        made=made,
        like=_offer_like(page, made),
        tell=tell_of(page, view.texts),
        history=tell_history(view.decisions, page.record.decisions(), view.texts, page.say),
        **choices(page.say),
    )


def _offer_like(page: Page, made: Sequence[Decision]) -> Mapping[str, Any] | None:
    """How many claims a correction that was just made fits too, and where they are shown; None for none."""
    number = count_like(page.record, made)
    return {"number": number, "address": f"/check/like/{made[0].id}"} if number else None


def _go_on(
    page: Page, form: Form, view: ClaimView, made: Sequence[Decision], *, is_gone: bool = False, stays: bool = False
) -> Response:
    """To the next of the queue, if the visitor works on one; a corrected claim is looked at once more."""
    following = form.get("next")
    if following and not (stays and made):
        return go_with(page, within(following), made)
    if is_gone:
        return go_with(page, f"/check/report/{view.report.id}", made)
    return go_with(page, within(form.get("here") or f"/check/claim/{view.claim.id}"), made)


def _read_parts(form: Form) -> dict[str, ClaimType | Stance]:
    """The type and the stance that were chosen. Raises UsageError for none of ours."""
    read: dict[str, ClaimType | Stance] = {}
    for part, kind in ((TYPE, ClaimType), (STANCE, Stance)):
        if value := form.get(part):
            try:
                read[part] = kind(value)
            except ValueError:
                raise UsageError(f"{value[:40]!r} is no {part}; choose one from the list") from None
    return read


def _read_half(form: Form, number: str, was: Draft, text: str) -> Draft:
    """One of the claims into which one is split. Raises UsageError."""
    words = form.get(f"words_{number}")
    try:
        places = find_pieces(words, text, at=_near(words, text, was))
        type_ = ClaimType(form.get(f"type_{number}") or was.type)
    except Unfound:
        raise UsageError(f"“{words[:80]}” does not stand in the text once; copy the words as they are there.") from None
    except ValueError:
        raise UsageError("Choose a type for each of the two claims.") from None
    trigger = was.trigger if was.trigger and _holds(places, was.trigger) else None
    return replace(was, id=None, words=places, type=type_, trigger=trigger)


def _near(words: str, text: str, was: Draft) -> tuple[int, ...]:
    """Where words begin within those of the claim that is split, if they do."""
    at = text.find(words, was.start, was.end) if words else -1
    return (at,) if at >= 0 else ()


def _share_roles(halves: Sequence[Draft]) -> list[Draft]:
    """What stands in the words of one of two claims plays no part in the other."""
    one, other = halves
    return [_without_parts_of(one, other), _without_parts_of(other, one)]


def _without_parts_of(draft: Draft, other: Draft) -> Draft:
    def is_mine(place: Place) -> bool:
        return _holds(draft.words, place) or not _holds(other.words, place)

    return replace(
        draft,
        roles=tuple((role, place) for role, place in draft.roles if is_mine(place)),
        quantities=tuple(place for place in draft.quantities if is_mine(place)),
    )


def _holds(places: Sequence[Place], place: Place) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in places)
