"""Assemble the embedded engine: linear model, exported network, calibration, evaluation, manifest and card.

Usage: python packaging/model/build.py --network FOLDER --data FOLDER ... --out resources/models [--check FOLDER]

`--network` is the folder that export.py wrote. Needs scikit-learn (dependency group `model`), no torch. Two cores,
about four minutes. The same data, network and seed give the same files.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import shutil
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import calibrate
import card
import evaluate
import pool
import train
from heads import LONGEST_TOKENS, OUTPUTS

from console.classify.embedded import EmbeddedEngine
from console.classify.rules import Rules

ENGINE = "embedded"
VERSION = "2026.12.1"
TABLE = "embedded.npz"
NETWORK = "embedded.onnx"
TOKENIZER = "tokenizer.json"
DESCRIBED = "network.json"
MOST_PER_SET = 600
"""Calibration lines of each public or clean set: the mix is weighted anyhow, and the network reads 200 a second."""
REPOSITORY = Path(__file__).resolve().parents[2]


def _write_table(folder: Path, **arrays: Any) -> dict[str, Any]:
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)
    data = buffer.getvalue()
    (folder / TABLE).write_bytes(data)
    return {"file": TABLE, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


def _entry(path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    return {"file": path.name, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


def _write_manifest(folder: Path, manifest: dict[str, Any]) -> None:
    (folder / "model.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", "utf-8")


def main() -> None:
    """Run all steps."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, action="append", required=True, help="folder of JSONL; may be given again"
    )
    parser.add_argument(
        "--network", type=Path, required=True, help="folder with embedded.onnx and tokenizer.json"
    )
    parser.add_argument("--keep-linear", action="store_true", help="take the linear model that lies in --out")
    parser.add_argument("--rounds", type=Path, help="JSON lines with the figures of each round of writing")
    parser.add_argument("--own", type=Path, default=Path(__file__).parent / "data", help="our own text")
    parser.add_argument("--out", type=Path, default=REPOSITORY / "resources" / "models")
    parser.add_argument("--lexicons", type=Path, default=REPOSITORY / "resources" / "lexicons")
    parser.add_argument("--check", type=Path, help="folder with check sets; scored, never read before")
    options = parser.parse_args()
    begun = time.monotonic()

    def step(text: str) -> None:
        print(f"[{time.monotonic() - begun:5.0f} s] {text}", flush=True)

    step("read")
    rows = pool.read(options.data, options.own, Rules(options.lexicons).masked)
    options.out.mkdir(parents=True, exist_ok=True)
    if options.keep_linear:
        linear = json.loads((options.out / "model.json").read_text("utf-8"))["linear"]
    else:
        step(f"{len(rows):,} lines; train")
        fitted = train.fit(rows, train.matrix([row.folded for row in rows]))
        weights, scales, biases = train.quantise(fitted)
        linear = {
            **_write_table(options.out, weights=weights, scales=scales, biases=biases),
            "bits": train.BITS,
            "heads": list(fitted),
        }
    for name in (NETWORK, TOKENIZER):
        if (options.network / name).resolve() != (options.out / name).resolve():
            shutil.copy(options.network / name, options.out / name)
    described = json.loads((options.network / DESCRIBED).read_text("utf-8"))
    heads = list(pool.HEADS)
    plain = {
        head: {
            "neural": 1.0,
            "linear": 0.0,
            "rules": 0.0,
            "offset": 0.0,
            "threshold": 0.5,
            "auto_threshold": None,
        }
        for head in heads
    }
    manifest: dict[str, Any] = {
        "format": 2,
        "engine": ENGINE,
        "version": VERSION,
        "seed": described["seed"],
        "heads": heads,
        "linear": linear,
        "neural": {
            **_entry(options.out / NETWORK),
            "tokenizer": _entry(options.out / TOKENIZER),
            "layers": described["layers"],
            "outputs": list(OUTPUTS),
            "longest_tokens": LONGEST_TOKENS,
        },
        "calibration": {"fr": plain, "en": plain},
    }
    _write_manifest(options.out, manifest)

    step("calibrate")
    engine = EmbeddedEngine.load(options.out, options.lexicons)
    part = pool.sample([row for row in rows if row.split == "calibration"], MOST_PER_SET)
    found: dict[str, list[Any]] = {head: [] for head in heads}
    for at in range(0, len(part), 128):
        reading = engine.read([row.text for row in part[at : at + 128]])
        for head in heads:
            found[head].append(engine.features_of(reading, head))
    features = {head: np.concatenate(parts) for head, parts in found.items()}
    manifest["calibration"] = calibrate.calibrate(part, features)
    calibrate.join(part, features, manifest["calibration"])
    _write_manifest(options.out, manifest)

    step("evaluate")
    engine = EmbeddedEngine.load(options.out, options.lexicons)
    figures = evaluate.everything(engine, rows, options.check)
    rounds = (
        [json.loads(line) for line in options.rounds.read_text("utf-8").splitlines()]
        if options.rounds
        else []
    )
    (options.out / "CARD.md").write_text(card.write(manifest, rows, figures, rounds), "utf-8")
    step("done")
    print(json.dumps({name: figures["held_out"][name] for name in ("brand", "groups")}, indent=1))
    print(json.dumps(figures["check"], indent=1))
    print(json.dumps(figures["language"]), json.dumps(figures["speed"]))


if __name__ == "__main__":
    main()
