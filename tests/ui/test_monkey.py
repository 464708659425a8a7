"""Some seconds of a monkey at the real window; an hour of it is run by hand (tests/support/monkey.py)."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_random_keys_and_clicks_leave_everything_whole(tmp_path: Path) -> None:
    """No crash, no uncaught error, no warning of Qt's, no thread left, no gap in the log; and it did decide."""
    command = [sys.executable, "-m", "tests.support.monkey", "--minutes", "0.3", "--seed", "11"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=180, check=False
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-3000:]
    told = re.search(r"(\d+) acts, .* (\d+) decisions", done.stdout)
    assert told is not None, done.stdout
    assert int(told[1]) > 100
    assert int(told[2]) > 0
