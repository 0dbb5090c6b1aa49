"""What a teacher says, beside what people annotated."""

import numpy as np
import pytest

from training.targets import Target, Taught, empty_labels

HARD = empty_labels(1)
HARD[1] = 1  # the anchor begins the first name


def _taught(first: float) -> Taught:
    layer = np.zeros((3, 7), np.float16)
    layer[:2, 0], layer[:2, 1] = 1 - first, first  # the last word was outside what the teacher saw
    channel = np.zeros((3, 3), np.float16)
    return Taught((layer, channel), np.full(7, 1 / 7, np.float16), np.array([0.5, 0.5, 0], np.float16))


def test_annotation_and_teacher_share_by_trust() -> None:
    target = Target((HARD, empty_labels(1), empty_labels(1)), 0, 0, taught=_taught(0.4))
    layers, _, voice = target.shares(0.5)
    assert layers[0][1, 1] == pytest.approx(0.7, abs=1e-3)  # half of 1, half of 0.4
    assert voice[0] == pytest.approx(0.75, abs=1e-3)


def test_where_the_teacher_saw_nothing_the_annotation_stands() -> None:
    target = Target((HARD, empty_labels(1), empty_labels(1)), 0, 0, taught=_taught(0.4))
    layers, _, _ = target.shares(0.5)
    assert layers[0][2, 0] == 1
    assert layers[2][:, 0].tolist() == [1, 1, 1]


def test_a_text_without_annotation_is_the_teachers_alone() -> None:
    target = Target((HARD, empty_labels(1), empty_labels(1)), 0, 0, taught=_taught(0.4))
    layers, _, _ = target.shares(0.0)
    assert layers[0][1, 1] == pytest.approx(0.4, abs=1e-3)
