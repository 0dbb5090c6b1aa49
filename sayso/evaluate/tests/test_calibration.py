"""Calibration."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.evaluate.calibration import Judged, bin_judged, calibration_error


def _judged(pairs: Sequence[tuple[float, bool]]) -> list[Judged]:
    return [Judged("type", f"c{n}", chance, is_right) for n, (chance, is_right) in enumerate(pairs)]


def test_eight_of_ten_right_at_certainty_eighty_is_no_error() -> None:
    assert calibration_error(_judged([(0.8, True)] * 8 + [(0.8, False)] * 2)) == pytest.approx(0.0)


def test_all_wrong_at_certainty_ninety_is_an_error_of_ninety() -> None:
    assert calibration_error(_judged([(0.9, False)] * 5)) == pytest.approx(0.9)


def test_over_and_under_do_not_cancel_across_bins() -> None:
    assert calibration_error(_judged([(0.95, False), (0.05, True)])) == pytest.approx(0.95)


def test_nothing_judged_has_no_error() -> None:
    assert calibration_error([]) is None


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_every_claim_is_in_one_bin_and_the_error_is_a_share(pairs: list[tuple[float, bool]]) -> None:
    judged = _judged(pairs)
    assert sum(b.count for b in bin_judged(judged)) == len(judged)
    assert 0 <= (calibration_error(judged) or 0) <= 1
