"""Encoders borrowed from packages: their weights under our names."""

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from training.network import Config, Network

FIRST_PLACES = 2  # MPNet's places begin after these
_SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>", "[PAD]": "<pad>"}
_BERT = {
    "attention.output.dense": "out", "attention.output.LayerNorm": "norm1",
    "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "norm2",
}  # fmt: skip
_MPNET = {
    "attention.attn.o": "out", "attention.LayerNorm": "norm1",
    "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "norm2",
}  # fmt: skip


def new_network(encoder: Path, *, vocabulary: Path, dropout: float = 0.1) -> Network:
    """A network with the encoder's weights (BERT's or MPNet's) from a folder with `config.json`, `model.safetensors`
    and `vocab.txt`, and fresh heads. Word pieces are numbered by `vocabulary`, whatever the encoder's own numbers.
    """
    config = json.loads((encoder / "config.json").read_text())
    weights = {k.removeprefix("bert."): v.float() for k, v in load_file(encoder / "model.safetensors").items()}
    is_mpnet = config["model_type"] == "mpnet"
    named = _embeddings(weights, _rows_of(encoder / "vocab.txt", vocabulary), first=FIRST_PLACES if is_mpnet else 0)
    named |= _layers(weights, _MPNET if is_mpnet else _BERT, "attn.{}" if is_mpnet else "self.{}")
    if is_mpnet:
        named["distance.weight"] = weights["encoder.relative_attention_bias.weight"]
    config["vocab_size"], config["max_position_embeddings"] = len(named["word.weight"]), len(named["position.weight"])
    network = Network(_shape(config), dropout)
    network.encoder.load_state_dict(named, strict=False)
    return network


def _shape(config: dict[str, int]) -> Config:
    return Config(
        vocab_size=config["vocab_size"],
        hidden_size=config["hidden_size"],
        num_hidden_layers=config["num_hidden_layers"],
        num_attention_heads=config["num_attention_heads"],
        intermediate_size=config["intermediate_size"],
        max_position_embeddings=config["max_position_embeddings"],
        layer_norm_eps=config["layer_norm_eps"],
        distance_buckets=config.get("relative_attention_num_buckets", 0),
    )


def _rows_of(own: Path, vocabulary: Path) -> Tensor:
    """For each piece of `vocabulary`, its number in the encoder's own."""
    number = {piece: n for n, piece in enumerate(_read_pieces(own))}
    unknown = number["[UNK]"]
    special = {p: number[its] for p, its in _SPECIAL.items() if its in number}
    return torch.tensor([special.get(p, number.get(p, unknown)) for p in _read_pieces(vocabulary)])


def _read_pieces(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")


def _embeddings(weights: dict[str, Tensor], rows: Tensor, *, first: int) -> dict[str, Tensor]:
    e = "embeddings."
    word = weights[e + "word_embeddings.weight"][rows]
    if e + "token_type_embeddings.weight" in weights:
        word = word + weights[e + "token_type_embeddings.weight"][0]
    return {
        "word.weight": word,
        "position.weight": weights[e + "position_embeddings.weight"][first:],
        "norm.weight": weights[e + "LayerNorm.weight"],
        "norm.bias": weights[e + "LayerNorm.bias"],
    }


def _layers(weights: dict[str, Tensor], parts: dict[str, str], attention: str) -> dict[str, Tensor]:
    named = {}
    asked = ("q", "k", "v") if attention.startswith("attn") else ("query", "key", "value")
    count = 1 + max(int(k.split(".")[2]) for k in weights if k.startswith("encoder.layer."))
    for n in range(count):
        theirs, ours = f"encoder.layer.{n}.", f"layers.{n}."
        for end in (".weight", ".bias"):
            qkv = [weights[f"{theirs}attention.{attention.format(x)}{end}"] for x in asked]
            named[f"{ours}qkv{end}"] = torch.cat(qkv)
            for part, name in parts.items():
                named[f"{ours}{name}{end}"] = weights[theirs + part + end]
    return named
