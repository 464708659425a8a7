"""A window killed while somebody types: the reply is there again, but for what was typed in the last moment."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from console.runtime.app import Console
from tests.architecture.tree import ROOT

LETTERS = 120
SECONDS_LATE = 3.0
"""Promised is one; a machine under load may take its time to write."""


def test_what_was_typed_before_a_kill_is_kept_but_for_the_last_moment(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    child = subprocess.Popen(
        [sys.executable, str(ROOT / "tests" / "ui" / "typing_child.py"), str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
        cwd=ROOT,
    )
    try:
        assert child.stdout is not None
        comment = int(child.stdout.readline())
        typed = [float(child.stdout.readline()) for _ in range(LETTERS)]
        while typed[-1] - typed[0] < SECONDS_LATE * 2:
            typed.append(float(child.stdout.readline()))
    finally:
        child.kill()
        killed = time.monotonic()
        rest = child.communicate(timeout=30)[0]
    typed += [float(one) for one in rest.splitlines() if one.count(".") == 1]
    (workspace,) = tmp_path.glob("lormel.vigie")
    console = Console.open(workspace)
    try:
        kept = console.store.read(lambda r: r.shared.draft(comment)) or ""
    finally:
        console.close()
    surely = sum(1 for one in typed if one < killed - SECONDS_LATE)
    assert surely > 20
    assert len(kept) >= surely
    assert kept == ("abcdefghij" * len(kept))[: len(kept)]  # no letter lost in between, none twice
