"""Answers of the network, made by hand: one line each."""

import numpy as np

from sayso.read.attribution import FoundAttribution
from sayso.read.labels import STANCES
from sayso.read.network import ClaimAnswer
from sayso.read.words import Words

Place = tuple[int, int]


def place(words: Words, text: str) -> Place:
    """Where some words stand: first word, and the word after the last."""
    wanted = text.split()
    starts = (i for i in range(len(words)) if words.strings[i : i + len(wanted)] == wanted)
    start = next(starts)
    return start, start + len(wanted)


def attribution(words: Words, source: str | None, cue: str, content: str, *, score: float = 0.9) -> FoundAttribution:
    cue_at = place(words, cue)
    return FoundAttribution(
        word=cue_at[0],
        score=score,
        source=(place(words, source),) if source else (),
        cue=cue_at,
        content=(place(words, content),),
        channel=None,
        stance="asserted",
        is_understood=False,
    )


def answer(
    words: Words, type_: str, trigger: str, content: str, *, score: float = 0.9, stance: str = "asserted"
) -> ClaimAnswer:
    stances = np.full(len(STANCES), -5.0, dtype=np.float32)
    stances[STANCES.index(stance)] = 0.0
    return ClaimAnswer(
        word=place(words, trigger)[0],
        type=type_,
        score=score,
        speech={"content": (place(words, content),)},
        roles={},
        times={},
        manner={},
        stance=stances,
        voice=np.array([1.0, 0.0, 0.0], dtype=np.float32),
        cues_from=0,
        cue_chances=np.zeros(0, dtype=np.float32),
    )
