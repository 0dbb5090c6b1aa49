"""How sure the network is of runs of words."""

import numpy as np
import pytest

from sayso.read.labels import SPEECH, label_count
from sayso.read.network import CueAnswer
from sayso.read.sureness import chance_of_run, chance_of_words

REACH = 4
CUE = 2  # "Mesh coldly said guards fled ."
BEGIN = 1 + 2 * SPEECH.index("content")


def answer(*, score: float = 1.0, begins: float = 0.9, goes_on: float = 0.8, behind: float = 0.1) -> CueAnswer:
    """Words 3 and 4 are the content, as likely as told; word 5 stands behind them."""
    chances = np.full((2 * REACH + 1, label_count(SPEECH)), 1e-6, np.float32)
    chances[3 - CUE + REACH, BEGIN] = begins
    chances[4 - CUE + REACH, BEGIN + 1] = goes_on
    chances[5 - CUE + REACH, BEGIN + 1] = behind
    nothing = np.zeros(3, np.float32)
    return CueAnswer(CUE, score, {"content": ((3, 5),)}, {}, nothing, nothing, speech_scores=np.log(chances))


def test_a_run_is_exactly_right_if_it_begins_and_ends_there_and_holds() -> None:
    assert chance_of_run(answer(), "content", (3, 5)) == pytest.approx(0.9 * 0.8 * 0.9, abs=1e-4)


def test_a_run_is_no_surer_than_its_cue() -> None:
    assert chance_of_run(answer(score=0.5), "content", (3, 5)) == pytest.approx(0.5 * 0.9 * 0.8 * 0.9, abs=1e-4)


def test_a_run_that_stops_too_early_is_unlikely() -> None:
    assert chance_of_run(answer(), "content", (3, 4)) < chance_of_run(answer(), "content", (3, 5))


def test_words_are_as_likely_as_the_network_has_them() -> None:
    assert chance_of_words(answer(), "content", (3, 5)).tolist() == pytest.approx([0.9, 0.8], abs=1e-4)


def test_words_out_of_reach_are_not_sure() -> None:
    assert chance_of_words(answer(), "content", (8, 10)).tolist() == [0, 0]
