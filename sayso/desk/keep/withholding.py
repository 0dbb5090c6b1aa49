"""Withholding: reviewers say what not everybody may read; the page says what will be covered; it can be undone."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.deciding import sign
from sayso.desk.form import Form, TakeForm
from sayso.desk.page import OpenPage, Page
from sayso.errors import NotInRecord, UsageError
from sayso.model.decision import Decision, DecisionKind, find_undone
from sayso.model.entity import Entity
from sayso.model.report import Report
from sayso.model.veil import fold_name
from sayso.model.withholding import (
    FIELDS,
    NAME,
    WHOLE,
    WORDS,
    Withholding,
    list_forms,
    withhold_field,
    withhold_name,
    withhold_report,
    withhold_words,
)
from sayso.people import Role

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Standing:
    """One decision to withhold, and the undoing of it if it was taken back."""

    decision: Decision
    undone: Decision | None


@router.get("/withheld")
def show_withheld(page: OpenPage) -> Response:
    """All decisions to withhold, the latest first."""
    page.require(Role.REVIEWER)
    decisions = page.record.decisions()
    undone = find_undone(decisions)
    made = [Standing(each, undone.get(each.id)) for each in decisions if each.kind is DecisionKind.WITHHOLD]
    return page.show("keep/withheld.html", title=page.say("Withheld"), made=made[::-1], WHOLE=WHOLE, NAME=NAME)


@router.get("/withhold/report/{report}")
def ask_of_report(page: OpenPage, report: str) -> Response:
    """What of a report is to be withheld."""
    page.require(Role.REVIEWER)
    found = _find_report(page, report)
    fields = [(field, getattr(found, field)) for field in FIELDS if getattr(found, field)]
    crumbs = ((found.title or page.say("a report without a headline"), f"/report/{found.id}"),)
    return page.show(
        "keep/withhold_report.html", title=page.say("Withhold"), crumbs=crumbs, report=found, fields=fields
    )


@router.post("/withhold/report/{report}")
def withhold_of_report(page: OpenPage, form: TakeForm, report: str) -> Response:
    """Withholds a report, a field of it or some of its words."""
    page.require(Role.REVIEWER)
    found = _find_report(page, report)
    _sign(page, _choose(page, found, form), form)
    return page.go(f"/report/{found.id}", notice=page.say("Withheld; the decision can be undone."))


@router.get("/withhold/name/{name}")
def ask_of_name(page: OpenPage, name: str) -> Response:
    """The forms of a name that will be covered."""
    page.require(Role.REVIEWER)
    called, entities = _find_name(page, name)
    forms = list_forms(called, entities)
    return page.show("keep/withhold_name.html", title=page.say("Withhold a name"), name=called, forms=forms, asked=name)


@router.post("/withhold/name/{name}")
def withhold_of_name(page: OpenPage, form: TakeForm, name: str) -> Response:
    """Withholds a name in the forms that the reviewer left in the list."""
    page.require(Role.REVIEWER)
    called, entities = _find_name(page, name)
    chosen = withhold_name(called, entities)
    if chosen is None:
        raise UsageError(page.say("A name needs letters."))
    forms = [line.strip() for line in form.get("forms").splitlines() if fold_name(line)]
    _sign(page, Withholding(chosen.target, "\n".join(dict.fromkeys([called, *forms]))), form)
    return page.go("/withheld", notice=page.say("Withheld; the decision can be undone."))


@router.post("/withheld/{decision}/undo")
def undo(page: OpenPage, form: TakeForm, decision: str) -> Response:
    """Shows again what a decision withheld."""
    page.require(Role.REVIEWER)
    made = page.record.decision(decision)
    if made.kind is not DecisionKind.WITHHOLD:
        raise NotInRecord(page.say("This decision withholds nothing."))
    sign(page, DecisionKind.UNDO, made.target, made.id, form.get("because") or page.say("taken back"))
    return page.go("/withheld", notice=page.say("It is shown again."))


def _sign(page: Page, chosen: Withholding, form: Form) -> None:
    because = form["because"]
    if not because:
        raise UsageError(page.say("Say why, in a sentence that names nobody: it is shown to all."))
    sign(page, DecisionKind.WITHHOLD, chosen.target, chosen.value, because)


def _choose(page: Page, report: Report, form: Form) -> Withholding:
    what = form["what"]
    if what == WHOLE:
        return withhold_report(report)
    if what == WORDS:
        words = form.get("words")
        start = report.text.find(words) if words else -1
        found = withhold_words(report, start, start + len(words)) if start >= 0 else None
        if found is None:
            raise UsageError(page.say("These words do not stand in the report; copy them as they stand there."))
        return found
    field = withhold_field(report, what)
    if field is None:
        raise UsageError(page.say("The report has no such field."))
    return field


def _find_report(page: Page, report: str) -> Report:
    """The report as the record has it. Raises NotInRecord."""
    standing = page.record.resolve_id(report)
    part = page.record.around_report(standing)
    found = next((each.report for each in part.resolutions if each.report.id == standing), None)
    if found is None:
        raise NotInRecord(f"{report}: is not held here, so nothing of it can be withheld")
    return found


def _find_name(page: Page, name: str) -> tuple[str, list[Entity]]:
    """A name, by itself or by an entity's identifier, and the entities around it. Raises NotInRecord."""
    part = page.record.around_source(name, limit=50)
    entities = [entity for resolution in part.resolutions for entity in resolution.entities]
    return next((entity.name for entity in entities if entity.id == name), name), entities
