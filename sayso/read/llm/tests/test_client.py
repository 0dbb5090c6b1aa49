"""What the client does when an endpoint fails, stalls, redirects or answers too much."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from sayso.errors import EndpointError, NoAnswer, ReaderError
from sayso.read.llm import Endpoint, LlmReader
from sayso.read.llm.client import Client
from sayso.read.llm.tests.build import KEY, reader, report
from sayso.read.llm.tests.server import Model, Play, claim, claims

GOOD = claims(claim("seized the Oste airfield"))


def fault(model: Model, kind: type[ReaderError], **more: Any) -> str:
    """The sentence that a failing endpoint ends in, without its address; the key is never part of it."""
    with pytest.raises(kind) as caught:
        reader(model, **more).read_report(report())
    said = str(caught.value)
    assert KEY not in said
    assert said.endswith(".")
    return said.replace(model.url, "URL")


def test_failures_that_pass_are_tried_again_ever_later(model: Model) -> None:
    model.plan(Play(status=500), Play(status=503), Play(status=502), GOOD)
    waits: list[float] = []
    asked = reader(model, waits=waits)
    assert len(asked.read_report(report()).claims) == 1
    assert waits == [1, 2, 4]
    assert (asked.tally.requests, asked.tally.repeats) == (4, 3)


def test_a_busy_endpoint_is_waited_for_as_long_as_it_asks(model: Model) -> None:
    model.plan(
        Play(status=429, headers=(("Retry-After", "0"),)), Play(status=429, headers=(("Retry-After", "7"),)), GOOD
    )
    waits: list[float] = []
    assert len(reader(model, waits=waits).read_report(report()).claims) == 1
    assert waits == [0, 7]


def test_a_date_to_wait_for_is_understood(model: Model) -> None:
    model.plan(Play(status=429, headers=(("Retry-After", "Mon, 07 Apr 2031 10:00:05 GMT"),)), GOOD)
    waits: list[float] = []
    endpoint = Endpoint(model.url, "tiny")
    client = Client(endpoint, sleep=waits.append, now=lambda: datetime(2031, 4, 7, 10, tzinfo=UTC))
    assert len(LlmReader(endpoint, client=client).read_report(report()).claims) == 1
    assert waits == [5]


@pytest.mark.parametrize("value", ["soon", "-3", "NaN", ""])
def test_a_wait_that_is_no_time_is_not_believed(model: Model, value: str) -> None:
    model.plan(Play(status=429, headers=(("Retry-After", value),)), GOOD)
    waits: list[float] = []
    reader(model, waits=waits).read_report(report())
    assert waits == [1]


def test_a_wait_without_end_is_not_waited_for(model: Model) -> None:
    model.plan(Play(status=429, headers=(("Retry-After", "86400"),)))
    assert fault(model, NoAnswer) == "The endpoint URL asks to wait 86400 seconds; run again later."


def test_tries_come_to_an_end(model: Model) -> None:
    model.plan(Play(status=500))
    said = fault(model, NoAnswer, retries=2)
    assert said == "The endpoint URL answers 500 (Internal Server Error), 3 times in a row; run again later."
    assert len(model.asked) == 3


def test_a_slow_endpoint_is_not_waited_for(model: Model) -> None:
    model.plan(Play(GOOD, delay_seconds=0.6))
    said = fault(model, NoAnswer, timeout_seconds=0.1, retries=0)
    assert said == "The endpoint URL did not answer within 0.1 seconds, 1 time in a row; run again later."


def test_an_endpoint_that_drips_is_not_waited_for(model: Model) -> None:
    model.plan(Play(b" " * 100, pace_seconds=0.05))
    assert "did not answer within 0.2 seconds" in fault(model, NoAnswer, timeout_seconds=0.2, retries=0)


def test_an_endpoint_that_is_not_there_stops_the_run() -> None:
    nobody = Model("http://127.0.0.1:1/v1")
    said = fault(nobody, EndpointError, retries=1)
    assert said == "The endpoint URL does not answer (ConnectError), 2 times in a row; run again later."


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_key_stops_the_run_and_is_not_shown(model: Model, status: int) -> None:
    model.plan(Play(f"wrong key: {KEY}".encode(), status=status))
    assert fault(model, EndpointError) == f"The endpoint URL does not take the key ({status}); check SAYSO_LLM_KEY."
    assert len(model.asked) == 1


def test_an_unknown_address_or_model_stops_the_run(model: Model) -> None:
    model.plan(Play(status=404))
    assert "answers 404 (Not Found) for the model 'tiny'" in fault(model, EndpointError)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(model: Model, status: int) -> None:
    model.plan(Play(status=status, headers=(("Location", "https://evil.example/v1/chat/completions"),)), GOOD)
    said = fault(model, EndpointError)
    assert said == (
        "The endpoint URL leads on to another address, which is not followed; set SAYSO_LLM_URL to the right one."
    )
    assert len(model.asked) == 1


def test_an_answer_of_ten_megabytes_is_dropped(model: Model) -> None:
    model.plan(Play(b" " * 10_000_000))
    said = fault(model, NoAnswer)
    assert said == "The endpoint URL answers with more than 2 MB, which is no list of claims."


def test_an_endpoint_without_schemas_is_asked_for_plain_json(model: Model) -> None:
    model.plan(Play(b'{"error": "response_format json_schema is not supported"}', status=400), GOOD)
    asked = reader(model)
    assert len(asked.read_report(report()).claims) == 1
    assert [each["response_format"]["type"] for each in model.asked] == ["json_schema", "json_object"]
    asked.read_report(report("Nobody knows.", id="r2"))
    assert model.asked[2]["response_format"]["type"] == "json_object"


def test_an_endpoint_that_wants_other_fields_gets_them(model: Model) -> None:
    model.plan(
        Play(b"Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", status=400),
        Play(b"Unsupported value: 'temperature' does not support 0 with this model.", status=422),
        GOOD,
    )
    assert len(reader(model).read_report(report()).claims) == 1
    last = model.asked[-1]
    assert last["max_completion_tokens"] == 8_000
    assert last["response_format"]["type"] == "json_schema"
    assert "max_tokens" not in last
    assert "temperature" not in last


def test_a_request_that_is_refused_in_every_form_says_why_without_the_key(model: Model) -> None:
    model.plan(Play(f"no \x1b[31m such thing, {KEY}".encode(), status=400))
    said = fault(model, NoAnswer)
    assert said == "The endpoint URL refuses the request: “no �[31m such thing, [key]”."
    assert len(model.asked) == 3
