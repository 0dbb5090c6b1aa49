"""Sheet: one reading while persons' decisions are applied to it, in the order of their dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model.checking import SPEAKER, Checked, Value, change, is_whole, read_checked, read_whole
from sayso.model.claim import Claim
from sayso.model.decision import Decision, DecisionKind, find_undone, standing
from sayso.model.draft import (
    AttributionDraft,
    Draft,
    Step,
    WordsGone,
    draft_of,
    evidence_at,
    move_draft,
    move_place,
    move_places,
    place_of,
)
from sayso.model.reading import Reading
from sayso.model.revision.overlay import certify, lay_over, make_blank
from sayso.model.revision.recognition import Held, Sought, find_like, find_named, find_same
from sayso.model.revision.saying import Sayings, are_inside, attribute, unattribute


@dataclass(slots=True)
class Sheet:
    """Claims and attributions as far as decisions were applied; the lists change, the records in them never do."""

    version: str
    text: str
    held: list[Held]
    sayings: Sayings
    texts: Mapping[str, str]
    made: Mapping[str, Decision]
    undone: frozenset[str]

    @classmethod
    def open(cls, reading: Reading, decisions: Iterable[Decision], texts: Mapping[str, str]) -> Sheet:
        """The reading as it was read; `decisions` are all on its report, those taken back too."""
        every, text = list(decisions), texts.get(reading.version, "")
        return cls(
            version=reading.version,
            text=text,
            held=[Held(claim) for claim in reading.claims],
            sayings=Sayings(reading.report, reading.version, text, list(reading.attributions)),
            texts=texts,
            made={each.id: each for each in every},
            undone=_list_undone(every),
        )

    def take(self, decision: Decision) -> bool:
        """Applies a decision; false where it finds nothing. Raises WordsGone where its words are not in this text."""
        if is_whole(decision):
            return self._take_whole(decision)
        checked = read_checked(decision)
        if checked is None:  # a newer release's way to write it
            return False
        if isinstance(checked, AttributionDraft):
            self._take_attribution(decision, self._move_attribution(checked))
            return True
        sought = self._seek(checked)
        match decision.kind:
            case DecisionKind.REJECT:
                self._drop(sought)
                return True
            case DecisionKind.AMEND:
                return self._amend(checked, sought)
        found = find_same(self.held, sought, self.text, was_read=decision.kind is DecisionKind.ACCEPT)
        self._put(sought.draft, decision, found)
        return True

    def _seek(self, checked: Checked) -> Sought:
        """What a decision is on; one that was made after another that is taken back is on what that one was on."""
        made = self.made.get(checked.after or "")
        met: set[str] = set()
        while made is not None and made.id in self.undone and made.id not in met:
            met.add(made.id)
            earlier = read_checked(made)
            if not isinstance(earlier, Checked):
                break
            if made.kind is DecisionKind.ADD:
                return Sought(self._move(earlier.draft), is_void=True)
            checked, made = earlier, self.made.get(earlier.after or "")
        touched_by = made.id if made is not None and made.id not in self.undone else None
        return Sought(self._move(checked.draft), touched_by)

    def _drop(self, sought: Sought) -> None:
        """Rejects: the claim itself, else whatever stands in its words, of its type and by its speaker."""
        named = find_named(self.held, sought)
        gone = [named] if named else find_like(self.held, sought.draft, self.text)
        self.held = [each for each in self.held if each not in gone]

    def _amend(self, checked: Checked, sought: Sought) -> bool:
        """Sets one part of a claim; of one that no reading finds, of the claim as it was decided on."""
        part, value = checked.part or "", self._move_value(checked)
        wanted = change(sought.draft, part, value)
        found = find_same(self.held, sought, self.text) or find_same(self.held, Sought(wanted), self.text)
        if found is None:
            if not sought.is_void:
                self._put(wanted, checked.decision, None)
            return not sought.is_void
        was = draft_of(found.claim, self.sayings.attributions)
        now = replace(change(was, part, value), id=sought.draft.id or was.id)
        self._replace(found, certify(self._lay_over(found.claim, was, now), part), checked.decision)
        return True

    def _put(self, draft: Draft, decision: Decision, found: Held | None) -> None:
        """A claim as a person has it, in place of what was read of it."""
        claim = found.claim if found else make_blank(draft, decision.by, self.text)
        was = draft_of(claim, self.sayings.attributions if found else ())
        laid = self._lay_over(claim, was, replace(draft, id=draft.id or claim.id))
        self._replace(found, replace(laid, confidence=1.0, certainty=None), decision)

    def _lay_over(self, claim: Claim, was: Draft, now: Draft) -> Claim:
        laid = lay_over(claim, was, now, self.text)
        return laid if was.said == now.said else replace(laid, said_in=self.sayings.hang(now))

    def _replace(self, found: Held | None, claim: Claim, decision: Decision) -> None:
        """Puts a claim in the place of another, or last; no other claim bears its name."""
        new = Held(replace(claim, decided=decision.id), (found.touched if found else frozenset()) | {decision.id})
        rest = [new if each is found else each for each in self.held] if found else [*self.held, new]
        self.held = [each for each in rest if each is new or each.claim.id != claim.id]

    def _take_whole(self, decision: Decision) -> bool:
        """The claims of a report that a person checked whole stand as they stood then; in that version, no others.

        False where words of one are gone.
        """
        drafts = read_whole(decision)
        if drafts is None:  # a newer release's way to write it
            return False
        found = [self._put_any(draft, decision) for draft in drafts]
        if decision.target.version == self.version:
            self.held = [each for each in self.held if decision.id in each.touched]
        return all(found)

    def _put_any(self, draft: Draft, decision: Decision) -> bool:
        try:
            moved = self._move(draft)
            self._put(moved, decision, find_same(self.held, Sought(moved), self.text))
        except WordsGone:
            return False
        return True

    # Who says so

    def _take_attribution(self, decision: Decision, draft: AttributionDraft) -> None:
        if decision.kind is DecisionKind.ADD:
            self._add_attribution(decision, draft)
        else:
            self._drop_attribution(decision, draft)

    def _add_attribution(self, decision: Decision, draft: AttributionDraft) -> None:
        """An attribution that a person added, and its source as a speaker of every claim in its content."""
        name = self.sayings.put(draft.step, draft.content)
        self.sayings.nest(name, draft.content)
        has_speaker = bool(draft.step.source or draft.step.name)
        for held in list(self.held) if has_speaker else ():
            inside = are_inside(map(place_of, held.claim.evidence.spans), draft.content)
            self._swap(held, attribute(held.claim, draft, name, self.text) if inside else held.claim, decision)

    def _drop_attribution(self, decision: Decision, draft: AttributionDraft) -> None:
        """Takes out an attribution that nobody makes; its claims are said by whoever is outside it."""
        for gone in self.sayings.drop(draft):
            for held in list(self.held):
                self._swap(held, unattribute(held.claim, draft, gone), decision)

    def _swap(self, held: Held, claim: Claim, decision: Decision) -> None:
        if claim != held.claim:
            self._replace(held, claim, decision)

    # In today's version

    def _move(self, draft: Draft) -> Draft:
        """The draft in today's version. Raises WordsGone."""
        if draft.version != self.version:
            return move_draft(draft, self.texts.get(draft.version, ""), self.text, self.version)
        evidence_at(draft.words, self.text)
        return draft

    def _move_value(self, checked: Checked) -> Value:
        """What an amendment sets, in today's version. Raises WordsGone."""
        value, version = checked.value, checked.draft.version
        if version == self.version or not isinstance(value, tuple) or not value:
            return value
        was, now = self.texts.get(version, ""), self.text
        near = self._move(checked.draft).start - checked.draft.start
        if checked.part == SPEAKER:
            return tuple(_move_step(each, was, now, near) for each in value if isinstance(each, Step))
        if isinstance(value[0], int):
            return move_places([(value[0], value[1])], was, now, near)[0]
        return move_places([each for each in value if isinstance(each, tuple)], was, now, near)

    def _move_attribution(self, draft: AttributionDraft) -> AttributionDraft:
        """The attribution in today's version. Raises WordsGone."""
        if draft.version == self.version:
            return draft
        was, now = self.texts.get(draft.version, ""), self.text
        content = move_places(draft.content, was, now)
        step = _move_step(draft.step, was, now, content[0][0] - draft.content[0][0])
        return AttributionDraft(draft.report, self.version, step, content)


def _move_step(step: Step, was: str, now: str, near: int) -> Step:
    """A step that a person set, in another version. Raises WordsGone where the speaker's words are gone."""
    source = move_places([step.source], was, now, near)[0] if step.source else None
    return replace(step, source=source, cue=move_place(step.cue, was, now, near) if step.cue else None)


def _list_undone(decisions: Sequence[Decision]) -> frozenset[str]:
    """The decisions that are taken back."""
    force = {each.id for each in standing(decisions)}
    return frozenset(each for each in find_undone(decisions) if each not in force)
