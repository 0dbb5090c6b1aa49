"""Revision: what persons decided of claims, brought to whatever reading stands.

A reading comes and goes with its reader; a decision finds its claim again by words, type and speaker (rule 1 of
the design). Decisions are applied in the order of their dates to the reading before anything is resolved, so that a
claim that a person added is resolved, dated and corroborated like any other. Pure: taking a decision back gives
exactly what was.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.model.attribution import Attribution, identify_attribution
from sayso.model.checking import (
    SPEAKER,
    STANCE,
    TRIGGER,
    TYPE,
    WORDS,
    Checked,
    Value,
    change,
    is_of_claims,
    read_checked,
)
from sayso.model.claim import Claim, Link, Mention, Quantity, RoleFiller, When
from sayso.model.decision import Decision, DecisionKind, find_undone, standing
from sayso.model.draft import (
    AttributionDraft,
    Draft,
    Place,
    Step,
    WordsGone,
    draft_of,
    evidence_at,
    link_at,
    move_draft,
    move_place,
    move_places,
    place_of,
    span_at,
    spans_at,
)
from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.values.span import Span
from sayso.model.values.stance import Stance

#: Shared characters over all characters of both, from which on words without a trigger are the same claim's.
SAME = 0.5

#: Of two words for one event, one is what the other does ("launched an attack"): nothing may part them.
_PARTED = re.compile(r"[,.;:!?\n]|\b(?:and|or|but|while|then)\b|.{25}", re.IGNORECASE | re.DOTALL)

#: At one instant: what goes makes room for what comes.
_ORDER = (DecisionKind.REJECT, DecisionKind.AMEND, DecisionKind.ACCEPT, DecisionKind.ADD)


@dataclass(frozen=True, slots=True)
class Revised:
    """A reading as persons see it, and the decisions in force that find nothing in it: they wait for a person."""

    reading: Reading
    lost: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class RevisedAll:
    """Readings of many reports as persons see them, in the order given, and the decisions that find nothing in any."""

    readings: tuple[tuple[Report, Reading], ...]
    lost: tuple[Decision, ...] = ()


def revise_all(
    readings: Iterable[tuple[Report, Reading]], decisions: Iterable[Decision], texts: Mapping[str, str]
) -> RevisedAll:
    """Every reading with the decisions on its report; `texts` are clean texts by version (other versions' words)."""
    by_report: dict[str, list[Decision]] = defaultdict(list)
    every = list(decisions)
    for decision in every:
        if is_of_claims(decision):
            by_report[decision.target.report or ""].append(decision)
    undoing = [each for each in every if each.kind is DecisionKind.UNDO]
    revised, lost, met = [], list[Decision](), set()
    for report, reading in readings:
        mine = by_report.get(report.id, ())
        met.add(report.id)
        if not mine:
            revised.append((report, reading))
            continue
        done = revise(reading, [*mine, *undoing], {**texts, report.version: report.text})
        revised.append((report, done.reading))
        lost += done.lost
    gone = [each for each in standing(every) if is_of_claims(each) and each.target.report not in met]
    return RevisedAll(tuple(revised), (*lost, *gone))


def list_lost(
    resolutions: Iterable[Resolution], decisions: Iterable[Decision], texts: Mapping[str, str]
) -> tuple[Decision, ...]:
    """Decisions on claims that find nothing in the record as it stands."""
    shown = [(each.report, _reading_of(each)) for each in resolutions]
    return revise_all(shown, decisions, texts).lost


def revise(reading: Reading, decisions: Iterable[Decision], texts: Mapping[str, str]) -> Revised:
    """The reading with all decisions in force on its claims and attributions; those on others are passed over.

    `texts` are clean texts by version and have the reading's own. Claims stay in their order; what no reading finds
    comes last.
    """
    every = [each for each in decisions if each.target.report == reading.report or each.kind is DecisionKind.UNDO]
    force = [each for each in standing(every) if is_of_claims(each)]
    if not force:
        return Revised(reading)
    page = _Page.open(reading, every, texts)
    lost = []
    for decision in sorted(force, key=lambda each: (each.at, _ORDER.index(each.kind), each.id)):
        try:
            is_found = page.take(decision)
        except WordsGone:
            is_found = False
        lost += [] if is_found else [decision]
    claims = tuple(held.claim for held in page.held)
    return Revised(replace(reading, claims=claims, attributions=tuple(page.attributions)), tuple(lost))


@dataclass(frozen=True, slots=True)
class _Held:
    """A claim while decisions are applied, and the decisions that touched it."""

    claim: Claim
    touched: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Sought:
    """What a decision is on: the claim as it was then, in today's version, and the decision in force that made it so.

    `is_void`: a person added the claim and took that back.
    """

    draft: Draft
    touched_by: str | None = None
    is_void: bool = False


@dataclass(slots=True)
class _Page:
    """One reading while decisions are applied to it; its lists change, the records in them never do."""

    reading: Reading
    held: list[_Held]
    attributions: list[Attribution]
    texts: Mapping[str, str]
    made: Mapping[str, Decision]
    undone: frozenset[str]
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = self.texts.get(self.reading.version, "")

    @classmethod
    def open(cls, reading: Reading, decisions: Sequence[Decision], texts: Mapping[str, str]) -> _Page:
        held = [_Held(claim) for claim in reading.claims]
        made = {each.id: each for each in decisions}
        return cls(reading, held, list(reading.attributions), texts, made, _find_undone(decisions))

    def take(self, decision: Decision) -> bool:
        """Applies a decision; false where it finds nothing. Raises WordsGone where its words are not in this text."""
        checked = read_checked(decision)
        if checked is None:  # a newer release's way to write it
            return False
        if isinstance(checked, AttributionDraft):
            return self._take_attribution(decision, self._move_attribution(checked))
        sought = self._seek(checked)
        match decision.kind:
            case DecisionKind.REJECT:
                self._drop(sought)
                return True
            case DecisionKind.AMEND:
                return self._amend(checked, sought)
        self._put(sought.draft, decision, self._find_same(sought))
        return True

    # What a decision is on

    def _seek(self, checked: Checked) -> _Sought:
        """What a decision is on; one that was made after another that is taken back is on what that one was on."""
        made = self.made.get(checked.after or "")
        met = {checked.decision.id}
        while made is not None and made.id in self.undone and made.id not in met:
            met.add(made.id)
            earlier = read_checked(made)
            if not isinstance(earlier, Checked):
                break
            if made.kind is DecisionKind.ADD:
                return _Sought(self._move(earlier.draft), is_void=True)
            checked, made = earlier, self.made.get(earlier.after or "")
        touched_by = made.id if made is not None and made.id not in self.undone else None
        return _Sought(self._move(checked.draft), touched_by)

    def _move(self, draft: Draft) -> Draft:
        """The draft in today's version. Raises WordsGone."""
        if draft.version == self.reading.version:
            evidence_at(draft.words, self.text)
            return draft
        return move_draft(draft, self.texts.get(draft.version, ""), self.text, self.reading.version)

    def _find_same(self, sought: _Sought) -> _Held | None:
        """The claim that a decision is on: what an earlier one left, else that of its name, else that of its words."""
        return self._find_named(sought) or self._find_by_words(sought.draft)

    def _find_named(self, sought: _Sought) -> _Held | None:
        """What an earlier decision left, else the claim of the name under which it was seen: its words make a name."""
        touched = (held for held in self.held if sought.touched_by in held.touched)
        return next(touched, None) or next((held for held in self.held if held.claim.id == sought.draft.id), None)

    def _find_by_words(self, draft: Draft) -> _Held | None:
        """The claim of the same type and speaker with the same trigger, or nearly the same words.

        None that another decision is on: persons saw those two beside each other.
        """
        read = [each for each in self.held if not each.touched]
        same = [each for each in read if each.claim.type is draft.type and self._is_same(each.claim, draft)]
        spoken = _closest((each for each in same if _is_by(each.claim, draft)), draft)
        unspoken = [each for each in same if not each.claim.chain and each.claim.stance is draft.stance]
        return spoken or self._find_denial(draft) or _closest(unspoken, draft)  # the reader missed its speaker

    def _is_same(self, claim: Claim, draft: Draft) -> bool:
        shared = _overlap(claim, draft)
        trigger = claim.trigger and place_of(claim.trigger)
        if shared and trigger and draft.trigger:
            return _meet(trigger, draft.trigger) or (shared >= SAME and not self._are_parted(trigger, draft.trigger))
        return shared >= SAME

    def _are_parted(self, one: Place, other: Place) -> bool:
        """Whether two triggers are those of two happenings: "killed five and killed three"."""
        (_, start), (end, _) = sorted([one, other])
        return bool(_PARTED.search(self.text[start:end]))

    def _find_denial(self, draft: Draft) -> _Held | None:
        """The only claim under a denier's words: what he denies as "it" got the words of what he denies."""
        if draft.stance is not Stance.DENIED or not draft.said or not draft.said[0].cue:
            return None
        cue = draft.said[0].cue
        under = [
            held
            for held in self.held
            if not held.touched
            and held.claim.stance is Stance.DENIED
            and held.claim.chain
            and (mine := held.claim.chain[0].cue)
            and _meet(place_of(mine), cue)
        ]
        return under[0] if len(under) == 1 and _is_by(under[0].claim, draft) else None

    # What it does

    def _drop(self, sought: _Sought) -> None:
        """Rejects: the claim itself, else whatever stands in its words, of its type and by its speaker."""
        draft = sought.draft
        named = self._find_named(sought)
        if named:
            self.held.remove(named)
            return
        like = [
            each
            for each in self.held
            if not each.touched and each.claim.type is draft.type and _is_by(each.claim, draft)
        ]
        nearest = _closest((each for each in like if self._may_be(each.claim, draft)), draft)
        gone = [each for each in like if each is nearest or self._is_same(each.claim, draft)]
        gone = gone or [each for each in [self._find_denial(draft)] if each]
        self.held = [each for each in self.held if each not in gone]

    def _may_be(self, claim: Claim, draft: Draft) -> bool:
        if not _overlap(claim, draft):
            return False
        trigger = claim.trigger and place_of(claim.trigger)
        apart = trigger and draft.trigger and not _meet(trigger, draft.trigger)
        return not (trigger and draft.trigger and apart and self._are_parted(trigger, draft.trigger))

    def _amend(self, checked: Checked, sought: _Sought) -> bool:
        value = self._move_value(checked)
        wanted = change(sought.draft, checked.part or "", value)
        found = self._find_same(sought) or self._find_same(_Sought(wanted))
        if found is None and sought.is_void:
            return False
        if found is None:
            self._put(wanted, checked.decision, None)
            return True
        was = draft_of(found.claim, self.attributions)
        now = replace(change(was, checked.part or "", value), id=sought.draft.id or was.id)
        claim = self._lay_over(found.claim, was, now)
        self._replace(found, _certify(claim, checked.part or ""), checked.decision)
        return True

    def _put(self, draft: Draft, decision: Decision, found: _Held | None) -> None:
        """A claim as a person has it, in place of what was read of it."""
        if found is None:
            blank = _make_blank(draft, decision.by, self.text)
            claim = self._lay_over(blank, draft_of(blank, ()), draft)
            self._replace(None, replace(claim, confidence=1.0, certainty=None), decision)
            return
        was = draft_of(found.claim, self.attributions)
        claim = self._lay_over(found.claim, was, replace(draft, id=draft.id or was.id))
        self._replace(found, replace(claim, confidence=1.0, certainty=None), decision)

    def _replace(self, found: _Held | None, claim: Claim, decision: Decision) -> None:
        """Puts a claim in the place of another, or last; no other claim bears its name."""
        decided = replace(claim, decided=decision.id)
        new = _Held(decided, (found.touched if found else frozenset()) | {decision.id})
        place = self.held.index(found) if found else len(self.held)
        rest = [each if each is not found else new for each in self.held] if found else [*self.held, new]
        self.held = [each for at, each in enumerate(rest) if at == place or each.claim.id != claim.id]

    def _lay_over(self, claim: Claim, was: Draft, now: Draft) -> Claim:
        """The claim with all that is other in a draft; what is the same keeps what the reader knew of it."""
        text = self.text
        claim = replace(claim, id=now.id or claim.id, type=now.type, stance=now.stance, basis=now.basis)
        if was.words != now.words:
            claim = replace(claim, evidence=evidence_at(now.words, text))
        if was.trigger != now.trigger:
            claim = replace(claim, trigger=_span(now.trigger, text))
        if was.roles != now.roles:
            roles = (RoleFiller(role, Mention.at(span_at(place, text))) for role, place in now.roles)
            claim = replace(claim, roles=tuple(roles))
        if was.when != now.when:
            claim = replace(claim, when=When(span_at(now.when, text)) if now.when else None)
        if was.quantities != now.quantities:
            claim = replace(claim, quantities=tuple(Quantity(span) for span in spans_at(now.quantities, text)))
        if was.manner != now.manner:
            claim = replace(claim, manner=_span(now.manner, text))
        return self._attribute(claim, now) if was.said != now.said else claim

    def _move_value(self, checked: Checked) -> Value:
        """What an amendment sets, in today's version. Raises WordsGone."""
        value, version = checked.value, checked.draft.version
        if version == self.reading.version or not isinstance(value, tuple) or not value:
            return value
        was, now = self.texts.get(version, ""), self.text
        near = self._move(checked.draft).start - checked.draft.start
        if checked.part == SPEAKER:
            steps = [each for each in value if isinstance(each, Step)]
            return tuple(_move_step(step, was, now, near) for step in steps)
        if isinstance(value[0], int):
            return move_places([(value[0], value[1])], was, now, near)[0]
        return move_places([each for each in value if isinstance(each, tuple)], was, now, near)

    # Who says so

    def _attribute(self, claim: Claim, draft: Draft) -> Claim:
        """The claim with the steps of a draft as its chain, and the attributions that they need."""
        chain = tuple(link_at(step, self.text) for step in draft.said)
        within: str | None = None
        contents = self._contents(draft)
        for step, content in reversed(list(zip(draft.said, contents, strict=True))):
            within = self._put_attribution(step, content, within)
        return replace(claim, chain=chain, said_in=within)

    def _contents(self, draft: Draft) -> list[tuple[Place, ...]]:
        """What each step says: the nearest the words of the claim, each other one all that the one before it takes."""
        contents = [draft.words]
        for step in draft.said[:-1]:
            places = [*contents[-1], *(each for each in (step.source, step.cue) if each)]
            contents.append(((min(start for start, _ in places), max(end for _, end in places)),))
        return contents[: len(draft.said)]

    def _put_attribution(self, step: Step, content: tuple[Place, ...], within: str | None) -> str:
        """The attribution of a step: one with its cue (without one: its source) that takes in the content, else a
        new one. Gives its identifier.
        """
        spans = spans_at(content, self.text)
        sources = spans_at([step.source], self.text) if step.source else ()
        cue = span_at(step.cue, self.text) if step.cue else None
        known = next((each for each in self.attributions if _is_of(each, cue, sources, spans)), None)
        if known is not None:
            kept = known.sources if not sources or _any_meets(known.sources, sources) else sources
            antecedent = known.antecedent if kept == known.sources else None
            outer = known.within if within in (None, known.id) else within
            self._swap(known, replace(known, sources=kept, antecedent=antecedent, within=outer))
            return known.id
        name = identify_attribution(self.reading.report, self.reading.version, cue, spans[0])
        outer = within or self._find_around(content, step)
        new = Attribution(name, self.reading.report, sources, (cue,) if cue else (), spans, outer)
        self.attributions = [*(each for each in self.attributions if each.id != name), new]
        return name

    def _find_around(self, content: tuple[Place, ...], step: Step) -> str | None:
        """The smallest attribution in whose content an attribution stands."""
        places = [*content, *(each for each in (step.source, step.cue) if each)]
        around = [each for each in self.attributions if _takes_in(each, places)]
        return min(around, key=lambda each: sum(map(len, each.contents))).id if around else None

    def _swap(self, old: Attribution, new: Attribution) -> None:
        self.attributions = [new if each is old else each for each in self.attributions]

    def _take_attribution(self, decision: Decision, draft: AttributionDraft) -> bool:
        if decision.kind is DecisionKind.ADD:
            self._add_attribution(decision, draft)
        else:
            self._drop_attribution(decision, draft)
        return True

    def _add_attribution(self, decision: Decision, draft: AttributionDraft) -> None:
        """An attribution that a person added, and its source as the speaker of every claim in its content."""
        inside = [each for each in self.held if _is_inside(each.claim, draft.content)]
        name = self._put_attribution(draft.step, draft.content, None)
        link = link_at(draft.step, self.text)
        if not (draft.step.source or draft.step.name):
            return
        for held in inside:
            claim = held.claim
            depth = sum(1 for each in claim.chain if _link_is_inside(each, draft.content))
            if any(_is_link_of(each, draft.step) for each in claim.chain):
                continue
            chain = (*claim.chain[:depth], link, *claim.chain[depth:])
            said_in = claim.said_in if depth and claim.said_in else name
            self._replace(held, replace(claim, chain=chain, said_in=said_in), decision)
        self._nest_in(name, draft)

    def _nest_in(self, name: str, draft: AttributionDraft) -> None:
        """Attributions in the content that stood in none within it now stand in this one."""
        this = next(each for each in self.attributions if each.id == name)
        for each in list(self.attributions):
            places = [place_of(span) for span in (*each.cues, *each.contents)]
            if each.id != name and each.within == this.within and _all_inside(places, draft.content):
                self._swap(each, replace(each, within=name))

    def _drop_attribution(self, decision: Decision, draft: AttributionDraft) -> None:
        """Takes out an attribution that nobody makes; its claims are said by whoever is outside it."""
        spans = spans_at(draft.content, self.text)
        sources = spans_at([draft.step.source], self.text) if draft.step.source else ()
        cue = span_at(draft.step.cue, self.text) if draft.step.cue else None
        for gone in [each for each in self.attributions if _is_of(each, cue, sources, spans)]:
            self.attributions = [
                replace(each, within=gone.within) if each.within == gone.id else each
                for each in self.attributions
                if each is not gone
            ]
            for held in list(self.held):
                chain = tuple(each for each in held.claim.chain if not _is_link_of(each, draft.step))
                if chain == held.claim.chain and held.claim.said_in != gone.id:
                    continue
                said_in = gone.within if held.claim.said_in == gone.id else held.claim.said_in
                self._replace(held, replace(held.claim, chain=chain, said_in=said_in if chain else None), decision)

    def _move_attribution(self, draft: AttributionDraft) -> AttributionDraft:
        """The attribution in today's version. Raises WordsGone."""
        if draft.version == self.reading.version:
            return draft
        was, now = self.texts.get(draft.version, ""), self.text
        content = move_places(draft.content, was, now)
        step = _move_step(draft.step, was, now, content[0][0] - draft.content[0][0])
        return AttributionDraft(draft.report, self.reading.version, step, content)


def _closest(held: Iterable[_Held], draft: Draft) -> _Held | None:
    """The claim that shares most words with a draft."""
    return max(held, key=lambda each: (_overlap(each.claim, draft), each.claim.id), default=None)


def _find_undone(decisions: Iterable[Decision]) -> frozenset[str]:
    every = list(decisions)
    force = {each.id for each in standing(every)}
    return frozenset(each for each in find_undone(every) if each not in force)


def _reading_of(resolution: Resolution) -> Reading:
    """A resolution as a reading again: enough to look for words in."""
    report = resolution.report
    return Reading(report.id, report.version, ReaderIdentity("", "", ""), resolution.attributions, resolution.claims)


def _make_blank(draft: Draft, by: str, text: str) -> Claim:
    """A claim of its words alone, in the outlet's own voice."""
    return Claim(
        id=draft.id or draft.identified().id or "",
        report=draft.report,
        version=draft.version,
        type=draft.type,
        stance=draft.stance,
        evidence=evidence_at(draft.words, text),
        reader=by,
    )


def _certify(claim: Claim, part: str) -> Claim:
    """The claim with the part that a person amended certain; the rest is as sure as the reader was."""
    certainty = claim.certainty
    if certainty is None:
        return claim
    if part in (TYPE, WORDS, TRIGGER):
        certainty = replace(certainty, type=1.0)
    elif part == STANCE:
        certainty = replace(certainty, stance=1.0)
    elif part == SPEAKER:
        certainty = replace(certainty, speaker=1.0)
    return replace(claim, certainty=certainty, confidence=round(certainty.whole, 3))


def _move_step(step: Step, was: str, now: str, near: int) -> Step:
    """A step that a person set, in another version. Raises WordsGone where the speaker's words are gone."""
    source = move_places([step.source], was, now, near)[0] if step.source else None
    cue = move_place(step.cue, was, now, near) if step.cue else None
    return replace(step, source=source, cue=cue)


def _span(place: Place | None, text: str) -> Span | None:
    return span_at(place, text) if place else None


def _is_by(claim: Claim, draft: Draft) -> bool:
    """Whether a claim has the speaker of a draft: in the same words, in none of his own, or the outlet itself."""
    if not claim.chain or not draft.said:
        return not claim.chain and not draft.said
    source, wanted = claim.chain[0].source, draft.said[0].source
    if source.start is None or source.end is None or wanted is None:
        return source.start is None and wanted is None
    return _meet((source.start, source.end), wanted)


def _overlap(claim: Claim, draft: Draft) -> float:
    """Shared characters over all characters of both, 0 to 1."""
    mine = _characters(place_of(span) for span in claim.evidence.spans)
    theirs = _characters(draft.words)
    return len(mine & theirs) / len(mine | theirs)


def _characters(places: Iterable[Place]) -> set[int]:
    return {at for start, end in places for at in range(start, end)}


def _is_of(attribution: Attribution, cue: Span | None, sources: Sequence[Span], contents: Sequence[Span]) -> bool:
    """Whether an attribution is that of a cue, or without one of a source, and about the same words."""
    if not _any_meets(attribution.contents, contents):
        return False
    if cue is not None and attribution.cues:
        return _any_meets(attribution.cues, (cue,))
    return bool(sources) and _any_meets(attribution.sources, sources)


def _any_meets(one: Iterable[Span], other: Iterable[Span]) -> bool:
    others = list(other)
    return any(left.overlaps(right) for left in one for right in others)


def _takes_in(attribution: Attribution, places: Iterable[Place]) -> bool:
    return _all_inside(places, [place_of(span) for span in attribution.contents])


def _is_inside(claim: Claim, content: Sequence[Place]) -> bool:
    return _all_inside((place_of(span) for span in claim.evidence.spans), content)


def _link_is_inside(link: Link, content: Sequence[Place]) -> bool:
    """Whether a speaker speaks within the content of another."""
    places = [(link.source.start, link.source.end or 0)] if link.source.start is not None else []
    places += [place_of(link.cue)] if link.cue else []
    return bool(places) and _all_inside(places, content)


def _all_inside(places: Iterable[Place], content: Sequence[Place]) -> bool:
    return all(any(start <= place[0] and place[1] <= end for start, end in content) for place in places)


def _is_link_of(link: Link, step: Step) -> bool:
    """Whether a link is that of a step: the same cue, or without one the same source."""
    if link.cue and step.cue:
        return _meet(place_of(link.cue), step.cue)
    source = link.source
    return bool(step.source and source.start is not None and _meet((source.start, source.end or 0), step.source))


def _meet(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]
