"""Build the embedded model from folders of JSONL: read, train, calibrate, evaluate, write table, manifest and card.

Usage: python packaging/model/build.py --data FOLDER [--data FOLDER ...] --out resources/models [--check FOLDER]

Needs scikit-learn (dependency group `model`). Two cores, under ten minutes. The same data and seed give the same table.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
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

from console.classify.embedded import EmbeddedEngine
from console.classify.rules import Rules

ENGINE = "embedded"
VERSION = "2026.12.0"
TABLE = "embedded.npz"
REPOSITORY = Path(__file__).resolve().parents[2]


def _write_table(folder: Path, **arrays: Any) -> dict[str, Any]:
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)
    data = buffer.getvalue()
    (folder / TABLE).write_bytes(data)
    return {"file": TABLE, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


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
    step(f"{len(rows):,} lines; train")
    fitted = train.fit(rows, train.matrix([row.folded for row in rows]))
    weights, scales, biases = train.quantise(fitted)
    options.out.mkdir(parents=True, exist_ok=True)
    heads = list(fitted)
    plain = {head: {"slope": 1.0, "offset": 0.0, "threshold": 0.5, "auto_threshold": None} for head in heads}
    manifest: dict[str, Any] = {
        "format": 1,
        "engine": ENGINE,
        "version": VERSION,
        "bits": train.BITS,
        "seed": train.SEED,
        "heads": heads,
        "table": _write_table(options.out, weights=weights, scales=scales, biases=biases),
        "calibration": {"fr": plain, "en": plain},
    }
    _write_manifest(options.out, manifest)

    step("calibrate")
    engine = EmbeddedEngine.load(options.out, options.lexicons)
    part = [row for row in rows if row.split == "calibration"]
    scores = np.concatenate(
        [engine.read([row.text for row in part[at : at + 128]]).scores for at in range(0, len(part), 128)]
    )
    manifest["calibration"] = calibrate.calibrate(part, scores, heads[:-1])
    calibrate.join(part, scores, heads[:-1], manifest["calibration"])
    _write_manifest(options.out, manifest)

    step("evaluate")
    engine = EmbeddedEngine.load(options.out, options.lexicons)
    figures = {
        "held_out": evaluate.held_out(engine, rows),
        "check": evaluate.check(engine, options.check) if options.check else {},
        "language": evaluate.language_figures(engine, rows),
        "speed": evaluate.speed(engine, rows),
    }
    (options.out / "CARD.md").write_text(card.write(manifest, rows, figures), "utf-8")
    step("done")
    for name in ("own", "sets"):
        print(json.dumps(figures["held_out"][name], indent=1))
    print(json.dumps(figures["check"], indent=1))
    print(json.dumps({k: v for k, v in figures["held_out"]["kinds"].items()}, indent=None))
    print(json.dumps(figures["language"]), json.dumps(figures["speed"]))


if __name__ == "__main__":
    main()
