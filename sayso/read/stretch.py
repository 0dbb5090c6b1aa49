"""Stretches: what windows say of their words, joined, so that heads look across the windows' seams."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.read.labelling import Floats
from sayso.read.window import Window


@dataclass(frozen=True)
class Stretch:
    """Neighbouring words after the encoder, from word `start` of the text on; those from `ask_from` to `ask_to` are
    asked about, and have all that is near them in the stretch.

    Rows are words: `states`, what the heads of cues and claims see of them, and how likely each is an anchor.
    """

    start: int
    ask_from: int
    ask_to: int
    states: Floats
    near_cue: Floats
    near_claim: Floats
    cue_scores: Floats
    claim_scores: Floats


def join_windows(encoded: Iterable[tuple[Window, Sequence[Floats]]], *, count: int, reach: int) -> Iterator[Stretch]:
    """The windows of a text of `count` words as stretches that hold `reach` words on either side of what is asked.

    Every word is asked about in exactly one stretch. No more is held than a window and twice the reach, however long
    the text is.
    """
    held: list[Floats] = []
    start = asked = 0
    for window, rows in encoded:
        kept = [row[window.keep_from - window.start : window.keep_to - window.start] for row in rows]
        held = [np.concatenate(both) for both in zip(held, kept, strict=True)] if held else kept
        ask_to = count if window.keep_to == count else max(asked, window.keep_to - reach)
        if ask_to > asked:
            yield Stretch(start, asked, ask_to, *held)
        asked = ask_to
        over = max(0, asked - reach - start)
        held, start = [row[over:] for row in held], start + over
