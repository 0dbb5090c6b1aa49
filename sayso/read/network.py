"""The network's answers: the anchors in a text, and what stands about them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime

from sayso.read.labelling import IMPOSSIBLE, Floats, Runs, best_labels, runs_of
from sayso.read.labels import CLAIM_LAYERS, CLAIM_REACH, CUE_LAYERS, CUE_REACH, MANNER, SPEECH, TYPES
from sayso.read.window import Batch, Window, batch_windows, cut_windows
from sayso.read.wordpiece import WordPiece
from sayso.read.words import Ints, Words

FLOOR = 0.1  # anchors less likely than this are never looked at
ASKED = 0.5  # how likely an anchor is that plain words ask about
TOGETHER = 64  # anchors asked about at once: bounds memory
PARAGRAPHS, SENTENCES = 3, 6  # breaks between anchor and word are counted up to these
SHY_OF_MANNER = 2.0  # manner is rare in training: without this, half of what is found goes unsaid (corpus's dev part)
BEGIN_CUE = 1 + 2 * SPEECH.index("cue")
CONTENT = (1 + 2 * SPEECH.index("content"), 2 + 2 * SPEECH.index("content"))


@dataclass(frozen=True)
class CueAnswer:
    """An attribution as the network has it: its cue's first word, how sure (0 to 1), the runs of words about it."""

    word: int
    score: float
    speech: Runs
    channel: Runs
    stance: Floats
    voice: Floats


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

    def chance_of_cue(self, word: int) -> float:
        """How likely the word is the first of the cue under which this claim stands."""
        at = word - self.cues_from
        return float(self.cue_chances[at]) if 0 <= at < len(self.cue_chances) else 0.0


@dataclass(frozen=True)
class Asked:
    """Anchors that are looked at whatever the network thinks of them: words of cues, words and types of claims."""

    cues: frozenset[int] = frozenset()
    claims: frozenset[tuple[int, str]] = frozenset()


NOTHING_ASKED = Asked()


@dataclass(frozen=True)
class Answers:
    cues: tuple[CueAnswer, ...]
    claims: tuple[ClaimAnswer, ...]


