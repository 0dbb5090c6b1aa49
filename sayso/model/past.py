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


def list_on_name(decisions: Iterable[Decision], id_: str) -> tuple[Decision, ...]:
    """The decisions on a claim of this identifier, also one that was rejected and stands no more."""
    return _in_order(each for each in decisions if _is_on_name(each, id_))


def _is_on_name(decision: Decision, id_: str) -> bool:
    checked = read_checked(decision) if is_of_claims(decision) else None
    is_drafted = id_ in {draft.id for draft in read_whole(decision) or ()}
    return is_drafted or (isinstance(checked, Checked) and checked.draft.id == id_)


def _is_on(decision: Decision, claim: Claim) -> bool:
    if decision.id == claim.decided or _is_on_name(decision, claim.id):
        return True
    if is_of_claims(decision):
        return False
    target = decision.target
    if target.start is None or target.end is None or target.version != claim.version:
        return False
    return any(_meet(place_of(span), (target.start, target.end)) for span in claim.evidence.spans)


def _in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    made = (each for each in decisions if each.kind is not DecisionKind.UNDO)
    return tuple(sorted(made, key=lambda each: (each.at, each.id)))


def _meet(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]
