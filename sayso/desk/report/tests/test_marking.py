"""Marks in a text: no letter is lost, whatever overlaps."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.desk.report.marking import Mark, MarkKind, mark_text

TEXTS = st.text(max_size=60)
MARKS = st.lists(
    st.builds(
        Mark,
        start=st.integers(-5, 65),
        end=st.integers(-5, 65),
        kind=st.sampled_from(MarkKind),
        of=st.sampled_from(["t1", "t2", "c1", "c2"]),
    ),
    max_size=12,
)


def kinds(segments):
    return [(segment.text, sorted(str(mark.kind) for mark in segment.marks)) for segment in segments]


@given(TEXTS, MARKS, st.lists(st.integers(-5, 65), max_size=5))
def test_segments_give_the_text_back_letter_for_letter(text, marks, cuts):
    segments = mark_text(text, marks, cuts)
    assert "".join(segment.text for segment in segments) == text
    assert all(text[segment.start : segment.end] == segment.text != "" for segment in segments)


@given(TEXTS, MARKS)
def test_every_letter_bears_the_marks_that_cover_it_and_no_other(text, marks):
    for segment in mark_text(text, marks):
        for at in range(segment.start, segment.end):
            covering = [mark for mark in marks if mark.start <= at < mark.end]
            assert sorted(map(repr, segment.marks)) == sorted(map(repr, covering))


@given(TEXTS, MARKS)
def test_segments_that_touch_differ(text, marks):
    segments = mark_text(text, marks)
    for one, other in pairwise(segments):
        assert [id(mark) for mark in one.marks] != [id(mark) for mark in other.marks]


def test_a_mark_within_another_splits_it_in_three():
    marks = [Mark(0, 11, MarkKind.CONTENT, "t1"), Mark(4, 7, MarkKind.TRIGGER, "c1")]
    assert kinds(mark_text("men took it", marks)) == [
        ("men ", ["content"]),
        ("too", ["content", "trigger"]),
        ("k it", ["content"]),
    ]


def test_overlapping_marks_share_the_letters_that_both_cover():
    marks = [Mark(0, 5, MarkKind.CLAIM, "c1"), Mark(3, 8, MarkKind.CLAIM, "c2")]
    assert [(s.text, [m.of for m in s.marks]) for s in mark_text("abcdefgh", marks)] == [
        ("abc", ["c1"]),
        ("de", ["c1", "c2"]),
        ("fgh", ["c2"]),
    ]


def test_a_cut_begins_a_segment_without_changing_marks():
    assert kinds(mark_text("abcd", [Mark(0, 4, MarkKind.CLAIM)], [2])) == [("ab", ["claim"]), ("cd", ["claim"])]
