"""Our own training text: well formed, half French, and never a comment of the practice network."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from console.classify.folding import fold

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "packaging" / "model" / "data").glob("**/*.jsonl"))
KINDS = {
    *(
        "criticism",
        "praise",
        "question",
        "chatter",
        "not_spam",
        "swearing",
        "identity",
        "counter_speech",
        "quoted",
    ),
    *("negated", "hard_pair", "insult", "obscene", "threat", "hate", "sms", "obfuscated", "troll", "spam"),
}
HEADS = {"toxic", "hate", "threat", "insult", "obscene", "spam", "praise", "criticism", "question"}


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text).text).split())


def texts_in(value: object) -> list[str]:
    """Every string in a JSON value that is long enough to be somebody's words."""
    if isinstance(value, str):
        return [value] if len(value) > 12 else []
    if isinstance(value, dict):
        return [text for entry in value.values() for text in texts_in(entry)]
    if isinstance(value, list):
        return [text for entry in value for text in texts_in(entry)]
    return []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_line_is_well_formed(path: Path) -> None:
    kind, _, language = path.stem.rpartition("_")
    for record in records(path):
        assert record["text"].strip() == record["text"]
        assert record["text"]
        assert record["language"] == language
        if kind.startswith(("round", "unseen")):
            assert record["kind"] in KINDS
            assert record["target"] in {"person", "group", "brand", "nobody"}
            assert record["pair"]
        else:
            assert record["kind"] == kind
        assert (record.get("split") == "test") == kind.startswith("unseen")
        assert set(record) <= HEADS | {"text", "language", "kind", "pair", "target", "split"}
        assert all(record[head] in (0, 1) for head in HEADS & set(record))
        if any(record.get(head) for head in ("hate", "threat", "insult", "obscene")):
            assert record["toxic"] == 1


def test_there_is_enough_and_half_of_it_is_french() -> None:
    count: Counter[str] = Counter()
    seen: set[str] = set()
    for path in FILES:
        for record in records(path):
            assert record["text"] not in seen
            seen.add(record["text"])
            count[record["language"]] += 1
    assert sum(count.values()) >= 12_000
    assert count["fr"] >= 0.45 * sum(count.values())
    assert count["en"] >= 0.45 * sum(count.values())


def test_no_comment_of_the_practice_network_is_training_text() -> None:
    practice = sorted((ROOT / "resources" / "practice").glob("**/*.json*"))
    assert practice, "the practice network has moved: this test must follow it"
    theirs: set[str] = set()
    for path in practice:
        content = path.read_text("utf-8")
        values = (
            [json.loads(line) for line in content.splitlines() if line.strip()]
            if path.suffix == ".jsonl"
            else [json.loads(content)]
        )
        theirs |= {plain(text) for value in values for text in texts_in(value)}
    theirs.discard("")
    assert len(theirs) > 100
    ours = {plain(record["text"]) for path in FILES for record in records(path)}
    assert theirs & ours == set()
