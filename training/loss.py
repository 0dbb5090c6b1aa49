"""How far the network's answers are from the targets."""

import torch
from torch import Tensor
from torch.nn import functional

from sayso.read.labels import ANTECEDENT, CLAIM_LAYERS, CUE_LAYERS, MANNER
from training.batches import Anchors, TrainingBatch
from training.network import Network, PairHead

PAIR = 1 / 8  # weight of a pair head's layer, summed over the words about an anchor
RARE = {MANNER: 3.0, ANTECEDENT: 2.0}  # weights of layers with few labels: learned last in the first experiments
STANDING = 1 / 2  # weight of stance and voice


def total_loss(network: Network, batch: TrainingBatch) -> tuple[Tensor, dict[str, float]]:
    """The loss of a batch, and its parts by name."""
    states, cue_scores, claim_scores = network.words(batch.ids, batch.looks, batch.mask, batch.first)
    parts = {"cue": _anchor_loss(cue_scores[..., batch.convention], batch.is_cue, batch.asked)}
    if batch.claims is not None or batch.convention == 0:
        parts["type"] = _anchor_loss(claim_scores, batch.is_claim, batch.asked[..., None])
    loss = torch.stack(list(parts.values())).sum()
    for name, head, anchors in (("c", network.cue_pair, batch.cues), ("t", network.claim_pair, batch.claims)):
        if anchors is not None:
            more, weighted = _pair_loss(network, head, states, batch, anchors)
            loss = loss + weighted
            parts |= {name + k: v for k, v in more.items()}
    return loss, {k: float(v.detach()) for k, v in parts.items()}


def _anchor_loss(scores: Tensor, truth: Tensor, asked: Tensor) -> Tensor:
    summed = functional.binary_cross_entropy_with_logits(scores.float(), truth, weight=asked, reduction="sum")
    return summed / truth.sum().clamp(min=1)


def _pair_loss(
    network: Network, head: PairHead, states: Tensor, batch: TrainingBatch, anchors: Anchors
) -> tuple[dict[str, Tensor], Tensor]:
    layers, stance, voice, valid = network.about(
        head, states, batch.counts, batch.breaks, anchors.row, anchors.word, anchors.kind
    )
    parts: dict[str, Tensor] = {}
    weighted = torch.zeros(())
    names = CUE_LAYERS if len(layers) == len(CUE_LAYERS) else CLAIM_LAYERS
    for n, (scores, truth) in enumerate(zip(layers, anchors.layers, strict=True)):
        parts[str(n)] = (_surprise(scores, truth) * valid).sum() / len(truth)
        weighted = weighted + parts[str(n)] * PAIR * RARE.get(names[n], 1.0)
    if (known := anchors.stance.sum()) > 0:
        parts["s"], parts["v"] = _surprise(stance, anchors.stance).sum(), _surprise(voice, anchors.voice).sum()
        parts["s"], parts["v"] = parts["s"] / known, parts["v"] / known
        weighted = weighted + STANDING * (parts["s"] + parts["v"])
    return parts, weighted


def _surprise(scores: Tensor, truth: Tensor) -> Tensor:
    """Cross entropy against shares of labels, over the last axis."""
    return -(scores.float().log_softmax(-1) * truth).sum(-1)
