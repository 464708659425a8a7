"""The pace of long work in slices: how much at once, a breath between two, and when the views are told."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

SLICE: Final = 100
MOST: Final = 1000
LEAST: Final = 10
WANTED: Final = (0.015, 0.05)
"""Seconds of the writer that a slice may take: below, the next one is larger; above, smaller."""
BREATH: Final = 0.01
"""Seconds between two slices: another process asks for the file in steps, not at once."""
TOLD_EVERY: Final = 2.0
"""Seconds between two change records: every view reads its list again with each."""


class Pace:
    """``size`` is how many the next slice may take, between ``LEAST`` and ``MOST``; it follows what slices cost."""

    def __init__(self) -> None:
        self.size = SLICE
        self._told = time.monotonic()

    @contextmanager
    def slice(self) -> Iterator[None]:
        """Around one slice: a person's decision waits no longer than it."""
        begin = time.monotonic()
        yield
        took = time.monotonic() - begin
        if took < WANTED[0]:
            self.size = min(MOST, self.size * 2)
        elif took > WANTED[1]:
            self.size = max(LEAST, self.size // 2)

    def telling(self) -> bool:
        """Whether it is time for a change record again; with True the next time begins."""
        now = time.monotonic()
        if now - self._told <= TOLD_EVERY:
            return False
        self._told = now
        return True

    @staticmethod
    def breathe() -> None:
        """Let others at the file."""
        time.sleep(BREATH)
