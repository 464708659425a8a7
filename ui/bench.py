"""The window's own figures for ``vigie bench ui``: start, memory, wheel, keys, decisions and arrivals, beside a peer.

``python -m ui.bench ROWS`` fills a workspace of ROWS comments and one of 500, starts the window in processes of their
own, drives one with real events (ui/bench_drive.py) and the naive list beside it (ui/bench_naive.py). Prints one JSON
line of rows. Nothing of it runs inside the program.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from console import paths

if TYPE_CHECKING:
    import subprocess


STARTS: Final = 7
SMALL: Final = 500
NAIVE_BYTES: Final = 2600
"""What the naive list takes per row; it is made smaller where the machine has not twice that to spare."""


def fill(path: Path, count: int) -> None:
    """A workspace with ``count`` made-up comments, parts of words indexed; no verdicts and no proposals."""
    from console.runtime.app import Console
    from console.runtime.connections import memory_only
    from console.runtime.samples import comments
    from console.services.indexing import PartIndex

    console = Console.open(path, secrets=memory_only())
    try:
        channel = console.add_channel("file", "bench", console.actor(), state="ok")
        for start in range(0, count, 5000):
            # A part at a time: a million made-up comments at once would take 2 GB.
            part = [
                replace(one, remote_id=f"{start}-{one.remote_id}", posted_at=one.posted_at + 3 * start)
                for one in comments(min(5000, count - start), seed=start)
            ]
            console.store.write(
                lambda tx, part=part: tx.comments.upsert(channel.id, "file", part, tx.now),  # type: ignore[misc]
                durable=False,
            ).result()
        PartIndex(console.store).catch_up(600.0)
    finally:
        console.close()


def drive(path: Path, folder: Path, whole: bool) -> None:
    """One window in this process; prints what was measured."""
    gc.disable()  # as ``ui.entry`` does
    from ui.bench_drive import Driver

    driver = Driver(path, folder, whole=whole)
    driver.run()
    times = driver.times
    told = {
        "at": driver.first_paint,
        "heavy": driver.heavy,
        "memory": driver.memory,
        "memory_after": driver.memory_after,
        "wheel": times.wheel,
        "key": times.key,
        "decide": times.decide,
        "arriving": times.arriving,
        "arriving_key": times.arriving_key,
    }
    print(json.dumps(told))  # noqa: T201


def main(arguments: list[str]) -> int:
    """``--fill FILE ROWS``, ``--start FILE FOLDER``, ``--drive FILE FOLDER``: one step. ``ROWS``: everything.

    ``--naive ROWS`` and ``--bare`` are the peers: a list as most programs build it, and an empty window.
    """
    if arguments[:1] == ["--fill"]:
        fill(Path(arguments[1]), int(arguments[2]))
        return 0
    if arguments[:1] in (["--start"], ["--drive"]):
        drive(Path(arguments[1]), Path(arguments[2]), arguments[0] == "--drive")
        return 0
    if arguments[:1] == ["--naive"]:
        from ui.bench_naive import main as naive_list

        naive_list(int(arguments[1]))
        return 0
    if arguments[:1] == ["--bare"]:
        from PySide6.QtWidgets import QApplication, QWidget

        app = QApplication([])
        window = QWidget()
        window.show()
        del window, app
        return 0
    import tempfile

    count = int(arguments[0])
    with tempfile.TemporaryDirectory(prefix="vigie-bench-") as name:
        large, small = Path(name) / "large.vigie", Path(name) / "small.vigie"
        # In processes of their own: what filling leaves in memory is not the window's.
        for path, rows in ((large, count), (small, SMALL)):
            _run([*paths.bench_command(), "--fill", str(path), str(rows)])
        warm, _, heavy = _starts(small, name)
        start, memory, _ = _starts(large, name)
        floor = statistics.median(_bare() for _ in range(STARTS))
        ours = _child(["--drive", str(large), name])
    naive_rows = _affordable(count)
    naive = _child(["--naive", str(naive_rows)])
    print(json.dumps(_rows(count, warm, start, memory, heavy, floor, ours, naive)))  # noqa: T201
    return 0


def _rows(
    count: int,
    warm: float,
    start: float,
    memory: float,
    heavy: list[str],
    floor: float,
    ours: dict[str, Any],
    naive: dict[str, Any],
) -> list[dict[str, Any]]:
    beside = f"naive item model, {naive['rows']:,} rows"
    wheel, key, decide = _at(ours["wheel"], 99), _at(ours["key"], 95), _at(ours["decide"], 95)
    frames, pressed = _at(ours["arriving"], 99), _at(ours["arriving_key"], 95)
    after = ours["memory_after"]
    return [
        _row(f"warm start, {SMALL} comments, to paint", warm, "ms", "bare Qt window", floor, "<= 300 ms", warm <= 300),
        _row("slow modules loaded before the first paint", len(heavy), "", "goal", 0, "none", not heavy),
        _row(f"start with {count:,} comments, to paint", start, "ms", beside, naive["first_paint"] * 1e3,
             "<= 1,000 ms", start <= 1000),
        _row("memory at first paint", memory, "MB", beside, naive["memory"], "<= 160 MB", memory <= 160),
        _row("wheel frame, p99", wheel, "ms", beside, _at(naive["wheel"], 99), "<= 16 ms", wheel <= 16.7),
        _row("key to paint, p95", key, "ms", beside, _at(naive["key"], 95), "<= 16 ms", key <= 16.7),
        _row("decision to paint, commit included, p95", decide, "ms", f"{beside}, no commit",
             _at(naive["decide"], 95), "<= 16 ms", decide <= 16.7),
        _row("frame while 10,000 arrive, p99", frames, "ms", f"{beside}, 10 at once", _at(naive["arriving"], 99),
             "<= 33 ms", frames <= 33.3),
        _row("key to paint while 10,000 arrive, p95", pressed, "ms", "two frames at 60 Hz", 33.3, "<= 33 ms",
             pressed <= 33.3),
        _row("memory after all of it", after, "MB", "goal", 200, "<= 200 MB", after <= 200),
    ]  # fmt: skip


def _run(command: list[str], **more: Any) -> subprocess.CompletedProcess[str]:
    """A child; the module is imported here because a start that is measured must not pay for it."""
    import subprocess

    # An installed program has its bytecode; without it every start would compile three hundred modules first.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(command, check=True, text=True, encoding="utf-8", env=kept, **more)


def _starts(path: Path, folder: str) -> tuple[float, float, list[str]]:
    """(median milliseconds from spawning the program to the painted list, most megabytes, slow modules)."""
    found, memories, heavy = [], [], []
    for _ in range(STARTS):
        begin = time.time()
        told = _child(["--start", str(path), folder])
        found.append((told["at"] - begin) * 1e3)
        memories.append(told["memory"])
        heavy = told["heavy"]
    return statistics.median(found), max(memories), heavy


def _child(arguments: list[str]) -> dict[str, Any]:
    done = _run([*paths.bench_command(), *arguments], capture_output=True, timeout=900)
    told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return told


def _bare() -> float:
    begin = time.time()
    bare = (
        "from PySide6.QtWidgets import QApplication, QWidget; a = QApplication([]); w = QWidget(); w.show()"
    )
    packaged = getattr(sys, "frozen", False)  # where no Python takes a line of code
    _run([*paths.bench_command(), "--bare"] if packaged else [sys.executable, "-c", bare])
    return (time.time() - begin) * 1e3


def _affordable(count: int) -> int:
    """Rows of the naive list that fit into half of the free memory."""
    if sys.platform != "linux":  # the number of free pages is asked for in another way there
        return min(count, 100_000)
    else:
        free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        return max(min(count, free // 2 // NAIVE_BYTES), 1000)


def _at(values: list[float], share: int) -> float:
    """The ``share``-th percentile in milliseconds."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share / 100), len(ordered) - 1)] * 1e3 if ordered else float("inf")


def _row(
    figure: str, value: float, unit: str, peer: str, peer_value: float, goal: str, ok: bool
) -> dict[str, Any]:
    return {
        "figure": figure, "value": value, "unit": unit, "peer": peer, "peer_value": peer_value, "goal": goal, "ok": ok,
        "rate": False,
    }  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
