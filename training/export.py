"""Weights to ONNX: three graphs (encoder with anchors, a pair head each for cues and claims), weights in eight bits.

The graphs compute what the network computes, laid out for a CPU: attention is the one operator that onnxruntime has a
fast kernel for, a window comes alone and without a mask, and a pair head takes as many words as it is given. A few
inputs of the encoder's layers are ten times larger than the others and would leave these four of their eight bits:
they are made smaller, and their weights larger (as in SmoothQuant, Xiao and others 2023). Which ones they are is seen
over the sample affair.
"""

import copy
import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

import sayso
from sayso.read.labels import CLAIM_LAYERS, CUE_LAYERS
from sayso.read.window import batch_windows, cut_windows
from sayso.read.wordpiece import WordPiece
from sayso.read.words import split_words
from training.network import Layer, Network, PairHead

SAMPLE = Path(sayso.__file__).parent / "sample" / "reports"
OUTLYING = 3.0  # times the median input: what is larger is shrunk to it


class _Attention(torch.autograd.Function):
    """Attention over projected words (rows, pieces, width); `bias` is added to its scores, or None."""

    @staticmethod
    def forward(_: Any, q: Tensor, k: Tensor, v: Tensor, bias: Tensor | None, heads: int) -> Tensor:  # type: ignore[override]
        rows, length, width = q.shape
        q, k, v = (x.view(rows, length, heads, width // heads).transpose(1, 2) for x in (q, k, v))
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        return seen.transpose(1, 2).reshape(rows, length, width)

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any, bias: Any, heads: int) -> Any:
        no_input = g.op("prim::Constant")
        no_input.setType(torch._C.OptionalType.ofTensor())
        more = () if bias is None or bias.node().mustBeNone() else (no_input, no_input, bias)
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, *more, num_heads_i=heads)


class _Calmed(nn.Module):
    """A linear map, its outlying inputs shrunk and its weights grown by as much; its outputs in so many parts."""

    def __init__(self, linear: nn.Linear, largest: Tensor, parts: int = 1) -> None:
        super().__init__()
        over = (largest / (OUTLYING * largest.median())).clamp(min=1)
        self.shrink = nn.Parameter(1 / over)
        self.weights = nn.ParameterList((linear.weight.detach() * over).chunk(parts))
        self.biases = nn.ParameterList(linear.bias.detach().chunk(parts))

    def forward(self, x: Tensor) -> list[Tensor]:
        x = x * self.shrink
        return [functional.linear(x, weight, bias) for weight, bias in zip(self.weights, self.biases, strict=True)]


class _Layer(nn.Module):
    """A transformer layer with fused attention; one window needs no mask, so that only a bias by distance is added."""

    def __init__(self, layer: Layer, largest: dict[nn.Module, Tensor], *, is_biased: bool) -> None:
        super().__init__()
        self.layer, self.is_biased = layer, is_biased
        self.qkv = _Calmed(layer.qkv, largest[layer.qkv], parts=3)
        self.up, self.down = (_Calmed(linear, largest[linear]) for linear in (layer.up, layer.down))

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        seen = _Attention.apply(*self.qkv(x), bias if self.is_biased else None, self.layer.heads)
        x = self.layer.norm1(x + self.layer.out(seen))
        return self.layer.norm2(x + self.down(functional.gelu(self.up(x)[0]))[0])


@torch.no_grad()
def _largest_inputs(network: Network, wordpiece: WordPiece) -> dict[nn.Module, Tensor]:
    """The largest value of each input of the encoder's linear maps over the sample affair."""
    largest: dict[nn.Module, Tensor] = {}

    def look(module: nn.Module, given: tuple[Tensor, ...]) -> None:
        found = given[0].abs().flatten(0, -2).amax(0)
        largest[module] = torch.maximum(largest.get(module, found), found)

    maps = [module for module in network.encoder.modules() if isinstance(module, nn.Linear)]
    hooks = [module.register_forward_pre_hook(look) for module in maps]
    for path in sorted(SAMPLE.glob("*.txt")):
        words = split_words(path.read_text(encoding="utf-8"))
        pieces = [wordpiece.pieces(word) for word in words.strings]
        for window in cut_windows(pieces):
            batch = batch_windows([(words, pieces, window)], wordpiece=wordpiece)
            network.words(*(torch.from_numpy(x) for x in (batch.ids, batch.looks, batch.mask, batch.first)))
    for hook in hooks:
        hook.remove()
    return largest


