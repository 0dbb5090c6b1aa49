"""A report checked whole: what was missed is added here, and said what its page does not say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.check.bench import Bench, TakeBench
from sayso.desk.check.claimform import OUTLET, ClaimForm, Mistake, make_attribution, make_draft, take_claim_form
from sayso.desk.check.made import go_with, made_here, tell_of
from sayso.desk.check.sheet import find_resolution, open_sheet
from sayso.desk.check.telling import tell_history
from sayso.desk.check.vocabulary import choices
from sayso.desk.form import Form, TakeForm
from sayso.desk.language import N_
from sayso.desk.page import Page
from sayso.errors import UsageError
from sayso.model.attribution import Attribution
from sayso.model.checking import Act, Checked, add, add_attribution, read_checked, reject_attribution
from sayso.model.decision import REPORT_FIELDS, Decision, DecisionKind, Target, check_report_field
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.people import Role

router = APIRouter()

_STALE = "The text of this report has changed since the page was opened; look at it anew and select the words again."


@router.get("/check/report/{report}")
@router.get("/check/blind/{round_id}/report/{report}")
def show_report(bench: TakeBench, report: str) -> Response:
    """A report with all that was found in it, and the form to add what was missed."""
    standing = bench.resolve(report)
    if standing != report:
        return bench.page.go(f"{bench.base}/report/{standing}")
    return _show(bench, report, ClaimForm())


@router.post("/check/report/{report}/add")
@router.post("/check/blind/{round_id}/report/{report}/add")
def add_missed(bench: TakeBench, form: TakeForm, report: str) -> Response:
    """A claim, or only who says something, that the reader missed."""
    bench.page.require(Role.CODER)
    whole = bench.around_whole(report)
    resolution, acting = find_resolution(bench.show(whole), report), find_resolution(whole, report).attributions
    fields = take_claim_form(form)
    check_version(resolution.report, form)
    try:
        act = _add(form, fields, resolution, acting)
    except Mistake as mistake:
        return _show(bench, report, fields, mistake)
    made = bench.sign([act], fields.because)
    return go_with(bench.page, f"{bench.base}/report/{report}#{_anchor(act)}", made)


@router.post("/check/report/{report}/unsaid")
@router.post("/check/blind/{round_id}/report/{report}/unsaid")
def take_attribution_away(bench: TakeBench, form: TakeForm, report: str) -> Response:
    """Nobody says so there: an attribution that is none."""
    bench.page.require(Role.CODER)
    resolution = find_resolution(bench.around_whole(report), report)
    check_version(resolution.report, form)
    found = next((each for each in resolution.attributions if each.id == form["attribution"]), None)
    if found is None:
        raise UsageError("This is not found in the report any more; look at the page anew.")
    made = bench.sign([reject_attribution(found, resolution.report.version)], form.get("because"))
    return go_with(bench.page, f"{bench.base}/report/{report}", made)


@router.post("/check/report/{report}/set")
def set_field(bench: TakeBench, form: TakeForm, report: str) -> Response:
    """What the page of a report does not say: its date, outlet, address, title or language."""
    bench.page.require(Role.CODER)
    shown = find_resolution(bench.around(report), report).report
    field, value = form["field"], form["value"]
    if wrong := check_report_field(field, value):
        raise UsageError(wrong[0].upper() + wrong[1:])
    made = bench.sign([Act(DecisionKind.SET, Target(shown.id, field=field), value)], form.get("because"))
    return go_with(bench.page, f"{bench.base}/report/{report}", made)


@router.post("/check/report/{report}/whole")
@router.post("/check/blind/{round_id}/report/{report}/whole")
def mark_checked(bench: TakeBench, form: TakeForm, report: str) -> Response:
    """A person has gone through all words of a report."""
    bench.page.require(Role.CODER)
    shown = find_resolution(bench.around(report), report).report
    check_version(shown, form)
    here = f"{bench.base}/report/{report}"
    if bench.is_whole(shown):
        return bench.page.go(here, notice=bench.page.say("It was checked whole already."))
    return go_with(bench.page, here, bench.mark_whole(shown))


def check_version(report: Report, form: Form) -> None:
    """Lets only those forms through that were filled in on the text that stands now. Raises UsageError."""
    if form.get("version") != report.version:
        raise UsageError(_STALE)


def _add(form: Form, fields: ClaimForm, shown: Resolution, acting: Sequence[Attribution]) -> Act:
    """The act that adds what was missed; words are sought in the text as shown, `acting` are all attributions."""
    if form.get("what") == "attribution":
        return add_attribution(make_attribution(fields, shown.report))
    return add(make_draft(fields, shown.report, acting), acting, nested=fields.speaker != OUTLET)


def _anchor(act: Act) -> str:
    """Where on the page the words of an act stand."""
    checked = read_checked(Decision("", *act, "", datetime.min, ""))
    return f"w-{checked.draft.id}" if isinstance(checked, Checked) else "text"


def _show(bench: Bench, report: str, form: ClaimForm, mistake: Mistake | None = None) -> Response:
    page, snapshot = bench.page, bench.around(report)
    sheet = open_sheet(snapshot, report)
    on_it = [each for each in snapshot.decisions if each.target.report == report]
    texts = {**snapshot.texts, sheet.report.version: sheet.report.text}
    return page.show(
        "check/report.html",
        status=422 if mistake else 200,
        title=page.say("Check: %(title)s", title=sheet.report.title or report),
        crumbs=((page.say("Check"), "/check"), *_round_crumb(bench)),
        bench=bench,
        sheet=sheet,
        is_whole=bench.is_whole(sheet.report),
        form=form,
        mistake=mistake,
        may=bench.may,
        made=made_here(page),
        tell=tell_of(page, texts),
        history=tell_history(on_it, snapshot.decisions, texts, page.say),
        set_fields=_list_fields(page, sheet.report),
        **choices(page.say),
    )


def _round_crumb(bench: Bench) -> tuple[tuple[str, str], ...]:
    return ((bench.round_.name, bench.base),) if bench.round_ else ()


def _list_fields(page: Page, report: Report) -> Sequence[tuple[str, str, Any]]:
    """What can be said of a page, what it is called, and what is known of it now."""
    labels = {
        "outlet": N_("outlet"),
        "published": N_("day of publication"),
        "url": N_("address"),
        "language": N_("language"),
        "title": N_("title"),
    }
    now = {"published": report.told}
    return [(field, page.say(labels[field]), now.get(field, getattr(report, field, None))) for field in REPORT_FIELDS]
