"""Fitting learns what can be learnt, and the same twice."""

from __future__ import annotations

import numpy as np

from training.events.fitting import Plan, fit

PLAN = Plan(networks=1, hidden=4, rounds=30, decay=0.1)
CHANCE = np.random.default_rng(3)
EVIDENCE = CHANCE.normal(size=(2000, 3)).astype(np.float32)
SAME = EVIDENCE[:, 0] > 0


def test_what_tells_pairs_apart_is_learnt() -> None:
    estimates = fit(EVIDENCE, SAME, PLAN).estimate(EVIDENCE)
    assert np.mean((estimates > 0.5) == SAME) > 0.95


def test_fitting_twice_gives_the_same() -> None:
    first, second = (fit(EVIDENCE, SAME, PLAN).estimate(EVIDENCE) for _ in range(2))
    assert np.array_equal(first, second)
