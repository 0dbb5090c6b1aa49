"""Chunks hold every paragraph once, in order, and no more than was asked for."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.values.span import Span
from sayso.read.llm.chunk import LETTERS, make_chunks
from sayso.read.llm.tests.build import report

LINES = st.lists(st.text(st.sampled_from("ab .!\n\t\u00a0é。"), max_size=90), max_size=8).map("\n\n".join)


@settings(max_examples=40, deadline=None)
@given(LINES, st.integers(1, 12))
def test_every_letter_stands_in_exactly_one_chunk(text: str, words: int) -> None:
    chunks = make_chunks(report(text), words=words)
    kept = "".join(p.span.text for chunk in chunks for p in chunk.paragraphs)
    assert "".join(kept.split()) == "".join(text.split())


@settings(max_examples=40, deadline=None)
@given(LINES, st.integers(1, 12))
def test_no_paragraph_is_longer_than_there_is_room(text: str, words: int) -> None:
    paragraphs = [p for chunk in make_chunks(report(text), words=words) for p in chunk.paragraphs]
    assert all(0 < len(p.span) <= words * LETTERS for p in paragraphs)
    assert [p.number for p in paragraphs] == list(range(1, len(paragraphs) + 1))
    assert all(text[p.span.start : p.span.end] == p.span.text == p.span.text.strip() for p in paragraphs)


def test_a_chunk_shows_the_paragraph_before_it() -> None:
    first, second = make_chunks(report("One two three.\n\nFour five six."), words=3)
    assert first.before is None
    assert second.before == "One two three."
    assert (second.title, second.outlet, second.published) == ("Airfield changes hands", "Plains Gazette", "2031-04-07")


def test_headings_are_no_paragraphs_but_may_be_context() -> None:
    text = "One two.\n\nHeading\n\nThree four."
    chunks = make_chunks(report(text, headings=(Span.of(text, 10, 17),)), words=2)
    assert [[p.span.text for p in chunk.paragraphs] for chunk in chunks] == [["One two."], ["Three four."]]
    assert chunks[1].before == "Heading"


def test_a_long_paragraph_is_cut_at_the_end_of_a_sentence() -> None:
    text = "One two three. Four five six! Seven eight nine."
    pieces = [p.span.text for chunk in make_chunks(report(text), words=6) for p in chunk.paragraphs]
    assert pieces == ["One two three. Four five six!", "Seven eight nine."]


def test_a_stretch_without_blanks_is_cut_where_the_room_ends() -> None:
    pieces = [p.span.text for chunk in make_chunks(report("x" * 15), words=1) for p in chunk.paragraphs]
    assert pieces == ["x" * 6, "x" * 6, "x" * 3]


def test_halves_hold_the_whole() -> None:
    (whole,) = make_chunks(report("One.\n\nTwo.\n\nThree."), words=100)
    halves = whole.halve()
    assert halves
    assert [[p.number for p in half.paragraphs] for half in halves] == [[1], [2, 3]]
    assert halves[1].before == "One."
    assert halves[0].halve() is None
