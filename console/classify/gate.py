"""Waiting for the classifier's child: one batch at a time, people's comments first, a bounded number of texts."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class Gate:
    """Lets callers through by weight, at most `capacity` at once; who is in no hurry waits behind all others.

    A caller heavier than `capacity` goes through alone. Within one urgency the first to come is the first to pass.
    For one event loop; not thread-safe.
    """

    def __init__(self, capacity: int = 1) -> None:
        if capacity < 1:
            raise ValueError("capacity")
        self._capacity = capacity
        self._inside = 0
        self._urgent: deque[tuple[int, asyncio.Future[None]]] = deque()
        self._patient: deque[tuple[int, asyncio.Future[None]]] = deque()

    @property
    def inside(self) -> int:
        """The weight that is inside now."""
        return self._inside

    @asynccontextmanager
    async def through(self, weight: int = 1, *, patient: bool = False) -> AsyncIterator[None]:
        """Wait for room, and hold it for the length of the block."""
        weight = min(max(weight, 1), self._capacity)
        await self._enter(weight, self._patient if patient else self._urgent)
        try:
            yield
        finally:
            self._inside -= weight
            self._admit()

    async def _enter(self, weight: int, line: deque[tuple[int, asyncio.Future[None]]]) -> None:
        entry = (weight, asyncio.get_running_loop().create_future())
        line.append(entry)
        self._admit()
        try:
            await entry[1]
        except asyncio.CancelledError:
            if entry in line:
                line.remove(entry)
            else:  # let in and cancelled at the same moment: the room goes to the next
                self._inside -= weight
            self._admit()
            raise

    def _admit(self) -> None:
        for line in (self._urgent, self._patient):
            while line and self._inside + line[0][0] <= self._capacity:
                weight, turn = line.popleft()
                if turn.cancelled():
                    continue
                self._inside += weight
                turn.set_result(None)
            if line:
                return
