"""Linkage: averages, must-not links, parts that nothing connects."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from sayso.corroborate.event.linkage import Pair, link

NODES = "abcdefgh"
PAIRS = [(a, b) for a in NODES for b in NODES if a < b]
SCORES = st.dictionaries(st.sampled_from(PAIRS), st.integers(0, 20).map(lambda n: n / 20), max_size=20)


def test_one_lucky_link_does_not_join_two_clusters() -> None:
    scores = {("a", "b"): 0.9, ("c", "d"): 0.9, ("b", "c"): 0.5}
    assert link(list("abcd"), scores, [], threshold=0.2) == [("a", "b"), ("c", "d")]


def test_what_must_not_be_together_is_not() -> None:
    scores = {("a", "b"): 0.9, ("b", "c"): 0.9, ("a", "c"): 0.9}
    assert link(list("abc"), scores, [("a", "c")], threshold=0.2) == [("a", "b"), ("c",)]


@given(scores=SCORES, barred=st.lists(st.sampled_from(PAIRS), max_size=6))
def test_every_node_is_in_one_cluster_and_no_cluster_holds_a_barred_pair(
    scores: dict[Pair, float], barred: list[Pair]
) -> None:
    groups = link(list(NODES), scores, barred, threshold=0.3)
    assert sorted(node for group in groups for node in group) == list(NODES)
    assert not any(a in group and b in group for group in groups for a, b in barred)


@given(scores=SCORES)
def test_order_changes_nothing(scores: dict[Pair, float]) -> None:
    results = {
        tuple(sorted(link(list("".join(order)), dict(turned), [], threshold=0.3)))
        for order in list(permutations("abc"))[:3]
        for order in [(*order, *"defgh")]
        for turned in (list(scores.items()), list(scores.items())[::-1])
    }
    assert len(results) == 1


@given(near=SCORES, far=SCORES)
def test_one_part_alone_gives_what_it_gives_beside_another(near: dict[Pair, float], far: dict[Pair, float]) -> None:
    others = {(a.upper(), b.upper()): score for (a, b), score in far.items()}
    both = link(list(NODES + NODES.upper()), {**near, **others}, [], threshold=0.3)
    apart = link(list(NODES), near, [], threshold=0.3) + link(list(NODES.upper()), others, [], threshold=0.3)
    assert sorted(both) == sorted(apart)
