"""Telling: what persons decided, in words for a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from sayso.desk.language import N_
from sayso.model.checking import ATTRIBUTION, CLAIM, WHOLE, Checked, Value, part_of, read_checked
from sayso.model.decision import Decision, DecisionKind, find_undone
from sayso.model.draft import AttributionDraft, Step
from sayso.model.ruling import EVENT
from sayso.model.second import BLIND, is_blind

Say = Callable[..., str]

_SHOWN = 90  # letters of a claim's words in a line about it

#: What of a claim was corrected, in words.
PARTS: Mapping[str, str] = {
    "words": N_("words"),
    "trigger": N_("word that tells of it"),
    "type": N_("type"),
    "stance": N_("stance"),
    "basis": N_("how the speaker knows"),
    "speaker": N_("speaker"),
    "actor": N_("actor"),
    "recipient": N_("recipient"),
    "object": N_("object"),
    "place": N_("place"),
    "origin": N_("origin"),
    "destination": N_("destination"),
    "when": N_("time"),
    "manner": N_("manner"),
    "quantities": N_("number"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a history: a decision in words, the report it is on, and who took it back, if anybody did."""

    decision: Decision
    words: str
    undone: Decision | None

    @property
    def is_undoing(self) -> bool:
        """Whether it takes another back."""
        return self.decision.kind is DecisionKind.UNDO


def tell_history(
    decisions: Iterable[Decision], every: Iterable[Decision], texts: Mapping[str, str], say: Say
) -> tuple[Entry, ...]:
    """Lines on decisions, the latest first; `every` are all decisions that may take one of them back."""
    known = list(every)
    undone = find_undone(known)
    by_id = {each.id: each for each in known}
    latest_first = sorted(decisions, key=lambda each: (each.at, each.id), reverse=True)
    return tuple(Entry(each, tell(each, texts, say, by_id), undone.get(each.id)) for each in latest_first)


def tell(decision: Decision, texts: Mapping[str, str], say: Say, by_id: Mapping[str, Decision] | None = None) -> str:
    """What a decision says, in a line: `Rejected: “took the base”`. `by_id` are those that it may take back."""
    if is_blind(decision):
        plain = replace(decision.target, field=(decision.target.field or "").split(":", 2)[2])
        return say("In a blind round: %(what)s", what=tell(replace(decision, target=plain), texts, say, by_id))
    words = _words(decision, texts)
    value, known = decision.value, decision.target.known
    match decision.kind, decision.target.field:
        case DecisionKind.UNDO, _:
            made = (by_id or {}).get(value)
            return say("Taken back: %(what)s", what=tell(made, texts, say, by_id) if made else value)
        case DecisionKind.ACCEPT, str(field) if field == WHOLE:
            return say("Checked whole")
        case DecisionKind.ACCEPT, _:
            return say("Accepted: “%(words)s”", words=words)
        case DecisionKind.REJECT, str(field) if field == ATTRIBUTION:
            return say("Nobody says so there: “%(words)s”", words=words)
        case DecisionKind.REJECT, _:
            return say("Rejected: “%(words)s”", words=words)
        case DecisionKind.AMEND, _:
            return _tell_amendment(decision, texts, words, say)
        case DecisionKind.ADD, str(field) if field in (CLAIM, ATTRIBUTION):
            return _tell_addition(decision, texts, words, say)
        case DecisionKind.SET, str(field) if field == BLIND:
            return say("Started a blind second reading")
        case DecisionKind.SET, field:
            return say("Said of the page: %(field)s is “%(value)s”", field=say(str(field)), value=value)
        case DecisionKind.GRADE, _:
            of = known or words
            return say("Graded %(grade)s: “%(of)s”", grade=value.partition(" ")[0], of=of)
        case DecisionKind.RETRACT, _:
            return say("Its outlet took the report back")
    return _tell_of_two(decision, say)


def _tell_of_two(decision: Decision, say: Say) -> str:
    """Decisions that hold two things together or apart, or change what is known."""
    known, value = decision.target.known, decision.value
    match decision.kind:
        case DecisionKind.MERGE if known:
            return say("“%(one)s” and “%(other)s” are one", one=known, other=value)
        case DecisionKind.SPLIT if known:
            return say("“%(one)s” and “%(other)s” are two", one=known, other=value)
        case DecisionKind.ADD if known:
            return say("Added to what is known: “%(name)s”", name=known)
        case DecisionKind.MERGE:
            about_event = decision.target.field == EVENT
            return say("Two events are one") if about_event else say("Two voices are one")
        case DecisionKind.SPLIT:
            about_event = decision.target.field == EVENT
            return say("A claim is of another event") if about_event else say("A claim is of another voice")
        case DecisionKind.CUT:
            return say("The report does not derive from %(of)s", of=value.rpartition(" ")[2])
        case DecisionKind.ADD:
            return say("The report is a %(value)s", value=value)
        case DecisionKind.WITHHOLD:
            return say("Withheld")
    return say("%(kind)s: %(field)s", kind=str(decision.kind), field=decision.target.field or "")


def _tell_amendment(decision: Decision, texts: Mapping[str, str], words: str, say: Say) -> str:
    checked = read_checked(decision)
    part = say(PARTS.get(decision.target.field or "", decision.target.field or ""))
    if not isinstance(checked, Checked):
        return say("Corrected the %(part)s of “%(words)s”", part=part, words=words)
    text = texts.get(checked.draft.version, "")
    was = show_value(part_of(checked.draft, checked.part or ""), text, say)
    now = show_value(checked.value, text, say)
    return say("Corrected the %(part)s of “%(words)s”: %(was)s → %(now)s", part=part, words=words, was=was, now=now)


def _tell_addition(decision: Decision, texts: Mapping[str, str], words: str, say: Say) -> str:
    checked = read_checked(decision)
    if isinstance(checked, AttributionDraft):
        who = show_value((checked.step,), texts.get(checked.version, ""), say)
        return say("Added that %(who)s says: “%(words)s”", who=who, words=words)
    type_ = say(str(checked.draft.type).replace("_", " ")) if checked else ""
    return say("Added: %(type)s, “%(words)s”", type=type_, words=words)


def show_value(value: Value, text: str, say: Say) -> str:
    """What a part of a claim is, in words: the words of places, the speaker's, else the name of the choice."""
    if value is None or value == ():
        return say("nothing")
    if isinstance(value, tuple):
        first = value[0]
        if isinstance(first, Step):
            return _show_step(first, text, say)
        places = [value] if isinstance(first, int) else list(value)
        return " … ".join(f"“{text[place[0] : place[1]]}”" for place in places if isinstance(place, tuple))
    return say(str(value).replace("_", " "))


def _show_step(step: Step, text: str, say: Say) -> str:
    if step.source:
        return f"“{text[slice(*step.source)]}”"
    return step.name or say("nobody named")


def _words(decision: Decision, texts: Mapping[str, str]) -> str:
    """The words that a decision is on, from its version of the text; shortened for a line."""
    text = texts.get(decision.target.version or "", "")
    if decision.target.start is None or decision.target.end is None:
        return ""
    words = text[decision.target.start : decision.target.end]
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
