"""Clustering: what is far away changes nothing, and what persons ruled stands before every score."""

from __future__ import annotations

import pytest

from sayso.corroborate.event.clustering import Cluster, find_clusters
from sayso.corroborate.event.pairing import find_pairs, score_pairs
from sayso.corroborate.event.tests.affair import CASES, elsewhere, gather, gather_case
from sayso.corroborate.tests.affair import load
from sayso.model.ruling import Rulings


def ids(clusters: list[Cluster]) -> list[list[str]]:
    return sorted(sorted(telling.id for telling in cluster.tellings) for cluster in clusters)


@pytest.mark.parametrize("case", CASES)
def test_reports_of_another_matter_change_no_cluster_and_no_reason(case: str) -> None:
    affair = load(case)
    other = elsewhere(affair)
    joined = {key: {**affair[key], **other[key]} for key in ("reports", "entities")}
    both = find_clusters(*gather({**joined, "claims": affair["claims"] + other["claims"]}))
    alone = find_clusters(*gather(affair))
    of_first = [cluster for cluster in both if not cluster.tellings[0].id.startswith("x")]
    assert ids(of_first) == ids(alone)
    assert sorted(cluster.reasons for cluster in of_first) == sorted(cluster.reasons for cluster in alone)


@pytest.mark.parametrize("case", CASES)
def test_score_of_a_pair_is_the_same_in_any_company(case: str) -> None:
    nodes, ground = gather_case(case)
    pairs = find_pairs(node.origin for node in nodes)
    together = {bond.pair: bond.score for bond in score_pairs(pairs, ground)}
    alone = {bond.pair: bond.score for pair in pairs for bond in score_pairs([pair], ground)}
    assert together.keys() == alone.keys()
    assert all(abs(together[pair] - alone[pair]) < 1e-6 for pair in together)


@pytest.mark.parametrize("case", CASES)
def test_score_does_not_ask_which_claim_comes_first(case: str) -> None:
    nodes, ground = gather_case(case)
    pairs = find_pairs(node.origin for node in nodes)
    turned = score_pairs([(right, left) for left, right in pairs], ground)
    assert [round(bond.score, 5) for bond in turned] == [round(bond.score, 5) for bond in score_pairs(pairs, ground)]


def test_ruled_apart_are_apart() -> None:
    nodes, ground = gather_case("event/held_and_taken")
    found = find_clusters(nodes, ground, Rulings(apart=frozenset({("a1", "b1")})))
    assert ids(found) == [["a1"], ["a2"], ["b1"]]


def test_ruled_together_are_together_though_their_dates_cannot_meet() -> None:
    nodes, ground = gather_case("event/two_falls_of_one_town")
    found = find_clusters(nodes, ground, Rulings(together=frozenset({("a1", "b1")})))
    assert ids(found) == [["a1", "b1"]]
    assert "ruled to be of one happening" in found[0].reasons


def test_of_rulings_that_contradict_each_other_those_apart_stay_apart() -> None:
    nodes, ground = gather_case("event/held_and_taken")
    rulings = Rulings(together=frozenset({("a1", "a2"), ("a2", "b1")}), apart=frozenset({("a1", "b1")}))
    found = find_clusters(nodes, ground, rulings)
    assert ids(found) == [["a1", "a2"], ["b1"]]
    assert "ruled to be together, but others of it are ruled apart" in found[0].reasons


def test_words_in_common_are_told_as_they_are_written() -> None:
    found = find_clusters(*gather_case("event/two_towns_with_like_names"))
    (shared,) = [reason for each in found for reason in each.reasons if reason.startswith("words in common")]
    assert shared == "words in common: sor, tarn, sunday, jets, bombed"
