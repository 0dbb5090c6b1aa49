"""Checking: what a person decides of claims and attributions, as acts that name words.

Each function gives the kind, the target and the value of a decision, to be signed and kept. What they do to a
reading is in `revision.py`; a claim that was split or two that were merged are several acts, in order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.decision import Decision, DecisionKind, Target, standing
from sayso.model.draft import (
    AttributionDraft,
    Draft,
    Place,
    Step,
    draft_of,
    nest,
    place_of,
    read_draft,
    read_place,
    read_places,
    read_step,
    write_draft,
    write_step,
)
from sayso.model.values.stance import Basis, ClaimType, Role, Stance

#: What a decision on a claim or an attribution as a whole is about (`Target.field`).
CLAIM, ATTRIBUTION = "claim", "attribution"

#: That a person went through a report from its first word to its last (`Target.field` of an acceptance).
WHOLE = "whole"

#: What of a claim can be amended, and what each is called in `Target.field`; a role goes by its own name.
WORDS, TRIGGER, TYPE, STANCE, BASIS = "words", "trigger", "type", "stance", "basis"
SPEAKER, WHEN, MANNER, QUANTITIES = "speaker", "when", "manner", "quantities"
PARTS = (WORDS, TRIGGER, TYPE, STANCE, BASIS, SPEAKER, *map(str, Role), WHEN, MANNER, QUANTITIES)

#: What a part can be set to: a word of ours, a place (None: nothing), places, or who says it, nearest first.
Value = ClaimType | Stance | Basis | Place | None | tuple[Place, ...] | tuple[Step, ...]


class Act(NamedTuple):
    """A decision that is not yet signed."""

    kind: DecisionKind
    target: Target
    value: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A decision on a claim as its value has it.

    `draft` is the claim as it was decided on (of an amendment: before it). `after` is the decision that had touched
    the claim last, None if none had. `part` and `value` are what an amendment sets.
    """

    decision: Decision
    draft: Draft
    after: str | None = None
    part: str | None = None
    value: Value = None


def accept(claim: Claim, attributions: Sequence[Attribution]) -> Act:
    """It is so as shown: whatever later readings make of it, it stands so. `attributions` are those of its report."""
    return _act(DecisionKind.ACCEPT, draft_of(claim, attributions), after=claim.decided)


def accept_draft(draft: Draft, *, after: str | None = None) -> Act:
    """It is so as drafted; `after` is the decision that touched the claim last, None if none did."""
    _check(draft)
    return _act(DecisionKind.ACCEPT, draft, after=after)


def reject(claim: Claim, attributions: Sequence[Attribution]) -> Act:
    """The report says no such thing: the claim is gone, in every later reading too."""
    return _act(DecisionKind.REJECT, draft_of(claim, attributions), after=claim.decided)


def amend(claim: Claim, attributions: Sequence[Attribution], part: str, value: Value) -> Act:
    """One part of a claim is other than shown. Raises ValueError where the part cannot be that.

    `part` is one of `PARTS`. Places are those of the claim's version. `words` takes places; a role and `quantities`
    take places, none for nobody and nothing; `trigger`, `when` and `manner` a place or None; `speaker` takes steps,
    nearest first, none for the outlet's own voice.
    """
    draft = draft_of(claim, attributions)
    change(draft, part, value)
    row = {"claim": write_draft(draft), "to": _write_value(value), "after": claim.decided}
    return Act(DecisionKind.AMEND, _target(draft, part), _write(row))


def add(draft: Draft, attributions: Sequence[Attribution], *, nested: bool = True) -> Act:
    """A claim that the reader missed, with the attributions that it needs.

    `attributions` are those of its report: where the draft stands in the words of somebody, he passes it on (`nested`).
    Raises ValueError for a draft without words.
    """
    _check(draft)
    whole = nest(draft, attributions) if nested else draft
    return _act(DecisionKind.ADD, whole.identified())


def add_attribution(draft: AttributionDraft) -> Act:
    """An attribution that the reader missed: every claim in its content is then said by its source."""
    if not draft.content:
        raise ValueError("an attribution needs the words that are said")
    return _act_on_attribution(DecisionKind.ADD, draft)


