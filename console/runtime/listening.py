"""Streams: one per channel whose platform tells when there is something new. All it does is to ask for a pull.

A stream that ends or cannot be had costs nothing: the channel is pulled by the clock all the same, and the stream is
tried again after a growing pause.
"""

from __future__ import annotations

import asyncio
import logging
import random
from contextlib import aclosing
from typing import TYPE_CHECKING, Final

from console.connectors import registry
from console.connectors.backoff import Backoff
from console.domain.errors import VigieError
from console.domain.ports import Listener

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.domain.ports import Connectors
    from console.store import Store

log = logging.getLogger(__name__)

#: News within so many seconds of a pull asked for wait that long: a storm must not eat the budget of requests.
PAUSE: Final = 10.0


class Listening:
    """Lives on the engine's loop. ``pull_soon`` takes the number of a channel."""

    def __init__(
        self,
        store: Store,
        connectors: Connectors,
        pull_soon: Callable[[int], None],
        *,
        pause: float = PAUSE,
        backoff: Backoff | None = None,
    ) -> None:
        self._store = store
        self._connectors = connectors
        self._pull_soon = pull_soon
        self._pause = pause
        self._backoff = backoff or Backoff(base=5.0)
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._asked: dict[int, float] = {}
        self._waiting: set[int] = set()

    def follow(self, leading: bool) -> None:
        """Have a stream for each channel that has one and is not paused, and no others; call it again and again."""
        wanted = set()
        if leading:
            for channel in self._store.read(lambda r: r.channels.all()):
                if not channel.paused and registry.spec(channel.kind).streams:
                    wanted.add(int(channel.id))
        for number in [one for one in self._tasks if one not in wanted or self._tasks[one].done()]:
            self._tasks.pop(number).cancel()
        for number in wanted - self._tasks.keys():
            self._tasks[number] = asyncio.create_task(self._keep(number), name=f"listen {number}")

    @property
    def tasks(self) -> list[asyncio.Task[None]]:
        """One for each stream that is listened to."""
        return list(self._tasks.values())

    async def _keep(self, number: int) -> None:
        """Listen to one channel, and after each end again."""
        tries = 0
        while True:
            heard = self._asked.get(number)
            try:
                await self._listen(number)
            except VigieError as error:
                log.info("stream of channel %s ended: %s", number, error.code)
            except Exception:
                log.exception("stream of channel %s failed", number)
            tries = 1 if self._asked.get(number) != heard else tries + 1
            await asyncio.sleep(self._backoff.delay(tries, random.random))

    async def _listen(self, number: int) -> None:
        channel = self._store.read(lambda r: r.channels.get(number))
        if channel is None or channel.state in ("auth", "limited"):
            return  # a person must sign in first, or the platform wants to be left alone
        connector = await self._connectors.get(channel)
        if not isinstance(connector, Listener):
            return
        async with aclosing(connector.listen()) as news:
            async for _ in news:
                self._ring(number)

    def _ring(self, number: int) -> None:
        """Ask for a pull, at most once in ``pause`` seconds; the last news are never forgotten."""
        if number in self._waiting:
            return
        loop = asyncio.get_running_loop()
        wait = max(0.0, self._asked.get(number, -self._pause) + self._pause - loop.time())
        self._waiting.add(number)
        loop.call_later(wait, self._ask, number)

    def _ask(self, number: int) -> None:
        self._waiting.discard(number)
        self._asked[number] = asyncio.get_running_loop().time()
        self._pull_soon(number)
