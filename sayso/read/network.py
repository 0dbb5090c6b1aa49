"""The network's answers: the anchors in a text, and what stands about them."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import numpy as np
import onnxruntime

from sayso.read.labelling import IMPOSSIBLE, Floats, Run, Runs, runs_of
from sayso.read.labels import (
    CLAIM_LAYERS,
    CLAIM_REACH,
    CUE_LAYERS,
    CUE_REACH,
    MANNER,
    SPEECH,
    TYPES,
    UNDERSTOOD,
    label_count,
)
from sayso.read.nearby import nearby
from sayso.read.pair import About, Anchor, PairHead
from sayso.read.pronoun import is_pronoun
from sayso.read.stretch import Stretch, join_windows
from sayso.read.window import Window, batch_windows, cut_windows
from sayso.read.wordpiece import WordPiece
from sayso.read.words import Words

FLOOR = 0.1  # anchors less likely than this are never looked at
ASKED = 0.5  # how likely an anchor is that plain words ask about
SHY_OF_MANNER = 2.0  # manner is rare in training: without this, half of what is found goes unsaid (corpus's dev part)
STATEMENT = TYPES.index("statement")
BEGIN_CUE = 1 + 2 * SPEECH.index("cue")
CONTENT = (1 + 2 * SPEECH.index("content"), 2 + 2 * SPEECH.index("content"))


def _nothing() -> Floats:
    return np.zeros((0, label_count(SPEECH)), dtype=np.float32)


@dataclass(frozen=True)
class CueAnswer:
    """An attribution as the network has it: its cue's first word, how sure (0 to 1), the runs of words about it.

    `speech_scores` (words, labels of `speech`) are log-probabilities for the words about it, its own in the middle.
    """

    word: int
    score: float
    speech: Runs
    channel: Runs
    stance: Floats
    voice: Floats
    antecedent: Runs = field(default_factory=dict)
    speech_scores: Floats = field(default_factory=_nothing, repr=False)


@dataclass(frozen=True)
class ClaimAnswer:
    """A claim as the network has it: trigger or first word, type, how sure, its runs, and how likely each word from
    `cues_from` on begins its cue.
    """

    word: int
    type: str
    score: float
    speech: Runs
    roles: Runs
    times: Runs
    manner: Runs
    stance: Floats
    voice: Floats
    cues_from: int
    cue_chances: Floats
    antecedent: Runs = field(default_factory=dict)

    def chance_of_cue(self, word: int) -> float:
        """How likely the word is the first of the cue under which this claim stands."""
        at = word - self.cues_from
        return float(self.cue_chances[at]) if 0 <= at < len(self.cue_chances) else 0.0


@dataclass(frozen=True)
class Asked:
    """Anchors that are looked at whatever the network thinks of them: words of cues, words and types of claims.

    Claims less likely than `enough` are looked at only where one may be taken all the same: the likeliest event and
    the likeliest statement that somebody says, and whatever stands in the runs `closely`.
    """

    cues: frozenset[int] = frozenset()
    claims: frozenset[tuple[int, str]] = frozenset()
    closely: tuple[Run, ...] = ()
    enough: float = FLOOR


NOTHING_ASKED = Asked()


@dataclass(frozen=True)
class Answers:
    cues: tuple[CueAnswer, ...]
    claims: tuple[ClaimAnswer, ...]


class Network:
    """The shipped graphs, each in a session of its own; several threads may ask at once."""

    def __init__(self, folder: Path) -> None:
        self.wordpiece = WordPiece((folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1])
        self._encoder = _open_session(folder / "encoder.onnx")
        self._cue = PairHead(_open_session(folder / "cue.onnx"), CUE_REACH, _begin_with_cue)
        self._claim = PairHead(_open_session(folder / "claim.onnx"), CLAIM_REACH, _hold_anchor)

    def answer(self, words: Words, *, convention: int, claims: bool = True, asked: Asked = NOTHING_ASKED) -> Answers:
        """Everything the network finds in a text, in order of the words; without `claims`, attributions alone.

        What is `asked` about counts as at least as likely as not.
        """
        asked_cues = sorted((word, convention) for word in asked.cues)
        asked_claims = sorted((word, TYPES.index(type_)) for word, type_ in asked.claims)
        found_cues: list[CueAnswer] = []
        found_claims: list[ClaimAnswer] = []
        waiting: deque[Stretch] = deque()
        windows = self._encode(words)
        for stretch in join_windows(windows, count=len(words), reach=max(CUE_REACH, CLAIM_REACH)):
            scores = _raised(stretch.cue_scores, stretch, asked_cues)
            scores[:, [kind for kind in range(scores.shape[1]) if kind != convention]] = 0
            anchors = _likely(scores, stretch)
            abouts = self._cue.ask(
                stretch, stretch.near_cue, words.breaks, anchors, is_far=partial(_stands_for_another, words=words)
            )
            found_cues += [_cue_answer(about, _score(about, scores, stretch)) for about in abouts]
            waiting += [stretch] if claims else []
            while waiting and waiting[0].ask_to + CUE_REACH <= stretch.ask_to:  # whoever may say it is known
                found_claims += self._claims(waiting.popleft(), words, found_cues, asked_claims, asked)
        for stretch in waiting:
            found_claims += self._claims(stretch, words, found_cues, asked_claims, asked)
        return Answers(tuple(found_cues), tuple(found_claims))

    def _claims(
        self, stretch: Stretch, words: Words, cues: Sequence[CueAnswer], raised: Sequence[Anchor], asked: Asked
    ) -> Iterator[ClaimAnswer]:
        scores = _raised(stretch.claim_scores, stretch, raised)
        matters = _matters(scores, stretch, cues, asked)
        abouts = self._claim.ask(
            stretch, stretch.near_claim, words.breaks, _likely(matters, stretch), is_far=_is_understood
        )
        return (_claim_answer(about, _score(about, scores, stretch)) for about in abouts)

    def _encode(self, words: Words) -> Iterator[tuple[Window, list[Floats]]]:
        """The encoder's outputs for each window, a row a word."""
        pieces = [self.wordpiece.pieces(word) for word in words.strings]
        for window in cut_windows(pieces):
            batch = batch_windows([(words, pieces, window)], wordpiece=self.wordpiece)
            given = {"ids": batch.ids, "looks": batch.looks, "first": batch.first}
            yield window, [output[0] for output in self._encoder.run(None, given)]


