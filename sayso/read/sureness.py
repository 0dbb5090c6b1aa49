"""Sureness: how sure the network is of the words that it labels about a cue."""

import numpy as np

from sayso.read.labelling import Floats, Run
from sayso.read.labels import SPEECH
from sayso.read.network import CueAnswer


def chance_of_words(answer: CueAnswer, role: str, run: Run) -> Floats:
    """How likely each word of a run plays the role (0 to 1)."""
    begins, goes_on = _chances(answer, role, run)
    found: Floats = (begins + goes_on)[:-1]
    return found


def chance_of_run(answer: CueAnswer, role: str, run: Run) -> float:
    """How likely an attribution has exactly this run in the role (0 to 1).

    It is one, the role begins here and ends here, and the least sure word between plays it: words lean on each other,
    so that all of them are about as likely as that one.
    """
    begins, goes_on = _chances(answer, role, run)
    least = (begins + goes_on)[:-1].min()
    return float(answer.score * begins[0] * least * (1 - goes_on[-1]))


def _chances(answer: CueAnswer, role: str, run: Run) -> tuple[Floats, Floats]:
    """How likely the role begins, and goes on, at each word of a run and at the word behind it; 0 out of reach."""
    begin = 1 + 2 * SPEECH.index(role)
    rows = np.arange(run[0], run[1] + 1) - answer.word + len(answer.speech_scores) // 2
    is_near = (rows >= 0) & (rows < len(answer.speech_scores))
    both = np.zeros((2, len(rows)), dtype=np.float32)
    both[:, is_near] = np.exp(answer.speech_scores[rows[is_near], begin : begin + 2]).T
    return both[0], both[1]
