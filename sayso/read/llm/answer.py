"""Answer: what a model says it found, taken apart and checked for form; nothing of it is believed yet."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from sayso.model.values.stance import ClaimType, Role, Stance
from sayso.read.llm.failure import MalformedAnswerError

MOST_CLAIMS = 200  # of one chunk; an answer with more is no reading
MOST_PARTS = 12  # pieces of a content, roles, speakers of a chain
MOST_COUNT = 1e10  # more than there are people

_Kind = TypeVar("_Kind", bound=StrEnum)


class RefusalError(ValueError):
    """A claim cannot be taken as it was given; the message says why."""


@dataclass(frozen=True, slots=True)
class SaidNumber:
    """A count's words, and its value as the model understands it: both ends None where it gives none."""

    words: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class SaidSpeaker:
    """A step of the chain. `understood` names a speaker who has no words in the paragraph; both None: unsourced."""

    words: str | None = None
    understood: str | None = None
    cue: str | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class SaidClaim:
    """A claim in the model's words, as a line of the ruled corpus has it; speakers nearest first."""

    paragraph: int
    type: ClaimType
    stance: Stance
    content: tuple[str, ...]
    trigger: str | None = None
    roles: tuple[tuple[Role, str], ...] = ()
    when: str | None = None
    number: SaidNumber | None = None
    manner: str | None = None
    speakers: tuple[SaidSpeaker, ...] = ()


def parse_answer(content: str) -> tuple[object, ...]:
    """The claims of an answer, each still as it came: `{"claims": [...]}`, with or without words around it.

    Raises MalformedAnswerError when that is not what it holds.
    """
    inner = content[content.find("{") : content.rfind("}") + 1]
    try:
        found = json.loads(inner, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, json.JSONDecodeError) else "it holds no plain JSON"
        raise MalformedAnswerError(f"it is no JSON ({reason})", said=content) from error
    claims = found.get("claims") if isinstance(found, Mapping) else None
    if not isinstance(claims, list):
        raise MalformedAnswerError('it is no object with a list of "claims"', said=content)
    if len(claims) > MOST_CLAIMS:
        raise MalformedAnswerError(f"it has more than {MOST_CLAIMS} claims", said=content)
    return tuple(claims)


def parse_claim(given: object) -> SaidClaim:
    """One claim of an answer. Raises RefusalError when a field is missing, of the wrong kind or of no listed value."""
    fields = _fields(given, "the claim")
    content = tuple(_required_text(part, "content") for part in _list(fields, "content"))
    if not content:
        raise RefusalError("it has no content")
    return SaidClaim(
        paragraph=_whole_number(fields.get("paragraph")),
        type=_one_of(ClaimType, fields.get("type"), "type"),
        stance=_one_of(Stance, fields.get("stance"), "stance"),
        content=content,
        trigger=_text(fields, "trigger"),
        roles=tuple(_role(role) for role in _list(fields, "roles")),
        when=_text(fields, "when"),
        number=_number(fields.get("number")),
        manner=_text(fields, "manner"),
        speakers=tuple(_speaker(speaker) for speaker in _list(fields, "speakers")),
    )


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no number")


def _fields(given: object, what: str) -> Mapping[str, object]:
    if not isinstance(given, Mapping):
        raise RefusalError(f"{what} is no object")
    return given


def _list(fields: Mapping[str, object], name: str) -> list[object]:
    given = fields.get(name)
    if given is None:
        return []
    if not isinstance(given, list):
        raise RefusalError(f"{name} is no list")
    if len(given) > MOST_PARTS:
        raise RefusalError(f"{name} has more than {MOST_PARTS} parts")
    return given


def _text(fields: Mapping[str, object], name: str) -> str | None:
    given = fields.get(name)
    if given is not None and not isinstance(given, str):
        raise RefusalError(f"{name} is no text")
    return given if given and given.strip() else None


def _required_text(given: object, name: str) -> str:
    found = _text({name: given}, name)
    if found is None:
        raise RefusalError(f"{name} is empty")
    return found


def _whole_number(given: object) -> int:
    if not isinstance(given, int) or isinstance(given, bool):
        raise RefusalError("it names no paragraph")
    return given


def _one_of(kind: type[_Kind], given: object, name: str) -> _Kind:
    if not isinstance(given, str) or given not in list(kind):
        raise RefusalError(f"its {name} is none of the listed ones")
    return kind(given)


def _role(given: object) -> tuple[Role, str]:
    fields = _fields(given, "a role")
    return _one_of(Role, fields.get("role"), "role"), _required_text(fields.get("words"), "role")


def _speaker(given: object) -> SaidSpeaker:
    fields = _fields(given, "a speaker")
    speaker = SaidSpeaker(*(_text(fields, name) for name in ("words", "understood", "cue", "channel")))
    if speaker.words is None and speaker.understood is None and speaker.cue is None:
        raise RefusalError("a speaker has neither words nor a cue")
    return speaker


def _number(given: object) -> SaidNumber | None:
    if given is None:
        return None
    fields = _fields(given, "the number")
    low, high = _end(fields.get("low")), _end(fields.get("high"))
    if low is not None and high is not None and low > high:
        raise RefusalError(f"its number runs from {low:g} down to {high:g}")
    return SaidNumber(_required_text(fields.get("words"), "number"), low, high)


def _end(given: object) -> float | None:
    if given is None:
        return None
    if not isinstance(given, int | float) or isinstance(given, bool):
        raise RefusalError("an end of its number is no number")
    if not (0 <= given <= MOST_COUNT and math.isfinite(given)):
        raise RefusalError("its number is no count of anything")
    return float(given)
