"""A run that fell: what faulthandler wrote when the interpreter itself went down, found and kept at the next start.

Each process writes into a file of its own, which begins with a line of our own; a file with more than that line was left
by a run that fell. An orderly end removes it. Exceptions that nobody caught stand in the log.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import sys
import time
from typing import TYPE_CHECKING, Final, TextIO

from console import processes

if TYPE_CHECKING:
    from pathlib import Path

RUNNING: Final = "running-{pid}.txt"
FELL: Final = "crash-{at}-{pid}.txt"
#: Records of falls that are kept, newest first.
KEPT: Final = 5


class CrashWatch:
    """From ``__enter__`` to ``__exit__`` a crash of this process is written down. ``fell`` says whether another run fell."""

    def __init__(self, folder: Path, version: str) -> None:
        self._folder, self._version = folder, version
        self._path = folder / RUNNING.format(pid=os.getpid())
        self._file: TextIO | None = None
        self.fell = False

    def __enter__(self) -> CrashWatch:
        began = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        try:
            self.fell = collect(self._folder)
            self._file = self._path.open("w", encoding="utf-8")
            self._file.write(f"Vigie {self._version}, {sys.platform}, started {began}\n")
            self._file.flush()
            faulthandler.enable(self._file)
        except OSError:
            # A full disk, a home that became read-only: a fall of this run leaves no trace, and it runs all the same.
            self._give_up()
        return self

    def __exit__(self, *_: object) -> None:
        faulthandler.disable()
        self._give_up()

    def _give_up(self) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


def collect(folder: Path) -> bool:
    """Keep what runs that fell have left, clear away what was left by those that were killed; whether one fell."""
    fell = False
    for path in sorted(folder.glob("running-*.txt")):
        number = path.stem.removeprefix("running-")
        if not number.isdigit():
            continue
        with contextlib.suppress(OSError):  # on Windows the file of a living process is not to be moved
            found = path.stat()
            if _more_than_a_line(path):
                at = time.strftime("%Y%m%d-%H%M%S", time.gmtime(found.st_mtime))
                path.replace(folder / FELL.format(at=at, pid=number))
                fell = True
            elif not _lives(int(number)):
                path.unlink()
    for old in records(folder)[KEPT:]:
        with contextlib.suppress(OSError):
            old.unlink()
    return fell


def records(folder: Path) -> list[Path]:
    """The records of falls, newest first."""
    return sorted(folder.glob("crash-*.txt"), reverse=True)


def _more_than_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        file.readline()
        return bool(file.read(1))


def _lives(pid: int) -> bool:
    if pid == os.getpid():
        return False  # the number came round: this process has no file yet
    return processes.lives(pid)
