"""Read folders of JSONL into one pool of folded, deduplicated, split training rows.

One JSON object a line: `text`, `language`, optional `kind`, and the heads that the set really labels (0 or 1). A
head that is missing is unknown, never 0; only `toxic: 0` implies 0 for the four abuse heads below it.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from console.classify.folding import MaskedWords, accented, fold

HEADS = ("toxicity", "hate", "threat", "insult", "obscene", "spam", "praise", "criticism", "question")
ABUSE = ("hate", "threat", "insult", "obscene")
LONGEST = 600
"""Longer texts are cut to this many folded characters: a rant's tail teaches a bag of n-grams nothing."""

# `kind` -> heads it settles. A kind says what a line is, not everything it is not.
_KINDS: dict[str, dict[str, int]] = {
    "criticism": {"criticism": 1, "praise": 0, "spam": 0},
    "praise": {"praise": 1, "criticism": 0, "spam": 0},
    "question": {"question": 1, "spam": 0, "praise": 0},
    "chatter": {"criticism": 0, "praise": 0, "spam": 0},
    "identity": {"criticism": 0, "spam": 0},
    "swearing": {"spam": 0},
    "other": {"spam": 0},
    "spam": {"spam": 1, "criticism": 0, "praise": 0},
    "not_spam": {"spam": 0},
    "counter_speech": {"spam": 0, "praise": 0},
    "quoted": {"spam": 0, "praise": 0},
    "negated": {"spam": 0, "praise": 0},
}


@dataclass(slots=True)
class Row:
    """One training text: `split` is train, calibration or test; `heads` holds only what is known."""

    text: str
    folded: str
    language: str
    source: str
    kind: str
    split: str
    heads: dict[str, int]
    own: bool
    plain: str = ""
    """What the neural network reads: folded, with the accents as they were written."""
    target: str | None = None
    sentiment: str | None = None


def heads_of(record: dict[str, Any], source: str, is_own: bool = False) -> dict[str, int]:
    """Return the known heads of one record; `source` is the file's stem."""
    heads = dict(_KINDS.get(str(record.get("kind", "")), {}))
    for head in HEADS:
        name = "toxic" if head == "toxicity" else head
        if name in record:
            heads[head] = int(record[name])
    # These sets call "not hateful" what may still be an insult, and hatemojibuild's contrast lines may swear.
    if source.startswith("hatemojibuild") and heads.get("hate") == 0:
        heads.pop("toxicity", None)
    if source.startswith("ftr") and heads.get("hate") == 0:
        heads.setdefault("toxicity", 0)
    if heads.get("toxicity") == 0:
        for head in ABUSE:
            heads.setdefault(head, 0)
    if any(heads.get(head) == 1 for head in ABUSE):
        heads["toxicity"] = 1
    if heads.get("toxicity") == 1:
        heads.setdefault("praise", 0)
    if is_own and record.get("kind") == "question":
        heads.setdefault("criticism", 0)
    if "question" not in heads and "kind" in record:
        heads["question"] = int("?" in record["text"])
    return heads


def split_of(key: str, own: bool) -> str:
    """Return the part a text belongs to, from its hash alone: 80 % train, 10 % calibration, 10 % test.

    Of our own text, which is little and which sets the thresholds, 15 % go to each of the held-out parts.
    """
    number = int.from_bytes(hashlib.sha256(key.encode()).digest()[:4], "big") % 100
    edge = 15 if own else 10
    return "calibration" if number < edge else "test" if number < 2 * edge else "train"


def read(folders: Iterable[Path], own: Path, masked: MaskedWords) -> list[Row]:
    """Return the rows of all JSONL files in `folders` and of our own text in `own`, without duplicates."""
    rows: list[Row] = []
    seen: set[str] = set()
    files = [(path, True) for path in sorted(own.glob("**/*.jsonl"))]
    files += [(path, False) for folder in folders for path in sorted(folder.glob("**/*.jsonl"))]
    for path, is_own in files:
        with path.open(encoding="utf-8") as stream:
            for number, line in enumerate(stream, 1):
                record = json.loads(line)
                if not isinstance(record.get("text"), str) or record.get("language") not in {"fr", "en"}:
                    raise ValueError(f"{path}:{number}: text and language (fr or en) are required")
                entry = fold(record["text"], mask_links=True, masked=masked)
                folded = entry.text.strip()[:LONGEST]
                if not folded or folded in seen:
                    continue
                seen.add(folded)
                heads = heads_of(record, path.stem, is_own)
                if not heads:
                    continue
                # Lines of one pair differ in a word or two: they stay together, or the test part is no test.
                key = str(record.get("pair", folded))
                part = record.get("split") or split_of(key, is_own)
                rows.append(
                    Row(
                        record["text"],
                        folded,
                        record["language"],
                        path.stem,
                        str(record.get("kind", "")),
                        part,
                        heads,
                        is_own,
                        accented(entry, record["text"]).strip()[:LONGEST],
                        record.get("target"),
                        record.get("sentiment"),
                    )
                )
    return rows


def sample(rows: Iterable[Row], most: int) -> list[Row]:
    """Return all of our own rows and at most `most` of each other set, drawn with a fixed seed."""
    by_set: dict[str, list[Row]] = {}
    for row in rows:
        by_set.setdefault("own" if row.own else row.source, []).append(row)
    chance = random.Random(5)
    chosen: list[Row] = []
    for name, members in sorted(by_set.items()):
        chosen += members if name == "own" or len(members) <= most else chance.sample(members, most)
    return chosen
