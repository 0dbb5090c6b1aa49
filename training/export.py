"""Weights to ONNX: three graphs (encoder with anchors, a pair head each for cues and claims), weights in eight bits.

The graphs compute what the network computes, laid out for a CPU: attention is the one operator that onnxruntime has a
fast kernel for, a window comes alone and without a mask, and a pair head takes as many words as it is given.
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

from sayso.read.labels import CLAIM_LAYERS, CUE_LAYERS
from training.network import Layer, Network, PairHead


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


class _Layer(nn.Module):
    """A transformer layer with fused attention; one window needs no mask, so that only a bias by distance is added."""

    def __init__(self, layer: Layer, *, is_biased: bool) -> None:
        super().__init__()
        self.layer, self.is_biased = layer, is_biased

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        layer = self.layer
        parts = zip(layer.qkv.weight.chunk(3), layer.qkv.bias.chunk(3), strict=True)
        q, k, v = (functional.linear(x, weight, shift) for weight, shift in parts)
        seen = _Attention.apply(q, k, v, bias if self.is_biased else None, layer.heads)
        x = layer.norm1(x + layer.out(seen))
        return layer.norm2(x + layer.down(functional.gelu(layer.up(x))))


class _Encoder(nn.Module):
    """One window: word pieces, their looks, words' first pieces; states, what heads see of them, chances of anchors."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = copy.deepcopy(network)
        encoder = self.network.encoder
        is_biased = encoder.distance is not None
        encoder.layers = nn.ModuleList(_Layer(layer, is_biased=is_biased) for layer in encoder.layers)

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
    with tempfile.TemporaryDirectory() as scratch:
        _export_encoder(network, Path(scratch) / "encoder.onnx")
        _export_pair(network.cue_pair, len(CUE_LAYERS), Path(scratch) / "cue.onnx")
        _export_pair(network.claim_pair, len(CLAIM_LAYERS), Path(scratch) / "claim.onnx")
        for path in sorted(Path(scratch).glob("*.onnx")):
            kinds = ["MatMul", "Gemm", "Gather"] if path.stem == "encoder" else ["MatMul", "Gemm"]
            target = folder / path.name
            quantize_dynamic(path, target, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=kinds)


def _export_encoder(network: Network, path: Path) -> None:
    ids, looks = torch.randint(5, 2000, (1, 50)), torch.zeros(1, 50, 3, dtype=torch.long)
    given = {"ids": ids, "looks": looks, "first": torch.arange(40)[None]}
    axes = {"ids": {1: "pieces"}, "looks": {1: "pieces"}, "first": {1: "words"}}
    outputs = ["states", "near_cue", "near_claim", "cue", "claim"]
    _export(_Encoder(network), given, path, outputs, axes)


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


def write_manifest(folder: Path, *, version: str) -> None:
    """Write `manifest.json`: the reader's version, and the digest of graphs and vocabulary."""
    digest = hashlib.sha256()
    for name in ("encoder.onnx", "cue.onnx", "claim.onnx", "vocab.txt"):
        digest.update((folder / name).read_bytes())
    manifest = {"name": "native", "version": version, "digest": digest.hexdigest()}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
