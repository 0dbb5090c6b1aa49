"""Prompt: what a model is told and shown, and the form in which it must answer."""

from __future__ import annotations

import json
from importlib.resources import files

from sayso.model.identity import digest
from sayso.model.values.stance import ClaimType, Role, Stance
from sayso.read.llm.chunk import Chunk
from sayso.read.llm.failure import MalformedAnswerError

Message = dict[str, str]

_ECHO = 4_000  # characters of a faulty answer that are shown again


def load_instructions() -> str:
    """What every question begins with: `instructions.md` beside this file."""
    return files("sayso.read.llm").joinpath("instructions.md").read_text(encoding="utf-8")


def make_messages(chunk: Chunk, *, instructions: str) -> tuple[Message, ...]:
    """The question about a chunk.

    The report's words stand inside a JSON object: whatever they say, they cannot end it and speak for Sayso.
    """
    return (
        {"role": "system", "content": instructions},
        {"role": "user", "content": json.dumps(_show(chunk), ensure_ascii=False)},
    )


def make_reminder(fault: MalformedAnswerError) -> tuple[Message, ...]:
    """What is added to a question whose answer could not be used."""
    reminder = f'Your answer cannot be used: {fault}. Answer again with the JSON object {{"claims": [...]}} alone.'
    return (
        {"role": "assistant", "content": fault.said[:_ECHO] or "(nothing)"},
        {"role": "user", "content": reminder},
    )


def make_schema() -> dict[str, object]:
    """The JSON schema of an answer, as strict structured output wants it: every key required, none besides."""
    text, words = {"type": "string"}, {"type": ["string", "null"]}
    end = {"type": ["number", "null"]}
    number = _object({"words": text, "low": end, "high": end})
    claim = {
        "paragraph": {"type": "integer"},
        "type": _listed(ClaimType),
        "stance": _listed(Stance),
        "content": _list(text),
        "trigger": words,
        "roles": _list(_object({"role": _listed(Role), "words": text})),
        "when": words,
        "number": {"anyOf": [number, {"type": "null"}]},
        "manner": words,
        "speakers": _list(_object({"words": words, "understood": words, "cue": words, "channel": words})),
    }
    return _object({"claims": _list(_object(claim))})


def identify_prompt(instructions: str, *, url: str, chunk_words: int) -> str:
    """The digest that a reading names in place of weights: what was asked, in which pieces, and where."""
    return digest("\x1f".join((instructions, json.dumps(make_schema(), sort_keys=True), str(chunk_words), url)))


def _show(chunk: Chunk) -> dict[str, object]:
    return {
        "title": chunk.title,
        "outlet": chunk.outlet,
        "published": chunk.published,
        "before": chunk.before,
        "paragraphs": [{"number": p.number, "text": p.span.text} for p in chunk.paragraphs],
    }


def _object(properties: dict[str, object]) -> dict[str, object]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: object) -> dict[str, object]:
    return {"type": "array", "items": items}


def _listed(kind: type[ClaimType] | type[Stance] | type[Role]) -> dict[str, object]:
    return {"type": "string", "enum": [str(each) for each in kind]}
