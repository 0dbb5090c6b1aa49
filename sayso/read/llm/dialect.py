"""Dialect: which of the optional fields of a request an endpoint takes; compatible ones differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sayso.read.llm.prompt import Message, make_schema


class Structure(StrEnum):
    """How an endpoint is made to answer in JSON, the strictest first."""

    SCHEMA = "json_schema"
    OBJECT = "json_object"
    PLAIN = "plain"  # by the instructions alone


_LOOSER = {Structure.SCHEMA: Structure.OBJECT, Structure.OBJECT: Structure.PLAIN}


@dataclass(frozen=True, slots=True)
class Dialect:
    """What is sent besides model and messages. Begins with the strictest form and gives way by what is refused."""

    structure: Structure = Structure.SCHEMA
    limit: str = "max_tokens"
    has_temperature: bool = True

    def give_way(self, complaint: str) -> Dialect | None:
        """The dialect to try after a refusal; None when nothing is left to leave out.

        Newer endpoints want `max_completion_tokens` and a temperature of their own, and name these in the refusal;
        older ones know no JSON schema, and say so in many ways.
        """
        if "max_completion_tokens" in complaint and self.limit == "max_tokens":
            return replace(self, limit="max_completion_tokens")
        if "temperature" in complaint and self.has_temperature:
            return replace(self, has_temperature=False)
        looser = _LOOSER.get(self.structure)
        return replace(self, structure=looser) if looser else None


def make_request(
    messages: Sequence[Message], *, model: str, max_answer_tokens: int, dialect: Dialect
) -> dict[str, object]:
    """The body of a request to `/chat/completions`."""
    body: dict[str, object] = {"model": model, "messages": list(messages), dialect.limit: max_answer_tokens}
    if dialect.has_temperature:
        body["temperature"] = 0
    if dialect.structure is Structure.SCHEMA:
        schema = {"name": "claims", "strict": True, "schema": make_schema()}
        body["response_format"] = {"type": "json_schema", "json_schema": schema}
    elif dialect.structure is Structure.OBJECT:
        body["response_format"] = {"type": "json_object"}
    return body
