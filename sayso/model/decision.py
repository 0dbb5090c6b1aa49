"""Decision: a person's signed, dated act. Never overwritten, always undoable.

Decisions are about *words* (report, version, span, field, value) or about known things, and are an
input of every run: the record shown is `apply(current reading, decisions)`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sayso.model.identity import identify
from sayso.model.report import Flaw, FlawKind, Published, PublishedBasis, Report
from sayso.model.values import edtf

#: What a person may say of a report that its page does not say.
REPORT_FIELDS = ("outlet", "published", "url", "language", "title")


class DecisionKind(StrEnum):
    """What a person may decide."""

    ACCEPT = "accept"
    AMEND = "amend"
    ADD = "add"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    CUT = "cut"
    SET = "set"
    GRADE = "grade"
    RETRACT = "retract"  # what a report's own outlet, or a person, took back
    WITHHOLD = "withhold"
    UNDO = "undo"  # takes back the decision that `value` names


@dataclass(frozen=True, slots=True)
class Target:
    """What a decision is about: words of a report (`start` and `end` None: all of it), or a known thing.

    `known` is the key of an entry, an entity's identifier or a name; `report` is then None.
    """

    report: str | None = None
    version: str | None = None
    start: int | None = None
    end: int | None = None
    field: str | None = None
    known: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what, when and why. `at` is in UTC."""

    id: str
    kind: DecisionKind
    target: Target
    value: str
    by: str
    at: datetime
    because: str


def sign(kind: DecisionKind, target: Target, value: str, *, by: str, at: datetime, because: str) -> Decision:
    """A decision signed and dated: its identifier is of what it says, when and by whom."""
    about = (target.report, target.field) if target.known is None else (target.known,)
    identifier = identify("d", kind, *about, value, at.isoformat(), by)
    return Decision(identifier, kind, target, value, by, at, because)


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Decisions in force, in the order they were made: those that a standing `undo` names are out.

    An undo can itself be undone; the latest word on a decision counts.
    """
    ordered = sorted(decisions, key=lambda decision: (decision.at, decision.id))
    undone = find_undone(ordered)
    return tuple(made for made in ordered if made.kind is not DecisionKind.UNDO and made.id not in undone)


def find_undone(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The undo in force that takes back each decision (an undo too), by the identifier of what is taken back."""
    undone: dict[str, Decision] = {}
    for decision in sorted(decisions, key=lambda decision: (decision.at, decision.id), reverse=True):
        if decision.kind is DecisionKind.UNDO and decision.id not in undone:
            undone.setdefault(decision.value, decision)
    return undone


def decide_report(report: Report, decisions: Iterable[Decision]) -> Report:
    """The report with what persons said of it; a later decision on a field takes the place of an earlier."""
    for decision in standing(decisions):
        if decision.kind is DecisionKind.SET and decision.target.report == report.id:
            report = _set_field(report, decision.target.field or "", decision.value)
    return report


def group_stated(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """What persons said of reports and is in force, by report: for `decide_report`, where there are many."""
    found: dict[str, list[Decision]] = defaultdict(list)
    for decision in standing(decisions):
        if decision.kind is DecisionKind.SET and decision.target.report is not None:
            found[decision.target.report].append(decision)
    return found


def check_report_field(field: str, value: str) -> str | None:
    """Why a person cannot set `field` to `value`, in one sentence; None if they can."""
    if field not in REPORT_FIELDS:
        return f"{field!r} is not something to set; choose one of {', '.join(REPORT_FIELDS)}"
    if not value.strip():
        return f"{field} needs a value"
    if field == "published" and not edtf.is_valid(value):
        return f"{value!r} is no date; write it as 2020-05-28, 2020-05 or 2020"
    if field == "language" and not re.fullmatch(r"[a-z]{2,3}", value):
        return f"{value!r} is no language code; write it as en, ar or fr"
    return None


def _set_field(report: Report, field: str, value: str) -> Report:
    match field:
        case "published":
            flaws = _without(report.flaws, FlawKind.NO_DATE)
            return replace(report, published=Published(value, PublishedBasis.PERSON), flaws=flaws)
        case "outlet":
            return replace(report, outlet=value, flaws=_without(report.flaws, FlawKind.NO_OUTLET))
        case "url":
            return replace(report, url=value)
        case "language":
            return replace(report, language=value)
        case "title":
            return replace(report, title=value)
    raise ValueError(check_report_field(field, value))


def _without(flaws: tuple[Flaw, ...], kind: FlawKind) -> tuple[Flaw, ...]:
    return tuple(flaw for flaw in flaws if flaw.kind is not kind)
