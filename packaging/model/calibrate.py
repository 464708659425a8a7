"""Turn raw scores into probabilities and choose thresholds, on the calibration part alone.

The calibration mix is weighted, because the pool's own proportions mean nothing on a brand's page: half of the
weight goes to our own brand-page text, four tenths to clean customer voice, one tenth to the public sets.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pool import ABUSE, Row

PRECISION_FOR_AUTO = 0.90
_LEAST_POSITIVE = 12
_HIGHEST = 0.95
_ENOUGH = 40
"""Positive lines a language needs for thresholds of its own; with fewer, both languages are taken together."""
MIX = {"own": 0.5, "clean": 0.4, "public": 0.1}


def origin_of(row: Row) -> str:
    """Return own, clean (customer voice with a kind) or public."""
    return "own" if row.own else "clean" if row.kind else "public"


def mix_weights(rows: Sequence[Row]) -> NDArray[np.float64]:
    """Return weights so that each origin has its share of `MIX` (of those present)."""
    origins = np.array([origin_of(row) for row in rows])
    weights = np.zeros(len(rows))
    for origin, share in MIX.items():
        here = origins == origin
        if here.any():
            weights[here] = share / here.sum()
    return weights * len(rows) / max(weights.sum(), 1e-9)


def logistic(
    scores: NDArray[np.float64], labels: NDArray[np.int64], weights: NDArray[np.float64]
) -> tuple[float, float]:
    """Fit slope and offset by Newton steps; a light pull keeps the slope finite on separable parts."""
    slope, offset = 1.0, 0.0
    for _ in range(100):
        p = 1 / (1 + np.exp(-np.clip(slope * scores + offset, -40, 40)))
        error = weights * (p - labels)
        curve = weights * p * (1 - p)
        gradient = np.array([(error * scores).sum() + 1.0 * (slope - 1), error.sum() + 0.01 * offset])
        hessian = np.array(
            [
                [(curve * scores * scores).sum() + 1.0, (curve * scores).sum()],
                [(curve * scores).sum(), curve.sum() + 0.01],
            ]
        )
        step = np.linalg.solve(hessian, gradient)
        slope, offset = slope - float(step[0]), offset - float(step[1])
        if np.abs(step).max() < 1e-7:
            break
    return max(slope, 0.05), offset


def macro_f1(labels: NDArray[np.int64], said: NDArray[np.bool_], weights: NDArray[np.float64]) -> float:
    """Return the weighted mean F1 of both classes."""
    values = []
    for positive in (1, 0):
        truth, guess = labels == positive, said == bool(positive)
        hit = weights[truth & guess].sum()
        total = weights[truth].sum() + weights[guess].sum()
        values.append(2 * hit / total if total else 0.0)
    return float(np.mean(values))


def thresholds(
    probabilities: NDArray[np.float64], labels: NDArray[np.int64], weights: NDArray[np.float64]
) -> tuple[float, float | None]:
    """Return the macro-F1 optimum and the lowest threshold with precision >= .90 (None if not reached)."""
    grid = np.round(np.arange(0.05, 0.991, 0.01), 2)
    figures = [macro_f1(labels, probabilities >= t, weights) for t in grid]
    # The middle of the flat top: its lower end would be an accident of few lines.
    best = np.flatnonzero(np.array(figures) >= max(figures) - 0.002)
    flagged = float(grid[best[len(best) // 2]])
    auto = None
    for t in grid[grid >= flagged]:
        said = probabilities >= t
        if (said & (labels == 1)).sum() < _LEAST_POSITIVE:
            break
        if weights[said & (labels == 1)].sum() / weights[said].sum() >= PRECISION_FOR_AUTO:
            auto = float(t)
            break
    return flagged, auto


def calibrate(
    rows: Sequence[Row], scores: NDArray[np.float32], heads: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Return language -> head -> slope, offset, thresholds; a language with few positive lines borrows from both."""
    table: dict[str, dict[str, Any]] = {"fr": {}, "en": {}}
    for column, head in enumerate(heads):
        for language, entries in table.items():
            chosen = [
                i
                for i, r in enumerate(rows)
                if r.split == "calibration" and head in r.heads and r.language == language
            ]
            if sum(rows[i].heads[head] for i in chosen) < _ENOUGH:
                chosen = [i for i, r in enumerate(rows) if r.split == "calibration" and head in r.heads]
            part = [rows[i] for i in chosen]
            labels = np.array([row.heads[head] for row in part])
            weights = mix_weights(part)
            raw = scores[chosen, column].astype(np.float64)
            slope, offset = logistic(raw, labels, weights)
            probabilities = 1 / (1 + np.exp(-np.clip(slope * raw + offset, -40, 40)))
            flagged, auto = thresholds(probabilities, labels, weights)
            entries[head] = {
                "slope": round(slope, 6),
                "offset": round(offset, 6),
                "threshold": round(flagged, 4),
                "auto_threshold": auto,
                "lines": len(part),
                "positive": int(labels.sum()),
            }
    return table


