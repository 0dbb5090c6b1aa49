"""What must hold for every affair: the order changes nothing, a copy adds no voice, a plan settles nothing."""

from __future__ import annotations

from copy import deepcopy
from itertools import permutations
from typing import Any

import pytest

from sayso.corroborate import corroborate
from sayso.corroborate.tests.affair import GOLDEN, build, load, settle
from sayso.corroborate.tests.test_golden import CASES
from sayso.model.corroboration import Corroboration
from sayso.model.knowledge import Knowledge

RETOLD = (
    "voice/copies_are_one_voice",
    "conflict/with_and_without_a_fight",
    "holding/taken_over",
    "conflict/who_did_it",
)


def shape(found: Corroboration) -> Any:
    """Partition, counts and sides: all that must not depend on the order in which reports were learnt."""
    events = sorted(
        (sorted(e.claims), sorted(sorted(v.claims) for v in e.voices), sorted((c.on, c.between) for c in e.conflicts))
        for e in found.events
    )
    holdings = sorted((h.place, h.holder, str(h.start), str(h.end), h.status, h.voices) for h in found.holdings)
    return events, sorted((e.report, e.of, e.relation) for e in found.lineage), holdings


@pytest.mark.parametrize("case", CASES)
def test_order_of_reports_changes_no_partition(case: str) -> None:
    resolutions = build(load(case))
    shapes = [shape(corroborate(order, knowledge=Knowledge())) for order in permutations(resolutions)]
    assert all(each == shapes[0] for each in shapes)


def test_event_keeps_the_name_of_its_first_learnt_claim() -> None:
    resolutions = build(load("voice/copies_are_one_voice"))
    first, second = (corroborate(order, knowledge=Knowledge()).events[0] for order in (resolutions, resolutions[::-1]))
    assert (first.claims[0], second.claims[0]) == ("w1", "p1")
    assert first.id != second.id


def test_event_keeps_its_name_when_more_is_learnt() -> None:
    resolutions = build(load("conflict/with_and_without_a_fight"))
    alone = corroborate(resolutions[:1], knowledge=Knowledge())
    both = corroborate(resolutions, knowledge=Knowledge())
    assert alone.events[0].id == both.events[0].id


@pytest.mark.parametrize("case", RETOLD)
def test_copied_report_adds_no_voice_and_no_conflict(case: str) -> None:
    affair = load(case)
    copied = _copy_first_report(affair)
    before, after = settle(affair), settle(copied)
    assert [len(e.voices) for e in before.events] == [len(e.voices) for e in after.events]
    assert [[c.on for c in e.conflicts] for e in before.events] == [[c.on for c in e.conflicts] for e in after.events]
    assert [h.voices for h in before.holdings] == [h.voices for h in after.holdings]


@pytest.mark.parametrize("stance", ["planned", "requested", "questioned", "judged", "possible"])
def test_only_what_is_asserted_makes_a_holding(stance: str) -> None:
    affair = load("holding/taken_over")
    for claim in affair["claims"]:
        claim["stance"] = stance
    assert settle(affair).holdings == ()


@pytest.mark.parametrize("stance", ["planned", "requested", "questioned", "judged"])
@pytest.mark.parametrize("case", [case for case in CASES if case.startswith("conflict/")])
def test_what_is_not_factual_never_conflicts(case: str, stance: str) -> None:
    affair = load(case)
    for claim in affair["claims"]:
        claim["stance"] = stance
    assert all(event.conflicts == () for event in settle(affair).events)


@pytest.mark.parametrize("case", CASES)
def test_every_claim_stands_in_one_event_and_every_conflict_between_two_accounts(case: str) -> None:
    affair = load(case)
    found = settle(affair)
    assert sorted(c for e in found.events for c in e.claims) == sorted(c["id"] for c in affair.get("claims") or [])
    for event in found.events:
        accounts = {account.id for account in event.accounts}
        assert all(len(set(c.accounts)) == 2 and set(c.accounts) <= accounts for c in event.conflicts)
        assert all(voice.name in voice.names for voice in event.voices)


def test_report_given_twice_counts_once() -> None:
    resolutions = build(load("voice/copies_are_one_voice"))
    assert shape(corroborate(resolutions * 2, knowledge=Knowledge())) == shape(
        corroborate(resolutions, knowledge=Knowledge())
    )


def test_nothing_gives_nothing() -> None:
    assert corroborate([], knowledge=Knowledge()) == Corroboration()


def _copy_first_report(affair: dict[str, Any]) -> dict[str, Any]:
    """The affair with a paper that prints its first report word for word on the next day."""
    copied = deepcopy(affair)
    first, row = next(iter(copied["reports"].items()))
    copied["reports"]["copy"] = {**row, "outlet": "The Copying Post", "published": "2031-03-09"}
    copied["claims"] += [
        {**c, "id": f"z-{c['id']}", "report": "copy"} for c in copied["claims"] if c["report"] == first
    ]
    return copied


def test_golden_folder_is_there() -> None:
    assert GOLDEN.is_dir()
