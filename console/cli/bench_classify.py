"""``vigie bench classify``: how fast an engine reads on one thread, what its child costs, and what its peers do."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from console import paths
from console.classify.client import Client
from console.classify.packs import EMBEDDED
from console.cli.bench_row import Row
from console.domain.errors import UsageError
from console.domain.verdict import ClassifyItem
from console.runtime.reader import installed_engine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TEXTS: Final = 2_000
PEER_TEXTS: Final = 64
PUBLISHED: Final = 17.0
"""Comments per CPU second of ``Detoxify.predict`` (BERT-base), the upper end of what was measured elsewhere (8 to 17)."""
_THREADS: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def texts(count: int) -> list[str]:
    """Comments as people write them under a brand's posts: the practice network's own, repeated as often as needed."""
    path = paths.resources() / "practice" / "comments.jsonl"
    found = [str(json.loads(line)["text"]) for line in path.read_text("utf-8").splitlines()]
    return [found[number % len(found)] for number in range(count)]


def bench_classify(name: str = EMBEDDED, count: int = TEXTS) -> list[Row]:
    """Throughput per CPU second, through the child, load time and memory of one engine, beside its peers."""
    for one in _THREADS:
        os.environ.setdefault(one, "1")
    # Each text once: an engine may remember what it just read, and a figure of its memory would say nothing.
    items = [ClassifyItem(str(number), f"{text} {number}") for number, text in enumerate(texts(count))]
    alone = _alone(name, items)
    linear = _linear(items)
    wall, child_cpu, peak, loaded = _child(name, items)
    enough = 120.0 if _layers() > 6 else 250.0
    rows = [
        Row("classify, one thread, per CPU second", alone, "texts/s", "hashed linear model alone", linear,
            f">= {enough:.0f}/s", alone >= enough),
        Row("classify through the child, per CPU second of it", child_cpu, "texts/s", "the engine alone", alone,
            ">= 0.85 x alone", child_cpu >= 0.85 * alone),
        Row("classify through the child, by the clock", wall, "texts/s", "the engine alone, per CPU second", alone,
            "said, not judged", True),
        Row("engine load, in the child", loaded, "ms", "goal", 500, "< 500 ms", loaded < 500, False),
        Row("child's peak memory", peak, "MiB", "limit", installed_engine(name).timing.memory_mb,
            "<= limit", peak <= installed_engine(name).timing.memory_mb, False),
    ]  # fmt: skip
    return rows + _against_detoxify(alone)


def _rate(work: Callable[[], object], count: int, runs: int = 2) -> float:
    """Texts per CPU second of this process; the better of several runs, because the first one warms up."""
    best = 0.0
    for _ in range(runs):
        begun = time.process_time()
        work()
        best = max(best, count / max(time.process_time() - begun, 1e-9))
    return best


def _alone(name: str, items: Sequence[ClassifyItem]) -> float:
    from console.classify.worker import load_engine

    engine = load_engine(name)
    engine.classify(items[:32])
    return _rate(lambda: engine.classify(items), len(items), runs=1)


def _linear(items: Sequence[ClassifyItem]) -> float:
    """The hashed linear model with its folding, and nothing else of the engine."""
    from console.classify.folding import fold
    from console.classify.model import load_linear, read_manifest

    folder = paths.resources() / "models"
    model = load_linear(folder, read_manifest(folder).linear)

    def work() -> None:
        for at in range(0, len(items), 128):
            part = items[at : at + 128]
            model.raw_scores(model.features([fold(one.text, mask_links=True).text for one in part]))

    return _rate(work, len(items))


def _layers() -> int:
    from console.classify.model import read_manifest

    found = read_manifest(paths.resources() / "models").neural.get("layers", 6)
    return found if isinstance(found, int) else 6


def _child(name: str, items: Sequence[ClassifyItem]) -> tuple[float, float, float, float]:
    """Texts a second by the clock and per CPU second of the child, its peak (MiB) and its load time (ms)."""
    engine = installed_engine(name)
    with Client(engine.command, timing=engine.timing) as client:
        client(items[:32])
        before = client.usage[1]
        begun = time.perf_counter()
        client(items)
        wall = time.perf_counter() - begun
        peak, cpu, loaded = client.usage
    return len(items) / wall, len(items) / max(cpu - before, 1e-9), peak, float(loaded)


# ---------------------------------------------------------------------- Detoxify


def _against_detoxify(ours: float) -> list[Row]:
    """Detoxify's own ``predict`` on BERT-base with random weights, in this run where torch is installed."""
    needed = ("torch", "transformers", "detoxify", "onnx")
    absent = [one for one in needed if importlib.util.find_spec(one) is None]
    title = "classify, one thread, per CPU second"
    if absent:
        peer = f"Detoxify.predict, published figure ({', '.join(absent)} not installed here)"
        return [Row(title, ours, "texts/s", peer, PUBLISHED, ">= 10 x", ours >= 10 * PUBLISHED)]
    found = measure_detoxify(texts(PEER_TEXTS))
    predict, converted = float(found["predict"]), float(found["int8"])
    return [
        Row(title, ours, "texts/s", "Detoxify.predict, BERT-base, random weights, same run", predict,
            ">= 10 x", ours >= 10 * predict),
        Row("BERT-base, random weights, as int8 ONNX, per CPU second", converted, "texts/s",
            "Detoxify.predict, same weights, same run", predict, ">= 4 x", converted >= 4 * predict),
    ]  # fmt: skip


def measure_detoxify(lines: Sequence[str], *, small: bool = False) -> dict[str, Any]:
    """Comments per CPU second of ``Detoxify.predict`` and of the same network as int8 ONNX, measured in a process of its own.

    ``small`` takes two layers instead of twelve, to see that it works. UsageError ``bench_peer`` with what it printed.
    """
    with tempfile.TemporaryDirectory(prefix="vigie-bench-") as folder:
        request = Path(folder) / "request.json"
        request.write_text(json.dumps({"texts": list(lines), "small": small, "work": folder}), "utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "console.cli.bench_peer", str(request)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=900,
            check=False,
            env={**os.environ, **dict.fromkeys(_THREADS, "1")},
        )
    if done.returncode != 0:
        raise UsageError("bench_peer", detail=done.stderr.strip().splitlines()[-1:] or ["no output"])
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found
