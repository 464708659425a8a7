"""Drives a connector of Meta's platforms in tests: a clock, a pull to its end, one action, a queue that counts twice."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from console.connectors import registry
from console.connectors.sessions import MemorySessionStore, SessionStore
from console.domain.comment import Channel, ChannelId, IncomingComment, PullPage
from console.domain.decision import ActionRequest
from console.domain.ports import Connector
from console.domain.vocabulary import ActionKind
from tests.support.faultserver import TestClock
from tests.support.graph_server import EPOCH

T = TypeVar("T")


class FixedClock(TestClock):
    """Stands a little after the stand-in's posts."""

    def now(self) -> int:
        """UTC seconds."""
        return EPOCH + 50_000 + self.ahead

    def now_us(self) -> int:
        """UTC microseconds."""
        self._last = max(self._last + 1, self.now() * 1_000_000)
        return self._last


def run(
    kind: str,
    server: str,
    use: Callable[[Connector], Awaitable[T]],
    *,
    secret: str,
    clock: TestClock,
    sessions: SessionStore | None = None,
    handle: str = "",
    remote_id: str = "",
    options: Mapping[str, Any] | None = None,
) -> T:
    """One connector for the length of ``use``."""
    channel = Channel(
        ChannelId(1), kind, "c", server=server, handle=handle, remote_id=remote_id, options=options or {}
    )

    async def go() -> T:
        connector = registry.connect(channel, secret, sessions or MemorySessionStore(), clock)
        try:
            return await use(connector)
        finally:
            await connector.close()

    return asyncio.run(go())


async def drain(
    connector: Connector, cursor: str | None = None
) -> tuple[list[IncomingComment], str, list[PullPage]]:
    """Pull until there is no more."""
    comments: list[IncomingComment] = []
    pages: list[PullPage] = []
    for _ in range(500):
        page = await connector.pull(cursor)
        assert len(page.comments) <= 200
        cursor = page.cursor
        assert cursor is not None
        pages.append(page)
        comments += page.comments
        if not page.more:
            return comments, cursor, pages
    raise AssertionError("the pull never ends")


def warned(pages: list[PullPage]) -> list[dict[str, Any]]:
    """All warnings of these pages."""
    return [dict(one) for page in pages for one in page.warnings]


def request(
    clock: TestClock, action: ActionKind, target: str, author: str = "9001", **more: Any
) -> ActionRequest:
    """An action as the outbox hands it over."""
    us = clock.now_us()
    return ActionRequest(f"{us:032x}", action, us, target, author, **more)
