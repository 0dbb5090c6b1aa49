"""Spans give back their own text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.values.span import Evidence, Span


@given(st.text(min_size=1), st.data())
def test_every_span_gives_back_its_own_text(whole, data):
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start + 1, len(whole)))
    span = Span.of(whole, start, end)
    assert whole[span.start : span.end] == span.text


@pytest.mark.parametrize(("start", "end"), [(3, 3), (2, 1), (-1, 2), (0, 99)])
def test_no_words_no_span(start, end):
    with pytest.raises(ValueError, match="no words"):
        Span.of("The army left.", start, end)


def test_offsets_count_code_points_not_bytes():
    whole = "Зміїний — взято 🚩 today"
    assert Span.of(whole, whole.index("today"), len(whole)).text == "today"


def test_split_evidence_is_joined_by_an_ellipsis():
    whole = '"We left," he said, "at dawn."'
    evidence = Evidence((Span.of(whole, 1, 8), Span.of(whole, 21, 28)))
    assert evidence.text == "We left … at dawn"


def test_overlap_of_evidence_is_shared_over_all_characters():
    whole = "abcdefgh"
    left, right = Evidence((Span.of(whole, 0, 4),)), Evidence((Span.of(whole, 2, 6),))
    assert left.overlap(right) == pytest.approx(2 / 6)
