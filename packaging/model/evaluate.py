"""Score the finished engine on held-out parts and on check sets that training and calibration never read."""

from __future__ import annotations

import csv
import statistics
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from calibrate import mix_weights, reliability
from pool import HEADS, Row
from sklearn.metrics import f1_score, roc_auc_score

from console.classify.embedded import EmbeddedEngine
from console.domain.verdict import ClassifyItem, Verdict

_NAMES = {"criticism": "constructive_criticism"}


def _figures(
    labels: Sequence[int], scores: Sequence[float], flags: Sequence[bool] | None = None
) -> dict[str, Any]:
    truth = np.array(labels)
    result: dict[str, Any] = {"lines": len(truth), "positive": int(truth.sum())}
    if 0 < truth.sum() < len(truth):
        result["auc"] = round(float(roc_auc_score(truth, scores)), 3)
    said = np.array(flags) if flags is not None else np.array(scores) >= 0.5
    result["macro_f1"] = round(float(f1_score(truth, said, average="macro", zero_division=0)), 3)
    return result


def _classify(engine: EmbeddedEngine, texts: Sequence[str], languages: Sequence[str]) -> list[Verdict]:
    return engine.classify(
        [
            ClassifyItem(str(number), text, language)
            for number, (text, language) in enumerate(zip(texts, languages, strict=True))
        ]
    )


def held_out(engine: EmbeddedEngine, rows: Sequence[Row]) -> dict[str, Any]:
    """Return figures of the test part: by head and language, by set, by kind, and the reliability table."""
    test = [row for row in rows if row.split == "test"]
    verdicts = _classify(engine, [row.text for row in test], [row.language for row in test])
    heads: dict[str, Any] = {}
    bins: dict[str, Any] = {}
    for head in HEADS:
        for language in ("fr", "en"):
            chosen = [i for i, row in enumerate(test) if row.language == language and head in row.heads]
            labels = [test[i].heads[head] for i in chosen]
            scores = [verdicts[i].labels[_NAMES.get(head, head)] for i in chosen]
            threshold = engine.model.calibration[language][head].threshold
            heads[f"{head} {language}"] = _figures(labels, scores, [score >= threshold for score in scores])
            if head in {"toxicity", "threat", "insult", "hate", "spam"}:
                bins[f"{head} {language}"] = reliability(
                    np.array(scores), np.array(labels), mix_weights([test[i] for i in chosen])
                )
    sets: dict[str, Any] = {}
    kinds: dict[str, Any] = {}
    by_set, by_kind = defaultdict(list), defaultdict(list)
    for index, row in enumerate(test):
        if "toxicity" in row.heads and not row.own:
            by_set[row.source].append(index)
        if row.kind:
            by_kind[("own " if row.own else "clean ") + row.kind + " " + row.language].append(index)
    for name, chosen in sorted(by_set.items()):
        sets[name] = _figures(
            [test[i].heads["toxicity"] for i in chosen],
            [verdicts[i].labels["toxicity"] for i in chosen],
            [verdicts[i].flagged for i in chosen],
        )
    for name, chosen in sorted(by_kind.items()):
        kinds[name] = {
            "lines": len(chosen),
            "flagged": round(statistics.mean(verdicts[i].flagged for i in chosen), 3),
        }
    own = [i for i, row in enumerate(test) if row.own]
    brand = {
        language: _figures(
            [int(test[i].heads.get("toxicity", 0) or test[i].heads.get("spam", 0)) for i in chosen],
            [max(verdicts[i].labels["toxicity"], verdicts[i].labels["spam"]) for i in chosen],
            [verdicts[i].flagged for i in chosen],
        )
        for language in ("fr", "en")
        if (chosen := [i for i in own if test[i].language == language])
    }
    return {"heads": heads, "sets": sets, "kinds": kinds, "own": brand, "reliability": bins}


def check(engine: EmbeddedEngine, folder: Path) -> dict[str, Any]:
    """Return figures of the check sets in `folder`, which training and calibration never read."""
    result: dict[str, Any] = {}
    path = folder / "hatecheck_en.csv"
    if path.exists():
        with path.open(encoding="utf-8", newline="") as stream:
            lines = list(csv.DictReader(stream))
        verdicts = _classify(engine, [line["test_case"] for line in lines], ["en"] * len(lines))
        labels = [int(line["label_gold"] == "hateful") for line in lines]
        figures = _figures(
            labels,
            [max(v.labels["hate"], v.labels["toxicity"]) for v in verdicts],
            [v.flagged for v in verdicts],
        )
        tests: dict[str, list[bool]] = defaultdict(list)
        for line, label, verdict in zip(lines, labels, verdicts, strict=True):
            tests[line["functionality"]].append(verdict.flagged == bool(label))
        figures["functional"] = {
            name: round(statistics.mean(hits), 3) for name, hits in sorted(tests.items())
        }
        result["HateCheck en"] = figures
    path = folder / "surge_toxicity_en.csv"
    if path.exists():
        with path.open(encoding="utf-8", newline="") as stream:
            lines = list(csv.DictReader(stream))
        verdicts = _classify(engine, [line["text"] for line in lines], ["en"] * len(lines))
        result["surge en"] = _figures(
            [int(line["is_toxic"] == "Toxic") for line in lines],
            [v.labels["toxicity"] for v in verdicts],
            [v.flagged for v in verdicts],
        )
    return result


def language_figures(engine: EmbeddedEngine, rows: Sequence[Row]) -> dict[str, Any]:
    """Return the share of test lines whose language is found without help, by number of words."""
    test = [row for row in rows if row.split == "test" and not row.source.startswith(("mlma", "bias"))]
    verdicts = engine.classify([ClassifyItem(str(i), row.text) for i, row in enumerate(test)])
    groups: dict[str, list[bool]] = defaultdict(list)
    for row, verdict in zip(test, verdicts, strict=True):
        words = len(row.folded.split())
        size = "1-3 words" if words < 4 else "4-7 words" if words < 8 else "8 words and more"
        groups[f"{row.language}, {size}"].append(verdict.language == row.language)
    return {
        name: {"lines": len(hits), "found": round(statistics.mean(hits), 3)}
        for name, hits in sorted(groups.items())
    }


def speed(
    engine: EmbeddedEngine, rows: Sequence[Row], length: int = 150, count: int = 6000
) -> dict[str, Any]:
    """Return comments per CPU second of this process, on comments of `length` characters.

    They are made of customer voice and our own text, joined and cut: a page with far more abuse than most.
    """
    pieces = [row.text for row in rows if row.split == "test" and row.kind]
    comments: list[str] = []
    text = ""
    for piece in pieces:
        text = f"{text} {piece}".strip()
        if len(text) >= length:
            comments.append(text[:length])
            text = ""
        if len(comments) == count:
            break
    items = [ClassifyItem(str(number), comment, None, "fr") for number, comment in enumerate(comments)]
    engine.classify(items[:64])
    begun = time.process_time()
    engine.classify(items)
    spent = time.process_time() - begun
    return {"comments": len(items), "characters": length, "per_cpu_second": round(len(items) / spent)}
