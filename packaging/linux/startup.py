"""Measures the start of a built program, warm and cold, by its own bench: pairs in turn, so that load falls on both alike."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

TIMES = 5
COMMENTS = 500
_CACHES = Path("/proc/sys/vm/drop_caches")


@dataclass(frozen=True, slots=True)
class Starts:
    """Milliseconds of several starts; ``how`` says what the system still had in memory."""

    how: str
    times: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.times)

    @property
    def worst(self) -> float:
        """The longest one."""
        return max(self.times)


def forget(folder: Path) -> str:
    """Put the program's files out of the system's memory, as after a restart; returns how.

    As root all that the system has cached (its own libraries, fonts and folders too); else the files below ``folder``.
    """
    os.sync()
    if os.access(_CACHES, os.W_OK):
        try:
            _CACHES.write_text("3", encoding="ascii")
            return "nothing of the disk in memory"
        except OSError:
            pass  # a container may show the file and refuse it
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return "the program's files not in memory, the system's are"


def starts(program: Path) -> tuple[Starts, Starts]:
    """(cold, warm) times from starting the program to its painted queue of 500 comments."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    with tempfile.TemporaryDirectory(prefix="vigie-start-") as folder:
        environment["VIGIE_HOME"] = folder
        workspace = Path(folder) / "bench.vigie"
        step = [str(program), "--bench-worker"]
        subprocess.run([*step, "--fill", workspace, str(COMMENTS)], env=environment, check=True)

        def once() -> float:
            begin = time.time()
            done = subprocess.run(
                [*step, "--start", workspace, folder],
                env=environment,
                check=True,
                capture_output=True,
                text=True,
            )
            return float((json.loads(done.stdout.strip().splitlines()[-1])["at"] - begin) * 1e3)

        cold, warm, how = [], [], ""
        for _ in range(TIMES):
            how = forget(program.parent)
            cold.append(once())
            warm.append(once())
    return Starts(how, tuple(cold)), Starts("all in memory", tuple(warm))