def reject_attribution(attribution: Attribution, version: str) -> Act:
    """Nobody says so there: claims in its content are said by whoever is outside it, else by the outlet."""
    step = Step(
        place_of(attribution.sources[0]) if attribution.sources else None,
        place_of(attribution.cues[0]) if attribution.cues else None,
    )
    content = tuple(map(place_of, attribution.contents))
    return _act_on_attribution(DecisionKind.REJECT, AttributionDraft(attribution.report, version, step, content))


def split(claim: Claim, attributions: Sequence[Attribution], parts: Iterable[Draft]) -> tuple[Act, ...]:
    """Two claims or more where one was read, to be signed in this order."""
    return reject(claim, attributions), *(add(part, attributions, nested=False) for part in parts)


def merge(
    kept: Claim, gone: Claim, attributions: Sequence[Attribution], *, words: tuple[Place, ...] = ()
) -> tuple[Act, ...]:
    """One claim where two were read, in the words of both or in `words`; to be signed in this order.

    Raises ValueError for claims of two reports.
    """
    if (kept.report, kept.version) != (gone.report, gone.version):
        raise ValueError("claims of two reports are two claims; say that they are about one event instead")
    both = words or join_places([place_of(span) for claim in (kept, gone) for span in claim.evidence.spans])
    return reject(gone, attributions), amend(kept, attributions, WORDS, both)


def join_places(places: Iterable[Place]) -> tuple[Place, ...]:
    """Places in order, those that meet or touch as one."""
    joined: list[Place] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def mark_whole(report: str, version: str, claims: Sequence[Claim], attributions: Sequence[Attribution]) -> Act:
    """A person has checked this version of a report whole: these claims stand in it, and no other, in any reading."""
    return mark_whole_as(report, version, [draft_of(claim, attributions) for claim in claims])


def mark_whole_as(report: str, version: str, drafts: Sequence[Draft]) -> Act:
    """The same of claims as drafted."""
    row = {"claims": [write_draft(draft) for draft in drafts]}
    return Act(DecisionKind.ACCEPT, Target(report, version, field=WHOLE), _write(row))


def read_whole(decision: Decision) -> tuple[Draft, ...] | None:
    """The claims that stand in a report checked whole; None where this release cannot read it."""
    report, version = decision.target.report, decision.target.version
    if not (is_whole(decision) and report and version):
        return None
    try:
        rows = json.loads(decision.value)["claims"]
        return tuple(read_draft(row, report=report, version=version) for row in rows)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def find_whole(decisions: Iterable[Decision]) -> dict[tuple[str, str], Decision]:
    """The versions of reports (identifier, version) that somebody checked whole, each with who did so last."""
    marks = [each for each in standing(decisions) if is_whole(each)]
    return {(each.target.report or "", each.target.version or ""): each for each in marks}


def is_whole(decision: Decision) -> bool:
    """Whether a decision says that a whole report is checked."""
    return decision.kind is DecisionKind.ACCEPT and decision.target.field == WHOLE


def change(draft: Draft, part: str, value: Value) -> Draft:
    """The draft with one part set. Raises ValueError where the part cannot be that."""
    match part:
        case "words":
            changed = replace(draft, words=_places(part, value))
            _check(changed)
            return changed
        case "type":
            return replace(draft, type=ClaimType(_word(value)))
        case "stance":
            return replace(draft, stance=Stance(_word(value)))
        case "basis":
            return replace(draft, basis=Basis(_word(value)))
        case "speaker":
            return replace(draft, said=_steps(value))
        case "quantities":
            return replace(draft, quantities=_places(part, value))
        case "trigger":
            return replace(draft, trigger=_place(part, value))
        case "when":
            return replace(draft, when=_place(part, value))
        case "manner":
            return replace(draft, manner=_place(part, value))
    if part not in PARTS:
        raise ValueError(f"{part!r} is no part of a claim; choose one of {', '.join(PARTS)}")
    others = [(role, place) for role, place in draft.roles if role != part]
    filled = [(Role(part), place) for place in _places(part, value)]
    return replace(draft, roles=tuple(sorted([*others, *filled], key=lambda each: each[1])))


