"""The training loop: seeded, one checkpoint an epoch, taken up again where it stopped."""

import logging
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from sayso.read.wordpiece import WordPiece
from training.batches import Item, Noise, cut_items, group_items, make_batch
from training.loss import total_loss
from training.names import gather_names
from training.network import Network
from training.progress import describe_dev
from training.targets import Annotated

log = logging.getLogger(__name__)

AVERAGE = 0.995  # how long the averaged weights remember, by steps
WARM_UP = 60  # steps


@dataclass(frozen=True)
class Plan:
    """What a run is: its length in epochs of the ruled corpus, its rates, its share of PolNeAR, its chance."""

    epochs: float
    seed: int = 0
    batch: int = 4
    length: int = 384
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    polnear_share: float = 0.5  # windows of PolNeAR for each window of the corpus


def train(
    network: Network,
    ruled: Sequence[Annotated],
    polnear: Sequence[Annotated],
    dev: Sequence[Annotated],
    *,
    plan: Plan,
    wordpiece: WordPiece,
    folder: Path,
) -> dict[str, Tensor]:
    """Train, and give back the averaged weights (also in `folder/average.pt` after each epoch)."""
    network.encoder.word.weight.requires_grad_(False)  # the corpus knows too few words to move them
    optimiser = _optimiser(network, plan)
    rates = [group["lr"] for group in optimiser.param_groups]
    average = {k: v.clone() for k, v in network.state_dict().items()}
    names = gather_names([*ruled, *polnear])
    epoch = step = 0
    if (folder / "state.pt").exists():
        state = torch.load(folder / "state.pt", weights_only=True)
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        average, epoch, step = state["average"], state["epoch"], state["step"]
        log.info("taken up at epoch %d", epoch)
    while epoch < plan.epochs:
        chance = random.Random(f"{plan.seed} {epoch}")
        torch.manual_seed(plan.seed * 1000 + epoch)
        items = _items_of_epoch(ruled, polnear, plan, chance)
        batches = group_items(items, plan.batch, chance=chance)
        started, losses = time.monotonic(), Counter[str]()
        network.train()
        for k, some in enumerate(batches):
            done = (epoch + k / len(batches)) / plan.epochs
            factor = min(1.0, (step + 1) / WARM_UP) * max(0.02, 1 - done)
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * factor
            batch = make_batch(some, wordpiece=wordpiece, noise=Noise(names, chance))
            with torch.autocast("cpu", torch.bfloat16):
                loss, parts = total_loss(network, batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            step += 1
            _average(average, network, min(AVERAGE, (1 + step) / (10 + step)))
            _count(losses, parts)
            if step % 50 == 0:
                seconds = time.monotonic() - started
                log.info(
                    "step %d epoch %.2f, %.2f s a step: %s", step, done * plan.epochs, seconds / (k + 1), _means(losses)
                )
                losses.clear()
        epoch += 1
        state = {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "average": average}
        torch.save(state | {"epoch": epoch, "step": step}, folder / "state.new")
        (folder / "state.new").replace(folder / "state.pt")
        torch.save(average, folder / "average.pt")
        log.info(
            "epoch %d done in %.0f s; dev: %s",
            epoch,
            time.monotonic() - started,
            describe_dev(network, average, dev, wordpiece=wordpiece),
        )
    return average


def _optimiser(network: Network, plan: Plan) -> torch.optim.Optimizer:
    fresh = ("encoder.case.", "encoder.lines.", "encoder.quoted.")
    groups: tuple[list[Tensor], list[Tensor]] = ([], [])
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            is_head = not name.startswith("encoder.") or name.startswith(fresh)
            groups[is_head].append(parameter)
    rated = [{"params": groups[0], "lr": plan.encoder_rate}, {"params": groups[1], "lr": plan.head_rate}]
    return torch.optim.AdamW(rated, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def _items_of_epoch(
    ruled: Sequence[Annotated], polnear: Sequence[Annotated], plan: Plan, chance: random.Random
) -> list[Item]:
    """All windows of the corpus, cut anew, and a share of PolNeAR's."""
    length = chance.randint(plan.length - 64, plan.length)
    items = cut_items(ruled, length=length, margin=32)
    if polnear:
        some = chance.sample(list(polnear), min(len(polnear), 1 + len(items) // 4))
        more = cut_items(some, length=length, margin=16)
        items += chance.sample(more, min(len(more), round(len(items) * plan.polnear_share)))
    return items


@torch.no_grad()
def _average(average: dict[str, Tensor], network: Network, keep: float) -> None:
    kept, new = [], []
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            kept.append(average[name])
            new.append(parameter)
    torch._foreach_lerp_(kept, new, 1 - keep)


def _count(losses: Counter[str], parts: dict[str, float]) -> None:
    for name, value in parts.items():
        losses[name] += value
        losses["n " + name] += 1


def _means(losses: Counter[str]) -> str:
    return " ".join(f"{k} {v / losses['n ' + k]:.2f}" for k, v in losses.items() if not k.startswith("n "))
