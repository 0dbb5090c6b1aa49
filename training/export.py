"""Weights to ONNX: three graphs (encoder with anchors, a pair head each for cues and claims), weights in eight bits."""

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from sayso.read.labels import CLAIM_LAYERS, CLAIM_REACH, CUE_LAYERS, CUE_REACH
from training.network import WIDTH, Network, PairHead


class _Encoder(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, looks: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        states, cue, claim = self.network.words(ids, looks, mask, first)
        near = self.network.cue_pair.near(states), self.network.claim_pair.near(states)
        return states, *near, cue.sigmoid(), claim.sigmoid()


class _Pair(nn.Module):
    def __init__(self, head: PairHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, states: Tensor, near: Tensor, valid: Tensor, breaks: Tensor, kind: Tensor) -> tuple[Tensor, ...]:
        layers, stance, voice = self.head(states, near, valid, breaks, kind)
        return *(layer.log_softmax(-1) for layer in layers), stance.log_softmax(-1), voice.softmax(-1)


def export_network(network: Network, folder: Path, *, vocabulary: Path) -> None:
    """Write `encoder.onnx`, `cue.onnx`, `claim.onnx` and `vocab.txt` into a folder."""
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(vocabulary, folder / "vocab.txt")
    with tempfile.TemporaryDirectory() as scratch:
        _export_encoder(network, Path(scratch) / "encoder.onnx")
        _export_pair(network.cue_pair, len(CUE_LAYERS), CUE_REACH, Path(scratch) / "cue.onnx")
        _export_pair(network.claim_pair, len(CLAIM_LAYERS), CLAIM_REACH, Path(scratch) / "claim.onnx")
        for path in sorted(Path(scratch).glob("*.onnx")):
            kinds = ["MatMul", "Gemm", "Gather"] if path.stem == "encoder" else ["MatMul", "Gemm"]
            target = folder / path.name
            quantize_dynamic(path, target, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=kinds)


def _export_encoder(network: Network, path: Path) -> None:
    ids, looks = torch.randint(5, 2000, (1, 50)), torch.zeros(1, 50, 3, dtype=torch.long)
    given = (ids, looks, torch.ones(1, 50), torch.arange(40)[None])
    names = ["ids", "looks", "mask", "first"]
    axes = {name: {0: "rows", 1: "words" if name == "first" else "pieces"} for name in names}
    outputs = ["states", "near_cue", "near_claim", "cue", "claim"]
    torch.onnx.export(
        _Encoder(network), given, path, input_names=names, output_names=outputs, dynamic_axes=axes, opset_version=17,
        dynamo=False,
    )  # fmt: skip


def _export_pair(head: PairHead, layers: int, reach: int, path: Path) -> None:
    span, width = 2 * reach + 1, head.anchor.in_features
    breaks = torch.zeros(3, span, 2, dtype=torch.long)
    given = (torch.randn(3, width), torch.randn(3, span, WIDTH), torch.ones(3, span), breaks, torch.zeros(3).long())
    names = ["states", "near", "valid", "breaks", "kind"]
    outputs = [*(f"layer{n}" for n in range(layers)), "stance", "voice"]
    axes = {name: {0: "anchors"} for name in (*names, *outputs)}
    torch.onnx.export(
        _Pair(head), given, path, input_names=names, output_names=outputs, dynamic_axes=axes, opset_version=17,
        dynamo=False,
    )  # fmt: skip


def write_manifest(folder: Path, *, version: str) -> None:
    """Write `manifest.json`: the reader's version, and the digest of graphs and vocabulary."""
    digest = hashlib.sha256()
    for name in ("encoder.onnx", "cue.onnx", "claim.onnx", "vocab.txt"):
        digest.update((folder / name).read_bytes())
    manifest = {"name": "native", "version": version, "digest": digest.hexdigest()}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
