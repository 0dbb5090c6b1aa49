"""The measure of speakers given their words."""

from __future__ import annotations

from pathlib import Path

from benchmarks.speakers import Spoken, measure_speakers, speak_gold
from sayso.model.knowledge import Knowledge
from training.ruled import read_ruled

REPORT = """outlet: Lowen Post, page 3
published: 2031-05-11
language: en
title: A dam

Sten Orrin said the dam held. He added that the gate was shut.
> statement asserted c=[the dam held] by=[Sten Orrin] cue=[said]
> statement asserted c=[the gate was shut] by=[He=Sten Orrin] cue=[added]

"Nobody came." We ask the mill to answer.
> statement asserted c=[Nobody came] by=(Sten Orrin)
> request asserted c=[the mill to answer] t=[ask] by=[We=Lowen Post] cue=[ask]
"""


def _spoken(folder: Path) -> Spoken:
    path = folder / "one.txt"
    path.write_text(REPORT, encoding="utf-8")
    return speak_gold(read_ruled(path))


def test_each_kind_of_words_is_told_apart(tmp_path: Path) -> None:
    kinds = [wanted.kind for wanted in _spoken(tmp_path).wanted.values()]
    assert kinds == ["full", "pronoun", "understood", "own"]


def test_speakers_cut_to_their_words_lower_the_figure(tmp_path: Path) -> None:
    spoken = [_spoken(tmp_path)]
    whole = measure_speakers(spoken, knowledge=Knowledge())
    cut = measure_speakers(spoken, knowledge=Knowledge(), cut=True)
    assert (whole["pronoun"].right, cut["pronoun"].right) == (1, 0)
    assert cut["all but own"].right < whole["all but own"].right
