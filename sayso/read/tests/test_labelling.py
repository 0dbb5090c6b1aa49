"""Labels to runs of words."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.labelling import best_labels, join_touching, runs_of

SPEECH = ("source", "cue", "content")


def scores(*rows: list[float]) -> np.ndarray:
    """Log-probabilities of outside, begin, inside for one anchor."""
    return np.log(np.array([rows], dtype=np.float32))


def test_an_inside_never_begins_a_run() -> None:
    assert best_labels(scores([0.3, 0.1, 0.6], [0.1, 0.1, 0.8])).tolist() == [[1, 2]]


def test_the_likeliest_sequence_wins_over_the_likeliest_labels() -> None:
    # word by word it would be outside, inside: which cannot be
    assert best_labels(scores([0.5, 0.4, 0.1], [0.05, 0.05, 0.9])).tolist() == [[1, 2]]


@given(st.integers(0, 2**32 - 1))
def test_every_inside_follows_its_own_name(seed: int) -> None:
    random = np.random.default_rng(seed)
    labels = best_labels(np.log(random.dirichlet(np.ones(7), size=(3, 12)).astype(np.float32)))
    for row in labels:
        for before, label in zip([0, *row], row, strict=False):
            assert label == 0 or label % 2 == 1 or before in (label - 1, label)


@given(st.integers(0, 2**32 - 1))
def test_no_legal_sequence_is_likelier(seed: int) -> None:
    chances = np.log(np.random.default_rng(seed).dirichlet(np.ones(3), size=(1, 5)).astype(np.float32))
    rows = product(range(3), repeat=5)
    legal = [row for row in rows if all(x != 2 or y for y, x in zip((0, *row), row, strict=False))]
    likeliest = max(legal, key=lambda row: sum(chances[0, at, label] for at, label in enumerate(row)))
    assert best_labels(chances).tolist() == [list(likeliest)]


def test_runs_are_places_in_the_text() -> None:
    labels = np.array([1, 2, 0, 3, 5, 6, 5], dtype=np.int8)  # about the anchor in the middle, word 13
    assert runs_of(labels, 13, SPEECH) == {"source": ((10, 12),), "cue": ((13, 14),), "content": ((14, 16), (16, 17))}


@pytest.mark.parametrize(("runs", "joined"), [(((0, 2), (2, 4)), ((0, 4),)), (((0, 2), (3, 4)), ((0, 2), (3, 4)))])
def test_a_title_and_its_name_are_one_speaker(runs: tuple, joined: tuple) -> None:
    assert join_touching(runs) == joined
