"""History: all that persons decided, who, when and why, and the way back."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.check.bench import shown_decisions
from sayso.desk.check.queue import read_number
from sayso.desk.check.signing import role_to_undo, undo_together
from sayso.desk.check.telling import Entry, tell_history
from sayso.desk.form import TakeForm
from sayso.desk.home import within
from sayso.desk.language import N_
from sayso.desk.page import OpenPage, Page
from sayso.model.decision import Decision, DecisionKind
from sayso.people import Role

router = APIRouter()

PER_PAGE = 50

#: What each kind of decision does, in words.
KINDS = {
    DecisionKind.ACCEPT: N_("accepted"),
    DecisionKind.AMEND: N_("corrected"),
    DecisionKind.ADD: N_("added"),
    DecisionKind.REJECT: N_("rejected"),
    DecisionKind.MERGE: N_("made one"),
    DecisionKind.SPLIT: N_("made two"),
    DecisionKind.CUT: N_("cut from its origin"),
    DecisionKind.SET: N_("said of a page"),
    DecisionKind.GRADE: N_("graded"),
    DecisionKind.RETRACT: N_("marked as taken back by its outlet"),
    DecisionKind.WITHHOLD: N_("withheld"),
    DecisionKind.UNDO: N_("undone"),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """Which decisions are shown; empty for any."""

    person: str = ""
    report: str = ""
    kind: str = ""

    def takes(self, decision: Decision) -> bool:
        """Whether a decision is shown."""
        return (
            (not self.person or decision.by == self.person)
            and (not self.report or decision.target.report == self.report)
            and (not self.kind or str(decision.kind) == self.kind)
        )


@router.get("/history")
def show_history(page: OpenPage, person: str = "", report: str = "", kind: str = "", at: str = "1") -> Response:
    """All decisions, the latest first; of a person, a report or a kind."""
    every = shown_decisions(page, page.record.decisions())
    wanted = Filter(person, report, kind)
    chosen = sorted(filter(wanted.takes, every), key=lambda each: (each.at, each.id), reverse=True)
    pages = max(1, -(-len(chosen) // PER_PAGE))
    number = min(read_number(at), pages)
    shown = chosen[(number - 1) * PER_PAGE : number * PER_PAGE]
    return page.show(
        "check/history.html",
        title=page.say("Decisions"),
        entries=tell_history(shown, every, page.record.texts(), page.say),
        total=len(chosen),
        number=number,
        pages=pages,
        wanted=wanted,
        persons=sorted({each.by for each in every}, key=str.casefold),
        kinds=[str(kind) for kind in DecisionKind],
        kind_words={str(kind): page.say(words) for kind, words in KINDS.items()},
        may_undo=lambda entry: may_undo(page, entry),
    )


@router.post("/history/undo")
def undo_decision(page: OpenPage, form: TakeForm) -> Response:
    """Takes a decision back with all that was signed with it; or brings back what was taken back."""
    page.require(Role.CODER)
    decision = page.office.record.decision(form["decision"])
    back = undo_together(page, decision, form.get("because"))
    told = page.say("Taken back; it stays in the list of decisions.")
    if decision.kind is DecisionKind.UNDO:
        told = page.say("It stands again.")
    elif len(back) > 1:
        told = page.say("%(n)s decisions are taken back; they stay in the list of decisions.", n=len(back))
    return page.go(within(form.get("next", "/history")), notice=told)


def may_undo(page: Page, entry: Entry) -> bool:
    """Whether the visitor may take this decision back: a coder their own, a reviewer anybody's."""
    if entry.undone is not None:
        return False
    return page.visitor.is_at_least(role_to_undo(entry.decision, page.visitor.name))
