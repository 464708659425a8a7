"""Turn raw scores into probabilities and choose thresholds, on the calibration part alone.

The calibration mix is weighted, because the pool's own proportions mean nothing on a brand's page: half of the
weight and more goes to our own brand-page text, a quarter to clean customer voice, the rest to the public sets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pool import ABUSE, Row

PRECISION_FOR_AUTO = 0.90
_LEAST_POSITIVE = 12
_HIGHEST = 0.95
_ENOUGH = 40
"""Positive lines a language needs for thresholds of its own; with fewer, both languages are taken together."""
MIX = {"own": 0.6, "clean": 0.25, "public": 0.15}


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
    features: NDArray[np.float64], labels: NDArray[np.int64], weights: NDArray[np.float64]
) -> tuple[NDArray[np.float64], float]:
    """Fit non-negative weights of the features (network, linear model, rules) and an offset, by Newton steps.

    A light pull towards "the network alone" keeps the weights finite on separable parts. A feature that would get a
    negative weight is left out: a rule that fired must not speak against its own label.
    """
    prior = np.zeros(features.shape[1])
    prior[0] = 1.0
    active = [column for column in range(features.shape[1]) if np.ptp(features[:, column]) > 0]
    while True:
        columns = [*active, -1]
        x = np.concatenate([features[:, active], np.ones((len(features), 1))], axis=1)
        pull = np.array([*(4.0 for _ in active), 0.01])
        centre = np.array([*prior[active], 0.0])
        beta = centre.copy()
        for _ in range(200):
            p = 1 / (1 + np.exp(-np.clip(x @ beta, -40, 40)))
            gradient = x.T @ (weights * (p - labels)) + pull * (beta - centre)
            hessian = (x * (weights * p * (1 - p))[:, None]).T @ x + np.diag(pull)
            step = np.linalg.solve(hessian, gradient)
            beta = beta - step * min(1.0, 2.0 / max(float(np.abs(step).max()), 1e-12))
            if np.abs(step).max() < 1e-7:
                break
        worst = min(range(len(active)), key=lambda n: beta[n], default=None)
        if worst is None or beta[worst] >= 0:
            result = np.zeros(features.shape[1])
            for column, value in zip(columns[:-1], beta[:-1], strict=True):
                result[column] = value
            return result, float(beta[-1])
        active.pop(worst)


def probability(entry: dict[str, Any], features: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the calibrated probabilities of rows of features."""
    value = features @ np.array([entry["neural"], entry["linear"], entry["rules"]]) + entry["offset"]
    result: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(value, -40, 40)))
    return result


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


def calibrate(rows: Sequence[Row], features: Mapping[str, NDArray[np.float64]]) -> dict[str, dict[str, Any]]:
    """Return language -> head -> weights, offset, thresholds; a language with few positive lines borrows from both."""
    table: dict[str, dict[str, Any]] = {"fr": {}, "en": {}}
    for head, found in features.items():
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
            (neural, linear, rules), offset = logistic(found[chosen], labels, weights)
            entry = {
                "neural": round(neural, 6),
                "linear": round(linear, 6),
                "rules": round(rules, 6),
                "offset": round(offset, 6),
            }
            flagged, auto = thresholds(probability(entry, found[chosen]), labels, weights)
            entries[head] = entry | {
                "threshold": round(flagged, 4),
                "auto_threshold": auto,
                "lines": len(part),
                "positive": int(labels.sum()),
            }
    return table


def join(
    rows: Sequence[Row], features: Mapping[str, NDArray[np.float64]], table: dict[str, dict[str, Any]]
) -> None:
    """Set, for each language, the toxicity floor and raise the abuse thresholds together, in place.

    A text is flagged when any abuse head fires, so thresholds that are best one by one are too low together: the
    floor and factors with the best macro-F1 of "flagged" against "abusive" are taken.
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
        for head, found in features.items():
            p[head] = probability(entries[head], found[chosen])
        best = (-1.0, 0.0, 1.0, 1.0)
        for floor in (0.0, 0.1, 0.2, 0.3, 0.4, 0.5):
            for factor in (1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5, 10.0):
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
