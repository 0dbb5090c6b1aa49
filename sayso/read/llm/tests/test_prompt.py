"""What is asked: the example keeps its own rules, and the schema is the strict kind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sayso.model.values.stance import ClaimType, Role, Stance
from sayso.read.llm.answer import parse_answer
from sayso.read.llm.chunk import make_chunks
from sayso.read.llm.prompt import load_instructions, make_schema
from sayso.read.llm.reader import check_answers
from sayso.read.llm.tests.build import report


def test_the_instructions_name_every_type_stance_and_role() -> None:
    told = load_instructions()
    assert [each for kind in (ClaimType, Stance, Role) for each in kind if f"`{each}`" not in told] == []


def test_the_example_of_the_instructions_is_borne_out_by_its_text() -> None:
    shown, answered = load_instructions().partition("# An example\n")[2].strip().split("\n\n")
    text = json.loads(shown)["paragraphs"][0]["text"]
    example = report(text)
    (chunk,) = make_chunks(example, words=500)
    located, rejected = check_answers(example, [(chunk, parse_answer(answered))])
    assert rejected == ()
    assert [(str(c.type), str(c.stance)) for c in located] == [("seize", "asserted"), ("withdraw", "denied")]


def test_every_object_of_the_schema_is_closed_and_complete() -> None:
    found = list(_objects(make_schema()))
    assert len(found) == 5
    assert all(each["additionalProperties"] is False for each in found)
    assert all(each["required"] == list(each["properties"]) for each in found)


def _objects(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, list):
        for each in schema:
            yield from _objects(each)
    elif isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for each in schema.values():
            yield from _objects(each)