def part_of(draft: Draft, part: str) -> Value:
    """What a part of a draft is: what `change` takes. Raises ValueError for no part."""
    if part in (TYPE, STANCE, BASIS, TRIGGER, WHEN, MANNER, WORDS, QUANTITIES):
        value: Value = getattr(draft, part)
        return value
    if part == SPEAKER:
        return draft.said
    return tuple(place for role, place in draft.roles if role is Role(part))


def is_of_claims(decision: Decision) -> bool:
    """Whether a decision is on a claim or an attribution."""
    match decision.kind:
        case DecisionKind.ACCEPT:
            return decision.target.field == CLAIM
        case DecisionKind.ADD | DecisionKind.REJECT:
            return decision.target.field in (CLAIM, ATTRIBUTION)
        case DecisionKind.AMEND:
            return decision.target.field in PARTS
    return False


def read_checked(decision: Decision) -> Checked | AttributionDraft | None:
    """What a decision on a claim or an attribution says; None where this release cannot read it."""
    report, version = decision.target.report, decision.target.version
    if not (is_of_claims(decision) and report and version):
        return None
    try:
        row = json.loads(decision.value)
        if decision.target.field == ATTRIBUTION:
            return AttributionDraft(report, version, read_step(row["step"]), read_places(row["content"]))
        draft = read_draft(row["claim"], report=report, version=version)
        if decision.kind is not DecisionKind.AMEND:
            return Checked(decision, draft, row.get("after"))
        part = decision.target.field or ""
        value = _read_value(part, row["to"])
        change(draft, part, value)
        return Checked(decision, draft, row.get("after"), part, value)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _act(kind: DecisionKind, draft: Draft, *, after: str | None = None) -> Act:
    return Act(kind, _target(draft, CLAIM), _write({"claim": write_draft(draft), "after": after}))


def _act_on_attribution(kind: DecisionKind, draft: AttributionDraft) -> Act:
    start, end = draft.content[0][0], draft.content[-1][1]
    row = {"step": write_step(draft.step), "content": [list(place) for place in draft.content]}
    return Act(kind, Target(draft.report, draft.version, start, end, field=ATTRIBUTION), _write(row))


def _target(draft: Draft, field: str) -> Target:
    return Target(draft.report, draft.version, draft.start, draft.end, field=field)


def _write(row: Mapping[str, Any]) -> str:
    kept = {key: value for key, value in row.items() if value is not None or key == "to"}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def _write_value(value: Value) -> Any:
    if isinstance(value, tuple):
        return [write_step(each) if isinstance(each, Step) else each for each in value]
    return value if value is None else str(value)


def _read_value(part: str, row: Any) -> Value:
    match part:
        case "type":
            return ClaimType(row)
        case "stance":
            return Stance(row)
        case "basis":
            return Basis(row)
        case "trigger" | "when" | "manner":
            return read_place(row)
        case "speaker":
            return tuple(read_step(step) for step in row)
    return read_places(row)


def _check(draft: Draft) -> None:
    if not draft.words or any(start >= end for start, end in draft.words):
        raise ValueError("a claim needs words of its report")
    if list(draft.words) != sorted(draft.words):
        raise ValueError("the words of a claim stand in the order of the text")


def _word(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _places(part: str, value: Value) -> tuple[Place, ...]:
    if not isinstance(value, tuple) or not all(_is_place(each) for each in value):
        raise ValueError(f"{part} takes places of words, not {value!r}")
    return tuple((each[0], each[1]) for each in value)  # type: ignore[index]  # looked at above


def _place(part: str, value: Value) -> Place | None:
    if value is not None and not _is_place(value):
        raise ValueError(f"{part} takes the place of its words, or none, not {value!r}")
    return value  # type: ignore[return-value]  # looked at above


def _steps(value: Value) -> tuple[Step, ...]:
    if not isinstance(value, tuple) or not all(isinstance(each, Step) for each in value):
        raise ValueError(f"speaker takes steps, nearest first, not {value!r}")
    return value  # type: ignore[return-value]  # looked at above


def _is_place(value: object) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and all(isinstance(each, int) for each in value)
