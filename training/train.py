"""The training loop: seeded, one checkpoint an epoch, taken up again where it stopped."""

import logging
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
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
SAID_EVERY = 50  # steps


@dataclass(frozen=True)
class Plan:
    """What a run is: its length in epochs of the ruled corpus, its rates, its share of PolNeAR, its chance."""

    epochs: int
    seed: int = 0
    batch: int = 4
    length: int = 384
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    polnear_share: float = 1.2  # windows of PolNeAR for each window of the corpus
    unannotated_share: float = 0.4  # the same of unannotated texts, if there are any


def scale_rates(plan: Plan, factor: float) -> Plan:
    """The plan with faster or slower learning."""
    return replace(plan, encoder_rate=plan.encoder_rate * factor, head_rate=plan.head_rate * factor)


@dataclass(frozen=True)
class Texts:
    """What is learnt from, and what each epoch is measured on. Without `ruled`, all of PolNeAR makes an epoch.
    `unannotated` are texts as a teacher reads them.
    """

    ruled: Sequence[Annotated]
    polnear: Sequence[Annotated]
    dev: Sequence[Annotated]
    unannotated: Sequence[Annotated] = ()


class Run:
    """A network in training: its optimiser, the running average of its weights, how far it is."""

    def __init__(self, network: Network, plan: Plan) -> None:
        network.encoder.word.weight.requires_grad_(False)  # the corpus knows too few words to move them
        self.network, self.plan = network, plan
        self.optimiser = _make_optimiser(network, plan)
        self.rates = [group["lr"] for group in self.optimiser.param_groups]
        self.average = {name: value.clone() for name, value in network.state_dict().items()}
        self.epoch = self.step = 0

    def save(self, folder: Path) -> None:
        state = {"network": self.network.state_dict(), "optimiser": self.optimiser.state_dict()}
        torch.save(state | {"average": self.average, "epoch": self.epoch, "step": self.step}, folder / "state.new")
        (folder / "state.new").replace(folder / "state.pt")
        torch.save(self.average, folder / "average.pt")

    def take_up(self, folder: Path) -> None:
        """Go on from the folder's checkpoint, if there is one."""
        if (folder / "state.pt").exists():
            state = torch.load(folder / "state.pt", weights_only=True)
            self.network.load_state_dict(state["network"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.average, self.epoch, self.step = state["average"], state["epoch"], state["step"]
            log.info("taken up after epoch %d", self.epoch)

    def learn(self, items: Sequence[Item], *, wordpiece: WordPiece, noise: Noise, done: float) -> dict[str, float]:
        """One step; `done` is how much of the run lies behind (0 to 1). The parts of the loss."""
        factor = min(1.0, (self.step + 1) / WARM_UP) * max(0.02, 1 - done)
        for group, rate in zip(self.optimiser.param_groups, self.rates, strict=True):
            group["lr"] = rate * factor
        batch = make_batch(items, wordpiece=wordpiece, noise=noise)
        with torch.autocast("cpu", torch.bfloat16):
            loss, parts = total_loss(self.network, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.step += 1
        self._follow()
        return parts

    @torch.no_grad()
    def _follow(self) -> None:
        """Move the averaged weights towards the network's."""
        keep = min(AVERAGE, (1 + self.step) / (10 + self.step))
        learnt = [(name, value) for name, value in self.network.named_parameters() if value.requires_grad]
        torch._foreach_lerp_([self.average[name] for name, _ in learnt], [value for _, value in learnt], 1 - keep)


def train(network: Network, texts: Texts, *, plan: Plan, wordpiece: WordPiece, folder: Path) -> dict[str, Tensor]:
    """Train, and give back the averaged weights (also in `folder/average.pt` after each epoch)."""
    folder.mkdir(parents=True, exist_ok=True)
    run = Run(network, plan)
    run.take_up(folder)
    while run.epoch < plan.epochs:
        started = time.monotonic()
        _run_epoch(run, texts, wordpiece)
        run.save(folder)
        dev = describe_dev(network, run.average, texts.dev, wordpiece=wordpiece)
        log.info("epoch %d of %d done in %.0f s; dev: %s", run.epoch, plan.epochs, time.monotonic() - started, dev)
    return run.average


def _run_epoch(run: Run, texts: Texts, wordpiece: WordPiece) -> None:
    plan = run.plan
    chance = random.Random(f"{plan.seed} {run.epoch}")
    torch.manual_seed(plan.seed * 1000 + run.epoch)
    noise = Noise(gather_names([*texts.ruled, *texts.polnear]), chance)
    batches = group_items(_choose_items(texts, plan, chance), plan.batch, chance=chance)
    started, losses = time.monotonic(), Counter[str]()
    run.network.train()
    for k, items in enumerate(batches):
        done = (run.epoch + k / len(batches)) / plan.epochs
        parts = run.learn(items, wordpiece=wordpiece, noise=noise, done=done)
        losses.update(parts)
        losses.update({f"n {name}": 1 for name in parts})
        if run.step % SAID_EVERY == 0:
            pace = (time.monotonic() - started) / (k + 1)
            log.info("step %d, %.0f %% done, %.2f s a step: %s", run.step, 100 * done, pace, _means(losses))
            losses.clear()
    run.epoch += 1


def _make_optimiser(network: Network, plan: Plan) -> torch.optim.Optimizer:
    """Two rates: what was borrowed moves slowly, what is fresh moves fast."""
    fresh = ("encoder.case.", "encoder.lines.", "encoder.quoted.")
    groups: tuple[list[Tensor], list[Tensor]] = ([], [])
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            groups[not name.startswith("encoder.") or name.startswith(fresh)].append(parameter)
    rated = [{"params": groups[0], "lr": plan.encoder_rate}, {"params": groups[1], "lr": plan.head_rate}]
    return torch.optim.AdamW(rated, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def _choose_items(texts: Texts, plan: Plan, chance: random.Random) -> list[Item]:
    """All windows of the corpus, cut anew, and a share of PolNeAR's."""
    length = chance.randint(plan.length - 64, plan.length)
    if not texts.ruled:
        return cut_items(texts.polnear, length=length, margin=16)
    items = cut_items(texts.ruled, length=length, margin=32)
    more = _some_items(texts.polnear, round(len(items) * plan.polnear_share), length=length, chance=chance)
    bare = _some_items(texts.unannotated, round(len(items) * plan.unannotated_share), length=length, chance=chance)
    return items + more + bare


def _some_items(texts: Sequence[Annotated], wanted: int, *, length: int, chance: random.Random) -> list[Item]:
    """So many windows of texts drawn by chance, or all there are."""
    some = chance.sample(list(texts), min(len(texts), wanted))  # a window each at least
    items = cut_items(some, length=length, margin=16)
    return chance.sample(items, min(len(items), wanted))


def _means(losses: Counter[str]) -> str:
    return " ".join(f"{k} {v / losses['n ' + k]:.2f}" for k, v in losses.items() if not k.startswith("n "))
