"""One claim: accept, correct, reject, split or merge it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.check.bench import Bench, TakeBench
from sayso.desk.check.claimform import (
    ClaimForm,
    Mistake,
    make_draft,
    show_draft,
    speaker_of,
    take_claim_form,
)
from sayso.desk.check.claimview import ClaimView, view_claim
from sayso.desk.check.likeness import find_like
from sayso.desk.check.made import go_with, made_here, tell_of
from sayso.desk.check.report import check_version
from sayso.desk.check.telling import tell_history
from sayso.desk.check.vocabulary import choices
from sayso.desk.event.heading import head_event
from sayso.desk.form import Form, TakeForm
from sayso.desk.home import within
from sayso.desk.page import Page
from sayso.errors import NotAllowed, UsageError
from sayso.model.checking import PARTS, STANCE, TYPE, accept, amend, merge, part_of, reject, split
from sayso.model.decision import Decision
from sayso.model.draft import Draft, Place, draft_of
from sayso.model.locating import Unfound, find_pieces
from sayso.model.values.stance import ClaimType, Stance
from sayso.people import Role

router = APIRouter()

WITHHELD_FROM_YOU = "Something of this claim is withheld from you; a reviewer can check it."


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
@router.get("/check/blind/{round_id}/claim/{claim}")
def show_claim(bench: TakeBench, claim: str) -> Response:
    """A claim in its context, and all that can be decided of it."""
    standing = bench.resolve(claim)
    if standing != claim:
        return bench.page.go(f"{bench.base}/claim/{standing}")
    return show_claim_page(bench, open_claim(bench, claim))


@router.post("/check/claim/{claim}/accept")
@router.post("/check/blind/{round_id}/claim/{claim}/accept")
def accept_claim(bench: TakeBench, form: TakeForm, claim: str) -> Response:
    """It is so as shown."""
    view = open_to_decide(bench, claim)
    made = bench.sign([accept(view.claim, view.acting)], form.get("because"))
    return _go_on(bench, form, view, made)


@router.post("/check/claim/{claim}/reject")
@router.post("/check/blind/{round_id}/claim/{claim}/reject")
def reject_claim(bench: TakeBench, form: TakeForm, claim: str) -> Response:
    """The report says no such thing."""
    view = open_to_decide(bench, claim)
    made = bench.sign([reject(view.claim, view.acting)], form.get("because"))
    return _go_on(bench, form, view, made, is_gone=True)


@router.post("/check/claim/{claim}/amend")
@router.post("/check/blind/{round_id}/claim/{claim}/amend")
def amend_claim(bench: TakeBench, form: TakeForm, claim: str) -> Response:
    """One or several parts of it are other than shown."""
    view = open_to_decide(bench, claim)
    check_version(view.report, form)
    fields = take_claim_form(form)
    was, speaker = draft_of(view.claim, view.acting), speaker_of(view.claim, view.acting)
    try:
        now = make_draft(fields, view.report, view.acting, was=was, speaker=speaker)
    except Mistake as mistake:
        return show_claim_page(bench, view, form=fields, mistake=mistake)
    acts = [
        amend(view.claim, view.acting, part, part_of(now, part))
        for part in PARTS
        if part_of(was, part) != part_of(now, part)
    ]
    return _go_on(bench, form, view, bench.sign(acts, fields.because), stays=True)


@router.post("/check/claim/{claim}/set")
@router.post("/check/blind/{round_id}/claim/{claim}/set")
def set_part(bench: TakeBench, form: TakeForm, claim: str) -> Response:
    """Its type or its stance is another: the two that are corrected most, in one step."""
    view = open_to_decide(bench, claim)
    was = draft_of(view.claim, view.acting)
    acts = [
        amend(view.claim, view.acting, part, value)
        for part, value in _read_parts(form).items()
        if part_of(was, part) != value
    ]
    return _go_on(bench, form, view, bench.sign(acts, form.get("because")), stays=True)


@router.post("/check/claim/{claim}/split")
@router.post("/check/blind/{round_id}/claim/{claim}/split")
def split_claim(bench: TakeBench, form: TakeForm, claim: str) -> Response:
    """Two claims where one was read."""
    view = open_to_decide(bench, claim)
    check_version(view.report, form)
    was = draft_of(view.claim, view.acting)
    halves = [_read_half(form, number, was, view.report.text) for number in ("one", "other")]
    if halves[0].words == halves[1].words and halves[0].type is halves[1].type:
        raise UsageError("Both claims have the same words and type; say what parts them.")
    made = bench.sign(split(view.claim, view.acting, _share_roles(halves)), form.get("because"))
    return _go_on(bench, form, view, made, is_gone=True)


@router.post("/check/claim/{claim}/merge")
@router.post("/check/blind/{round_id}/claim/{claim}/merge")
def merge_claim(bench: TakeBench, form: TakeForm, claim: str) -> Response:
    """One claim where two were read: this one stays, in the words of both."""
    view = open_to_decide(bench, claim)
    other = next((each for each in view.near if each.id == form.get("other")), None)
    if other is None:
        raise UsageError("Choose the claim that says the same; it must stand in the same report, near this one.")
    made = bench.sign(merge(view.claim, other, view.acting), form.get("because"))
    return _go_on(bench, form, view, made, stays=True)


@router.post("/check/act")
@router.post("/check/blind/{round_id}/act")
def act_in_list(bench: TakeBench, form: TakeForm) -> Response:
    """Accepts or rejects a claim from the list beside its report."""
    chosen = form.get("accept") or form.get("reject")
    view = open_to_decide(bench, chosen)
    decide = accept if form.get("accept") else reject
    made = bench.sign([decide(view.claim, view.acting)], form.get("because"))
    return go_with(bench.page, within(form.get("next", bench.base)), made)


def open_claim(bench: Bench, claim: str) -> ClaimView:
    """The view of a claim by any name it had. Raises NotInRecord."""
    standing = bench.resolve(claim)
    report = bench.report_of(standing)
    whole = bench.around_whole(report)
    return view_claim(bench.show(whole), whole, standing, report)


def open_to_decide(bench: Bench, claim: str) -> ClaimView:
    """The view of a claim for a visitor who decides of it. Raises NotAllowed, and NotInRecord."""
    bench.page.require(Role.CODER)
    view = open_claim(bench, claim)
    if view.is_withheld:
        raise NotAllowed(WITHHELD_FROM_YOU)
    return view


def show_claim_page(
    bench: Bench,
    view: ClaimView,
    *,
    queue: InQueue | None = None,
    form: ClaimForm | None = None,
    mistake: Mistake | None = None,
) -> Response:
    """The page of a claim, alone or in a queue; `form` is what was sent and could not be taken."""
    page, attributions, text = bench.page, view.attributions, view.report.text
    shown = show_draft(draft_of(view.claim, attributions), text, speaker_of(view.claim, attributions))
    made = made_here(page)
    return page.show(
        "check/claim.html",
        status=422 if mistake else 200,
        title=page.say("Check a claim"),
        crumbs=((page.say("Check"), "/check"), (view.report.title or view.report.id, _address_of(bench, view))),
        bench=bench,
        view=view,
        claim=view.claim,
        heading=head_event(view.event.type, view.event_title, page.say) if view.event and view.event_title else "",
        queue=queue,
        form=form or shown,
        mistake=mistake,
        may=bench.may and not view.is_withheld,
        made=made,
        like=None if bench.round_ else _offer_like(page, made),
        tell=tell_of(page, view.texts),
        history=tell_history(view.decisions, bench.decisions(), view.texts, page.say),
        **choices(page.say),
    )


def _offer_like(page: Page, made: Sequence[Decision]) -> Mapping[str, Any] | None:
    """How many claims a correction that was just made fits too, and where they are shown; None for none."""
    number = len(find_like(page, [each.id for each in made])) if made else 0
    return {"number": number, "address": f"/check/like/{made[0].id}"} if number else None


def _go_on(
    bench: Bench, form: Form, view: ClaimView, made: Sequence[Decision], *, is_gone: bool = False, stays: bool = False
) -> Response:
    """To the next of the queue, if the visitor works on one; a corrected claim is looked at once more."""
    following = form.get("next")
    if following and not (stays and made):
        return go_with(bench.page, within(following), made)
    if is_gone:
        return go_with(bench.page, _address_of(bench, view), made)
    return go_with(bench.page, within(form.get("here") or f"{bench.base}/claim/{view.claim.id}"), made)


def _address_of(bench: Bench, view: ClaimView) -> str:
    return f"{bench.base}/report/{view.report.id}"


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
