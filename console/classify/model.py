"""The hashed linear model and the model folder's manifest at run time: verified loading, batch scoring with numpy."""

from __future__ import annotations

import hashlib
import io
import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from console.classify.features import Features, extract
from console.domain.errors import EnvironmentFailure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

FORMAT = 2
_LONGEST_INPUT = 64 * 1024 * 1024  # a manifest or table above this is not ours


class ModelDamaged(EnvironmentFailure):
    """The model's files are missing, altered or of a format this version cannot read (`path`, `why`)."""

    default_code = "model_damaged"


@dataclass(frozen=True, slots=True)
class Calibration:
    """Logistic calibration of one head in one language.

    p = 1 / (1 + exp(-(neural * n + linear * l + rules * r + offset))) of the raw scores of the network and of the
    linear model, and of the evidence that the phrase rules add. `floor` is set for toxicity alone: below it no
    abuse head is believed.
    """

    neural: float
    linear: float
    rules: float
    offset: float
    threshold: float
    auto_threshold: float | None
    floor: float = 0.0

    def probability(self, neural: float, linear: float, rules: float) -> float:
        """Return the calibrated probability of raw scores."""
        value = self.neural * neural + self.linear * linear + self.rules * rules + self.offset
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

    bits: int
    heads: tuple[str, ...]
    weights: NDArray[np.int8]
    scales: NDArray[np.float32]
    biases: NDArray[np.float32]

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


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `model.json` says: which files make the engine, their hashes, and the calibration of every head."""

    name: str
    version: str
    heads: tuple[str, ...]
    calibration: Mapping[str, Mapping[str, Calibration]]
    linear: Mapping[str, Any]
    neural: Mapping[str, Any]


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest in `folder`; raises ModelDamaged when it is missing or not understood."""
    path = folder / "model.json"
    try:
        if path.stat().st_size > _LONGEST_INPUT:
            raise ModelDamaged(path=str(path), why="too_large")
        manifest = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelDamaged(path=str(path), why="unreadable") from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise ModelDamaged(path=str(path), why="format")
    try:
        calibration = {
            language: {
                head: Calibration(
                    float(entry["neural"]),
                    float(entry["linear"]),
                    float(entry["rules"]),
                    float(entry["offset"]),
                    float(entry["threshold"]),
                    None if entry["auto_threshold"] is None else float(entry["auto_threshold"]),
                    float(entry.get("floor", 0.0)),
                )
                for head, entry in table.items()
            }
            for language, table in manifest["calibration"].items()
        }
        return Manifest(
            str(manifest["engine"]),
            str(manifest["version"]),
            tuple(str(head) for head in manifest["heads"]),
            calibration,
            dict(manifest["linear"]),
            dict(manifest["neural"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ModelDamaged(path=str(path), why=type(error).__name__) from error


def verified(folder: Path, entry: Mapping[str, Any]) -> bytes:
    """Return the bytes of the file that a manifest's entry names, once their SHA-256 matched; raises ModelDamaged."""
    path = folder / Path(str(entry["file"])).name
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelDamaged(path=str(path), why="unreadable") from error
    if hashlib.sha256(data).hexdigest() != entry["sha256"]:
        raise ModelDamaged(path=str(path), why="sha256")
    return data


def load_linear(folder: Path, entry: Mapping[str, Any]) -> LinearModel:
    """Read and verify the linear model; nothing of the table is parsed before its SHA-256 matched.

    Raises ModelDamaged when a file is missing, altered or not understood.
    """
    data = verified(folder, entry)
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            weights, scales, biases = arrays["weights"], arrays["scales"], arrays["biases"]
        heads = tuple(str(head) for head in entry["heads"])
        bits = int(entry["bits"])
        if weights.shape != (1 << bits, len(heads)) or weights.dtype != np.int8:
            raise ModelDamaged(path=str(folder), why="shape")
        return LinearModel(bits, heads, weights, scales.astype(np.float32), biases.astype(np.float32))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise ModelDamaged(path=str(folder), why=type(error).__name__) from error
