"""Erasing: an owner takes the words of a report away for good, by law or for harm; it is said what stays."""

from __future__ import annotations

import time

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.form import TakeForm
from sayso.desk.page import OpenPage, Page
from sayso.errors import NotInRecord, UsageError
from sayso.model.report import Report
from sayso.people import Role
from sayso.people.held import forget_jobs
from sayso.people.job import JobState

router = APIRouter()

_LOOKS_EVERY_SECONDS = 0.05
#: What an owner has to write, so that nothing is erased by a slip.
_WORD = "erase"


@router.get("/erase")
def show_erasures(page: OpenPage) -> Response:
    """What was erased, and how to erase something."""
    page.require(Role.OWNER)
    return page.show("keep/erasures.html", title=page.say("Erased"), erasures=page.record.erasures()[::-1])


@router.get("/erase/{report}")
def ask(page: OpenPage, report: str) -> Response:
    """What will go and what will stay."""
    page.require(Role.OWNER)
    found = _find(page, report)
    crumbs = ((found.title or page.say("a report without a headline"), f"/report/{found.id}"),)
    return page.show("keep/erase.html", title=page.say("Erase"), crumbs=crumbs, report=found, word=_WORD)


@router.post("/erase/{report}")
def erase(page: OpenPage, form: TakeForm, report: str) -> Response:
    """Asks the worker to erase a report, and waits a little for it."""
    page.require(Role.OWNER)
    found = _find(page, report)
    because = form["because"]
    if not because or form.get("word").casefold() != _WORD:
        raise UsageError(page.say("Say why, and write the word that is asked for: this cannot be undone."))
    job = page.people.jobs.add("erase", by=page.visitor.name, report=found.id, because=because[:500])
    page.office.hurry()
    until = time.monotonic() + page.office.waits_seconds
    while not (over := page.people.jobs.find(job.id)).is_over and time.monotonic() < until:
        time.sleep(_LOOKS_EVERY_SECONDS)
    if over.state is JobState.FAILED:
        raise UsageError(str(over.result.get("error")))
    forget_jobs(page.people.store, filter(None, [found.address, found.url]))
    page.people.clean()
    return page.go("/erase", notice=page.say("It is being erased; the list below has it when it is done."))


def _find(page: Page, report: str) -> Report:
    standing = page.record.resolve_id(report)
    found = next((each for each in page.record.versions(standing)[-1:]), None)
    if found is None or not found.text:
        raise NotInRecord(f"{report}: has no words that could be erased")
    return found
