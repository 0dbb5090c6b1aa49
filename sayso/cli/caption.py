"""Captions of what persons decided, for pages and messages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.brief.checked import tell_checked, tell_of_round
from sayso.model.addition import read_addition
from sayso.model.checking import is_of_claims, is_whole
from sayso.model.decision import Decision, DecisionKind
from sayso.model.second import is_of_round
from sayso.model.withholding import WHOLE

_NO_TEXTS: Mapping[str, str] = {}


def caption_decision(decision: Decision, texts: Mapping[str, str] = _NO_TEXTS) -> str:
    """What was decided, in words: `published=2020-05-28 of r41…`, `“Hifter” and “Haftar” are one`.

    `texts` are clean texts by version, for the words of claims.
    """
    known, value = decision.target.known, decision.value
    if is_of_claims(decision) or is_whole(decision):
        return tell_checked(decision, texts)
    if is_of_round(decision):
        return tell_of_round(decision)
    match decision.kind:
        case DecisionKind.WITHHOLD:
            return _tell_withheld(decision)
        case DecisionKind.UNDO:
            return f"decision {value} is taken back"
        case DecisionKind.MERGE if known:
            return f"“{known}” and “{value}” are one"
        case DecisionKind.SPLIT if known:
            return f"“{known}” and “{value}” are two"
        case DecisionKind.ADD if known:
            return f"added to knowledge: {', '.join([known, *_tell_addition(value)])}"
        case DecisionKind.GRADE:
            return f"“{known}” is graded {value}" if known else f"graded {value.replace(' for ', ': ', 1)}"
        case DecisionKind.RETRACT:
            return f"{decision.target.report} was taken back"
        case DecisionKind.CUT:
            return f"{decision.target.report} is no {value}"
        case DecisionKind.ADD:
            return f"{decision.target.report} is a {value}"
        case DecisionKind.MERGE | DecisionKind.SPLIT:
            one, _, other = value.partition(" | ")
            are = "are one" if decision.kind is DecisionKind.MERGE else "are two"
            return f"the {decision.target.field}s of “{one}” and “{other}” {are}"
    return f"{decision.target.field}={value} of {decision.target.report}"


def _tell_withheld(decision: Decision) -> str:
    """What kind of thing is withheld; never the words."""
    report, field = decision.target.report, decision.target.field
    if report is None:
        return "a name is withheld"
    return f"{report} is withheld" if field == WHOLE else f"the {field} of {report} is withheld"


def _tell_addition(value: str) -> Iterator[str]:
    try:
        addition = read_addition(value)
    except (ValueError, KeyError):  # a newer release's: shown as it was written
        yield value
        return
    if addition.type:
        yield addition.type.replace("_", " ")
    if addition.names:
        yield f"named {' and '.join(f'“{name}”' for name in addition.names)}"
    for tie in addition.ties:
        role, start, end = (
            f"{word}{value}" if value else ""
            for word, value in ((" as ", tie.role), (" from ", tie.start), (" until ", tie.end))
        )
        yield f"speaks for {tie.of}{role}{start}{end}"
    yield f"source: {addition.source}"
