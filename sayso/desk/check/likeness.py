"""Likeness: claims to which a correction that was made fits too.

A correction changes the claim that it was made on, so the claim is put back as it was before others are compared with
it. Claims are compared that stand in reports on the same events, and in those that have the words which make a claim
alike: the word that tells of it, the words of saying, those of the corrected part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.desk.page import Page
from sayso.errors import NotInRecord
from sayso.model.alike import Like, like, like_whole
from sayso.model.checking import Act, Checked, accept, amend, part_of, read_checked, reject
from sayso.model.claim import Claim, Mention, Quantity, RoleFiller, When
from sayso.model.decision import Decision, DecisionKind
from sayso.model.draft import Draft, Place, evidence_at, link_at, span_at, spans_at
from sayso.model.resolution import Resolution
from sayso.model.search import MOST_ROWS, Kind, Search
from sayso.model.snapshot import Snapshot


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


def find_like(page: Page, names: Iterable[str]) -> tuple[LikeCase, ...]:
    """The cases to which decisions on one claim fit too, in the order of the record; none after those on several.

    `names` are the decisions' identifiers. A claim of which something is withheld from the visitor is no case.
    """
    record = page.office.record
    made = [record.decision(name) for name in names]
    checked = [each for decision in made if isinstance(each := read_checked(decision), Checked)]
    if len({each.draft.id for each in checked}) != 1:
        return ()
    try:
        whole = record.around_report(checked[0].draft.report)
    except NotInRecord:
        return ()
    whole = _look_wider(page, whole, checked)
    shown = {claim for each in page.record.conceal(whole).resolutions for claim in each.claims}
    snapshot = put_back(whole, checked[0].draft)
    return tuple(case for each in checked for case in _find(each, snapshot) if case.like.claim in shown)


def _look_wider(page: Page, around: Snapshot, checked: Sequence[Checked]) -> Snapshot:
    """The reports around, and of the whole record those told last that have the words by which claims are alike."""
    known = {each.report.id for each in around.resolutions}
    phrases = dict.fromkeys(phrase for each in checked for phrase in _list_phrases(each, around))
    found = (
        row.id
        for phrase in phrases
        for row in page.record.search(Search(kind=Kind.REPORT, words=f'"{phrase}"', per_page=MOST_ROWS)).rows
    )
    wider = page.office.record.only_reports({id_ for id_ in found if id_ not in known})
    return replace(around, resolutions=(*around.resolutions, *wider.resolutions))


def _list_phrases(checked: Checked, around: Snapshot) -> Iterator[str]:
    """The words by which other claims would be alike: of the claim as it was decided on."""
    draft, part = checked.draft, checked.part
    text = next((each.report.text for each in around.resolutions if each.report.version == draft.version), "")
    cue = draft.said[0].cue if draft.said else None
    places = [draft.trigger, cue, *(draft.words if part is None else _places_of(draft, part))]
    for place in places:
        if place and (phrase := text[slice(*place)].replace('"', " ").strip()):
            yield phrase


def _places_of(draft: Draft, part: str) -> Iterator[Place]:
    """The places of a part that is words; none of a part that is a choice, or that nobody said."""
    value = part_of(draft, part)
    for each in value if isinstance(value, tuple) else ():
        if isinstance(each, tuple):
            yield each
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], int):
        yield value


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
