"""Network: its text gives it back; the shipped one fits the evidence."""

from __future__ import annotations

import numpy as np

from sayso.corroborate.event.evidence import NAMES
from sayso.corroborate.event.network import read_network, write_network
from sayso.corroborate.event.weights import WEIGHTS


def test_text_gives_the_network_back() -> None:
    network = read_network(WEIGHTS)
    again = read_network(write_network(network))
    assert all(
        np.array_equal(getattr(network, name), getattr(again, name))
        for name in ("mean", "scale", "into", "bias", "out", "start")
    )


def test_shipped_network_takes_the_evidence_that_is_weighed() -> None:
    assert read_network(WEIGHTS).mean.shape == (len(NAMES),)


def test_estimates_are_probabilities() -> None:
    estimates = read_network(WEIGHTS).estimate(np.eye(len(NAMES), dtype=np.float32) * 50)
    assert np.all((estimates >= 0) & (estimates <= 1))
