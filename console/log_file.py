"""The log's rotating file, which other processes write to as well: loaded with the first record, not at the start."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from logging import LogRecord
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Seconds until a file that could not be moved is tried again.
PATIENCE: Final = 60.0


class SharedFile(RotatingFileHandler):
    """Files of at most ``maxBytes``; what is older moves along to ``NAME.1`` and on, and at last goes.

    A window and a second one write into the same file. Where the other one moved it, this one follows. Where it cannot
    be moved (Windows moves no file that somebody has open) it is copied and emptied in its place. A line that cannot
    be written is lost, and nobody is told: there is nowhere to tell it.
    """

    _not_before = 0.0

    def shouldRollover(self, record: LogRecord) -> int:
        """Whether this record would make the file too large."""
        if self.stream is not None and not self._is_in_place():
            self._shut()
        return int(super().shouldRollover(record))

    def _is_in_place(self) -> bool:
        try:
            ours, there = os.fstat(self.stream.fileno()), os.stat(self.baseFilename)  # type: ignore[union-attr]
        except OSError:
            return False
        return (ours.st_ino, ours.st_dev) == (there.st_ino, there.st_dev)

    def _shut(self) -> None:
        stream, self.stream = self.stream, None
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):  # what could not be written on a full disk
                stream.close()

    def doRollover(self) -> None:
        """Move the older files along, then this one; what cannot be moved stays, and is tried again in a minute."""
        self._shut()
        base = Path(self.baseFilename)
        if time.monotonic() < self._not_before:
            return
        try:
            with _one_at_a_time(base.parent):
                if base.stat().st_size < self.maxBytes // 2:
                    return  # another process was faster
                for place in range(self.backupCount, 1, -1):
                    with contextlib.suppress(FileNotFoundError):
                        os.replace(f"{base}.{place - 1}", f"{base}.{place}")
                self._move(base, Path(f"{base}.1"))
        except FileNotFoundError:
            return  # another process has just moved it, and nobody has begun a new one yet
        except OSError:
            # Each further line would push one more of the older files out.
            self._not_before = time.monotonic() + PATIENCE

    @staticmethod
    def _move(base: Path, target: Path) -> None:
        try:
            os.replace(base, target)
        except PermissionError:
            shutil.copyfile(base, target)
            os.truncate(base, 0)

    def handleError(self, record: LogRecord) -> None:
        """Nothing: a traceback over somebody's work, with what was to be logged in it, helps nobody."""
        self._shut()


@contextlib.contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """One process moves files at a time, where the system has such a lock on a folder (not Windows, nor every share).

    Two that both found the file full would move it on twice, and the second time what was just begun: a full file goes
    for nearly nothing.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)  # which lets go of the lock
