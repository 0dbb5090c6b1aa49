"""Deciding: a visitor's signed act is kept, and what follows from it is asked for."""

from __future__ import annotations

import time

from sayso.desk.page import Page
from sayso.desk.worker import FOLLOW
from sayso.model.decision import Decision, DecisionKind, Target
from sayso.model.decision import sign as sign_decision
from sayso.people import Role

_ASKS_EVERY_SECONDS = 0.03
_WHY = "checked against the words"
LONGEST_REASON = 2_000  # letters


def sign(
    page: Page, kind: DecisionKind, target: Target, value: str, because: str = "", *, wait: bool = True
) -> Decision:
    """Signs a decision as the visitor, keeps it, and waits a little for what follows from it.

    Without `wait` the page goes on at once, for a queue that is worked through quickly.
    Raises NotLoggedIn or NotAllowed for anybody below a coder.
    """
    page.require(Role.CODER)
    reason = because.strip()[:LONGEST_REASON] or _WHY
    decision = sign_decision(kind, target, value, by=page.visitor.name, at=page.office.now(), because=reason)
    page.record.add_decision(decision)
    follow(page, decision, wait=wait)
    return decision


def follow(page: Page, *decisions: Decision, wait: bool = True) -> bool:
    """Has the worker derive what follows from decisions that are kept; whether it was done while the page waited."""
    job = page.people.jobs.add(FOLLOW, by=page.visitor.name, decisions=[each.id for each in decisions])
    page.office.hurry()
    until = time.monotonic() + (page.office.waits_seconds if wait else 0)
    while not (over := page.people.jobs.find(job.id).is_over) and time.monotonic() < until:
        time.sleep(_ASKS_EVERY_SECONDS)
    return over
