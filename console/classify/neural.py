"""The neural network at run time: verified loading, one text after the other, windows over long texts; one thread."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from console.classify import silent
from console.classify.model import ModelDamaged, verified

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

SHARED_HEADS = ("toxicity", "hate", "threat", "insult", "obscene", "spam")
"""Heads whose score the network also gives token by token, in the order of its second output."""
_PART, _OVERLAP, _MOST_PARTS = 44, 12, 24
"""Tokens of a stretch of a long comment: about two sentences, so that one insult is not drowned by calm neighbours. A
comment of eight hundred tokens is read to its end; what is longer is read up to there."""
_SHORT, _MOST_REMEMBERED = 200, 4_096
"""Folded texts up to this length are remembered, this many of the latest: about 10 MB at the most."""
_BEGIN, _END = 0, 2  # the tokenizer's <s> and </s>


@dataclass(frozen=True, slots=True)
class Scored:
    """Raw scores of a batch (texts x outputs) and each character's share of the abuse scores, as asked for."""

    scores: NDArray[np.float32]
    tokens: list[list[tuple[int, int]]]
    """For each text its tokens' [start, end) in the text that was read."""
    shares: list[NDArray[np.float32]]
    """For each text tokens x SHARED_HEADS. Of a text read in one stretch they add up, with those of the two special
    tokens (left out here) and the head's bias, to its score; of a longer one each token has its largest share."""


class Network:
    """The int8 encoder with its tokenizer."""

    def __init__(self, folder: Path, entry: Mapping[str, Any]) -> None:
        """Load the files that the manifest `entry` names; nothing is parsed before its SHA-256 matched.

        Raises ModelDamaged when a file is missing, altered or not understood.
        """
        network, tokenizer = verified(folder, entry), verified(folder, entry["tokenizer"])
        try:
            onnxruntime = silent.onnxruntime()
            from tokenizers import Tokenizer

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = options.inter_op_num_threads = 1
            options.log_severity_level = 3
            self._session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
            self._tokenizer = Tokenizer.from_str(tokenizer.decode("utf-8"))
            self._tokenizer.no_truncation()
            self._tokenizer.no_padding()
            self.outputs = tuple(str(name) for name in entry["outputs"])
            self._longest = int(entry["longest_tokens"])
            self._remembered: OrderedDict[str, tuple[NDArray[np.float32], NDArray[np.float32]]] = (
                OrderedDict()
            )
        except Exception as error:
            # onnxruntime and tokenizers raise their own bare exceptions for files they cannot read.
            raise ModelDamaged(path=str(folder), why=type(error).__name__) from error
        if self._session.get_outputs()[0].shape[1] != len(self.outputs):
            raise ModelDamaged(path=str(folder), why="shape")

    def _windows(self, tokens: Sequence[int]) -> list[tuple[int, int]]:
        """Return [start, end) of the stretches of tokens that are read one by one (special tokens left out)."""
        if len(tokens) <= self._longest - 2:
            return [(0, len(tokens))]
        step = _PART - _OVERLAP
        return [(at, min(at + _PART, len(tokens))) for at in range(0, len(tokens) - _OVERLAP, step)][
            :_MOST_PARTS
        ]

    def scores(self, texts: Sequence[str]) -> Scored:
        """Return the scores of folded texts; of a long one each abuse head takes its worst stretch."""
        encoded = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        scores = np.empty((len(texts), len(self.outputs)), np.float32)
        shares = []
        for row, (text, entry) in enumerate(zip(texts, encoded, strict=True)):
            known = self._remembered.get(text)
            if known is not None:
                self._remembered.move_to_end(text)
                scores[row] = known[0]
                shares.append(known[1])
                continue
            # Never in batches: int8 activations are scaled by the largest of a batch, and a comment's score must not
            # depend on the company it was read in. Measured, a batch of 32 gains 15 %.
            windows = self._windows(entry.ids)
            found = [self._read(entry.ids[start:end]) for start, end in windows]
            raw = np.stack([one for one, _ in found])
            # Of a long text the worst stretch counts for abuse, the whole for everything else.
            worst = len(SHARED_HEADS)
            scores[row, :worst] = raw[:, :worst].max(axis=0)
            scores[row, worst:] = raw[:, worst:].mean(axis=0)
            each = np.full((len(entry.ids), worst), -np.inf, np.float32)
            for (start, end), (_, part) in zip(windows, found, strict=True):
                np.maximum(each[start:end], part, out=each[start:end])
            shares.append(np.where(np.isfinite(each), each, 0))
            if len(text) <= _SHORT:
                # "Bravo !" comes a hundred times a day, and a raid copies one text.
                self._remembered[text] = (scores[row].copy(), shares[-1])
                if len(self._remembered) > _MOST_REMEMBERED:
                    self._remembered.popitem(last=False)
        return Scored(scores, [list(entry.offsets) for entry in encoded], shares)

    def _read(self, tokens: Sequence[int]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return the outputs of one stretch, and the share of each of its tokens."""
        ids = np.array([[_BEGIN, *tokens, _END]], np.int64)
        found, each = self._session.run(["scores", "shares"], {"ids": ids, "mask": np.ones_like(ids)})
        return found[0], each[0, 1:-1]
