"""The pieces of a text are the text, whatever overlaps in it."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.desk.marked import CLAIM, CUE, Mark, mark_text

TEXT = "The army denied that it had lost the base."

marks = st.builds(Mark, st.integers(-5, 60), st.integers(-5, 60), st.sampled_from([CLAIM, CUE]), st.sampled_from("abc"))


@given(st.text(max_size=50), st.lists(marks, max_size=8))
def test_the_pieces_together_are_the_text_letter_by_letter(text, found):
    pieces = mark_text(text, found)
    assert "".join(piece.text for piece in pieces) == text
    assert all(text[piece.start : piece.start + len(piece.text)] == piece.text for piece in pieces)


@given(st.lists(marks, max_size=8))
def test_every_letter_bears_the_marks_that_cover_it_and_no_others(found):
    for piece in mark_text(TEXT, found):
        for place in range(piece.start, piece.start + len(piece.text)):
            assert set(piece.marks) == {each for each in found if each.start <= place < each.end}


def test_where_two_marks_overlap_the_words_bear_both():
    pieces = mark_text(TEXT, [Mark(0, 15, CLAIM, "c1"), Mark(9, 42, CLAIM, "c2")])
    assert [(piece.text, piece.of(CLAIM)) for piece in pieces] == [
        ("The army ", ("c1",)),
        ("denied", ("c1", "c2")),
        (" that it had lost the base.", ("c2",)),
    ]
    assert [piece.beginning(CLAIM) for piece in pieces] == [("c1",), ("c2",), ()]


def test_words_of_a_report_are_never_markup_and_a_carriage_return_is_kept():
    (piece,) = mark_text("<script>\r\n", [])
    assert piece.markup == "&lt;script&gt;&#13;\n"


def test_a_part_of_the_text_has_its_marks_cut_to_it():
    (piece,) = mark_text(TEXT, [Mark(0, 42, CLAIM, "c1")], within=(4, 8))
    assert (piece.start, piece.text, piece.of(CLAIM)) == (4, "army", ("c1",))
