"""Turn auxiliary public sets (CSV, TSV) into the JSONL form that the build reads.

Usage: python packaging/model/prepare.py --in FOLDER --out FOLDER

Understood file names: goemotions_{train,dev,test}.tsv with goemotions_labels.txt (Apache-2.0), youtube_spam_en.csv
(CC BY 4.0), bias_madlibs_en*.csv (CC BY 4.0). Others are named and left alone.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]

_PRAISE = {"admiration", "gratitude", "love", "joy", "excitement"}
_POSITIVE = _PRAISE | {"approval", "optimism", "amusement", "caring", "pride", "relief"}
_NEGATIVE = {"annoyance", "disapproval", "disappointment", "disgust", "anger"}
_MADLIBS_KEPT = 4000


def _goemotions(path: Path) -> Iterator[Row]:
    names = (path.parent / "goemotions_labels.txt").read_text("utf-8").split()
    with path.open(encoding="utf-8", newline="") as stream:
        for text, numbers, *_ in csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            found = {names[int(number)] for number in numbers.split(",")}
            row: Row = {"text": text, "language": "en"}
            if found & _PRAISE and not found & _NEGATIVE:
                row["praise"] = 1
            elif found & _NEGATIVE or found == {"neutral"}:
                row["praise"] = 0
            if found <= _POSITIVE:
                row["sentiment"] = "positive"
            elif found <= _NEGATIVE | {"sadness", "fear"}:
                row["sentiment"] = "negative"
            elif found == {"neutral"}:
                row["sentiment"] = "neutral"
            if found & {"curiosity", "confusion"} and "?" in text:
                row["question"] = 1
            elif "?" not in text:
                row["question"] = 0
            if len(row) > 2:
                yield row


def _youtube_spam(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as stream:
        for line in csv.DictReader(stream):
            yield {"text": line["text"], "language": "en", "spam": int(line["spam"])}


def _madlibs(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as stream:
        lines = list(csv.DictReader(stream))
    for line in random.Random(7).sample(lines, min(_MADLIBS_KEPT, len(lines))):
        yield {"text": line["Text"], "language": "en", "toxic": int(line["Label"] == "BAD")}


def rows_of(path: Path) -> Iterator[Row] | None:
    """Return the rows of a known auxiliary file, or None if the file is not known."""
    if path.name.startswith("goemotions_") and path.suffix == ".tsv":
        return _goemotions(path)
    if path.name == "youtube_spam_en.csv":
        return _youtube_spam(path)
    if path.name.startswith("bias_madlibs_en"):
        return _madlibs(path)
    return None


def main() -> None:
    """Convert every known file of the input folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--in", dest="source", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for path in sorted(options.source.iterdir()):
        rows = rows_of(path)
        if rows is None:
            print(f"left alone: {path.name}")
            continue
        target = options.out / (path.stem if path.stem.endswith("_en") else path.stem + "_en")
        target = target.with_suffix(".jsonl")
        with target.open("w", encoding="utf-8") as stream:
            count = 0
            for row in rows:
                stream.write(json.dumps(row, ensure_ascii=False) + "\n")
                count += 1
        print(f"{target.name}: {count}")


if __name__ == "__main__":
    main()
