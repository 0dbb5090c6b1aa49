"""Checked: what a person decided of a claim or an attribution, in a line for pages and messages."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.model.checking import WHOLE, Checked, Value, part_of, read_checked
from sayso.model.decision import Decision, DecisionKind
from sayso.model.draft import AttributionDraft, Place, Step
from sayso.model.second import list_rounds

_LONGEST = 90  # letters of a claim's words in a line about it

_DONE: Mapping[DecisionKind, str] = {
    DecisionKind.ACCEPT: "accepted",
    DecisionKind.REJECT: "rejected",
    DecisionKind.ADD: "added",
}


def tell_checked(decision: Decision, texts: Mapping[str, str]) -> str:
    """What was decided of a claim: `stance of “took the fort” is denied, not asserted`.

    `texts` are clean texts by version; words whose text is not among them are named by their place.
    """
    if decision.target.field == WHOLE:
        return f"{decision.target.report} was checked from its first word to its last"
    checked, text = read_checked(decision), texts.get(decision.target.version or "", "")
    if checked is None:  # a newer release's: shown as it was written
        return f"{decision.kind} of {decision.target.report}: {decision.value}"
    if isinstance(checked, AttributionDraft):
        who, said = _show_steps((checked.step,), text), _show_places(checked.content, text)
        return f"{who} says {said}" if decision.kind is DecisionKind.ADD else f"nobody says {said} there"
    words = _show_places(checked.draft.words, text)
    if decision.kind is DecisionKind.AMEND:
        return _tell_amendment(checked, words, text)
    who = _show_steps(checked.draft.said, text)
    return f"{_DONE[decision.kind]}: {checked.draft.type.replace('_', ' ')} {checked.draft.stance} by {who}: {words}"


def tell_of_round(decision: Decision) -> str:
    """What starts a round of blind checking or was decided in one; what it says stays with the round."""
    rounds = list_rounds([decision])
    if rounds:
        return f"{' and '.join(rounds[0].readers)} check {len(rounds[0].pages)} reports blind ({rounds[0].name})"
    part = (decision.target.field or "").rpartition(":")[2]
    return f"blind: {decision.kind} of {part} in {decision.target.report}"


def _tell_amendment(checked: Checked, words: str, text: str) -> str:
    part = checked.part or ""
    was, now = (_show(part, value, text) for value in (part_of(checked.draft, part), checked.value))
    return f"{part} of {words} is {now}, not {was}"


def _show(part: str, value: Value, text: str) -> str:
    if part == "speaker" and isinstance(value, tuple):
        return _show_steps(tuple(each for each in value if isinstance(each, Step)), text)
    if not value:
        return "nothing"
    if not isinstance(value, tuple):
        return str(value).replace("_", " ")
    first = value[0]
    places = [(value[0], value[1])] if isinstance(first, int) else [each for each in value if isinstance(each, tuple)]
    return _show_places(tuple(places), text)  # type: ignore[arg-type]  # places, as `change` has seen


def _show_steps(steps: tuple[Step, ...], text: str) -> str:
    names = [_show_places((step.source,), text) if step.source else f"“{step.name}”" for step in steps]
    return " through ".join(names) or "the outlet itself"


def _show_places(places: tuple[Place, ...], text: str) -> str:
    if not text:
        return f"characters {places[0][0]} to {places[-1][1]}"
    words = " … ".join(text[start:end] for start, end in places)
    return f"“{words if len(words) <= _LONGEST else words[: _LONGEST - 1] + '…'}”"
