"""Like cases: one correction for every claim that it fits, after a look at each."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.check.likeness import find_like
from sayso.desk.check.made import go_with
from sayso.desk.check.signing import sign_acts, signed_with
from sayso.desk.check.telling import show_value, tell
from sayso.desk.form import TakeForm
from sayso.desk.page import OpenPage, Page
from sayso.errors import UsageError
from sayso.model.decision import Decision, find_undone
from sayso.people import Role

router = APIRouter()


@router.get("/check/like/{decision}")
def show_like(page: OpenPage, decision: str) -> Response:
    """The claims that a decision fits too, each with its words and why it is alike."""
    first, made = _find_made(page, decision)
    cases = find_like(page, [each.id for each in made])
    texts = page.record.texts()
    return page.show(
        "check/like.html",
        title=page.say("Like cases"),
        crumbs=((page.say("Check"), "/check"),),
        decision=first,
        told=[tell(each, texts, page.say) for each in made],
        rows=[(case, _show(page, case.like.resolution.report.text, case.like.value)) for case in cases],
        may=page.visitor.is_at_least(Role.CODER),
    )


@router.post("/check/like/{decision}")
def apply_like(page: OpenPage, form: TakeForm, decision: str) -> Response:
    """Decides the chosen claims likewise, each by a decision of its own, all to be taken back at once."""
    page.require(Role.CODER)
    _, made = _find_made(page, decision)
    chosen = set(form.many("case"))
    cases = [case for case in find_like(page, [each.id for each in made]) if case.key in chosen]
    if not chosen:
        raise UsageError("Tick the claims that the correction fits, or go back.")
    if len(cases) < len(chosen):
        raise UsageError("Some of these claims have changed since the page was opened; look at the list anew.")
    because = form.get("because") or page.say("like case of %(decision)s", decision=decision)
    signed = sign_acts(page, [case.act for case in cases], because)
    return go_with(page, "/check", signed)


def _find_made(page: Page, decision: str) -> tuple[Decision, tuple[Decision, ...]]:
    """A decision and those signed with it, as far as they stand. Raises NotInRecord, and UsageError if none does."""
    first = page.record.decision(decision)
    decisions = page.record.decisions()
    undone = find_undone(decisions)
    made = tuple(each for each in signed_with(first, decisions) if each.id not in undone)
    if not made:
        raise UsageError("This decision was taken back; there is nothing to apply to like cases.")
    return first, made


def _show(page: Page, text: str, value: object) -> str:
    return show_value(value, text, page.say) if value is not None else ""  # type: ignore[arg-type]  # as `Like` has it
