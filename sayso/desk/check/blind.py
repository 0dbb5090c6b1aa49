"""Blind second reading: two persons check the same sample, neither seeing the other's work; a third settles it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.check.bench import find_round, open_blind
from sayso.desk.check.made import go_with, made_here, tell_of
from sayso.desk.check.sheet import find_resolution
from sayso.desk.check.signing import sign_acts
from sayso.desk.check.telling import show_value
from sayso.desk.form import Form, TakeForm
from sayso.desk.page import OpenPage, Page
from sayso.errors import NotAllowed, UsageError
from sayso.evaluate.agreement import Agreement, Twice, measure_agreement
from sayso.model.checking import part_of
from sayso.model.claim import Claim
from sayso.model.draft import Draft, draft_of
from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.report import Report
from sayso.model.second import (
    Comparison,
    Difference,
    Round,
    compare_readings,
    list_rounds,
    measure_progress,
    sample_pages,
    settle,
    start_round,
)
from sayso.people import Role

router = APIRouter()

_MOST_REPORTS = 50  # of one round
_FIRST, _SECOND, _NEITHER = "first", "second", "neither"


@dataclass(frozen=True, slots=True)
class Choice:
    """A difference to settle: its number in the form, and for each part that differs what either reader has."""

    number: int
    difference: Difference
    parts: tuple[tuple[str, str, str], ...]


@router.get("/check/blind")
def show_rounds(page: OpenPage) -> Response:
    """The rounds, how far they are, and the form that starts one."""
    decisions = page.office.record.decisions()
    rounds = [(each, measure_progress(each, decisions)) for each in list_rounds(decisions)]
    coders = [user.name for user in page.people.users.list() if user.role >= Role.CODER and not user.is_closed]
    return page.show(
        "check/blind.html",
        title=page.say("Blind second reading"),
        crumbs=((page.say("Check"), "/check"),),
        rounds=rounds[::-1],
        coders=coders,
        may=page.visitor.is_at_least(Role.REVIEWER),
        made=made_here(page),
        tell=tell_of(page, {}),
    )


@router.post("/check/blind")
def begin_round(page: OpenPage, form: TakeForm) -> Response:
    """A reviewer starts a round on a sample, with two readers."""
    page.require(Role.REVIEWER)
    name, readers = form["name"][:200], (form["first"], form["second"])
    _check_readers(page, readers)
    count = form.get("count", "5")
    if not (count.isascii() and count.isdigit() and 1 <= int(count) <= _MOST_REPORTS):
        raise UsageError(f"{count[:20]!r} is no number of reports; choose from 1 to {_MOST_REPORTS}.")
    pages = [(each.id, each.version) for each in page.record.reports()]
    try:
        act = start_round(
            sample_pages(pages, int(count), seed=name), readers, name=name, is_fresh=form.get("fresh") == "1"
        )
    except ValueError as error:
        raise UsageError(str(error)[0].upper() + str(error)[1:] + ".") from error
    (made,) = sign_acts(page, [act], form.get("because"))
    return page.go(f"/check/blind/{made.id}", notice=page.say("The round has begun."))


@router.get("/check/blind/{round_id}")
def show_round(page: OpenPage, round_id: str) -> Response:
    """How far a round is; once both are done, how far they agree and where they differ."""
    round_ = find_round(page, round_id)
    decisions = page.office.record.decisions()
    progress = measure_progress(round_, decisions)
    return page.show(
        "check/round.html",
        title=round_.name,
        crumbs=((page.say("Check"), "/check"), (page.say("Blind second reading"), "/check/blind")),
        round=round_,
        progress=progress,
        titles=_list_titles(page, round_),
        agreement=_measure(page, round_) if progress.is_read else None,
        differences=_count_differences(page, round_) if progress.is_read else {},
        is_reader=page.visitor.name in round_.readers,
        may_settle=_may_settle(page, round_),
        made=made_here(page),
        tell=tell_of(page, page.record.texts()),
    )


@router.get("/check/blind/{round_id}/settle/{report}")
def show_differences(page: OpenPage, round_id: str, report: str) -> Response:
    """Where the two differ on a report, one by one, for a third to choose."""
    round_ = _open_settling(page, round_id)
    shown, comparison, first, second = _compare(page, round_, report)
    return page.show(
        "check/settle.html",
        title=page.say("Settle: %(title)s", title=shown.title or report),
        crumbs=((page.say("Check"), "/check"), (round_.name, f"/check/blind/{round_id}")),
        round=round_,
        report=shown,
        agreed=comparison.agreed,
        choices=[
            Choice(number, each, _tell_parts(page, each, shown.text, first, second))
            for number, each in enumerate(comparison.differences)
        ],
        is_settled=(report, shown.version) in measure_progress(round_, page.office.record.decisions()).settled,
    )


@router.post("/check/blind/{round_id}/settle/{report}")
def settle_report(page: OpenPage, form: TakeForm, round_id: str, report: str) -> Response:
    """What the third has chosen becomes ordinary decisions, all to be taken back at once."""
    round_ = _open_settling(page, round_id)
    shown, comparison, first, second = _compare(page, round_, report)
    kept = [draft_of(each, first.attributions) for each in comparison.agreed]
    chosen = [
        draft
        for number, each in enumerate(comparison.differences)
        if (draft := _choose(form, number, each, first, second))
    ]
    try:
        acts = settle(round_, (report, shown.version), [*kept, *chosen], _shown_now(page, report), by=page.visitor.name)
    except ValueError as error:
        raise UsageError(str(error)[0].upper() + str(error)[1:] + ".") from error
    return go_with(page, f"/check/blind/{round_id}", sign_acts(page, acts, form.get("because")))


def _check_readers(page: Page, readers: tuple[str, str]) -> None:
    for name in readers:
        user = page.people.users.find_named(name)
        if user is None or user.role < Role.CODER or user.is_closed:
            raise UsageError(f"{name[:60]!r} is no coder of this desk; choose two from the list.")


def _open_settling(page: Page, round_id: str) -> Round:
    """A round that is read through, for a third. Raises NotAllowed and UsageError."""
    page.require(Role.REVIEWER)
    round_ = find_round(page, round_id)
    if page.visitor.name in round_.readers:
        raise NotAllowed("A third person settles what two readers differ on; you are one of the two.")
    if not measure_progress(round_, page.office.record.decisions()).is_read:
        raise UsageError("The two are not done with this round; what they decided is shown when both are.")
    return round_


def _may_settle(page: Page, round_: Round) -> bool:
    return page.visitor.is_at_least(Role.REVIEWER) and page.visitor.name not in round_.readers


def _compare(page: Page, round_: Round, report: str) -> tuple[Report, Comparison, Reading, Reading]:
    """A report with where its two readers agree and differ, and what either has made of it."""
    shown, first = open_blind(page, round_, round_.readers[0], report)
    _, second = open_blind(page, round_, round_.readers[1], report)
    return shown, compare_readings(first, second), first, second


def _measure(page: Page, round_: Round) -> Agreement:
    twice = []
    for report, _ in round_.pages:
        shown, _, first, second = _compare(page, round_, report)
        twice.append(Twice(shown.text, first.claims, second.claims))
    return measure_agreement(twice)


def _count_differences(page: Page, round_: Round) -> Mapping[str, int]:
    return {report: len(_compare(page, round_, report)[1].differences) for report, _ in round_.pages}


def _list_titles(page: Page, round_: Round) -> Mapping[str, str]:
    """The reports of a round by what they are called."""
    rows = page.record.rows_of([report for report, _ in round_.pages])
    return {
        id_: f"{getattr(row, 'title', None) or id_} · {getattr(row, 'outlet', None) or ''}" for id_, row in rows.items()
    }


def _tell_parts(
    page: Page, difference: Difference, text: str, first: Reading, second: Reading
) -> tuple[tuple[str, str, str], ...]:
    """For each part in which two readers differ, its name and what either has."""
    if difference.first is None or difference.second is None:
        return ()
    one, other = _draft(difference.first, first), _draft(difference.second, second)
    return tuple(
        (part, show_value(part_of(one, part), text, page.say), show_value(part_of(other, part), text, page.say))
        for part in difference.parts
    )


def _choose(form: Form, number: int, difference: Difference, first: Reading, second: Reading) -> Draft | None:
    """What was chosen of a difference; None for neither. Raises UsageError where nothing was."""
    chosen = form.get(f"difference_{number}")
    if chosen == _FIRST and difference.first:
        return _draft(difference.first, first)
    if chosen == _SECOND and difference.second:
        return _draft(difference.second, second)
    if chosen == _NEITHER:
        return None
    raise UsageError("Choose for every difference: the one, the other, or neither of them.")


def _draft(claim: Claim, reading: Reading) -> Draft:
    return draft_of(claim, reading.attributions)


def _shown_now(page: Page, report: str) -> Reading:
    """A report as the record shows it, for the decisions that settle it."""
    resolution = find_resolution(page.office.record.around_report(report), report)
    shown = resolution.report
    reader = ReaderIdentity("record", "shown", "")
    return Reading(shown.id, shown.version, reader, resolution.attributions, resolution.claims)
