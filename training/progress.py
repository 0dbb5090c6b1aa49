"""A figure for each epoch: how well anchors, labels and stances of held-out texts are found."""

from collections.abc import Sequence

import torch
from torch import Tensor

from sayso.read.labels import POLNEAR, RULED
from sayso.read.wordpiece import WordPiece
from training.batches import cut_items, make_batch
from training.network import Network
from training.targets import IGNORED, Annotated


@torch.no_grad()
def describe_dev(
    network: Network, weights: dict[str, Tensor], dev: Sequence[Annotated], *, wordpiece: WordPiece
) -> str:
    """One line: F of cue anchors (ruled, PolNeAR) and of typed anchors at their best thresholds, F of labels and
    accuracy of stance and voice about gold anchors.
    """
    own = {k: v.clone() for k, v in network.state_dict().items()}
    network.load_state_dict(weights)
    network.eval()
    anchors: dict[str, list[tuple[Tensor, Tensor]]] = {"cue": [], "polnear": [], "type": []}
    labels: dict[str, list[int]] = {}
    right: dict[str, list[int]] = {}
    for convention in (RULED, POLNEAR):
        items = cut_items([a for a in dev if a.convention == convention], length=384, margin=32)
        for k in range(0, len(items), 8):
            batch = make_batch(items[k : k + 8], wordpiece=wordpiece)
            with torch.autocast("cpu", torch.bfloat16):
                states, cue, claim = network.words(batch.ids, batch.looks, batch.mask, batch.first)
                asked = batch.asked.bool()
                name = "cue" if convention == RULED else "polnear"
                anchors[name].append((cue[..., convention][asked], batch.is_cue[asked]))
                if convention == RULED:
                    anchors["type"].append((claim[asked].flatten(), batch.is_claim[asked].flatten()))
                for part, head, found in (("c", network.cue_pair, batch.cues), ("t", network.claim_pair, batch.claims)):
                    if found is None:
                        continue
                    about = network.about(head, states, batch.counts, batch.breaks, found.row, found.word, found.kind)
                    for n, (scores, truth) in enumerate(zip(about[0], found.layers, strict=True)):
                        known = about[3] & (truth != IGNORED)
                        guess, truth = scores.argmax(-1)[known], truth[known]
                        counts = labels.setdefault(f"{part}{n}{'p' if convention else ''}", [0, 0, 0])
                        for i, x in enumerate((((guess == truth) & (truth > 0)), guess > 0, truth > 0)):
                            counts[i] += int(x.sum())
                    if convention == RULED:
                        for key, scores, truth in (("s", about[1], found.stance), ("v", about[2], found.voice)):
                            tally = right.setdefault(part + key, [0, 0])
                            tally[0] += int((scores.argmax(-1) == truth).sum())
                            tally[1] += len(truth)
    network.load_state_dict(own)
    network.train()
    figures = [f"{k} {_best(v)}" for k, v in anchors.items() if v]
    figures += [f"{k} {200 * a / max(1, b + c):.1f}" for k, (a, b, c) in labels.items()]
    figures += [f"{k} {100 * a / max(1, b):.1f}" for k, (a, b) in right.items()]
    return " ".join(figures)


def _best(found: list[tuple[Tensor, Tensor]]) -> str:
    scores = torch.cat([s for s, _ in found]).float().sigmoid()
    truth = torch.cat([t for _, t in found]).bool()
    best = (0.0, 0.0)
    for threshold in (0.2, 0.3, 0.4, 0.5, 0.6):
        guess = scores > threshold
        f = 200 * int((guess & truth).sum()) / max(1, int(guess.sum()) + int(truth.sum()))
        best = max(best, (f, threshold))
    return f"{best[0]:.1f}@{best[1]}"
