"""Past: the decisions that were made on a report or on one claim, taken back or not."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model.checking import Checked, is_of_claims, read_checked, read_whole
from sayso.model.claim import Claim
from sayso.model.decision import Decision, DecisionKind
from sayso.model.draft import Place, place_of


def list_on_report(decisions: Iterable[Decision], report: str) -> tuple[Decision, ...]:
    """The decisions on a report and on its words, undoing ones aside, in the order in which they were made."""
    return _in_order(each for each in decisions if each.target.report == report)


def list_on_claim(decisions: Iterable[Decision], claim: Claim) -> tuple[Decision, ...]:
    """The decisions on a claim: those that say what it is, and those on events, voices and grades by its words."""
    mine = [each for each in decisions if each.target.report == claim.report]
    return _in_order(each for each in mine if _is_on(each, claim))


def _is_on(decision: Decision, claim: Claim) -> bool:
    if decision.id == claim.decided or claim.id in {draft.id for draft in read_whole(decision) or ()}:
        return True
    if is_of_claims(decision):
        checked = read_checked(decision)
        return isinstance(checked, Checked) and checked.draft.id == claim.id
    target = decision.target
    if target.start is None or target.end is None or target.version != claim.version:
        return False
    return any(_meet(place_of(span), (target.start, target.end)) for span in claim.evidence.spans)


def _in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    made = (each for each in decisions if each.kind is not DecisionKind.UNDO)
    return tuple(sorted(made, key=lambda each: (each.at, each.id)))


def _meet(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]
