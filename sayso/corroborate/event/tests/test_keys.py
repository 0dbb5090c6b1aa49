"""Keys: claims that may be of one happening share one; claims of other matters and times share none."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.corroborate.event.keys import OPEN, telling_keys
from sayso.corroborate.event.pairing import find_pairs
from sayso.corroborate.event.tests.affair import elsewhere, gather, gather_case
from sayso.corroborate.event.twin import Node
from sayso.corroborate.tests.affair import load


def keys_of(case: str) -> dict[str, frozenset[str]]:
    nodes, _ = gather_case(case)
    return {node.id: telling_keys(node.origin) for node in nodes}


def pairs_of(nodes: Sequence[Node]) -> list[set[str]]:
    return [{left.id, right.id} for left, right in find_pairs(node.origin for node in nodes)]


def test_two_papers_on_one_taking_share_a_key() -> None:
    keys = keys_of("event/held_and_taken")
    assert keys["a1"] & keys["b1"]


def test_the_same_words_of_another_month_share_only_what_counts_for_the_undated() -> None:
    keys = keys_of("event/two_falls_of_one_town")
    assert all(key.endswith(OPEN) for key in keys["a1"] & keys["b1"])


def test_what_has_no_date_is_compared_with_what_is_told_of_its_place_on_any_day() -> None:
    affair = load("event/two_falls_of_one_town")
    dated, _ = gather(affair)
    assert {"a1", "b1"} not in pairs_of(dated)
    first = next(iter(affair["reports"]))
    del affair["reports"][first]["published"]
    for claim in affair["claims"]:
        claim.pop("when", None)
    undated, _ = gather(affair)
    assert {"a1", "b1"} in pairs_of(undated)


def test_claims_of_other_matters_share_none() -> None:
    affair = load("event/held_and_taken")
    others, _ = gather(elsewhere(affair))
    keys = keys_of("event/held_and_taken")
    assert not any(telling_keys(node.origin) & mine for node in others for mine in keys.values())


def test_keys_are_of_the_report_alone() -> None:
    affair = load("event/held_and_taken")
    affair["reports"].pop("b")
    affair["claims"] = [claim for claim in affair["claims"] if claim["report"] == "a"]
    alone, _ = gather(affair)
    beside = keys_of("event/held_and_taken")
    assert {node.id: telling_keys(node.origin) for node in alone} == {id_: beside[id_] for id_ in ("a1", "a2")}
