"""What the network is asked about, and that nothing else is ever taken. The report is invented."""

from dataclasses import replace

import numpy as np
import pytest

from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.read import Reader
from sayso.read.labels import TYPES
from sayso.read.network import Asked, CueAnswer, _matters
from sayso.read.stretch import Stretch

TEXT = (
    "Omar Haddad said rebels might have seized the Tarsa air base, residents of Lom told the radio. "
    "He hinted that there had been a deal with the envoys. The ministry declined to comment on the loss of the base. "
    "Sources close to the governor speak of lorries on the road at night, and of a market that stands empty. "
) * 12
SEIZE, KILL, STATEMENT = (TYPES.index(name) for name in ("seize", "kill", "statement"))


def stretch(words: int) -> Stretch:
    nothing = np.zeros((words, 1), dtype=np.float32)
    return Stretch(0, 0, words, nothing, nothing, nothing, nothing, nothing)


def cue(word: int, *content: tuple[int, int]) -> CueAnswer:
    nothing = np.zeros(1, dtype=np.float32)
    return CueAnswer(word, 0.9, {"content": content}, {}, nothing, nothing)


def matters(scores: dict[tuple[int, int], float], *cues: CueAnswer, asked: Asked) -> set[tuple[int, int]]:
    table = np.zeros((20, len(TYPES)), dtype=np.float32)
    for place, score in scores.items():
        table[place] = score
    words, kinds = np.nonzero(_matters(table, stretch(20), cues, asked))
    return set(zip(words.tolist(), kinds.tolist(), strict=True))


def test_a_faint_claim_is_asked_about_only_if_somebody_may_say_it() -> None:
    scores = {(3, SEIZE): 0.2, (4, KILL): 0.15, (12, SEIZE): 0.2, (18, KILL): 0.9}
    assert matters(scores, cue(1, (2, 6)), asked=Asked(enough=0.25)) == {(3, SEIZE), (18, KILL)}


def test_a_faint_event_is_weighed_against_the_statement_beside_it() -> None:
    scores = {(3, SEIZE): 0.15, (4, STATEMENT): 0.2, (5, STATEMENT): 0.12}
    assert matters(scores, cue(1, (2, 6)), asked=Asked(enough=0.25)) == {(3, SEIZE), (4, STATEMENT)}
    assert matters({(4, STATEMENT): 0.2}, cue(1, (2, 6)), asked=Asked(enough=0.25)) == set()


def test_silences_are_looked_at_closely() -> None:
    assert matters({(3, STATEMENT): 0.15}, asked=Asked(closely=((2, 5),), enough=0.25)) == {(3, STATEMENT)}


def test_what_is_not_asked_about_would_not_be_taken(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.read.pair.TOGETHER", 1)  # in eight bits, an answer depends on who is asked beside it
    spared = reader.read_report(Report("r1", "invented.txt", TEXT))
    monkeypatch.setattr("sayso.read.reading.Asked", lambda *given: replace(Asked(*given), enough=0.0))
    assert _told(spared) == _told(reader.read_report(Report("r1", "invented.txt", TEXT)))


def _told(reading: Reading) -> list[tuple[str, str, str]]:
    return [(claim.type, claim.stance, claim.evidence.text) for claim in reading.claims]
