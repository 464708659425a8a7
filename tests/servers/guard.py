"""A process beside the test run: it ends the servers and removes the folders that a run which died has left."""

from __future__ import annotations

import atexit
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

#: How long processes that were killed may still write into their folder, in seconds.
_DYING = 10.0

_guard: subprocess.Popen[bytes] | None = None


def launch(command: Iterable[str | os.PathLike[str]], **how: Any) -> subprocess.Popen[bytes]:
    """``subprocess.Popen`` of a server, as the leader of a group that does not outlive this run, however it ends.

    ``processes.stop`` ends it before that.
    """
    process = subprocess.Popen(list(command), start_new_session=True, **how)
    _tell(f"+{process.pid}")
    return process


def release(process: subprocess.Popen[bytes]) -> None:
    """``process`` has been waited for: its number may soon be another's."""
    if _guard is not None:
        _tell(f"-{process.pid}")


def throw_away(folder: Path) -> None:
    """``folder`` goes with this run at the latest. It should have no namesake later, as those of ``mkdtemp``."""
    _tell(str(folder.resolve()))


def _tell(line: str) -> None:
    """Start the guard with the first server. It learns that we are gone, even by kill -9, as its input ends then."""
    global _guard
    if _guard is None:
        # A session of its own: what ends this run by its process group or its terminal must not end the guard.
        _guard = subprocess.Popen(
            [sys.executable, "-IBS", __file__], cwd="/", start_new_session=True,
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        atexit.register(_finish, _guard)
    assert _guard.stdin is not None
    _guard.stdin.write(line.encode() + b"\n")
    _guard.stdin.flush()


def _finish(guard: subprocess.Popen[bytes]) -> None:
    guard.communicate()


def main() -> None:
    """Read what is started and stopped, until the run is gone; then end and remove what is left of it."""
    groups: set[int] = set()
    folders: list[str] = []
    for line in sys.stdin.buffer:
        text = os.fsdecode(line.rstrip(b"\n"))
        if text.startswith("+"):
            groups.add(int(text))
        elif text.startswith("-"):
            groups.discard(-int(text))
        else:
            folders.append(text)
    # No time to end in order: their data goes as well. Nobody had waited for them until now, so the numbers are theirs.
    for group in groups:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)
    end = time.monotonic() + _DYING
    while folders and time.monotonic() < end:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)
        folders = [folder for folder in folders if os.path.lexists(folder)]
        time.sleep(0.05 if folders else 0)


if __name__ == "__main__":
    main()
