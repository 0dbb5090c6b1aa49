"""Attributions: nesting, and who is the outlet."""

from dataclasses import replace

import numpy as np

from sayso.read.attribution import choose_attributions, is_outlet_itself, outer_of, way_out
from sayso.read.network import CueAnswer
from sayso.read.speaker import understood_speaker
from sayso.read.tests.build import answer, attribution, place
from sayso.read.words import Words, split_words

RELAYED = split_words("The agency said that Omar Haddad had denied the loss of Lom .")
OUTER = attribution(RELAYED, "The agency", "said", "Omar Haddad had denied the loss of Lom")
INNER = attribution(RELAYED, "Omar Haddad", "denied", "the loss of Lom")


def test_a_cue_in_another_content_stands_within_it() -> None:
    assert outer_of(INNER, [OUTER, INNER]) is OUTER
    assert outer_of(OUTER, [OUTER, INNER]) is None


def test_the_way_out_runs_from_the_nearest_speaker() -> None:
    assert way_out(INNER, [OUTER, INNER], RELAYED) == (INNER, OUTER)


def test_a_speaker_who_goes_on_is_there_once() -> None:
    words = split_words("Sources said that they came and sources revealed that they left .")
    outer = attribution(words, "Sources", "said", "they came and sources revealed that they left")
    inner = attribution(words, "sources", "revealed", "they left")
    assert way_out(inner, [outer, inner], words) == (inner,)


def test_our_correspondent_is_the_outlet() -> None:
    words = split_words("Our correspondent saw no tanks .")
    assert is_outlet_itself(attribution(words, "Our correspondent", "saw", "no tanks"), words)


def test_we_in_quotation_marks_is_somebody_else() -> None:
    words = split_words("“ We saw no tanks . ”")
    assert not is_outlet_itself(attribution(words, "We", "saw", "no tanks"), words)


def test_an_understood_speaker_is_the_last_one_named() -> None:
    words = split_words("Omar said they left . He said it rained . And then added that it stopped .")
    first = attribution(words, "Omar", "said", "they left")
    second = attribution(words, "He", "said", "it rained")
    third = attribution(words, None, "added", "it stopped")
    assert understood_speaker(third, [first, second, third], words) == (0, 1)


def cue_answer(words: Words, cue: str, content: str, *, score: float) -> CueAnswer:
    speech = {"cue": (place(words, cue),), "content": (place(words, content),)}
    return CueAnswer(place(words, cue)[0], score, speech, {}, np.zeros(7, np.float32), np.zeros(3, np.float32))


def test_a_faint_cue_stands_if_a_claim_points_to_it() -> None:
    words = split_words("The army put the fall of Lom down to treason .")
    faint = cue_answer(words, "put", "the fall of Lom", score=0.2)
    claim = answer(words, "seize", "fall", "the fall of Lom")
    pointing = replace(claim, cue_chances=np.array([0, 0, 0.8], np.float32))  # "put" is the third word
    assert choose_attributions([faint], words, threshold=0.4, votes=[claim]) == ()
    assert [a.word for a in choose_attributions([faint], words, threshold=0.4, votes=[pointing])] == [2]


def test_a_word_that_tells_of_a_deed_is_no_word_of_saying() -> None:
    words = split_words("An image shows a vessel listing at the pier .")
    faint = cue_answer(words, "listing", "at the pier", score=0.45)
    deed = answer(words, "present", "listing", "a vessel listing at the pier")
    assert choose_attributions([faint], words, threshold=0.4, votes=[deed]) == ()
    wish = answer(words, "request", "listing", "a vessel listing at the pier")
    assert len(choose_attributions([faint], words, threshold=0.4, votes=[wish])) == 1
