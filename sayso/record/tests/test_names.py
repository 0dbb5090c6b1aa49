from __future__ import annotations

import pytest

from sayso.errors import NotInRecord
from sayso.model.event import Event
from sayso.record import Record
from sayso.record.tests.build import claim, derived, event, report, resolution, voice


def derive(record: Record, *events: Event) -> None:
    claims = [claim(id_) for happening in events for id_ in happening.claims]
    record.replace_derived((resolution(report(), *claims),), derived(*events))


def test_what_stands_is_itself(record: Record) -> None:
    record.add_report(report())
    derive(record, event("v1", "c1", voices=(voice("w1", "c1"),)))
    assert [record.resolve_id(id_) for id_ in ("r1", "c1", "v1", "w1")] == ["r1", "c1", "v1", "w1"]


def test_merged_the_younger_points_to_the_elder(record: Record) -> None:
    derive(record, event("v1", "c1"), event("v2", "c2"))
    derive(record, event("v1", "c1", "c2"))
    assert record.resolve_id("v2") == "v1"


def test_split_again_it_is_itself_again(record: Record) -> None:
    derive(record, event("v1", "c1"), event("v2", "c2"))
    derive(record, event("v1", "c1", "c2"))
    derive(record, event("v1", "c1"), event("v2", "c2"))
    assert record.resolve_id("v2") == "v2"


def test_its_first_claim_weighs_more_than_all_others(record: Record) -> None:
    derive(record, event("v1", "c1", "c2", "c3"))
    derive(record, event("v7", "c1"), event("v8", "c2", "c3"))
    assert record.resolve_id("v1") == "v7"


def test_without_its_first_claim_most_of_the_others_decide(record: Record) -> None:
    derive(record, event("v1", "c1", "c2", "c3", "c4"))
    derive(record, event("v7", "c2"), event("v8", "c3", "c4"))
    assert record.resolve_id("v1") == "v8"


def test_pointers_are_followed_to_the_end(record: Record) -> None:
    derive(record, event("v1", "c1"))
    derive(record, event("v2", "c1", "c2"))
    derive(record, event("v3", "c2"))
    assert record.resolve_id("v1") == "v3"


def test_voices_point_too(record: Record) -> None:
    derive(record, event("v1", "c1", "c2", voices=(voice("w1", "c1"), voice("w2", "c2"))))
    derive(record, event("v1", "c1", "c2", voices=(voice("w1", "c1", "c2"),)))
    assert record.resolve_id("w2") == "w1"


def test_an_event_without_any_claim_left_says_until_when_it_stood(record: Record) -> None:
    derive(record, event("v1", "c1"))
    derive(record, event("v2", "c2"))
    with pytest.raises(NotInRecord, match=r"v1: stood in this record until 2026-03-01"):
        record.resolve_id("v1")


def test_an_event_whose_claims_come_back_elsewhere_points_there(record: Record) -> None:
    derive(record, event("v1", "c1"))
    derive(record)
    derive(record, event("v5", "c0", "c1"))
    assert record.resolve_id("v1") == "v5"


def test_an_unknown_name_is_missed(record: Record) -> None:
    with pytest.raises(NotInRecord, match="v404"):
        record.resolve_id("v404")


def test_the_event_of_a_voice_is_found_also_by_a_name_that_points_on(record: Record) -> None:
    derive(record, event("v1", "c1", "c2", voices=(voice("w1", "c1"), voice("w2", "c2"))), event("v2", "c3"))
    derive(record, event("v1", "c1", "c2", "c3", voices=(voice("w1", "c1", "c2"),)))
    assert [record.event_of(id_) for id_ in ("v1", "v2", "w1", "w2")] == ["v1"] * 4


def test_what_is_neither_event_nor_voice_has_no_event(record: Record) -> None:
    derive(record, event("v1", "c1"))
    with pytest.raises(NotInRecord, match="'c1' is no event or voice of this record"):
        record.event_of("c1")
