"""Stretches: windows joined."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.stretch import Stretch, join_windows
from sayso.read.window import cut_windows

REACH = 10


def stretches(sizes: list[int]) -> list[Stretch]:
    """Of words of so many pieces; each row of each output is the word's number."""
    windows = cut_windows([(0,) * size for size in sizes], length=64, margin=12)
    encoded = [(w, [np.arange(w.start, w.end, dtype=np.float32)[:, None]] * 5) for w in windows]
    return list(join_windows(encoded, count=len(sizes), reach=REACH))


SIZES = st.lists(st.integers(1, 8), max_size=400)


@given(SIZES)
def test_every_word_is_asked_about_once(sizes: list[int]) -> None:
    assert [word for s in stretches(sizes) for word in range(s.ask_from, s.ask_to)] == list(range(len(sizes)))


@given(SIZES)
def test_rows_are_the_words_they_say(sizes: list[int]) -> None:
    for s in stretches(sizes):
        assert s.states[:, 0].tolist() == list(range(s.start, s.start + len(s.states)))


@given(SIZES)
def test_whatever_is_near_an_asked_word_is_held_across_seams(sizes: list[int]) -> None:
    for s in stretches(sizes):
        assert s.start <= max(0, s.ask_from - REACH)
        assert s.start + len(s.states) >= min(len(sizes), s.ask_to + REACH)


def test_what_is_held_does_not_grow_with_the_text() -> None:
    assert max(len(s.states) for s in stretches([1] * 20_000)) <= 64 + 2 * REACH