def _stands_for_another(about: About, *, words: Words) -> bool:
    """Is the speaker a pronoun, or not named at all? Who it is may be told far before."""
    source = runs_of(about.labels[0], about.anchor[0], SPEECH).get("source", ())
    return not source or all(is_pronoun(words, run) for run in source)


def _is_understood(about: About) -> bool:
    return int(about.voice.argmax()) == UNDERSTOOD


def _raised(scores: Floats, stretch: Stretch, asked: Sequence[Anchor]) -> Floats:
    """Scores of the words that are asked about in a stretch, with what plain words ask raised to `ASKED`."""
    raised = scores[stretch.ask_from - stretch.start : stretch.ask_to - stretch.start].copy()
    first, last = bisect_left(asked, (stretch.ask_from, 0)), bisect_left(asked, (stretch.ask_to, 0))
    for word, kind in asked[first:last]:
        at = word - stretch.ask_from
        raised[at, kind] = max(raised[at, kind], ASKED)
    return raised


def _likely(scores: Floats, stretch: Stretch) -> list[Anchor]:
    words, kinds = np.nonzero(scores > FLOOR)
    return list(zip((words + stretch.ask_from).tolist(), kinds.tolist(), strict=True))


def _matters(scores: Floats, stretch: Stretch, cues: Sequence[CueAnswer], asked: Asked) -> Floats:
    """Scores of claims in a stretch, with 0 for those that are not likely enough and would not be taken anyway."""
    kept = np.where(scores >= asked.enough, scores, 0)
    middle = (stretch.ask_from + stretch.ask_to) // 2
    for cue in nearby(cues, middle, middle - stretch.ask_from + CUE_REACH + 1):
        rows = _rows(cue.speech.get("content", ()), stretch)
        if not rows:
            continue
        said = scores[rows]
        statement = int(said[:, STATEMENT].argmax())
        said[:, STATEMENT] = 0
        event, kind = np.unravel_index(said.argmax(), said.shape)
        if said[event, kind] > FLOOR:  # the two are weighed against each other where nothing surer is said
            kept[rows[event], kind] = said[event, kind]
            kept[rows[statement], STATEMENT] = scores[rows[statement], STATEMENT]
    rows = _rows(asked.closely, stretch)
    kept[rows] = scores[rows]
    return kept


def _rows(runs: Sequence[Run], stretch: Stretch) -> list[int]:
    """The words of runs that are asked about in a stretch, as rows of its scores."""
    words = (word for start, end in runs for word in range(max(start, stretch.ask_from), min(end, stretch.ask_to)))
    return [word - stretch.ask_from for word in words]


def _score(about: About, scores: Floats, stretch: Stretch) -> float:
    word, kind = about.anchor
    return float(scores[word - stretch.ask_from, kind])


def _cue_answer(about: About, score: float) -> CueAnswer:
    word, _ = about.anchor
    speech, channel, antecedent = (runs_of(x, word, names) for x, names in zip(about.labels, CUE_LAYERS, strict=True))
    return CueAnswer(word, score, speech, channel, about.stance, about.voice, antecedent, about.first_layer)


def _claim_answer(about: About, score: float) -> ClaimAnswer:
    word, kind = about.anchor
    speech, roles, times, manner, antecedent = (
        runs_of(x, word, names) for x, names in zip(about.labels, CLAIM_LAYERS, strict=True)
    )
    return ClaimAnswer(
        word=word,
        type=TYPES[kind],
        score=score,
        speech=speech,
        roles=roles,
        times=times,
        manner=manner,
        stance=about.stance,
        voice=about.voice,
        cues_from=word - len(about.first_layer) // 2,
        cue_chances=np.exp(about.first_layer[:, BEGIN_CUE]),
        antecedent=antecedent,
    )


def _begin_with_cue(layers: list[Floats]) -> None:
    """An attribution has one cue, and its anchor begins it."""
    scores = layers[0]
    middle = scores.shape[1] // 2
    elsewhere = np.arange(scores.shape[1]) != middle
    scores[:, elsewhere, BEGIN_CUE] = IMPOSSIBLE
    scores[:, middle] = IMPOSSIBLE
    scores[:, middle, BEGIN_CUE] = 0


def _hold_anchor(layers: list[Floats]) -> None:
    """A claim's trigger, or a statement's first word, stands in its content; manner has to be plain."""
    scores = layers[0]
    middle = scores.shape[1] // 2
    others = [label for label in range(scores.shape[2]) if label not in CONTENT]
    scores[:, middle, others] = IMPOSSIBLE
    layers[CLAIM_LAYERS.index(MANNER)][..., 0] -= SHY_OF_MANNER


def _open_session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Added and normed in one, it takes eight times as long as in two
    slow = ["SkipLayerNormFusion"]
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=slow
    )
