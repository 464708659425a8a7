"""The window's own figures for ``vigie bench``: start, memory, and the time from a key to the painted card.

``python -m ui.bench ROWS`` fills a workspace, starts the window in processes of their own, then drives one here with
real key events. Prints one JSON line of rows. Nothing of it runs inside the program.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.runtime.samples import comments
from ui.app import Preferences, make_application
from ui.bridge import Bridge
from ui.entry import OpenRequest
from ui.main import Startup

KEYS = 200
ARRIVALS = 10_000


def fill(path: Path, count: int) -> None:
    """A workspace with ``count`` made-up comments; the policy's and classifier's columns are set directly."""
    console = Console.open(path, secrets=memory_only())
    try:
        channel = console.add_channel("file", "bench", console.actor(), state="ok")
        items = comments(count)
        for start in range(0, count, 5000):
            part = items[start : start + 5000]
            console.store.write(
                lambda tx, part=part: tx.comments.upsert(channel.id, "file", part, tx.now),  # type: ignore[misc]
                durable=False,
            ).result()
    finally:
        console.close()


def resident_mb() -> float:
    """This process's resident memory in megabytes (Linux; 0 elsewhere)."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


class Driver(QObject):
    """Waits for paints of the list, presses the next key after each, and ends the loop."""

    def __init__(self, path: Path, folder: Path, *, keys: int, arrivals: int) -> None:
        super().__init__()
        self.app = make_application(["vigie"], "bench")
        self.preferences = Preferences(self.app, folder / "settings.toml", "en")
        self.bridge = Bridge()
        self.startup = Startup(OpenRequest(workspace=path), self.bridge, self.preferences, "bench")
        self.first_paint = 0.0
        self.memory = 0.0
        self.after_keys = 0.0
        self.times: list[float] = []
        self.busy: list[float] = []
        self._keys, self._arrivals = keys, arrivals
        self._pressed = 0.0
        self._target: QWidget | None = None
        QTimer.singleShot(0, self, self.startup.begin)
        QTimer.singleShot(0, self, self._wait)
        QTimer.singleShot(120_000, self.app.quit)

    def run(self) -> None:
        """Run until everything was measured."""
        self.app.exec()
        self.startup.close()

    def _wait(self) -> None:
        window = self.startup.window
        table = None if window is None else window.queue.list.table
        model = None if table is None else table.model()
        if table is None or model is None or model.rowCount() == 0:
            QTimer.singleShot(1, self, self._wait)
            return
        self._target = table.viewport()
        self._target.installEventFilter(self)
        self._target.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A paint of the list: the end of one measurement, the start of the next."""
        if event.type() == QEvent.Type.Paint and watched is self._target:
            QTimer.singleShot(0, self, self._painted)
        return False

    def _painted(self) -> None:
        now = time.perf_counter()
        if not self.first_paint:
            self.first_paint = time.time()
            self.memory = resident_mb()
            if not self._keys:
                self.app.quit()
                return
            QTimer.singleShot(700, self, self._press)
            return
        if not self._pressed:
            return
        (self.times if len(self.times) < self._keys else self.busy).append(now - self._pressed)
        self._pressed = 0.0
        if len(self.times) == self._keys and not self.busy:
            self.after_keys = resident_mb()
        if len(self.times) == self._keys and not self.busy and self._arrivals:
            self._arrive()
        if len(self.times) >= self._keys and (not self._arrivals or len(self.busy) >= self._keys):
            self.memory = max(self.memory, resident_mb())
            self.app.quit()
            return
        QTimer.singleShot(5, self, self._press)

    def _press(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None:
            window = self.startup.window
            assert window is not None
            window.queue.focus_list()
            focus = window.queue.list.table
        self._pressed = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
            QApplication.postEvent(focus, key)

    def _arrive(self) -> None:
        """Comments arrive by the thousand while the keys go on."""
        console = self.startup.console
        assert console is not None
        channel = console.store.read(lambda r: r.channels.all())[0]
        for start in range(0, self._arrivals, 500):
            # A batch at a time: made-up comments held in a list would count as the window's memory.
            part = [replace(one, remote_id=f"n{start}-{one.remote_id}") for one in comments(500, seed=start)]

            def work(tx: Any, part: Any = part) -> None:
                result = tx.comments.upsert(channel.id, "file", part, tx.now)
                tx.changed("comments_new", result.new_ids, channel=channel.id)

            console.store.write(work, durable=False)


def main(arguments: list[str]) -> int:
    """``--fill FILE ROWS``, ``--start FILE FOLDER``: one step in this process. ``ROWS``: everything."""
    if arguments[:1] == ["--fill"]:
        fill(Path(arguments[1]), int(arguments[2]))
        return 0
    if arguments[:1] == ["--start"]:
        driver = Driver(Path(arguments[1]), Path(arguments[2]), keys=0, arrivals=0)
        driver.run()
        print(json.dumps({"at": driver.first_paint, "memory": driver.memory}))  # noqa: T201
        return 0
    count = int(arguments[0])
    with tempfile.TemporaryDirectory(prefix="vigie-bench-") as name:
        folder = Path(name)
        path = folder / "bench.vigie"
        # In a process of its own: what filling leaves in memory is not the window's.
        subprocess.run([sys.executable, "-m", "ui.bench", "--fill", str(path), str(count)], check=True)
        starts, memories = [], []
        for _ in range(5):
            begin = time.time()
            command = [sys.executable, "-m", "ui.bench", "--start", str(path), name]
            done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
            told = json.loads(done.stdout.strip().splitlines()[-1])
            starts.append((told["at"] - begin) * 1e3)
            memories.append(told["memory"])
        begin = time.time()
        bare = "from PySide6.QtWidgets import QApplication, QWidget; a = QApplication([]); w = QWidget(); w.show()"
        subprocess.run([sys.executable, "-c", bare], check=True)
        floor = (time.time() - begin) * 1e3
        driver = Driver(path, folder, keys=KEYS, arrivals=ARRIVALS)
        driver.run()
    start, quiet, busy = statistics.median(starts), _p95(driver.times), _p95(driver.busy)
    rows = [
        _row(f"window with {count:,} comments, start to paint", start, "ms", "bare Qt window", floor, "<= 1,000 ms",
             start <= 1000),
        _row("memory at first paint", max(memories), "MB", "goal", 200, "<= 200 MB", max(memories) <= 200),
        _row("memory after all keys and arrivals", driver.memory, "MB", "goal", 200, "<= 200 MB", driver.memory <= 200),
        _row("key to paint, p95", quiet, "ms", "one frame at 60 Hz", 16.7, "<= 16 ms", quiet <= 16.7),
        _row("key to paint while 10,000 arrive, p95", busy, "ms", "two frames at 60 Hz", 33.3, "<= 33 ms", busy <= 33.3),
    ]  # fmt: skip
    print(json.dumps(rows))  # noqa: T201
    return 0


def _p95(values: list[float]) -> float:
    ordered = sorted(values)
    return ordered[int(len(ordered) * 0.95)] * 1e3 if ordered else float("inf")


def _row(
    figure: str, value: float, unit: str, peer: str, peer_value: float, goal: str, ok: bool
) -> dict[str, Any]:
    return {
        "figure": figure, "value": value, "unit": unit, "peer": peer, "peer_value": peer_value, "goal": goal, "ok": ok,
        "rate": False,
    }  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
