"""Words are found exactly where they stand, or not at all."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.values.span import Span
from sayso.read.llm.grounding import Ground, choose_nearest, is_inside_word


def places(words: str, text: str) -> list[str]:
    return [span.text for span in Ground(text).find(words, within=Span.of(text, 0, len(text)))]


def test_every_place_is_found_in_order() -> None:
    text = "The army denied it. The army left."
    found = Ground(text).find("The army", within=Span.of(text, 0, len(text)))
    assert [span.start for span in found] == [0, 20]


def test_only_places_inside_the_span_count() -> None:
    text = "The army denied it. The army left."
    assert [s.start for s in Ground(text).find("The army", within=Span.of(text, 4, len(text)))] == [20]
    assert Ground(text).find("army left", within=Span.of(text, 0, 28)) == ()


def test_letters_must_agree_in_case_and_number() -> None:
    assert places("the army", "The army left") == []
    assert places("army leftt", "The army left") == []


def test_no_word_is_parted() -> None:
    assert places("he", "the shelter") == []
    assert places("MiG", "two MiG29 jets") == []
    assert places("LNA", "the LNA-led force") == ["LNA"]


def test_no_number_is_parted() -> None:
    assert places("300", "1,300 men") == []
    assert places("1", "1,300 men") == []
    assert places("14", "2014") == []
    assert places("14", "in 14, or 15") == ["14"]


def test_scripts_that_join_small_words_to_their_neighbours_are_found() -> None:
    assert places("القاعدة", "غادر والقاعدة خالية") == ["القاعدة"]
    assert places("军队", "政府军队撤出") == ["军队"]


def test_any_blank_quote_and_dash_stands_for_its_kind() -> None:
    assert places('"We left" - he said', "“We\u00a0left”\n—  he said") == ["“We\u00a0left”\n—  he said"]
    assert places("it's", "it’s over") == ["it’s"]


def test_a_quotation_mark_is_no_apostrophe() -> None:
    assert places('"left"', "'left'") == []


def test_nothing_is_nowhere() -> None:
    assert places("", "text") == []
    assert places(" \n", "text with blanks") == []


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.data())
def test_what_stands_between_blanks_is_found_again_at_its_place(text: str, data: st.DataObject) -> None:
    whole = f"{text} end"
    cuts = [i for i in range(len(whole) + 1) if i in (0, len(whole)) or whole[i - 1].isspace() or whole[i].isspace()]
    start, end = sorted((data.draw(st.sampled_from(cuts)), data.draw(st.sampled_from(cuts))))
    words = whole[start:end].strip()
    if words:
        at = whole.index(words, start)
        found = Ground(whole).find(words, within=Span.of(whole, 0, len(whole)))
        assert any(span.start <= at and span.end >= at + len(words) for span in found)
        assert all(whole[span.start : span.end] == span.text for span in found)


def test_the_nearest_place_is_taken_and_one_outside_goes_before() -> None:
    text = "He said he had left, he added."
    found = [Span.of(text, 8, 10), Span.of(text, 21, 23)]
    content = Span.of(text, 8, 19)
    assert choose_nearest(found, to=[content]) == found[0]
    assert choose_nearest(found, to=[content], outside=[content]) == found[1]
    assert choose_nearest(found[:1], to=[content], outside=[content]) == found[0]
    assert choose_nearest([], to=[content]) is None


def test_the_edges_of_a_text_part_nothing() -> None:
    assert not is_inside_word("word", 0)
    assert not is_inside_word("word", 4)
    assert is_inside_word("word", 2)
