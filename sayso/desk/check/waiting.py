"""Waiting: decisions that find nothing any more in what is read today, for a person to settle or take back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.check.bench import shown_decisions
from sayso.desk.check.history import may_undo
from sayso.desk.check.telling import tell_history
from sayso.desk.page import OpenPage
from sayso.errors import NotInRecord
from sayso.model.assessment import assess
from sayso.model.checking import is_of_claims
from sayso.model.decision import Decision, standing
from sayso.model.resolution import Resolution
from sayso.model.revision import list_lost
from sayso.model.ruling import read_pair, rule
from sayso.record import Record

router = APIRouter()


@router.get("/check/waiting")
def show_waiting(page: OpenPage) -> Response:
    """Decisions in force whose words are gone, each with its way back."""
    texts = page.record.texts()
    every = shown_decisions(page, page.record.decisions())
    whole = page.office.record
    lost = {each.id for each in find_lost(whole, whole.decisions(), whole.texts())}
    return page.show(
        "check/waiting.html",
        title=page.say("Decisions that find nothing"),
        crumbs=((page.say("Check"), "/check"),),
        entries=tell_history([each for each in every if each.id in lost], every, texts, page.say),
        may_undo=lambda entry: may_undo(page, entry),
    )


def find_lost(record: Record, decisions: Iterable[Decision], texts: Mapping[str, str]) -> tuple[Decision, ...]:
    """The decisions on claims, events, voices and grades that find nothing in the reports that they name."""
    every = tuple(decisions)
    force = standing(every)
    named = dict.fromkeys(name for each in force for name in _reports_of(each))
    resolutions = [found for name in named if (found := _load(record, name))]
    claims = [claim for each in resolutions for claim in each.claims]
    lost = [*list_lost(resolutions, every, texts)]
    lost += rule(every, claims, texts, {each.report.id for each in resolutions}).lost
    lost += assess(every, claims, texts).lost
    return tuple(dict.fromkeys(each for each in lost))


def _reports_of(decision: Decision) -> tuple[str, ...]:
    """The reports in whose words a decision is sought."""
    own = (decision.target.report,) if decision.target.report else ()
    if is_of_claims(decision) or decision.target.field not in {"event", "voice"}:
        return own
    try:
        return (*own, *(passage.report for passage in read_pair(decision.value)))
    except ValueError:  # a newer release's way to write it
        return own


def _load(record: Record, report: str) -> Resolution | None:
    """A report as it stands; None for one that is not held, or not followed up yet."""
    try:
        snapshot = record.around_report(report)
    except NotInRecord:
        return None
    return next((each for each in snapshot.resolutions if each.report.id == report), None)
