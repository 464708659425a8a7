"""Verdicts and items as JSON: between the processes, and as the line that `vigie classify` prints."""

from __future__ import annotations

import json
from typing import Any

from console.domain.verdict import ClassifyItem, Span, Verdict
from console.domain.vocabulary import LABELS


def item_to_json(item: ClassifyItem) -> dict[str, Any]:
    """Return an item as it goes to the child."""
    return {"id": item.id, "text": item.text, "language": item.language, "fallback": item.fallback_language}


def item_from_json(data: dict[str, Any]) -> ClassifyItem:
    """Return the item the child was sent; raises KeyError or TypeError when it is none."""
    text = data["text"]
    if not isinstance(text, str):
        raise TypeError("text")
    return ClassifyItem(str(data["id"]), text, data.get("language"), data.get("fallback"))


def verdict_to_json(verdict: Verdict) -> dict[str, Any]:
    """Return every field of a verdict."""
    return {
        "engine": verdict.engine,
        "engine_version": verdict.engine_version,
        "language": verdict.language,
        "labels": dict(verdict.labels),
        "categories": list(verdict.categories),
        "signals": list(verdict.signals),
        "severity": verdict.severity,
        "flagged": verdict.flagged,
        "spans": [[span.start, span.end, span.label] for span in verdict.spans],
        "auto_ok": list(verdict.auto_ok),
        "thresholds": dict(verdict.thresholds),
        "outside_training": verdict.outside_training,
        "failed": verdict.failed,
        "sentiment": verdict.sentiment,
        "target": verdict.target,
        "read_as": verdict.read_as,
    }


def verdict_from_json(data: dict[str, Any]) -> Verdict:
    """Return the verdict the child sent; raises KeyError, TypeError or ValueError when it is none."""
    return Verdict(
        engine=str(data["engine"]),
        engine_version=str(data["engine_version"]),
        language=str(data["language"]),
        labels={str(label): float(score) for label, score in data["labels"].items()},
        categories=tuple(str(category) for category in data["categories"]),
        signals=tuple(str(signal) for signal in data["signals"]),
        severity=int(data["severity"]),
        flagged=bool(data["flagged"]),
        spans=tuple(Span(int(start), int(end), str(label)) for start, end, label in data["spans"]),
        auto_ok=tuple(str(label) for label in data["auto_ok"]),
        thresholds={str(label): float(value) for label, value in data["thresholds"].items()},
        outside_training=bool(data["outside_training"]),
        failed=bool(data["failed"]),
        sentiment=None if data.get("sentiment") is None else str(data["sentiment"]),
        target=None if data.get("target") is None else str(data["target"]),
        read_as=None if data["read_as"] is None else str(data["read_as"]),
    )


def failed_verdict(item: ClassifyItem, engine: str, version: str) -> Verdict:
    """Return the verdict of a text that the engine cannot read: no scores, not flagged, ordered by time only."""
    return Verdict(
        engine=engine,
        engine_version=version,
        language=item.language or item.fallback_language or "und",
        labels={},
        failed=True,
    )


def to_json_line(identifier: str, verdict: Verdict) -> str:
    """Return the line of `vigie classify` for one text, without the line break.

    Offsets are Unicode code points of the original text. The six labels come first and in order; further scores
    follow them.
    """
    ordered = {label: verdict.labels[label] for label in LABELS if label in verdict.labels}
    line: dict[str, Any] = {
        "id": identifier,
        "language": verdict.language,
        "labels": {**ordered, **verdict.labels},
        "categories": list(verdict.categories),
        "signals": list(verdict.signals),
        "severity": verdict.severity,
        "flagged": verdict.flagged,
        "spans": [{"start": span.start, "end": span.end, "label": span.label} for span in verdict.spans],
        "engine": verdict.engine,
        "engine_version": verdict.engine_version,
    }
    if verdict.sentiment is not None:
        line["sentiment"] = verdict.sentiment
    if verdict.target is not None:
        line["target"] = verdict.target
    if verdict.outside_training:
        line["outside_training"] = True
    if verdict.failed:
        line["failed"] = True
    text = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
    # A lone surrogate in an id cannot be written as UTF-8; the escaped form says the same.
    return text if text.isprintable() else json.dumps(line, separators=(",", ":"))
