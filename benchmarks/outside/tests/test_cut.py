"""Paragraphs of labelled tokens."""

import numpy as np

from benchmarks.outside.cut import count_runs, join_tokens, lay_out, runs_of, take_runs
from sayso.read.network import CueAnswer
from sayso.read.words import split_words

SAID = "Dror , a guard , said `` nobody 's here , '' and left ."
TOKENS = SAID.split()


def test_tokens_are_printed_as_a_newspaper_prints_them() -> None:
    text, places = join_tokens(TOKENS)
    assert text == "Dror, a guard, said “nobody’s here,” and left."
    assert [text[start:end] for start, end in places] == [
        {"``": "“", "''": "”", "'s": "’s"}.get(token, token) for token in TOKENS
    ]


def test_a_source_with_an_apposition_takes_the_comma_that_closes_it() -> None:
    found = [(0.9, ("source", 0, 4)), (0.9, ("cue", 5, 6)), (0.9, ("content", 6, 12))]
    assert lay_out(found, TOKENS) == [("source", 0, 5), ("cue", 5, 6), ("content", 6, 12)]


def test_a_plain_source_does_not() -> None:
    assert lay_out([(0.9, ("source", 0, 1))], ["Dror", ",", "said", "he"]) == [("source", 0, 1)]


def test_what_overlaps_with_a_likelier_one_is_left_out() -> None:
    assert lay_out([(0.7, ("content", 9, 14)), (0.9, ("content", 6, 12))], TOKENS) == [("content", 6, 12)]


def test_what_is_not_likely_to_be_exactly_right_is_left_out() -> None:
    assert lay_out([(0.3, ("content", 6, 12)), (0.9, ("cue", 5, 6))], TOKENS) == [("cue", 5, 6)]


def test_each_run_is_found_again_on_its_tokens() -> None:
    text, places = join_tokens(TOKENS)
    words = split_words(text)
    speech = {"source": ((0, 1), (1, 4)), "cue": ((5, 6),)}
    scores = np.full((25, 7), -20, np.float32)
    answer = CueAnswer(5, 0.9, speech, {}, np.zeros(7, np.float32), np.zeros(3, np.float32), speech_scores=scores)
    assert [run for _, run in take_runs([answer], words, places)] == [("source", 0, 4), ("cue", 5, 6)]


def test_labels_give_runs_and_an_inside_after_another_role_belongs_to_none() -> None:
    labels = ["B-source", "I-source", "B-cue", "I-content", "B-content", "I-content", "B-content"]
    assert runs_of(labels) == [("source", 0, 2), ("cue", 2, 3), ("content", 4, 6), ("content", 6, 7)]


def test_a_run_is_right_if_role_and_both_ends_are() -> None:
    gold = [("source", 0, 2), ("cue", 2, 3), ("content", 3, 9)]
    found = [("source", 0, 1), ("cue", 2, 3)]
    assert count_runs(gold, found).tolist() == [[0, 1, 1], [1, 1, 1], [0, 0, 1]]
