"""Streams: news ask for a pull, at most so often; an end is followed by another try; a pause ends the stream."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from console.connectors.backoff import Backoff
from console.connectors.mastodon import connect
from console.connectors.mastodon.connector import MastodonConnector
from console.connectors.mastodon.instance import stream_base
from console.connectors.sessions import MemorySessionStore
from console.domain.comment import Channel
from console.domain.errors import AuthExpired, Transient
from console.runtime.listening import Listening
from console.store import Store
from tests.support.desk import FixedClock
from tests.support.faultserver import Answer
from tests.support.mastodon_channel import run
from tests.support.mastodon_server import TOKEN, FakeMastodon, fake_mastodon, refuse
from tests.support.workspaces import add_channel, open_store

STREAM = "/api/v1/streaming/user/notification"
NEWS = b":)\n\nevent: notification\ndata: {}\n\n:thump\n\nevent: status.update\r\ndata: {}\r\n\r\n"


@pytest.fixture
def fake() -> Iterator[FakeMastodon]:
    with fake_mastodon() as running:
        yield running


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = open_store(tmp_path / "w.vigie")
    yield made
    made.close()


class Live:
    """Hands out one connector, as the engine's connections do."""

    def __init__(self, connector: MastodonConnector) -> None:
        self.connector = connector

    async def get(self, channel: Channel) -> MastodonConnector:
        """The connector of any channel."""
        assert channel.kind == "mastodon"
        return self.connector

    async def forget(self, channel_id: int) -> None:
        """Nothing is kept."""


async def until(condition: Callable[[], bool]) -> None:
    """Wait for ``condition``, at most ten seconds."""
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.01)


def test_a_notification_is_news_and_nothing_else_is(fake: FakeMastodon) -> None:
    fake.server.inject(STREAM, Answer(body=NEWS))

    async def use(connector: MastodonConnector) -> int:
        return len([one async for one in connector.listen()])

    assert run(fake, use) == 1
    assert fake.server.requests(STREAM)[0].headers["authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer(body=NEWS, cut=9), Transient),
        (Answer(reset=True), Transient),
        (Answer(status=503), Transient),
        (refuse(401, "The access token is invalid"), AuthExpired),
    ],
)
def test_a_broken_stream_is_an_error_of_a_read(
    fake: FakeMastodon, answer: Answer, error: type[Exception]
) -> None:
    fake.server.inject(STREAM, answer)

    async def use(connector: MastodonConnector) -> None:
        with pytest.raises(error):
            async for _ in connector.listen():
                pass

    run(fake, use)


def listening(
    fake: FakeMastodon,
    store: Store,
    pause: float,
    use: Callable[[Listening, list[int], int], Awaitable[None]],
) -> None:
    """A listening over the store's one Mastodon channel, in a loop of its own."""
    number = int(add_channel(store, "mastodon", "m"))

    async def go() -> None:
        channel = Channel(number, "mastodon", "m", server=fake.server.url)  # type: ignore[arg-type]
        connector = connect(channel, TOKEN, MemorySessionStore(), FixedClock())
        asked: list[int] = []
        made = Listening(
            store, Live(connector), asked.append, pause=pause, backoff=Backoff(base=0.02, cap=0.05)
        )
        try:
            await use(made, asked, number)
        finally:
            made.follow(False)
            await connector.close()
            others = [one for one in asyncio.all_tasks() if one is not asyncio.current_task()]
            await asyncio.gather(*others, return_exceptions=True)

    asyncio.run(go())


def test_news_ask_for_a_pull_and_an_end_is_tried_again(fake: FakeMastodon, store: Store) -> None:
    fake.server.inject(STREAM, Answer(body=NEWS), Answer(reset=True), Answer(status=404), Answer(body=NEWS))

    async def use(made: Listening, asked: list[int], number: int) -> None:
        for _ in range(3):
            made.follow(True)  # as often as one likes: one stream a channel
        await until(lambda: len(asked) == 2)
        assert set(asked) == {number}
        assert len(fake.server.requests(STREAM)) >= 4

    listening(fake, store, 0.0, use)


def test_a_storm_of_news_is_one_pull_a_pause(fake: FakeMastodon, store: Store) -> None:
    fake.server.inject(STREAM, Answer(body=NEWS * 500))

    async def use(made: Listening, asked: list[int], number: int) -> None:
        made.follow(True)
        await until(lambda: len(fake.server.requests(STREAM)) >= 3)
        assert asked == [number]  # the second is due in a minute

    listening(fake, store, 60.0, use)


@pytest.mark.parametrize("change", [{"paused": 1}, {"state": "auth"}])
def test_a_paused_channel_is_not_listened_to(
    fake: FakeMastodon, store: Store, change: dict[str, Any]
) -> None:
    async def use(made: Listening, asked: list[int], number: int) -> None:
        made.follow(True)
        await until(lambda: len(fake.server.requests(STREAM)) >= 2)
        store.write(lambda tx: tx.channels.set(number, **change)).result()
        made.follow(True)
        await asyncio.sleep(0.1)
        before = len(fake.server.requests(STREAM))
        await asyncio.sleep(0.2)
        assert len(fake.server.requests(STREAM)) == before
        assert asked == []

    listening(fake, store, 0.0, use)


@pytest.mark.parametrize(
    ("said", "server", "base"),
    [
        ("wss://streaming.example.org", "https://example.org", "https://streaming.example.org"),
        ("wss://example.org/stream/", "https://example.org", "https://example.org/stream"),
        ("ws://example.org", "https://example.org", "https://example.org"),
        ("", "https://example.org", "https://example.org"),
        ("wss://[broken", "https://example.org", "https://example.org"),
        ("wss://user:word@example.org", "https://example.org", "https://example.org"),
        ("wss://streaming.example.org", "http://127.0.0.1:3000", "http://127.0.0.1:3000"),
    ],
)
def test_the_token_goes_to_no_open_stream(said: str, server: str, base: str) -> None:
    assert stream_base(said, server) == base
