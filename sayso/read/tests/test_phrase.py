"""Runs of words mended to phrases."""

import pytest

from sayso.read.phrase import mend_clauses, mend_phrases, mend_speakers
from sayso.read.tests.build import place
from sayso.read.words import Words, split_words


@pytest.mark.parametrize(
    ("text", "part", "mended"),
    [
        ("the base of Al-Tarsa fell", "the base of Al", "the base of Al-Tarsa"),
        ("14 MiG-29 jets left", "29 jets", "MiG-29 jets"),
        ("300 vehicles accompanied by air defence", "300 vehicles accompanied by", "300 vehicles accompanied"),
        ("the army left .", "the army", "the army"),
        ("Omar , who left", "Omar ,", "Omar"),
    ],
)
def test_a_phrase_is_whole_and_leaves_nothing_hanging(text: str, part: str, mended: str) -> None:
    words = split_words(text)
    runs = mend_phrases(words, [place(words, part)])
    assert [text_of(words, run) for run in runs] == [mended]


def test_an_article_alone_is_nothing() -> None:
    words = split_words("the army left")
    assert mend_phrases(words, [(0, 1)]) == ()


def test_a_hole_of_a_comma_is_closed_and_a_cue_is_not() -> None:
    words = split_words("tanks, and guns came, he said, from the north")
    assert mend_clauses(words, [(0, 1), (3, 5)]) == ((0, 5),)
    assert len(mend_clauses(words, [(0, 5), (9, 12)])) == 2


def test_signs_alone_are_no_content() -> None:
    words = split_words("he said : “ … ”")
    assert mend_clauses(words, [(2, 6)]) == ()


def test_an_apposition_belongs_to_its_speaker() -> None:
    words = split_words("Omar Haddad, an official of the Lom Front (LF), said")
    runs = mend_speakers(words, [(0, 6), (7, 10)], cue=13)
    assert [text_of(words, run) for run in runs] == ["Omar Haddad, an official of the Lom Front"]


def test_an_open_bracket_is_closed() -> None:
    words = split_words("the Lom Front (LF) said")
    assert [text_of(words, run) for run in mend_phrases(words, [(0, 5)])] == ["the Lom Front (LF)"]


def text_of(words: Words, run: tuple[int, int]) -> str:
    return words.text[words.spans[run[0], 0] : words.spans[run[1] - 1, 1]]


def test_a_phrase_that_ends_on_a_month_takes_its_day() -> None:
    words = split_words("Satellite images of May 23 show jets")
    assert mend_phrases(words, [(0, 4)]) == ((0, 5),)


def test_a_verb_that_looks_like_a_month_takes_nothing() -> None:
    words = split_words("they may 23 times")
    assert mend_phrases(words, [(0, 2)]) == ((0, 2),)


@pytest.mark.parametrize(
    ("text", "source", "whole"),
    [
        ("Images of the base on May 23 show jets", "Images of the base", "Images of the base on May 23"),
        ("A letter dated 4 June says so", "A letter", "A letter dated 4 June"),
        ("The minister on May 23 said so", "The minister", "The minister"),
    ],
)
def test_images_and_papers_take_their_date(text: str, source: str, whole: str) -> None:
    words = split_words(text)
    runs = mend_speakers(words, [place(words, source)], cue=len(words) - 2)
    assert [text_of(words, run) for run in runs] == [whole]