class Network:
    """The shipped graphs, each in a session of its own."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        self.wordpiece = WordPiece((folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1])
        self._encoder, self._cue, self._claim = (
            _open_session(folder / name, threads) for name in ("encoder.onnx", "cue.onnx", "claim.onnx")
        )

    def answer(self, words: Words, *, convention: int, claims: bool = True, asked: Asked = NOTHING_ASKED) -> Answers:
        """Everything the network finds in a text, in order of the words; without `claims`, attributions alone.

        What is `asked` about counts as at least as likely as not.
        """
        pieces = [self.wordpiece.pieces(word) for word in words.strings]
        found_cues: list[CueAnswer] = []
        found_claims: list[ClaimAnswer] = []
        for window in cut_windows(pieces):
            batch = batch_windows([(words, pieces, window)], wordpiece=self.wordpiece)
            view = _View(self._encoder, batch, window)
            view.ask_about(asked, convention)
            found_cues += self._cues(view, convention)
            if claims:
                found_claims += self._claims(view)
        return Answers(tuple(found_cues), tuple(found_claims))

    def _cues(self, view: "_View", convention: int) -> Iterator[CueAnswer]:
        scores = view.cue_scores[:, convention]
        anchors = [(word, convention) for word in np.nonzero(view.is_kept & (scores > FLOOR))[0].tolist()]
        for some in _chunks(anchors):
            layers, stances, voices = view.ask(self._cue, view.near_cue, some, CUE_REACH)
            _begin_with_cue(layers[0])
            labels = [best_labels(layer) for layer in layers]
            for n, (word, _) in enumerate(some):
                at = word + view.window.start
                runs = [runs_of(x[n], at, names) for x, names in zip(labels, CUE_LAYERS, strict=True)]
                yield CueAnswer(at, float(scores[word]), runs[0], runs[1], stances[n], voices[n])

    def _claims(self, view: "_View") -> Iterator[ClaimAnswer]:
        likely = view.is_kept[:, None] & (view.claim_scores > FLOOR)
        anchors = [(int(word), int(kind)) for word, kind in zip(*np.nonzero(likely), strict=True)]
        for some in _chunks(anchors):
            layers, stances, voices = view.ask(self._claim, view.near_claim, some, CLAIM_REACH)
            _hold_anchor(layers[0])
            layers[CLAIM_LAYERS.index(MANNER)][..., 0] -= SHY_OF_MANNER
            labels = [best_labels(layer) for layer in layers]
            cue_chances = np.exp(layers[0][..., BEGIN_CUE])
            for n, (word, kind) in enumerate(some):
                at = word + view.window.start
                speech, roles, times, manner = (
                    runs_of(x[n], at, names) for x, names in zip(labels, CLAIM_LAYERS, strict=True)
                )
                yield ClaimAnswer(
                    word=at,
                    type=TYPES[kind],
                    score=float(view.claim_scores[word, kind]),
                    speech=speech,
                    roles=roles,
                    times=times,
                    manner=manner,
                    stance=stances[n],
                    voice=voices[n],
                    cues_from=at - CLAIM_REACH,
                    cue_chances=cue_chances[n],
                )


class _View:
    """One window after the encoder."""

    def __init__(self, encoder: onnxruntime.InferenceSession, batch: Batch, window: Window) -> None:
        self.window, self.breaks, self.count = window, batch.breaks[0], window.end - window.start
        given = {"ids": batch.ids, "looks": batch.looks, "mask": batch.mask, "first": batch.first}
        outputs = [output[0] for output in encoder.run(None, given)]
        self.states, self.near_cue, self.near_claim, self.cue_scores, self.claim_scores = outputs
        index = np.arange(self.count) + window.start
        self.is_kept = (index >= window.keep_from) & (index < window.keep_to)

    def ask_about(self, asked: Asked, convention: int) -> None:
        """Raises what is asked about to `ASKED`."""
        for word in asked.cues:
            self._raise(self.cue_scores, word, convention)
        for word, type_ in asked.claims:
            self._raise(self.claim_scores, word, TYPES.index(type_))

    def _raise(self, scores: Floats, word: int, kind: int) -> None:
        at = word - self.window.start
        if 0 <= at < self.count:
            scores[at, kind] = max(scores[at, kind], ASKED)

    def ask(
        self, head: onnxruntime.InferenceSession, near: Floats, anchors: Sequence[tuple[int, int]], reach: int
    ) -> tuple[list[Floats], Floats, Floats]:
        """A pair head about anchors (word, kind).

        Gives log-probabilities of each layer's labels, words that do not exist being outside; log-probabilities of
        stances; probabilities of voices.
        """
        word, kind = (np.array(column, dtype=np.int64) for column in zip(*anchors, strict=True))
        index = word[:, None] + np.arange(-reach, reach + 1)
        exists = (index >= 0) & (index < self.count)
        index = index.clip(0, self.count - 1)
        given = {
            "states": self.states[word],
            "near": near[index],
            "valid": exists.astype(np.float32),
            "breaks": _apart(self.breaks, index, word),
            "kind": kind,
        }
        *layers, stances, voices = head.run(None, given)
        for layer in layers:
            layer[~exists] = IMPOSSIBLE
            layer[~exists, 0] = 0
        return layers, stances, voices


def _apart(breaks: Ints, index: Ints, word: Ints) -> Ints:
    """Paragraph and sentence breaks between anchors and the words about them, from 0 on."""
    apart = breaks[index] - breaks[word][:, None]
    limits = np.array([PARAGRAPHS, SENTENCES])
    found: Ints = apart.clip(-limits, limits) + limits
    return found


def _begin_with_cue(scores: Floats) -> None:
    """An attribution has one cue, and its anchor begins it."""
    middle = scores.shape[1] // 2
    elsewhere = np.arange(scores.shape[1]) != middle
    scores[:, elsewhere, BEGIN_CUE] = IMPOSSIBLE
    scores[:, middle] = IMPOSSIBLE
    scores[:, middle, BEGIN_CUE] = 0


def _hold_anchor(scores: Floats) -> None:
    """A claim's trigger, or a statement's first word, stands in its content."""
    middle = scores.shape[1] // 2
    others = [label for label in range(scores.shape[2]) if label not in CONTENT]
    scores[:, middle, others] = IMPOSSIBLE


def _chunks(anchors: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    return (anchors[k : k + TOGETHER] for k in range(0, len(anchors), TOGETHER))


def _open_session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
