"""The console of the traffic as its parent sees it: a process that is told what to do, says what it did, and is killed."""

from __future__ import annotations

import contextlib
import json
import queue
import signal
import subprocess
import sys
import threading
import time
from collections import Counter, deque
from pathlib import Path
from typing import Any

from tests.servers.guard import launch
from tests.servers.processes import ROOT, stop


class Child:
    """The console in a process of its own; what it says is kept."""

    def __init__(self, setup: Path, steps: deque[str], log: Path) -> None:
        self._steps = steps
        self._said: queue.Queue[dict[str, Any]] = queue.Queue()
        self.did: Counter[str] = Counter()
        with log.open("ab") as errors:
            self.process = launch(
                [sys.executable, "-m", "tests.servers.traffic_desk", str(setup)],
                cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
            )  # fmt: skip
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for raw in self.process.stdout:
            with contextlib.suppress(ValueError):  # its last line may be half a one
                one = json.loads(raw)
                self._steps.append(f"{time.strftime('%H:%M:%S')} console {raw.decode().strip()}")
                self.did[f"{one['did']} {one.get('came', one.get('code', ''))}".strip()] += 1
                self._said.put(one)

    def tell(self, **what: Any) -> None:
        """A command; a console that died meanwhile hears nothing."""
        assert self.process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.write(json.dumps(what).encode() + b"\n")
            self.process.stdin.flush()

    def wait(self, *did: str, seconds: float) -> dict[str, Any]:
        """The next line that says that it did one of these. AssertionError when none comes."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with contextlib.suppress(queue.Empty):
                one = self._said.get(timeout=0.2)
                if one["did"] in did:
                    return one
            if self.process.poll() is not None and self._said.empty() and not self._reader.is_alive():
                break
        raise AssertionError(f"the console did not say {did} ({self.process.poll()})")

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self.process.poll() is None

    def kill(self) -> None:
        """SIGKILL, in the middle of what it does."""
        self.process.kill()

    def end(self) -> int:
        """In order; its exit code."""
        self.tell(do="end")
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self._reader.join(20)
        assert self.process.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # what it was told last, it did not read
            self.process.stdin.close()
        stop(self.process, signal.SIGKILL)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return self.process.returncode
