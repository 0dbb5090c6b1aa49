"""Windows."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.read.window import cut_windows

PIECES = st.lists(st.integers(1, 8).map(lambda n: (0,) * n), max_size=400)


@given(PIECES)
def test_every_word_is_kept_by_exactly_one_window(pieces: list[tuple[int, ...]]) -> None:
    kept = [i for w in cut_windows(pieces, length=64, margin=12) for i in range(w.keep_from, w.keep_to)]
    assert kept == list(range(len(pieces)))


@given(PIECES)
def test_no_window_is_longer_than_the_network_takes(pieces: list[tuple[int, ...]]) -> None:
    windows = cut_windows(pieces, length=64, margin=12)
    assert all(sum(map(len, pieces[w.start : w.end])) + 2 <= 64 for w in windows)


@given(PIECES)
def test_kept_words_stand_within_their_window(pieces: list[tuple[int, ...]]) -> None:
    assert all(w.start <= w.keep_from <= w.keep_to <= w.end for w in cut_windows(pieces, length=64, margin=12))


def test_a_kept_word_has_words_on_either_side_unless_the_text_ends() -> None:
    windows = cut_windows([(0,)] * 1000, length=100, margin=20)
    assert all(w.keep_from - w.start >= 19 for w in windows[1:])
    assert all(w.end - w.keep_to >= 19 for w in windows[:-1])
