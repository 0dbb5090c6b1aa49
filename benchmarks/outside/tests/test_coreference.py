"""The worked examples of the literature, by hand, and the best laying against trying all."""

from itertools import permutations

import numpy as np
import pytest

from benchmarks.outside.coreference import best_assignment, conll_f, count_agreement, gather_clusters, metric_f


def _shares(gold: str, found: str) -> list[list[float]]:
    """Recall and precision of each metric; clusters are words, mentions their letters."""
    counts = count_agreement([set(word) for word in gold.split()], [set(word) for word in found.split()])
    return [[row[0] / row[1], row[2] / row[3]] for row in counts]


def test_pradhan_and_others_worked_example() -> None:
    # "Scoring coreference partitions of predicted mentions" (ACL 2014), figure 1: the found mentions are not gold's.
    muc, b_cubed, ceaf = _shares("abc defg", "ab cd fghi")
    assert muc == pytest.approx([2 / 5, 2 / 5])
    assert b_cubed == pytest.approx([35 / 84, 1 / 2])
    assert ceaf == pytest.approx([0.65, 1.3 / 3])


def test_vilain_and_others_chain_that_is_cut() -> None:
    # MUC-6: a chain of four found as two pairs has two of its three links, and says nothing wrong.
    assert _shares("abcd", "ab cd")[0] == pytest.approx([2 / 3, 1])


def test_bagga_and_baldwin_see_that_large_clusters_joined_are_worse() -> None:
    # Their figure: five, two and five mentions; joined five to two, or five to five. MUC sees no difference.
    small, large = _shares("12345 67 89abc", "12345 6789abc"), _shares("12345 67 89abc", "1234589abc 67")
    assert small[0] == large[0] == pytest.approx([1, 9 / 10])
    assert small[1] == pytest.approx([1, (5 + 4 / 7 + 25 / 7) / 12])
    assert large[1] == pytest.approx([1, (2 + 5) / 12])


def test_luo_sees_one_cluster_of_all_for_what_it_is() -> None:
    # Luo (2005), response (c): of three entities one is found; likeness 2*5/(5+12).
    assert _shares("12345 67 89abc", "123456789abc")[2] == pytest.approx([10 / 17 / 3, 10 / 17])


def test_the_same_clusters_are_full_marks_in_any_order() -> None:
    gold = gather_clusters({"a": "x", "b": "x", "c": "y"})
    assert conll_f(count_agreement(gold, gold[::-1])) == pytest.approx(100)


def test_mentions_left_alone_share_no_link() -> None:
    gold = [{"a", "b"}, {"c"}]
    assert metric_f(count_agreement(gold, [{"a"}, {"b"}, {"c"}]))[0] == 0


def test_no_laying_is_worth_more() -> None:
    chance = np.random.default_rng(0)
    for rows, columns in ((1, 1), (3, 5), (5, 3), (6, 6), (2, 7)):
        worth = chance.integers(0, 6, size=(rows, columns)) / 5
        low, high = sorted((worth, worth.T), key=len)[0], max(rows, columns)
        tried = max(sum(low[r, c] for r, c in enumerate(way)) for way in permutations(range(high), len(low)))
        assert best_assignment(worth) == pytest.approx(tried)
