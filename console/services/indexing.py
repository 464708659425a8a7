"""Filling the index of parts of words behind the intake: in small transactions, while nothing waits for the writer."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from console.store import Store, Tx

BATCH: Final = 500
"""Comments a transaction: some 40 ms of the writer, so that a decision pressed meanwhile hardly waits."""
INDEX_SECONDS: Final = 5.0
"""How long a command goes on indexing before it ends; the engine of a window, or the next command, does the rest."""


class PartIndex:
    """Brings the index of parts up to the newest comment; until then the words alone find what is new."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def step(self) -> int:
        """Index one batch; how many comments there were. Blocks for one transaction."""
        if not self._store.read(lambda r: r.search.parts_left()):
            return 0

        def work(tx: Tx) -> int:
            return tx.search.index_parts(BATCH)

        # What is lost with the power is done again: the mark stands in the same transaction.
        return self._store.write(work, durable=False).result()

    def catch_up(self, seconds: float) -> bool:
        """Index for at most ``seconds``; whether nothing is left."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self.step():
                return True
        return False
