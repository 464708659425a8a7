"""The system's clock: whole UTC seconds, and microseconds that never repeat within a process."""

from __future__ import annotations

import threading
import time


class SystemClock:
    """The Clock port on the real time."""

    def __init__(self) -> None:
        self._last = 0
        self._lock = threading.Lock()

    def now(self) -> int:
        """UTC epoch seconds."""
        return int(time.time())

    def now_us(self) -> int:
        """UTC epoch microseconds, strictly increasing: client-chosen record ids are made from it."""
        with self._lock:
            self._last = max(self._last + 1, time.time_ns() // 1000)
            return self._last
