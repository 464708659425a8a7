"""What a proof says while it runs: one line for each thing that was looked at, and the end at the first that fails."""

from __future__ import annotations

import time
from collections.abc import Callable


class ProofError(Exception):
    """Something does not hold; the message says what."""


def claim(holds: bool, what: str) -> None:
    """Print what was looked at; ProofError when it does not hold."""
    print(f"  {'ok ' if holds else 'NO '} {what}", flush=True)
    if not holds:
        raise ProofError(what)


def wait(condition: Callable[[], bool], what: str, seconds: float) -> None:
    """Claim ``what`` as soon as ``condition`` holds; ProofError when it does not within ``seconds``."""
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            claim(False, what)
        time.sleep(0.3)
    claim(True, what)
