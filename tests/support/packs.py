"""Tiny engine packs for tests: the committed bag of words, as a folder, a manifest or a pack file."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from console.classify import packarchive
from console.classify.packs import Manifest, stamp
from tests.support.make_tinypack import FOLDER, LABELS

NAME = "detoxify:original"
FILES = ("model.onnx", "tokenizer.json", "config.json")


def manifest(folder: Path = FOLDER, **changes: Any) -> Manifest:
    """The manifest of the files in ``folder``."""
    made = Manifest(
        name=NAME,
        version="tiny+int8",
        runtime="onnx",
        precision="int8",
        labels=LABELS,
        languages=("en",),
        max_tokens=32,
        pad_id=0,
        architecture="BertForSequenceClassification",
        licence="MIT",
        files={name: stamp(folder / name) for name in FILES},
        agreement={"texts": 120, "max_difference": 0.0, "flipped": 0.0, "ok": True},
    )
    return replace(made, **changes)


def archive(path: Path, **changes: Any) -> Path:
    """A pack file with the tiny engine."""
    packarchive.write(path, manifest(**changes).to_json(), {name: FOLDER / name for name in FILES})
    return path


def tokenizer(folder: Path) -> Path:
    """A folder with the architecture's config and the tokeniser, as stands beside a checkpoint."""
    folder.mkdir(parents=True)
    for name in ("tokenizer.json", "config.json"):
        shutil.copy(FOLDER / name, folder / name)
    return folder


def fake_converter(path: Path, body: str = "") -> list[str]:
    """A conversion child without torch that hands over the tiny engine; ``body`` runs first, with ``say`` in reach."""
    path.write_text(
        f"""
import json, shutil, sys, time
from pathlib import Path
def say(**message):
    print(json.dumps(message), flush=True)
if sys.argv[1] == "--probe":
    say(result={{}})
    raise SystemExit
request = json.loads(Path(sys.argv[1]).read_text())
say(step="load", done=0, total=0)
{body}
for name in {FILES!r}:
    shutil.copy(Path({str(FOLDER)!r}) / name, Path(request["out"]) / name)
(Path(request["out"]) / "left-over.onnx").write_bytes(b"x")
print("chatter of some library")
say(step="agree", done=120, total=120)
say(result={{"labels": {list(LABELS)!r}, "max_tokens": 32, "pad_id": 0, "runtime": "onnx", "precision": "int8",
    "architecture": "BertForSequenceClassification", "speed": 50.0, "note": "", "tried": [],
    "agreement": {{"texts": 120, "max_difference": 0.01, "flipped": 0.0, "ok": True}}}})
""",
        "utf-8",
    )
    return [sys.executable, str(path)]
