"""The hashed linear model at run time: verified loading and batch scoring with numpy alone."""

from __future__ import annotations

import hashlib
import io
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from console.classify.features import Features, extract
from console.domain.errors import EnvironmentFailure

FORMAT = 1
_LONGEST_INPUT = 64 * 1024 * 1024  # a manifest or table above this is not ours


class ModelDamaged(EnvironmentFailure):
    """The model's files are missing, altered or of a format this version cannot read (`path`, `why`)."""

    default_code = "model_damaged"


@dataclass(frozen=True, slots=True)
class Calibration:
    """Logistic calibration of one head in one language: p = 1 / (1 + exp(-(slope * score + offset))).

    `floor` is set for toxicity alone: below it no abuse head is believed.
    """

    slope: float
    offset: float
    threshold: float
    auto_threshold: float | None
    floor: float = 0.0

    def probability(self, score: float) -> float:
        """Return the calibrated probability of a raw score."""
        value = self.slope * score + self.offset
        if value >= 0:
            return 1.0 / (1.0 + math.exp(-min(value, 60.0)))
        power = math.exp(max(value, -60.0))
        return power / (1.0 + power)


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Weights of all heads over one hash table.

    `weights[b, h] * scales[h]` is head `h`'s weight of bucket `b`; a text's score is the sum over its features
    divided by the square root of their number, plus `biases[h]`.
    """

    name: str
    version: str
    bits: int
    heads: tuple[str, ...]
    weights: NDArray[np.int8]
    scales: NDArray[np.float32]
    biases: NDArray[np.float32]
    calibration: Mapping[str, Mapping[str, Calibration]]

    def features(self, folded: Sequence[str]) -> Features:
        """Return the hashed features of folded texts."""
        return extract(folded, self.bits)

    def raw_scores(self, found: Features) -> NDArray[np.float32]:
        """Return one row of raw scores (not calibrated) for each text, one column for each head."""
        size = len(found.counts)
        picked = self.weights[found.buckets]
        sums = np.empty((size, len(self.heads)), dtype=np.float32)
        for head in range(len(self.heads)):
            sums[:, head] = np.bincount(found.rows, weights=picked[:, head], minlength=size)
        norm = np.sqrt(np.maximum(found.counts, 1)).astype(np.float32)
        scores: NDArray[np.float32] = sums * self.scales / norm[:, None] + self.biases
        return scores

    def weight_of(self, buckets: NDArray[np.int64], head: str) -> NDArray[np.float32]:
        """Return the weights of some buckets for one head: what each feature adds before the norm."""
        column = self.heads.index(head)
        result: NDArray[np.float32] = self.weights[buckets, column].astype(np.float32) * self.scales[column]
        return result


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / "model.json"
    try:
        if path.stat().st_size > _LONGEST_INPUT:
            raise ModelDamaged(path=str(path), why="too_large")
        manifest = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelDamaged(path=str(path), why="unreadable") from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise ModelDamaged(path=str(path), why="format")
    return manifest


def load(folder: Path) -> LinearModel:
    """Read and verify the model in `folder`; nothing of the table is parsed before its SHA-256 matched.

    Raises ModelDamaged when a file is missing, altered or not understood.
    """
    manifest = _manifest(folder)
    try:
        path = folder / Path(str(manifest["table"]["file"])).name
        data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() != manifest["table"]["sha256"]:
            raise ModelDamaged(path=str(path), why="sha256")
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            weights, scales, biases = arrays["weights"], arrays["scales"], arrays["biases"]
        heads = tuple(str(head) for head in manifest["heads"])
        bits = int(manifest["bits"])
        if weights.shape != (1 << bits, len(heads)) or weights.dtype != np.int8:
            raise ModelDamaged(path=str(path), why="shape")
        calibration = {
            language: {
                head: Calibration(
                    float(entry["slope"]),
                    float(entry["offset"]),
                    float(entry["threshold"]),
                    None if entry["auto_threshold"] is None else float(entry["auto_threshold"]),
                    float(entry.get("floor", 0.0)),
                )
                for head, entry in table.items()
            }
            for language, table in manifest["calibration"].items()
        }
        return LinearModel(
            str(manifest["engine"]),
            str(manifest["version"]),
            bits,
            heads,
            weights,
            scales.astype(np.float32),
            biases.astype(np.float32),
            calibration,
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise ModelDamaged(path=str(folder), why=type(error).__name__) from error
