"""Fit one linear head after the other over the hashed n-grams, with fixed seed."""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from pool import HEADS, Row
from sklearn.linear_model import LogisticRegression

from console.classify.features import extract

BITS = 18
SEED = 20261121
OWN_SHARE = 0.6
"""Share of each class's weight that our own text gets: it is small, and it is the text nearest to the use."""
LANGUAGE_HEAD = "french"
_STRENGTH = {"toxicity": 4.0}
_STRENGTH_ELSE = 4.0


def matrix(texts: Sequence[str], bits: int = BITS) -> sp.csr_matrix:
    """Return the feature matrix the run-time scores amount to: counts divided by the root of their sum."""
    parts = []
    for at in range(0, len(texts), 2048):
        batch = texts[at : at + 2048]
        found = extract(batch, bits)
        values = (1 / np.sqrt(np.maximum(found.counts, 1)))[found.rows].astype(np.float32)
        parts.append(
            sp.csr_matrix(
                (values, (found.rows, found.buckets)), shape=(len(batch), 1 << bits), dtype=np.float32
            )
        )
    return sp.vstack(parts).tocsr()


def weights_of(rows: Sequence[Row], labels: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return sample weights that give each language, class and origin (own or public) its share."""
    weights = np.zeros(len(rows))
    language = np.array([row.language for row in rows])
    own = np.array([row.own for row in rows])
    for name in ("fr", "en"):
        for label in (0, 1):
            here = (language == name) & (labels == label)
            both = (here & own).any() and (here & ~own).any()
            for is_own, share in ((True, OWN_SHARE), (False, 1 - OWN_SHARE)):
                group = here & (own == is_own)
                weights[group] = (share if both else 1.0) / max(int(group.sum()), 1)
    weights /= weights.mean()
    return np.clip(weights, 0, 60)


def fit(rows: Sequence[Row], features: sp.csr_matrix) -> dict[str, tuple[NDArray[np.float32], float]]:
    """Return weights and bias of each head, learned from the training part of `rows`."""
    fitted: dict[str, tuple[NDArray[np.float32], float]] = {}
    training = [index for index, row in enumerate(rows) if row.split == "train"]
    for head in (*HEADS, LANGUAGE_HEAD):
        begun = time.monotonic()
        if head == LANGUAGE_HEAD:
            known = training
            labels = np.array([int(rows[index].language == "fr") for index in known])
        else:
            known = [index for index in training if head in rows[index].heads]
            labels = np.array([rows[index].heads[head] for index in known])
        model = LogisticRegression(
            C=_STRENGTH.get(head, _STRENGTH_ELSE),
            solver="liblinear",
            max_iter=80,
            tol=1e-3,
            random_state=SEED,
        )
        model.fit(features[known], labels, sample_weight=weights_of([rows[index] for index in known], labels))
        fitted[head] = (model.coef_[0].astype(np.float32), float(model.intercept_[0]))
        print(
            f"  {head}: {len(known):,} lines, {labels.sum():,} positive, {time.monotonic() - begun:.0f} s",
            flush=True,
        )
    return fitted


def quantise(
    fitted: dict[str, tuple[NDArray[np.float32], float]],
) -> tuple[NDArray[np.int8], NDArray[np.float32], NDArray[np.float32]]:
    """Return int8 weights, one scale a head, and biases. The few largest weights are clipped."""
    columns, scales, biases = [], [], []
    for coefficients, bias in fitted.values():
        scale = float(np.quantile(np.abs(coefficients), 0.99995)) / 127
        columns.append(np.clip(np.rint(coefficients / scale), -127, 127).astype(np.int8))
        scales.append(scale)
        biases.append(bias)
    return np.stack(columns, axis=1), np.array(scales, np.float32), np.array(biases, np.float32)
