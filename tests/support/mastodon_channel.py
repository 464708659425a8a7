"""What the tests of the Mastodon connector share: one channel, and a connector for it in a loop of its own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from console.connectors.mastodon import connect
from console.connectors.mastodon.connector import MastodonConnector
from console.connectors.sessions import MemorySessionStore
from console.domain.comment import Channel, ChannelId
from tests.support.desk import FixedClock, using
from tests.support.faultserver import TestClock
from tests.support.mastodon_server import TOKEN, FakeMastodon

T = TypeVar("T")


def channel(fake: FakeMastodon, **options: Any) -> Channel:
    """The brand's account."""
    return Channel(ChannelId(1), "mastodon", "b", server=fake.server.url, options=options)


def run(
    fake: FakeMastodon,
    use: Callable[[MastodonConnector], Awaitable[T]],
    clock: TestClock | None = None,
    secret: str = TOKEN,
    **options: Any,
) -> T:
    """What ``use`` makes of a connector in a loop of its own."""
    there = channel(fake, **options)
    return using(lambda: connect(there, secret, MemorySessionStore(), clock or FixedClock()), use)
