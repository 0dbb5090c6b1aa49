"""Network: from the evidence on a pair to how probably both claims are of one happening.

A bag of small networks of one hidden layer, averaged. Made by `python -m training.events`, which prints
how it does on affairs that it has not seen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
#: Evidence farther from its mean than so many standard deviations counts as that.
REACH = 4.0


@dataclass(frozen=True, slots=True)
class Network:
    """Weights of a bag of networks.

    `mean` and `scale` of each column (columns); `into` (networks, columns, hidden) and `bias`
    (networks, hidden); `out` (networks, hidden) and `start` (networks).
    """

    mean: Matrix
    scale: Matrix
    into: Matrix
    bias: Matrix
    out: Matrix
    start: Matrix

    def estimate(self, evidence: Matrix) -> Matrix:
        """The probability of each row, 0 to 1."""
        scaled = self.standardise(evidence)
        odds = [
            np.maximum(scaled @ into + bias, 0) @ out + start
            for into, bias, out, start in zip(self.into, self.bias, self.out, self.start, strict=True)
        ]
        estimates: Matrix = np.mean([1 / (1 + np.exp(-each)) for each in odds], axis=0).astype(np.float32)
        return estimates

    def standardise(self, evidence: Matrix) -> Matrix:
        """The evidence in standard deviations from its mean."""
        scaled: Matrix = np.clip((evidence - self.mean) / self.scale, -REACH, REACH)
        return scaled


def read_network(text: str) -> Network:
    """A network from its text: one line an array, its shape before the numbers."""
    arrays = []
    for line in text.strip().split("\n"):
        shape, _, numbers = line.partition(":")
        values = np.array(numbers.split(), dtype=np.float32)
        arrays.append(values.reshape([int(size) for size in shape.split()]))
    return Network(*arrays)


def write_network(network: Network) -> str:
    """The text of a network, four digits a number."""
    arrays = (network.mean, network.scale, network.into, network.bias, network.out, network.start)
    return "\n".join(
        f"{' '.join(map(str, array.shape))}: {' '.join(f'{value:.4g}' for value in array.ravel())}" for array in arrays
    )
