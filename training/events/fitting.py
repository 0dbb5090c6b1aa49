"""Fitting: the weights of the network that scores pairs, by gradient descent on pairs with gold."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.corroborate.event.network import Network

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Plan:
    """How it is fitted. `decay` pulls weights to 0, as much as so many pairs of a portion."""

    networks: int = 4
    hidden: int = 24
    rounds: int = 12
    portion: int = 256
    rate: float = 2e-3
    decay: float = 0.3
    seed: int = 1


def fit(evidence: Matrix, same: NDArray[np.bool_], plan: Plan) -> Network:
    """A network that tells pairs that are of one happening from others."""
    mean = evidence.mean(axis=0)
    scale = np.maximum(evidence.std(axis=0), 1e-3)
    blank = Network(mean, scale, *(np.zeros(0, dtype=np.float32),) * 4)
    scaled, wanted = blank.standardise(evidence), same.astype(np.float32)
    bags = [_descend(scaled, wanted, plan, plan.seed + at) for at in range(plan.networks)]
    into, bias, out, start = (np.stack(parts) for parts in zip(*bags, strict=True))
    return Network(mean, scale, into, bias, out, start)


def _descend(scaled: Matrix, wanted: Matrix, plan: Plan, seed: int) -> list[Matrix]:
    """The weights of one network: into, bias, out, start; by Adam (Kingma and Ba, 2014)."""
    chance = np.random.default_rng(seed)
    spread = np.sqrt(6 / (scaled.shape[1] + plan.hidden))
    weights = [
        chance.uniform(-spread, spread, (scaled.shape[1], plan.hidden)).astype(np.float32),
        np.zeros(plan.hidden, dtype=np.float32),
        chance.uniform(-0.5, 0.5, plan.hidden).astype(np.float32),
        np.zeros((), dtype=np.float32),
    ]
    moved = [np.zeros_like(weight) for weight in weights]
    turned = [np.zeros_like(weight) for weight in weights]
    step = 0
    for _ in range(plan.rounds):
        order = chance.permutation(len(scaled))
        for at in range(0, len(order), plan.portion):
            step += 1
            chosen = order[at : at + plan.portion]
            slopes = _find_slopes(weights, scaled[chosen], wanted[chosen], plan.decay)
            for i, slope in enumerate(slopes):
                moved[i] = 0.9 * moved[i] + 0.1 * slope
                turned[i] = 0.999 * turned[i] + 0.001 * slope * slope
                rate = plan.rate * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
                weights[i] = (weights[i] - rate * moved[i] / (np.sqrt(turned[i]) + 1e-8)).astype(np.float32)
    return weights


def _find_slopes(weights: list[Matrix], scaled: Matrix, wanted: Matrix, decay: float) -> list[Matrix]:
    """The slope of the cross entropy, with the decay, by each weight."""
    into, bias, out, start = weights
    hidden = np.maximum(scaled @ into + bias, 0)
    miss = (1 / (1 + np.exp(-(hidden @ out + start))) - wanted) / len(wanted)
    back = np.outer(miss, out) * (hidden > 0)
    pull = decay / len(wanted)
    return [scaled.T @ back + pull * into, back.sum(axis=0), hidden.T @ miss + pull * out, miss.sum()]
