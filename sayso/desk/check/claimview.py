"""One claim to check: its words in their context, who says so, its event, and what it can become."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.desk.check.sheet import find_resolution, sort_attributions, sort_claims
from sayso.desk.marked import Piece, mark_text, marks_of
from sayso.errors import NotInRecord
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.conflict import Conflict
from sayso.model.decision import Decision
from sayso.model.draft import Place
from sayso.model.event import Event
from sayso.model.report import Report
from sayso.model.snapshot import Snapshot
from sayso.model.title import Title, title_of

_NEIGHBOURS = 8  # claims of the same report that it may be one with
_MOST_LETTERS = 1500  # of context on either side


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim to check. `first` is where in the text the shown context begins, `near` are the claims next to it.

    `is_withheld`: something of it is not shown to this visitor, who can then not decide of it. `acting` are the
    attributions that acts are made from.
    """

    claim: Claim
    report: Report
    attributions: tuple[Attribution, ...]
    pieces: tuple[Piece, ...]
    first: int
    event: Event | None
    event_title: Title | None
    conflicts: tuple[Conflict, ...]
    near: tuple[Claim, ...]
    decisions: tuple[Decision, ...]
    texts: Mapping[str, str]
    is_withheld: bool
    acting: tuple[Attribution, ...]


def view_claim(snapshot: Snapshot, whole: Snapshot, claim: str, report: str) -> ClaimView:
    """The view of a claim; `snapshot` is around its report, as shown and whole. Raises NotInRecord where it is gone."""
    resolution, acting = find_resolution(snapshot, report), find_resolution(whole, report)
    found = next((each for each in resolution.claims if each.id == claim), None)
    if found is None:
        raise NotInRecord(f"{claim}: is no claim of its report any more; look at the report")
    event = next((each for each in snapshot.corroboration.events if claim in each.claims), None)
    text = resolution.report.text
    context = find_context(text, (found.evidence.start, found.evidence.end))
    by_place = sort_claims(resolution.claims)
    return ClaimView(
        claim=found,
        report=resolution.report,
        attributions=sort_attributions(resolution.attributions),
        pieces=mark_text(text, marks_of([found], resolution.attributions), within=context),
        first=context[0],
        event=event,
        event_title=_title(snapshot, event),
        conflicts=_find_conflicts(event, claim),
        near=_list_near(found, by_place),
        decisions=tuple(each for each in snapshot.decisions if _is_on(each, found)),
        texts={**snapshot.texts, found.version: text},
        is_withheld=found not in acting.claims,
        acting=acting.attributions,
    )


def find_context(text: str, place: Place) -> Place:
    """The paragraph of a place, with the one before it and the one after it."""
    start, end = _begin(text, place[0]), _end(text, place[1])
    before = len(text[:start].rstrip("\n"))
    after = len(text) - len(text[end:].lstrip("\n"))
    start, end = _begin(text, before) if before else 0, _end(text, after)
    return max(start, place[0] - _MOST_LETTERS), min(end, place[1] + _MOST_LETTERS)


def _begin(text: str, at: int) -> int:
    """Where the line of a place begins."""
    return text.rfind("\n", 0, at) + 1


def _end(text: str, at: int) -> int:
    """Where the line of a place ends."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _title(snapshot: Snapshot, event: Event | None) -> Title | None:
    if event is None:
        return None
    members = set(event.claims)
    return title_of(event, [each for one in snapshot.resolutions for each in one.claims if each.id in members])


def _find_conflicts(event: Event | None, claim: str) -> tuple[Conflict, ...]:
    """The conflicts in which a claim stands on one side."""
    if event is None:
        return ()
    return tuple(each for each in event.conflicts if any(claim in side for side in each.between))


def _list_near(claim: Claim, by_place: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims whose words stand nearest, in the order of the text."""
    others = [each for each in by_place if each.id != claim.id]
    nearest = sorted(others, key=lambda each: abs(each.evidence.start - claim.evidence.start))[:_NEIGHBOURS]
    return sort_claims(nearest)


def _is_on(decision: Decision, claim: Claim) -> bool:
    """Whether a decision is on words of the claim, or takes back one that is."""
    target = decision.target
    if target.report != claim.report or target.start is None or target.end is None:
        return False
    return target.start < claim.evidence.end and claim.evidence.start < target.end