def join(
    rows: Sequence[Row], scores: NDArray[np.float32], heads: Sequence[str], table: dict[str, dict[str, Any]]
) -> None:
    """Set, for each language, the toxicity floor and raise the abuse thresholds together, in place.

    A text is flagged when any abuse head fires, so thresholds that are best one by one are too low together: the
    pair (floor, factor) with the best macro-F1 of "flagged" against "abusive" is taken.
    """
    for language, entries in table.items():
        chosen = [
            i
            for i, row in enumerate(rows)
            if row.split == "calibration" and row.language == language and "toxicity" in row.heads
        ]
        part = [rows[i] for i in chosen]
        labels = np.array([row.heads["toxicity"] for row in part])
        weights = mix_weights(part)
        p = {}
        for column, head in enumerate(heads):
            raw = scores[chosen, column].astype(np.float64)
            entry = entries[head]
            p[head] = 1 / (1 + np.exp(-np.clip(entry["slope"] * raw + entry["offset"], -40, 40)))
        best = (-1.0, 0.0, 1.0, 1.0)
        for floor in (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3):
            for factor in (1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5):
                any_head = np.zeros(len(part), dtype=bool)
                for head in ABUSE:
                    any_head |= p[head] >= min(_HIGHEST, entries[head]["threshold"] * factor)
                any_head &= p["toxicity"] >= floor
                for raised in (1.0, 1.1, 1.2, 1.35, 1.5, 1.75, 2.0):
                    said = any_head | (
                        p["toxicity"] >= min(_HIGHEST, entries["toxicity"]["threshold"] * raised)
                    )
                    best = max(best, (round(macro_f1(labels, said, weights), 4), floor, factor, raised))
        entries["toxicity"]["floor"] = best[1]
        for head in ABUSE:
            entries[head]["threshold"] = round(min(_HIGHEST, entries[head]["threshold"] * best[2]), 4)
        entries["toxicity"]["threshold"] = round(min(_HIGHEST, entries["toxicity"]["threshold"] * best[3]), 4)
        for entry in entries.values():
            if entry["auto_threshold"] is not None:
                entry["auto_threshold"] = max(entry["auto_threshold"], entry["threshold"])
        print(
            f"  {language}: flagged macro-F1 {best[0]:.3f}, floor {best[1]}, factors {best[2]} and {best[3]}",
            flush=True,
        )


def reliability(
    probabilities: NDArray[np.float64], labels: NDArray[np.int64], weights: NDArray[np.float64]
) -> list[dict[str, float]]:
    """Return, for ten equal bins of the probability, the mean said and the share seen."""
    bins = []
    for low in np.arange(0, 1, 0.1):
        here = (probabilities >= low) & ((probabilities < low + 0.1) | (low > 0.85))
        if here.sum() >= 5:
            total = weights[here].sum()
            bins.append(
                {
                    "from": round(float(low), 1),
                    "lines": int(here.sum()),
                    "said": round(float((probabilities[here] * weights[here]).sum() / total), 3),
                    "seen": round(float((labels[here] * weights[here]).sum() / total), 3),
                }
            )
    return bins
