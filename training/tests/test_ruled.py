"""The ruled corpus as targets."""

from pathlib import Path

import numpy as np
import pytest

from sayso.read import WEIGHTS
from sayso.read.labels import ANTECEDENT, CUE_LAYERS, CUE_REACH, STANCES
from sayso.read.wordpiece import WordPiece
from training.ruled import RuledReport, annotate, read_ruled
from training.targets import IGNORED, Target, empty_labels

REPORT = """outlet: Example Wire
published: 2031-05-01
language: en
title: Two accounts of a bridge

Captain Ina Roth met reporters at the mill. The bridge was held by the Guard, she said.
> hold asserted c=[The bridge was held by the Guard] t=[held] actor=[the Guard] by=[she=Captain Ina Roth] cue=[said]

No shot had been fired.
> attack denied c=[No shot had been fired] t=[fired] by=(Captain Ina Roth)

Roth, the mayor said, was mistaken.
> statement judged c=[Roth … was mistaken] by=[the mayor] cue=[said]
"""


@pytest.fixture
def report(tmp_path: Path) -> RuledReport:
    path = tmp_path / "bridge.txt"
    path.write_text(REPORT, encoding="utf-8")
    return read_ruled(path)


@pytest.fixture
def wordpiece() -> WordPiece:
    return WordPiece((WEIGHTS / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1])


def test_she_stands_for_the_words_that_named_her_last(report: RuledReport) -> None:
    held = report.claims[0]
    assert [report.words.strings[i] for i in held.antecedents["by"] or ()] == ["Captain", "Ina", "Roth"]


def test_an_understood_speaker_is_found_where_the_text_named_him_last(report: RuledReport) -> None:
    assert report.claims[1].antecedents["by"] == report.claims[0].antecedents["by"]


def test_a_speaker_named_in_full_stands_for_himself(report: RuledReport) -> None:
    assert report.claims[2].antecedents["by"] == []


def test_a_cue_is_taught_its_speakers_antecedent(report: RuledReport, wordpiece: WordPiece) -> None:
    annotated = annotate(report, wordpiece=wordpiece)
    said = report.words.lower.index("said")
    labels = annotated.cues[said].layers[CUE_LAYERS.index(ANTECEDENT)]
    meant = [report.words.strings[said + int(i) - CUE_REACH] for i in np.nonzero(labels)[0]]
    assert meant == ["Captain", "Ina", "Roth"]


def test_what_the_teacher_was_not_asked_is_learnt_from_the_annotation(
    report: RuledReport, wordpiece: WordPiece
) -> None:
    target = next(iter(annotate(report, wordpiece=wordpiece).cues.values()))
    layers, stance, _ = target.shares(0.5)
    assert layers[0].sum(-1) == pytest.approx(1)
    assert stance[STANCES.index("asserted")] == 1


def test_what_is_not_known_takes_no_part() -> None:
    target = Target((empty_labels(2), empty_labels(2) + IGNORED, empty_labels(2)), IGNORED, IGNORED)
    layers, stance, voice = target.shares(1.0)
    assert layers[0].sum() == 5
    assert layers[1].sum() == stance.sum() == voice.sum() == 0
