"""A figure for each epoch: how well anchors, labels and stances of held-out texts are found."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import torch
from torch import Tensor

from sayso.read.labels import POLNEAR, RULED
from sayso.read.wordpiece import WordPiece
from training.batches import Anchors, TrainingBatch, cut_items, make_batch
from training.network import Network, PairHead
from training.targets import Annotated

TOGETHER = 8  # windows at once
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6)


@torch.no_grad()
def describe_dev(
    network: Network, weights: dict[str, Tensor], dev: Sequence[Annotated], *, wordpiece: WordPiece
) -> str:
    """One line on how `weights` do.

    F of cue anchors (`cue` ruled, `polnear`) and typed anchors (`type`) at their best thresholds; F of the labels about
    gold anchors (`c0` speech of cues, `c1` channel, `c2` antecedent, `t0` speech of claims, `t1` roles, `t2` times,
    `t3` manner, `t4` antecedent; `p` for PolNeAR); accuracy of stance and voice (`cs` `cv` `ts` `tv`).
    """
    own = {name: value.clone() for name, value in network.state_dict().items()}
    network.load_state_dict(weights)
    network.eval()
    tally = _Tally(network)
    for convention in (RULED, POLNEAR):
        items = cut_items([a for a in dev if a.convention == convention], length=384, margin=32)
        for k in range(0, len(items), TOGETHER):
            tally.add(make_batch(items[k : k + TOGETHER], wordpiece=wordpiece))
    network.load_state_dict(own)
    network.train()
    return tally.describe()


class _Tally:
    """Counts over batches."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._anchors: dict[str, list[tuple[Tensor, Tensor]]] = defaultdict(list)
        self._labels: dict[str, Counter[str]] = defaultdict(Counter)
        self._standing: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, batch: TrainingBatch) -> None:
        with torch.autocast("cpu", torch.bfloat16):
            states, cue, claim = self._network.words(batch.ids, batch.looks, batch.mask, batch.first)
            asked = batch.asked.bool()
            is_ruled = batch.convention == RULED
            self._anchors["cue" if is_ruled else "polnear"].append(
                (cue[..., batch.convention][asked], batch.is_cue[asked])
            )
            if is_ruled:
                self._anchors["type"].append((claim[asked].flatten(), batch.is_claim[asked].flatten()))
            self._add_head("c", self._network.cue_pair, states, batch, batch.cues)
            self._add_head("t", self._network.claim_pair, states, batch, batch.claims)

    def _add_head(self, name: str, head: PairHead, states: Tensor, batch: TrainingBatch, found: Anchors | None) -> None:
        if found is None:
            return
        layers, stance, voice, valid = self._network.about(
            head, states, batch.counts, batch.breaks, found.row, found.word, found.kind
        )
        mark = "" if batch.convention == RULED else "p"
        for n, (scores, truth) in enumerate(zip(layers, found.layers, strict=True)):
            self._add_labels(f"{name}{n}{mark}", scores, truth.argmax(-1), valid & (truth.sum(-1) > 0))
        if batch.convention == RULED:
            for key, scores, truth in (("s", stance, found.stance), ("v", voice, found.voice)):
                right = int((scores.argmax(-1) == truth.argmax(-1)).sum())
                self._standing[name + key].update(right=right, all=len(truth))

    def _add_labels(self, name: str, scores: Tensor, truth: Tensor, known: Tensor) -> None:
        guess, truth = scores.argmax(-1)[known], truth[known]
        right = int(((guess == truth) & (truth > 0)).sum())
        self._labels[name].update(right=right, both=int((guess > 0).sum()) + int((truth > 0).sum()))

    def describe(self) -> str:
        figures = [f"{name} {_best(found)}" for name, found in self._anchors.items()]
        figures += [f"{k} {200 * c['right'] / max(1, c['both']):.1f}" for k, c in self._labels.items()]
        figures += [f"{k} {100 * c['right'] / max(1, c['all']):.1f}" for k, c in self._standing.items()]
        return " ".join(figures)


def _best(found: list[tuple[Tensor, Tensor]]) -> str:
    """The best F over thresholds, and where."""
    scores = torch.cat([s for s, _ in found]).float().sigmoid()
    truth = torch.cat([t for _, t in found]).bool()
    best = (0.0, 0.0)
    for threshold in THRESHOLDS:
        guess = scores > threshold
        f = 200 * int((guess & truth).sum()) / max(1, int(guess.sum()) + int(truth.sum()))
        best = max(best, (f, threshold))
    return f"{best[0]:.1f}@{best[1]}"
