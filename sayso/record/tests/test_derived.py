from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model.capture import SetAside
from sayso.model.corroboration import Corroboration
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot
from sayso.record import Record, open_record
from sayso.record.order import arrange
from sayso.record.tests.build import claim, decision, derived, event, reading, report, resolution, voice
from sayso.record.tests.strategies import TEXT, any_of

CLAIMS = (claim("c1", when="2026-02"), claim("c2", place="harbour"))


@pytest.fixture
def rows(place: Path, record: Record) -> Iterator[sqlite3.Connection]:
    """The file as any other program sees it."""
    record.add_report(report())
    record.replace_derived((resolution(report(), *CLAIMS),), derived(event("v1", "c1", voices=(voice("w1", "c1"),))))
    connection = sqlite3.connect(place)
    yield connection
    connection.close()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(resolutions=st.lists(any_of(Resolution), max_size=2), corroboration=any_of(Corroboration))
def test_store_then_load_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, resolutions: list[Resolution], corroboration: Corroboration
) -> None:
    unheld = tuple(Report(lost.id, lost.address, "", held=False, outlet=lost.outlet) for lost in corroboration.unheld)
    corroboration = Corroboration(corroboration.lineage, unheld, corroboration.events, corroboration.holdings)
    with open_record(tmp_path_factory.mktemp("record") / "record.db") as record:
        record.replace_derived(resolutions, corroboration)
        kept = record.snapshot()
    assert replace(kept, corroboration=in_any_order(kept.corroboration)) == Snapshot(
        tuple(resolutions), in_any_order(arrange(corroboration))
    )


def in_any_order(corroboration: Corroboration) -> Corroboration:
    """Events stand where their first claims do; these may tell of claims that no report has."""
    return replace(corroboration, events=tuple(sorted(corroboration.events, key=repr)))


@settings(max_examples=15, deadline=None)
@given(text=TEXT, made=any_of(Report))
def test_any_report_comes_back_equal(tmp_path_factory: pytest.TempPathFactory, text: str, made: Report) -> None:
    with open_record(tmp_path_factory.mktemp("record") / "record.db") as record:
        record.add_report(made)
        record.add_report(report(text, of=made.id + "2"))
        assert record.reports() == (made, report(text, of=made.id + "2"))


def test_a_snapshot_has_decisions_and_inputs_set_aside(record: Record) -> None:
    record.add_decision(decision())
    record.add_set_aside(SetAside("b.html", "holds no text"))
    assert record.snapshot() == Snapshot(decisions=(decision(),), set_aside=(SetAside("b.html", "holds no text"),))


def test_what_is_derived_replaces_what_was(record: Record) -> None:
    record.replace_derived((resolution(report(), claim("c1")),), derived(event("v1", "c1")))
    record.replace_derived((resolution(report(), claim("c2")),), derived(event("v2", "c2")))
    assert record.snapshot() == Snapshot((resolution(report(), claim("c2")),), derived(event("v2", "c2")))


def test_the_same_again_changes_nothing(record: Record) -> None:
    things = ((resolution(report(), *CLAIMS),), derived(event("v1", "c1")))
    assert record.replace_derived(*things)
    before = record.audit()
    assert not record.replace_derived(*things)
    assert record.audit() == before


def test_copies_may_share_the_identifiers_of_their_claims(record: Record) -> None:
    both = (resolution(report(of="r1"), claim("c1", of="r1")), resolution(report(of="r2"), claim("c1", of="r2")))
    record.replace_derived(both, derived())
    assert record.snapshot().resolutions == both


def test_claims_are_found_by_entity_and_part(rows: sqlite3.Connection) -> None:
    query = "SELECT id FROM claims JOIN claim_entities ON claim = position WHERE entity = ? AND part = ?"
    assert rows.execute(query, ("harbour", "place")).fetchall() == [("c2",)]
    assert rows.execute(query, ("spokesman", "speaker")).fetchall() == [("c1",), ("c2",)]
    assert rows.execute(query, ("sahel-post", "chain")).fetchall() == [("c1",), ("c2",)]


def test_claims_are_found_by_the_days_that_their_words_allow(rows: sqlite3.Connection) -> None:
    query = "SELECT id FROM claims WHERE happened_first <= ? AND happened_last >= ?"
    assert rows.execute(query, ("2026-02-14", "2026-02-14")).fetchall() == [("c1",)]
    assert rows.execute(query, ("2026-03-14", "2026-03-14")).fetchall() == []


def test_events_are_found_by_place_and_by_who_spoke(rows: sqlite3.Connection) -> None:
    query = "SELECT e.id, v.name FROM events e JOIN voices v ON v.event = e.position WHERE e.place = 'tel-arwan'"
    assert rows.execute(query).fetchall() == [("v1", "a spokesman")]


def test_a_new_record_is_not_stale(record: Record) -> None:
    assert not record.is_stale


def test_a_report_a_reading_and_a_decision_each_make_it_stale(record: Record) -> None:
    changes = (
        lambda: record.add_report(report()),
        lambda: record.add_reading(reading(report())),
        lambda: record.add_decision(decision()),
        lambda: record.mark_stale("names of places were added"),
    )
    for change in changes:
        change()
        assert record.is_stale
        record.replace_derived((), derived())
        assert not record.is_stale


def test_an_input_set_aside_does_not(record: Record) -> None:
    record.add_set_aside(SetAside("b.html", "holds no text"))
    assert not record.is_stale


def test_what_another_process_added_meanwhile_leaves_it_stale(record: Record, place: Path) -> None:
    record.add_report(report(of="r1"))
    as_of = record.latest_change()
    with open_record(place) as other:
        other.add_report(report(of="r2"))
    record.replace_derived((resolution(report(of="r1")),), derived(), as_of=as_of)
    assert record.is_stale


def test_the_same_rows_from_other_knowledge_follow_from_that(record: Record) -> None:
    record.replace_derived((resolution(report()),), derived(), basis="first")
    assert not record.replace_derived((resolution(report()),), derived(), basis="second")
    assert record.basis == "second"