class _Encoder(nn.Module):
    """One window: word pieces, their looks, words' first pieces; states, what heads see of them, chances of anchors."""

    def __init__(self, network: Network, wordpiece: WordPiece) -> None:
        super().__init__()
        self.network = copy.deepcopy(network)
        largest = _largest_inputs(self.network, wordpiece)
        encoder = self.network.encoder
        is_biased = encoder.distance is not None
        encoder.layers = nn.ModuleList(_Layer(layer, largest, is_biased=is_biased) for layer in encoder.layers)

    def forward(self, ids: Tensor, looks: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        states, cue, claim = self.network.words(ids, looks, torch.ones_like(ids, dtype=torch.float32), first)
        near = self.network.cue_pair.near(states), self.network.claim_pair.near(states)
        return states, *near, cue.sigmoid(), claim.sigmoid()


class _Offsets(nn.Module):
    """The middle of a table of offsets, in the table's place."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        self.table, self.words = nn.Parameter(table), len(table)

    @property
    def weight(self) -> Tensor:
        beyond = (len(self.table) - self.words) // 2
        return self.table[beyond : beyond + self.words]


class _Pair(nn.Module):
    """A pair head over any odd number of words about the anchors, up to those of its reach."""

    def __init__(self, head: PairHead) -> None:
        super().__init__()
        self.head = copy.deepcopy(head)
        self.offsets = self.head.offset = _Offsets(head.offset.weight.detach())

    def forward(self, states: Tensor, near: Tensor, valid: Tensor, breaks: Tensor, kind: Tensor) -> tuple[Tensor, ...]:
        self.offsets.words = near.shape[1]
        layers, stance, voice = self.head(states, near, valid, breaks, kind)
        return *(layer.log_softmax(-1) for layer in layers), stance.log_softmax(-1), voice.softmax(-1)


def export_network(network: Network, folder: Path, *, vocabulary: Path) -> None:
    """Write `encoder.onnx`, `cue.onnx`, `claim.onnx` and `vocab.txt` into a folder."""
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(vocabulary, folder / "vocab.txt")
    wordpiece = WordPiece(vocabulary.read_text(encoding="utf-8").split("\n")[:-1])
    with tempfile.TemporaryDirectory() as scratch:
        _export_encoder(network, Path(scratch) / "encoder.onnx", wordpiece)
        _export_pair(network.cue_pair, len(CUE_LAYERS), Path(scratch) / "cue.onnx")
        _export_pair(network.claim_pair, len(CLAIM_LAYERS), Path(scratch) / "claim.onnx")
        for path in sorted(Path(scratch).glob("*.onnx")):
            kinds = ["MatMul", "Gemm", "Gather"] if path.stem == "encoder" else ["MatMul", "Gemm"]
            target = folder / path.name
            quantize_dynamic(path, target, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=kinds)


def _export_encoder(network: Network, path: Path, wordpiece: WordPiece) -> None:
    ids, looks = torch.randint(5, 2000, (1, 50)), torch.zeros(1, 50, 3, dtype=torch.long)
    given = {"ids": ids, "looks": looks, "first": torch.arange(40)[None]}
    axes = {"ids": {1: "pieces"}, "looks": {1: "pieces"}, "first": {1: "words"}}
    outputs = ["states", "near_cue", "near_claim", "cue", "claim"]
    _export(_Encoder(network, wordpiece), given, path, outputs, axes)


def _export_pair(head: PairHead, layers: int, path: Path) -> None:
    span, width = 2 * head.reach + 1, head.anchor.in_features
    given = {
        "states": torch.randn(3, width),
        "near": torch.randn(3, span, head.near.out_features),
        "valid": torch.ones(3, span),
        "breaks": torch.zeros(3, span, 2, dtype=torch.long),
        "kind": torch.zeros(3).long(),
    }
    outputs = [*(f"layer{n}" for n in range(layers)), "stance", "voice"]
    axes = {name: {0: "anchors"} for name in (*given, *outputs)}
    for name in ("near", "valid", "breaks", *outputs[:layers]):
        axes[name][1] = "words"
    _export(_Pair(head), given, path, outputs, axes)


def _export(
    module: nn.Module, given: dict[str, Tensor], path: Path, outputs: list[str], axes: dict[str, dict[int, str]]
) -> None:
    torch.onnx.export(
        module.eval(), tuple(given.values()), path, input_names=list(given), output_names=outputs, dynamic_axes=axes,
        opset_version=17, dynamo=False,
    )  # fmt: skip


def write_manifest(folder: Path, *, version: str, polnear: bool) -> None:
    """Write `manifest.json`: the reader's version, the digest of graphs and vocabulary, whether it knows PolNeAR."""
    digest = hashlib.sha256()
    for name in ("encoder.onnx", "cue.onnx", "claim.onnx", "vocab.txt"):
        digest.update((folder / name).read_bytes())
    manifest = {"name": "native", "version": version, "digest": digest.hexdigest(), "polnear": polnear}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
