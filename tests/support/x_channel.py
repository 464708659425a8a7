"""What the tests of the X connector share: one channel, and a connector for it in a loop of its own."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from console.connectors.sessions import MemorySessionStore, SessionStore
from console.connectors.x import connect
from console.connectors.x.connector import XConnector
from console.domain.comment import Channel, ChannelId
from tests.support.desk import FixedClock, using
from tests.support.faultserver import TestClock
from tests.support.x_server import CLIENT, FakeX

T = TypeVar("T")
SECRET = json.dumps({"client_id": CLIENT, "refresh_token": "refresh-0"})


def channel(
    fake: FakeX, cursor: str | None = None, remote_id: str = "", handle: str = "", **options: Any
) -> Channel:
    """The brand's account; ``remote_id`` as its first test leaves it."""
    handle = handle or ("brand" if remote_id else "")
    return Channel(ChannelId(1), "x", "b", fake.server.url, handle, remote_id, cursor=cursor, options=options)


def run(
    fake: FakeX,
    use: Callable[[XConnector], Awaitable[T]],
    clock: TestClock | None = None,
    secret: str = "access-0",
    sessions: SessionStore | None = None,
    cursor: str | None = None,
    remote_id: str = "",
    handle: str = "",
    **options: Any,
) -> T:
    """What ``use`` makes of a connector in a loop of its own."""
    there = channel(fake, cursor, remote_id, handle, **options)
    return using(lambda: connect(there, secret, sessions or MemorySessionStore(), clock or FixedClock()), use)
