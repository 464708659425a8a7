"""A lock between processes: one holds it at a time, a process that dies lets go, who cannot have it is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ui.models.file_lock import held

CHILD = """
import sys
from pathlib import Path
from ui.models.file_lock import held
with held(Path(sys.argv[1]), 10) as got:
    print(got, flush=True)
    sys.stdin.readline()
"""


def test_another_process_waits_and_a_dead_one_lets_go(tmp_path: Path) -> None:
    lock = tmp_path / "own.lock"
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == "True\n"
        with held(lock, 0.1) as got:
            assert not got
    finally:
        child.kill()
        child.communicate()
    with held(lock, 10) as got:
        assert got
    with held(lock, 0.1) as got:  # given back by the block before
        assert got


def test_where_no_file_can_be_there_is_no_lock(tmp_path: Path) -> None:
    with held(tmp_path / "missing" / "own.lock", 0.1) as got:
        assert not got
