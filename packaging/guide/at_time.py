"""Runs the program with its clock set: ``python at_time.py 2026-11-16T09:40:00+01:00 open --demo ...``.

The clock starts at that moment and goes on at its own pace. Pictures taken another day show the same dates.
"""

from __future__ import annotations

import sys
import time
from datetime import datetime


def main() -> int:
    """Set the clock of this process, then be ``vigie`` with the other words."""
    moment = datetime.fromisoformat(sys.argv[1])
    if moment.tzinfo is None:
        raise SystemExit("at_time: the moment needs its offset from UTC")
    real_ns = time.time_ns
    ahead = int(moment.timestamp()) * 1_000_000_000 - real_ns()
    time.time_ns = lambda: real_ns() + ahead
    time.time = lambda: time.time_ns() / 1e9

    # Only now: the program takes the clock as a default of its functions while it is loaded.
    from ui.entry import main as vigie

    return vigie(sys.argv[2:])


if __name__ == "__main__":
    raise SystemExit(main())
