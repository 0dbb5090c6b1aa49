"""A report checked whole: what was missed is added here, and said what its page does not say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.check.claimform import OUTLET, ClaimForm, Mistake, make_attribution, make_draft, take_claim_form
from sayso.desk.check.made import go_with, made_here, tell_of
from sayso.desk.check.sheet import find_resolution, open_sheet
from sayso.desk.check.signing import sign_acts
from sayso.desk.check.telling import tell_history
from sayso.desk.check.vocabulary import choices
from sayso.desk.form import Form, TakeForm
from sayso.desk.page import OpenPage, Page
from sayso.errors import UsageError
from sayso.model.checking import Act, add, add_attribution, find_whole, mark_whole, reject_attribution
from sayso.model.decision import REPORT_FIELDS, DecisionKind, Target, check_report_field
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.people import Role

router = APIRouter()

_STALE = "The text of this report has changed since the page was opened; look at it anew and select the words again."


@router.get("/check/report/{report}")
def show_report(page: OpenPage, report: str, words: str = "", words_at: str = "") -> Response:
    """A report with all that was found in it, and the form to add what was missed."""
    standing_name = page.record.resolve_id(report)
    if standing_name != report:
        return page.go(f"/check/report/{standing_name}")
    return _show(page, report, ClaimForm())


@router.post("/check/report/{report}/add")
def add_missed(page: OpenPage, form: TakeForm, report: str) -> Response:
    """A claim, or only who says something, that the reader missed."""
    page.require(Role.CODER)
    resolution = find_resolution(page.record.around_report(report), report)
    fields = take_claim_form(form)
    check_version(resolution.report, form)
    try:
        act = _add(form, fields, resolution)
    except Mistake as mistake:
        return _show(page, report, fields, mistake)
    made = sign_acts(page, [act], fields.because)
    return go_with(page, f"/check/report/{report}", made)


@router.post("/check/report/{report}/unsaid")
def take_attribution_away(page: OpenPage, form: TakeForm, report: str) -> Response:
    """Nobody says so there: an attribution that is none."""
    page.require(Role.CODER)
    resolution = find_resolution(page.record.around_report(report), report)
    check_version(resolution.report, form)
    found = next((each for each in resolution.attributions if each.id == form["attribution"]), None)
    if found is None:
        raise UsageError("This is not found in the report any more; look at the page anew.")
    made = sign_acts(page, [reject_attribution(found, resolution.report.version)], form.get("because"))
    return go_with(page, f"/check/report/{report}", made)


@router.post("/check/report/{report}/set")
def set_field(page: OpenPage, form: TakeForm, report: str) -> Response:
    """What the page of a report does not say: its date, outlet, address, title or language."""
    page.require(Role.CODER)
    shown = find_resolution(page.record.around_report(report), report).report
    field, value = form["field"], form["value"]
    if wrong := check_report_field(field, value):
        raise UsageError(wrong[0].upper() + wrong[1:])
    made = sign_acts(page, [Act(DecisionKind.SET, Target(shown.id, field=field), value)], form.get("because"))
    return go_with(page, f"/check/report/{report}", made)


@router.post("/check/report/{report}/whole")
def mark_checked(page: OpenPage, form: TakeForm, report: str) -> Response:
    """A person has gone through all words of a report."""
    page.require(Role.CODER)
    snapshot = page.record.around_report(report)
    shown = find_resolution(snapshot, report).report
    check_version(shown, form)
    if (shown.id, shown.version) in find_whole(snapshot.decisions):
        return page.go(f"/check/report/{report}", notice=page.say("It was checked whole already."))
    return go_with(page, f"/check/report/{report}", sign_acts(page, [mark_whole(shown.id, shown.version)], ""))


def check_version(report: Report, form: Form) -> None:
    """Lets only those forms through that were filled in on the text that stands now. Raises UsageError."""
    if form.get("version") != report.version:
        raise UsageError(_STALE)


def _add(form: Form, fields: ClaimForm, resolution: Resolution) -> Act:
    if form.get("what") == "attribution":
        return add_attribution(make_attribution(fields, resolution.report))
    draft = make_draft(fields, resolution.report, resolution.attributions)
    return add(draft, resolution.attributions, nested=fields.speaker != OUTLET)


def _show(page: Page, report: str, form: ClaimForm, mistake: Mistake | None = None) -> Response:
    snapshot = page.record.around_report(report)
    sheet = open_sheet(snapshot, report)
    on_it = [each for each in snapshot.decisions if each.target.report == report]
    texts = {**snapshot.texts, sheet.report.version: sheet.report.text}
    return page.show(
        "check/report.html",
        status=422 if mistake else 200,
        title=page.say("Check: %(title)s", title=sheet.report.title or report),
        crumbs=((page.say("Check"), "/check"),),
        sheet=sheet,
        form=form,
        mistake=mistake,
        may=page.visitor.is_at_least(Role.CODER),
        made=made_here(page),
        tell=tell_of(page, texts),
        history=tell_history(on_it, snapshot.decisions, texts, page.say),
        set_fields=_list_fields(page, sheet.report),
        **choices(page.say),
    )


def _list_fields(page: Page, report: Report) -> Sequence[tuple[str, str, Any]]:
    """What can be said of a page, what it is called, and what is known of it now."""
    labels = {"outlet": "outlet", "published": "day of publication", "url": "address", "language": "language"}
    now = {"published": report.told}
    return [
        (field, page.say(labels.get(field, field)), now.get(field, getattr(report, field, None)))
        for field in REPORT_FIELDS
    ]
