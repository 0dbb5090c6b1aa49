"""Speakers that have no words where they speak: the last one named before."""

from collections.abc import Sequence

from sayso.read.attribution import FoundAttribution
from sayso.read.labelling import Run
from sayso.read.nearby import nearby
from sayso.read.pronoun import is_pronoun
from sayso.read.words import Words

FAR = 500  # words back to a speaker still meant: some five paragraphs


def understood_speaker(
    attribution: FoundAttribution, attributions: Sequence[FoundAttribution], words: Words
) -> Run | None:
    """Who is meant where a cue's speaker is understood: the last speaker named before it, None if there is none."""
    before = [a.speaker for a in nearby(attributions, attribution.word, FAR) if a.speaker]
    return max((run for run in before if run[0] < attribution.word and not is_pronoun(words, run)), default=None)
