"""Reply: the envelope in which an endpoint answers: the words of the model and what they cost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.read.llm.failure import CutShortError, MalformedAnswerError
from sayso.read.llm.tally import Usage

_MOST_TOKENS = 100_000_000  # of one question; more is no count of tokens


@dataclass(frozen=True, slots=True)
class Reply:
    """The words of a model, and the tokens that the endpoint counted, None where it counts none."""

    content: str
    usage: Usage | None
    is_cut: bool

    def read(self) -> str:
        """The words. Raises MalformedAnswerError when there are none, CutShortError when they break off."""
        if self.is_cut:
            raise CutShortError("it breaks off at the limit of tokens", said=self.content)
        if not self.content.strip():
            raise MalformedAnswerError("it is empty")
        return self.content


def parse_reply(payload: bytes) -> Reply:
    """The reply in the bytes of an answer. Raises MalformedAnswerError when they are no chat completion."""
    try:
        found = json.loads(payload)
        choice = found["choices"][0]
        content = choice["message"]["content"]
    except (ValueError, RecursionError, LookupError, TypeError) as error:
        raise MalformedAnswerError("the endpoint's answer is no chat completion") from error
    is_cut = isinstance(choice, Mapping) and choice.get("finish_reason") == "length"
    return Reply(content if isinstance(content, str) else "", _parse_usage(found), is_cut)


def _parse_usage(found: Mapping[str, object]) -> Usage | None:
    usage = found.get("usage")
    if not isinstance(usage, Mapping):
        return None
    asked, answered = _count(usage.get("prompt_tokens")), _count(usage.get("completion_tokens"))
    return None if asked is None or answered is None else Usage(asked, answered)


def _count(value: object) -> int | None:
    """A count of tokens, None for anything that is none."""
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if 0 <= value <= _MOST_TOKENS else None
