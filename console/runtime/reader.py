"""The classifier as the engine sees it: verdicts for a batch, from the child process, with a clean end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from console.domain.verdict import ClassifyItem, Verdict


class Reader(Protocol):
    """Reads texts somewhere else than on this thread."""

    async def read(self, items: Sequence[ClassifyItem]) -> list[Verdict]:
        """One verdict per item, same order. Raises ClassifierAway while the child does not answer."""
        ...

    async def close(self) -> None:
        """End the child process within a bounded time."""
        ...
