"""Decision: what a person decides is signed, kept and followed."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.errors import UsageError
from sayso.model.decision import Decision, DecisionKind, Target, check_report_field, sign
from sayso.pipeline.deriving import derive
from sayso.pipeline.reading import read_again
from sayso.workshop import Workshop


def decide(report: str, field: str, value: str, *, because: str, shop: Workshop) -> Decision:
    """A person says of a report what its page does not: a signed decision, which is followed at once.

    Raises UsageError when the value cannot be so.
    """
    if wrong := check_report_field(field, value):
        raise UsageError(wrong)
    decision = propose(DecisionKind.SET, Target(report, field=field), value, because=because, shop=shop)
    take_in(decision, shop)
    return decision


def propose(kind: DecisionKind, target: Target, value: str, *, because: str, shop: Workshop) -> Decision:
    """A decision signed and dated, but not kept: see with `foresee` what it would change, then `take_in`."""
    return sign(kind, target, value, by=shop.user, at=shop.now(), because=because)


def take_in(decision: Decision, shop: Workshop) -> None:
    """A decision is kept and followed."""
    take_in_all([decision], shop)


def take_in_all(decisions: Sequence[Decision], shop: Workshop) -> None:
    """Decisions are kept, in this order, and followed together."""
    for decision in decisions:
        shop.record.add_decision(decision)
    follow(decisions, shop)


def follow(decisions: Sequence[Decision], shop: Workshop) -> None:
    """What follows from decisions that are kept is derived; reports whose language they change are read again first."""
    changed = {decision.target.report for decision in decisions if decision.target.field == "language"}
    if changed:
        read_again([report for report in shop.record.reports() if report.id in changed], shop)
    derive(shop)
