"""The reader's network in PyTorch: one encoder, anchor heads over its words, pair heads about the anchors."""

import math
from typing import TypedDict

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.read.labels import CLAIM_LAYERS, CLAIM_REACH, CUE_LAYERS, CUE_REACH, STANCES, TYPES, label_count

WIDTH = 256  # of the heads
INNER = 128  # of a pair head's convolutions
PARAGRAPHS, SENTENCES = 3, 6  # breaks between anchor and word are counted up to these


class Config(TypedDict):
    """The shape of an encoder, by the names of its package's config.json."""

    vocab_size: int
    hidden_size: int
    num_hidden_layers: int
    num_attention_heads: int
    intermediate_size: int
    max_position_embeddings: int
    layer_norm_eps: float
    distance_buckets: int  # of attention's bias by distance (MPNet); 0 where there is none (BERT)


class Layer(nn.Module):
    """A transformer layer (BERT's)."""

    def __init__(self, config: Config, dropout: float) -> None:
        super().__init__()
        width, inner, eps = config["hidden_size"], config["intermediate_size"], config["layer_norm_eps"]
        self.heads = config["num_attention_heads"]
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps), nn.LayerNorm(width, eps)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        rows, length, width = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        if torch.onnx.is_in_onnx_export():
            seen = ((q @ k.transpose(-1, -2)) / math.sqrt(width // self.heads) + bias).softmax(-1) @ v
        else:
            seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        seen = seen.transpose(1, 2).reshape(rows, length, width)
        x = self.norm1(x + self.dropout(self.out(seen)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


def distance_buckets(length: int, count: int) -> Tensor:
    """The bucket of each pair of places (length, length): half for words after, near ones apart, far ones by powers,
    the last from 128 on (T5's and MPNet's rule).
    """
    apart = torch.arange(length)[None] - torch.arange(length)[:, None]
    half = count // 2
    exact = half // 2
    far = exact + (torch.log(apart.abs().clamp(min=1) / exact) / math.log(128 / exact) * (half - exact)).long()
    return torch.where(apart > 0, half, 0) + torch.where(apart.abs() < exact, apart.abs(), far.clamp(max=half - 1))


class Encoder(nn.Module):
    """Word pieces and their looks to states."""

    def __init__(self, config: Config, dropout: float) -> None:
        super().__init__()
        self.width = config["hidden_size"]
        self.word = nn.Embedding(config["vocab_size"], self.width)
        self.position = nn.Embedding(config["max_position_embeddings"], self.width)
        self.case, self.lines, self.quoted = (nn.Embedding(n, self.width) for n in (6, 3, 2))
        for table in (self.case, self.lines, self.quoted):
            nn.init.zeros_(table.weight)  # the borrowed encoder begins as it was
        self.norm, self.dropout = nn.LayerNorm(self.width, config["layer_norm_eps"]), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(config, dropout) for _ in range(config["num_hidden_layers"]))
        buckets = config["distance_buckets"]
        self.distance = nn.Embedding(buckets, config["num_attention_heads"]) if buckets else None

    def forward(self, ids: Tensor, looks: Tensor, mask: Tensor) -> Tensor:
        x = self.word(ids) + self.position.weight[: ids.shape[1]]
        x = x + self.case(looks[..., 0]) + self.lines(looks[..., 1]) + self.quoted(looks[..., 2])
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask)[:, None, None, :] * -1e4
        if self.distance is not None:
            buckets = distance_buckets(ids.shape[1], self.distance.num_embeddings)
            bias = bias + self.distance(buckets).permute(2, 0, 1)
        for layer in self.layers:
            x = layer(x, bias)
        return x


def shift_conv(x: Tensor, conv: nn.Conv1d, dilation: int) -> Tensor:
    """A convolution of width 5 over (rows, words, channels) as one matrix product: six times faster on a CPU."""
    length = x.shape[1]
    padded = functional.pad(x, (0, 0, 2 * dilation, 2 * dilation))
    taps = torch.cat([padded[:, k * dilation : k * dilation + length] for k in range(5)], -1)
    return functional.linear(taps, conv.weight.permute(0, 2, 1).reshape(conv.weight.shape[0], -1), conv.bias)


class PairHead(nn.Module):
    """Labels the words about an anchor in several layers, and gives the anchor's stance and voice."""

    def __init__(self, width: int, layers: tuple[tuple[str, ...], ...], kinds: int, reach: int, dropout: float) -> None:
        super().__init__()
        self.reach = reach
        self.anchor, self.near = nn.Linear(width, 2 * WIDTH), nn.Linear(width, WIDTH)
        self.kind = nn.Embedding(kinds, 2 * WIDTH)
        nn.init.normal_(self.kind.weight, std=0.1)
        self.offset = nn.Embedding(2 * reach + 1, WIDTH)
        nn.init.normal_(self.offset.weight, std=0.1)
        self.paragraph, self.sentence = nn.Embedding(2 * PARAGRAPHS + 1, WIDTH), nn.Embedding(2 * SENTENCES + 1, WIDTH)
        nn.init.zeros_(self.paragraph.weight)
        nn.init.zeros_(self.sentence.weight)
        self.hidden = nn.Linear(WIDTH, INNER)
        self.conv1 = nn.Conv1d(INNER, INNER, 5)
        self.conv2 = nn.Conv1d(INNER, INNER, 5)
        self.outs = nn.ModuleList(nn.Linear(INNER, label_count(layer)) for layer in layers)
        for out, layer in zip(self.outs, layers, strict=True):
            nn.init.constant_(out.bias[:1], 4.0 if len(layer) > 1 else 2.0)  # nearly every word is outside
        self.attend = nn.Linear(INNER, 1)
        self.standing = nn.Sequential(
            nn.Linear(width + INNER + 2 * WIDTH, 192), nn.GELU(), nn.Dropout(dropout), nn.Linear(192, len(STANCES) + 3)
        )
        self.dropout = nn.Dropout(dropout)

    def forward(
        self, states: Tensor, near: Tensor, valid: Tensor, breaks: Tensor, kind: Tensor
    ) -> tuple[list[Tensor], Tensor, Tensor]:
        """Scores of each layer's labels, of stances, of voices.

        Takes anchors' states (n, width), projected words about them (n, 2 reach + 1, WIDTH), which of these exist, the
        breaks in between, and the anchors' kinds.
        """
        kinds = self.kind(kind)
        add, scale = (self.anchor(states) + kinds).chunk(2, -1)
        x = add[:, None] + near + self.offset.weight + scale[:, None] * near
        x = functional.gelu(x + self.paragraph(breaks[..., 0]) + self.sentence(breaks[..., 1]))
        x = functional.gelu(self.hidden(self.dropout(x))) * valid[..., None].to(x.dtype)
        x = x + functional.gelu(shift_conv(x, self.conv1, 1))
        x = self.dropout(x + functional.gelu(shift_conv(x, self.conv2, 2)))
        weight = (self.attend(x).squeeze(-1).float() - 1e4 * (1.0 - valid.float())).softmax(-1).to(x.dtype)
        pooled = (weight[..., None] * x).sum(1)
        standing = self.standing(torch.cat([states.to(x.dtype), pooled, kinds.to(x.dtype)], -1))
        return [out(x) for out in self.outs], standing[:, : len(STANCES)], standing[:, len(STANCES) :]


class Network(nn.Module):
    """Encoder; anchors of attributions, by convention, and of claims, by type; pair heads."""

    def __init__(self, config: Config, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(config, dropout)
        width = self.encoder.width
        self.cue_anchor = nn.Sequential(nn.Linear(width, WIDTH), nn.GELU(), nn.Dropout(dropout), nn.Linear(WIDTH, 2))
        self.claim_anchor = nn.Sequential(
            nn.Linear(width, WIDTH), nn.GELU(), nn.Dropout(dropout), nn.Linear(WIDTH, len(TYPES))
        )
        nn.init.constant_(self.cue_anchor[-1].bias, -3.5)
        nn.init.constant_(self.claim_anchor[-1].bias, -5.0)
        self.cue_pair = PairHead(width, CUE_LAYERS, 2, CUE_REACH, dropout)
        self.claim_pair = PairHead(width, CLAIM_LAYERS, len(TYPES), CLAIM_REACH, dropout)

    def words(self, ids: Tensor, looks: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """States of words by their first pieces, and the scores of their being anchors."""
        x = self.encoder(ids, looks, mask)
        x = x.gather(1, first[..., None].expand(-1, -1, x.shape[-1]))
        return x, self.cue_anchor(x), self.claim_anchor(x)

    def about(
        self, head: PairHead, states: Tensor, counts: Tensor, breaks: Tensor, row: Tensor, word: Tensor, kind: Tensor
    ) -> tuple[list[Tensor], Tensor, Tensor, Tensor]:
        """The pair head's scores about anchors (row, word), and which words about them exist."""
        index = word[:, None] + torch.arange(-head.reach, head.reach + 1)
        valid = (index >= 0) & (index < counts[row][:, None])
        index = index.clamp(0, states.shape[1] - 1)
        apart = breaks[row[:, None], index] - breaks[row, word][:, None]
        apart = torch.stack(
            [
                apart[..., 0].clamp(-PARAGRAPHS, PARAGRAPHS) + PARAGRAPHS,
                apart[..., 1].clamp(-SENTENCES, SENTENCES) + SENTENCES,
            ],
            -1,
        )
        near = head.near(states)[row[:, None], index]
        layers, stance, voice = head(states[row, word], near, valid, apart, kind)
        return layers, stance, voice, valid
