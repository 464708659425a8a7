"""Cyclic garbage is collected in the GUI thread alone, and memory that is free goes back to the system.

Python collects in whatever thread happens to allocate. A widget without a parent would then be destroyed in a reader's
thread; and while the GUI thread deletes a row of widgets, a collection elsewhere can free what Python holds of the same
rows: PySide looks it up before it takes the interpreter's lock, and the program falls.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from ui import parking
from ui.retiring import bury

LOOK_MS: Final = 200
FULL_EVERY: Final = 60.0
"""Seconds between two looks at everything: the oldest objects hardly ever are garbage, and there are many."""
GIVE_BACK_EVERY: Final = 3.0
"""Seconds between two times that free memory is returned to the system, while there is work: it takes one to three milliseconds."""
ARRANGE_AFTER: Final = 1.0
"""Seconds until the C library is told about large objects: loading ctypes would cost the first paint two milliseconds."""
LARGE: Final = 1024 * 1024
"""Bytes from which on memory is asked of the system for one object alone."""
M_MMAP_THRESHOLD: Final = -3  # malloc.h


class Garbage(QObject):
    """Python's own collector stands still from now on; its thresholds are looked at in this thread, between events."""

    def __init__(self, parent: QObject, clock: Callable[[], float] = time.monotonic) -> None:
        """``parent`` is the application. ``clock`` gives seconds that never go back."""
        super().__init__(parent)
        self._clock = clock
        self._begun = self._full = self._given = clock()
        self._arranged = False
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect as far as the thresholds ask for, and let go what workers have done with."""
        parking.let_go()
        bury()
        if not self._arranged and self._clock() - self._begun >= ARRANGE_AFTER:
            self._arranged = True
            _large_apart()
        young, middle, old = gc.get_count()
        limits = gc.get_threshold()
        if young <= limits[0]:
            return
        if middle > limits[1] and old > limits[2] and self._clock() - self._full >= FULL_EVERY:
            self._full = self._clock()
            gc.collect(2)
        else:
            gc.collect(1 if middle > limits[1] else 0)
        if self._clock() - self._given >= GIVE_BACK_EVERY:
            self._given = self._clock()
            _give_back()


def _large_apart() -> None:
    """Let what is larger than a megabyte lie in mappings of its own, which go back to the system the moment they are freed.

    glibc raises that limit to the size of whatever it freed last (mallopt(3), M_MMAP_THRESHOLD): after the first list of
    a million ids the next ones lay between small objects, and 20 MB stayed in holes. A set limit stays.
    """
    setting = getattr(_c_library(), "mallopt", None)
    if setting is not None:
        setting(M_MMAP_THRESHOLD, LARGE)


def _give_back() -> None:
    """Return to the system what is free between what is used (glibc alone)."""
    trim = getattr(_c_library(), "malloc_trim", None)
    if trim is not None:
        trim(0)


def _c_library() -> object | None:
    if sys.platform != "linux":
        return None
    import ctypes

    return ctypes.CDLL(None)
