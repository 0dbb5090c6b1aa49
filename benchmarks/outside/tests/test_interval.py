"""Intervals over documents."""

import numpy as np
import pytest

from benchmarks.outside.interval import accuracy, estimate, f_score, macro_f, recall, weighted_f


def test_f_is_over_summed_counts_not_a_mean_of_documents() -> None:
    counts = np.array([[1.0, 1.0, 1.0], [0.0, 9.0, 9.0]])
    assert estimate(counts, f_score).figure == pytest.approx(10.0)


def test_the_interval_is_seeded_and_holds_the_figure() -> None:
    counts = np.array([[n % 3, 3.0, 3.0] for n in range(30)], dtype=np.float64)
    first, again = estimate(counts, f_score), estimate(counts, f_score)
    assert first == again
    assert first.low < first.figure < first.high


def test_documents_that_agree_leave_no_interval() -> None:
    assert str(estimate(np.array([[1.0, 2.0, 2.0]] * 5), f_score)) == "50.0 [50.0, 50.0]"


def test_nothing_to_score_shows_as_a_dash() -> None:
    assert str(estimate(np.zeros((3, 3)), recall)) == "–"


def test_tables_of_gold_against_answers() -> None:
    confusion = np.array([[3.0, 1.0, 0.0], [0.0, 0.0, 2.0]])  # the last column: no answer
    assert accuracy(confusion[:, :2]) == pytest.approx(75.0)
    assert weighted_f(confusion) == pytest.approx(100 * 6 / 7 * 4 / 6)
    assert macro_f(confusion) == pytest.approx(100 * 6 / 7 / 2)
