"""A lock between processes on a small file, taken by worker threads, and without Qt: see ADR 12.

The operating system lets go of it when a process ends, however it ends.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _give(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _give(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


_STEP: Final = 0.02


@contextlib.contextmanager
def held(path: Path, seconds: float, clock: Callable[[], float] = time.monotonic) -> Iterator[bool]:
    """Hold the lock file ``path`` for the block; False where another process kept it for ``seconds``, or it cannot be.

    Blocks: never on the window's thread. The file stays, empty.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield False
        return
    got = False
    try:
        end = clock() + seconds
        while not got:
            try:
                _take(descriptor)
                got = True
            except OSError:
                if clock() >= end:
                    break
                time.sleep(_STEP)
        yield got
        if got:
            _give(descriptor)
    finally:
        os.close(descriptor)
