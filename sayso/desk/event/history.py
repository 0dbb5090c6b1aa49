"""History of an event: which decisions of persons are about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.desk.event.reach import Reach
from sayso.model.assessment import read_credibility
from sayso.model.claim import Claim
from sayso.model.decision import Decision, DecisionKind
from sayso.model.event import Event
from sayso.model.passage import Passage, read_passage
from sayso.model.ruling import read_pair

Place = tuple[str, int, int]


def list_decisions(reach: Reach, event: Event) -> tuple[Decision, ...]:
    """Decisions on the event's words, on its voices and on its reports as a whole, and what takes one of them back."""
    claims = reach.all_claims(event.claims)
    reports = {claim.report for claim in claims}
    made = reach.snapshot.decisions
    found = {decision.id for decision in made if _is_about(decision, claims, reports)}
    while more := {each.id for each in made if each.kind is DecisionKind.UNDO and each.value in found} - found:
        found |= more
    return tuple(decision for decision in made if decision.id in found)


def _is_about(decision: Decision, claims: Iterable[Claim], reports: set[str]) -> bool:
    if decision.kind is DecisionKind.UNDO or decision.target.known is not None:
        return False
    places = list(_places(decision))
    if not places:
        return decision.target.report in reports
    return any(_touches(place, claim) for place in places for claim in claims)


def _places(decision: Decision) -> Iterator[Place]:
    """The words that a decision names; none where it is about a whole report."""
    target = decision.target
    if target.report and target.start is not None and target.end is not None:
        yield target.report, target.start, target.end
    for passage in _passages(decision):
        yield passage.report, passage.start, passage.end


def _passages(decision: Decision) -> tuple[Passage, ...]:
    try:
        if decision.kind is DecisionKind.GRADE:
            return (read_passage(read_credibility(decision.value)[1]),)
        if decision.kind in (DecisionKind.MERGE, DecisionKind.SPLIT):
            return read_pair(decision.value)
    except ValueError:  # of a newer release, or of no passage
        pass
    return ()


def _touches(place: Place, claim: Claim) -> bool:
    report, start, end = place
    return claim.report == report and any(span.start < end and start < span.end for span in claim.evidence.spans)
