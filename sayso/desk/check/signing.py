"""Signing: one or several acts of a visitor, kept under one instant, so that they can be taken back together."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.desk.deciding import LONGEST_REASON, follow
from sayso.desk.page import Page
from sayso.errors import UsageError
from sayso.model.checking import Act
from sayso.model.decision import Decision, DecisionKind, find_undone, sign
from sayso.people import Role

#: Why, where nobody says.
CHECKED, TAKEN_BACK = "checked against the words", "taken back"


def sign_acts(page: Page, acts: Iterable[Act], because: str) -> tuple[Decision, ...]:
    """Signs acts as the visitor, keeps them all, and waits a little for what follows.

    Raises NotLoggedIn, NotAllowed below a coder, and UsageError for a reason beyond all use.
    """
    page.require(Role.CODER)
    reason, at = check_reason(because) or CHECKED, page.office.now()
    made = tuple(sign(act.kind, act.target, act.value, by=page.visitor.name, at=at, because=reason) for act in acts)
    for decision in made:
        page.record.add_decision(decision)
    if made:
        follow(page, *made)
    return made


def undo_together(page: Page, decision: Decision, because: str = "") -> tuple[Decision, ...]:
    """Takes back a decision and all that was signed with it; gives those that were taken back.

    A coder takes back what is their own, a reviewer what anybody decided. Raises NotAllowed, and UsageError where
    nothing of it stands any more.
    """
    page.require(role_to_undo(decision, page.visitor.name))
    decisions = page.office.record.decisions()
    undone = find_undone(decisions)
    together = [each for each in signed_with(decision, decisions) if each.id not in undone]
    if not together:
        by = undone[decision.id].by if decision.id in undone else decision.by
        raise UsageError(f"This was taken back by {by} already; the list of decisions can bring it back.")
    reason = check_reason(because) or TAKEN_BACK
    sign_acts(page, (Act(DecisionKind.UNDO, each.target, each.id) for each in together), reason)
    return tuple(together)


def role_to_undo(decision: Decision, name: str) -> Role:
    """Who takes a decision back: a coder what is their own, a reviewer anybody's and whatever withholds."""
    is_own = decision.by == name and decision.kind is not DecisionKind.WITHHOLD
    return Role.CODER if is_own else Role.REVIEWER


def signed_with(decision: Decision, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """A decision and those that were signed in the same act: by the same person at the same instant."""
    return tuple(each for each in decisions if (each.by, each.at) == (decision.by, decision.at))


def check_reason(because: str) -> str:
    """A reason as it is kept. Raises UsageError where it is longer than anybody reads."""
    if len(because) > LONGEST_REASON:
        raise UsageError(f"The reason has {len(because)} letters; {LONGEST_REASON} are the most. Say it shorter.")
    return because.strip()
