"""Likeness: claims to which a correction that was made fits too.

A correction changes the claim that it was made on, so the claim is put back as it was before others are compared with
it. Claims are compared that stand in reports on the same events.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.errors import NotInRecord
from sayso.model.alike import Like, like, like_whole
from sayso.model.checking import Act, Checked, accept, amend, read_checked, reject
from sayso.model.claim import Claim, Mention, Quantity, RoleFiller, When
from sayso.model.decision import Decision, DecisionKind
from sayso.model.draft import Draft, evidence_at, link_at, span_at, spans_at
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot
from sayso.record import Record


@dataclass(frozen=True, slots=True)
class LikeCase:
    """A claim that a decision fits too, and the act that would make it so there."""

    decision: Decision
    like: Like
    act: Act

    @property
    def key(self) -> str:
        """What names the case in a form."""
        return f"{self.like.claim.id}:{self.act.target.field}"


def count_like(record: Record, made: Sequence[Decision]) -> int:
    """How many claims what was just decided of one claim fits too; 0 after decisions on several."""
    return len(find_like(record, made)) if made else 0


def find_like(record: Record, made: Iterable[Decision]) -> tuple[LikeCase, ...]:
    """The cases to which decisions on one claim fit too, in the order of the record."""
    checked = [each for decision in made if isinstance(each := read_checked(decision), Checked)]
    if len({each.draft.id for each in checked}) != 1:
        return ()
    try:
        snapshot = put_back(record.around_report(checked[0].draft.report), checked[0].draft)
    except NotInRecord:
        return ()
    return tuple(case for each in checked for case in _find(each, snapshot))


def put_back(snapshot: Snapshot, draft: Draft) -> Snapshot:
    """The snapshot with a claim as it was when it was decided on."""

    def restore(resolution: Resolution) -> Resolution:
        if resolution.report.id != draft.report or resolution.report.version != draft.version:
            return resolution
        rest = [claim for claim in resolution.claims if claim.id != draft.id]
        return replace(resolution, claims=(*rest, _claim_of(draft, resolution.report.text)))

    return replace(snapshot, resolutions=tuple(map(restore, snapshot.resolutions)))


def _find(checked: Checked, snapshot: Snapshot) -> list[LikeCase]:
    claims = {claim.id: claim for each in snapshot.resolutions for claim in each.claims}
    claim = claims.get(checked.draft.id or "")
    if claim is None:
        return []
    match checked.decision.kind:
        case DecisionKind.AMEND:
            part = checked.part or ""
            found = like(claim, part, checked.value, snapshot)
            acts = [amend(each.claim, each.resolution.attributions, part, each.value) for each in found]
        case DecisionKind.ACCEPT | DecisionKind.REJECT:
            decide = accept if checked.decision.kind is DecisionKind.ACCEPT else reject
            found = like_whole(claim, snapshot)
            acts = [decide(each.claim, each.resolution.attributions) for each in found]
        case _:
            return []
    return [LikeCase(checked.decision, each, act) for each, act in zip(found, acts, strict=True)]


def _claim_of(draft: Draft, text: str) -> Claim:
    """The claim that a draft was made of, as far as a comparison needs it."""
    return Claim(
        id=draft.id or "",
        report=draft.report,
        version=draft.version,
        type=draft.type,
        stance=draft.stance,
        evidence=evidence_at(draft.words, text),
        trigger=span_at(draft.trigger, text) if draft.trigger else None,
        roles=tuple(RoleFiller(role, Mention.at(span_at(place, text))) for role, place in draft.roles),
        when=When(span_at(draft.when, text)) if draft.when else None,
        quantities=tuple(map(Quantity, spans_at(draft.quantities, text))),
        manner=span_at(draft.manner, text) if draft.manner else None,
        basis=draft.basis,
        chain=tuple(link_at(step, text) for step in draft.said),
    )
