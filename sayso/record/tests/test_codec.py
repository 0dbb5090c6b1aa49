from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.claim import Claim, Quantity
from sayso.model.event import Event
from sayso.model.holding import Holding
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.values.span import Span
from sayso.record import codec
from sayso.record.capture import KeptCapture
from sayso.record.tests.build import claim
from sayso.record.tests.strategies import any_of

KINDS = (Report, Reading, Claim, Resolution, Event, Holding, KeptCapture)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(KINDS).flatmap(lambda kind: st.tuples(st.just(kind), any_of(kind))))
def test_any_record_comes_back_equal(pair: tuple[type, Any]) -> None:
    kind, thing = pair
    assert codec.decode(kind, codec.encode(thing)) == thing


def test_arabic_is_kept_as_letters() -> None:
    assert "قال" in codec.encode(Span(0, 3, "قال"))


def test_a_missing_value_is_left_out() -> None:
    assert codec.encode(Quantity(Span(0, 2, "14"), best=14)) == (
        '{"span":{"start":0,"end":2,"text":"14"},"best":14,"approximate":false}'
    )


def test_none_that_is_no_default_is_written() -> None:
    @dataclass(frozen=True)
    class Door:
        is_open: bool | None = True

    assert codec.encode(Door(None)) == '{"is_open":null}'


def test_a_time_keeps_its_moment() -> None:
    moment = datetime(2026, 3, 1, 8, 30, 15, 123456, tzinfo=UTC)
    assert codec.decode(datetime, codec.encode(moment)) == moment


def test_a_field_that_is_new_takes_its_default() -> None:
    assert codec.decode(Quantity, '{"span":{"start":0,"end":2,"text":"14"}}') == Quantity(Span(0, 2, "14"))


def test_a_field_that_is_needed_is_missed() -> None:
    with pytest.raises(KeyError, match="end"):
        codec.decode(Span, '{"start":0,"text":"14"}')


def test_a_dictionary_is_refused() -> None:
    with pytest.raises(TypeError, match="takes no dict"):
        codec.encode({"a": 1})


def test_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="Out of range"):
        codec.encode(Quantity(Span(0, 2, "14"), best=float("nan")))


def test_a_claim_says_only_what_it_has() -> None:
    assert "quantities" not in codec.encode(claim())
