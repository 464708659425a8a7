"""The neural classifier as a torch module: a BERT encoder as in e5, mean pooling, one linear layer for all heads."""

from __future__ import annotations

import math

import torch
from heads import OUTPUTS
from torch import nn
from torch.nn import functional

HIDDEN = 384
WIDE = 1536
ATTENTION_HEADS = 12
_EPSILON = 1e-12


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(HIDDEN, HIDDEN) for _ in range(3))
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.first_norm = nn.LayerNorm(HIDDEN, eps=_EPSILON)
        self.wide = nn.Linear(HIDDEN, WIDE)
        self.narrow = nn.Linear(WIDE, HIDDEN)
        self.second_norm = nn.LayerNorm(HIDDEN, eps=_EPSILON)
        self.drop = nn.Dropout(dropout)

    def forward(self, state: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return the next state; `mask` is 0 where a token counts and very negative where it is padding."""
        batch, length, _ = state.shape

        def split(tensor: torch.Tensor) -> torch.Tensor:
            return tensor.view(batch, length, ATTENTION_HEADS, HIDDEN // ATTENTION_HEADS).transpose(1, 2)

        query, key, value = split(self.query(state)), split(self.key(state)), split(self.value(state))
        if torch.onnx.is_in_onnx_export():
            scores = query @ key.transpose(-1, -2) / math.sqrt(HIDDEN // ATTENTION_HEADS) + mask
            read = torch.softmax(scores, -1) @ value
        else:
            read = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask.to(query.dtype))
        read = read.transpose(1, 2).reshape(batch, length, HIDDEN)
        state = self.first_norm(state + self.drop(self.out(read)))
        wide = functional.gelu(self.wide(state))
        result: torch.Tensor = self.second_norm(state + self.drop(self.narrow(wide)))
        return result


class Encoder(nn.Module):
    """Token ids and mask in, raw scores of all outputs out."""

    def __init__(self, words: int, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(words, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=_EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.drop = nn.Dropout(dropout)
        self.head = nn.Linear(HIDDEN, len(OUTPUTS))

    def states(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return the last layer's state of each token."""
        places = torch.arange(ids.shape[1], device=ids.device)
        state = self.drop(self.norm(self.words(ids) + self.positions(places)))
        hidden = (1.0 - mask.to(torch.float32))[:, None, None, :] * -10_000.0
        for layer in self.layers:
            state = layer(state, hidden)
        return state

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return one row of raw scores for each text."""
        state = self.states(ids, mask)
        weight = mask.unsqueeze(-1).to(state.dtype)
        pooled = (state * weight).sum(1) / weight.sum(1)
        result: torch.Tensor = self.head(self.drop(pooled))
        return result


def from_base(tensors: dict[str, torch.Tensor], layers: int) -> Encoder:
    """Return an encoder that starts from the first `layers` layers of the base."""
    model = Encoder(tensors["words.weight"].shape[0], layers)
    wanted = {
        name: value
        for name, value in tensors.items()
        if not name.startswith("layers.") or int(name.split(".")[1]) < layers
    }
    missing, unexpected = model.load_state_dict(wanted, strict=False)
    if unexpected or any(not name.startswith("head.") for name in missing):
        raise ValueError(f"base does not fit: {missing} {unexpected}")
    return model
