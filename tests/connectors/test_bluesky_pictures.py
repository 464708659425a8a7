"""Pictures of Bluesky posts: the address is asked for anew, thumbnails only, and what was taken down is gone."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from console.connectors.bluesky import SPEC, connect
from console.connectors.bluesky.posts import thumbnails
from console.connectors.sessions import MemorySessionStore
from console.domain.comment import Channel, ChannelId
from console.domain.errors import Gone, Invalid
from console.domain.ports import Picture, PictureSource
from console.practice.scenes import drawn
from tests.support.bluesky_server import FAN, PASSWORD, FakeBluesky, fake_bluesky
from tests.support.faultserver import Answer, Seen, TestClock, serving

PNG = drawn("plug")


@pytest.fixture
def fake() -> Iterator[FakeBluesky]:
    with fake_bluesky() as running:
        yield running


def fetch(fake: FakeBluesky, uri: str, number: int) -> Picture:
    channel = Channel(ChannelId(1), "bluesky", "b", server=fake.server.url, handle="brand.test")

    async def go() -> Picture:
        connector = connect(channel, PASSWORD, MemorySessionStore(), TestClock())
        assert isinstance(connector, PictureSource)
        try:
            return await connector.picture(uri, number)
        finally:
            await connector.close()

    return asyncio.run(go())


def image_server(seen: Seen) -> Answer:
    return Answer(body=PNG + seen.path.encode(), headers={"content-type": "image/jpeg"})


def test_the_thumbnail_at_its_place_is_fetched_without_the_sign_in(fake: FakeBluesky) -> None:
    assert SPEC.pictures == {"image", "video"}
    uri = fake.post(FAN, "look")
    with serving(image_server) as images:
        fake.embeds[uri] = {
            "$type": "app.bsky.embed.images#view",
            "images": [
                {"thumb": f"{images.url}/thumb/{n}", "fullsize": f"{images.url}/full/{n}"} for n in (1, 2)
            ],
        }
        assert fetch(fake, uri, 1) == Picture(PNG + b"/thumb/2", "image/jpeg")
        assert [one.path for one in images.seen] == ["/thumb/2"]
        assert "authorization" not in images.seen[0].headers


def test_a_video_is_its_first_picture_also_beside_a_quoted_post() -> None:
    video = {
        "$type": "app.bsky.embed.video#view",
        "playlist": "https://v.example/p",
        "thumbnail": "https://v.example/t",
    }
    assert thumbnails({"embed": video}) == ("https://v.example/t",)
    both: dict[str, Any] = {"$type": "app.bsky.embed.recordWithMedia#view", "record": {}, "media": video}
    assert thumbnails({"embed": both}) == ("https://v.example/t",)
    images = {"images": [{"thumb": 7}, "nonsense", {"thumb": "https://v.example/2"}]}
    assert thumbnails({"embed": images}) == ("", "", "https://v.example/2")
    for nothing in ({}, {"embed": None}, {"embed": {"images": {}}}, {"embed": {"external": {"thumb": "x"}}}):
        assert thumbnails(nothing) == ()


def test_taken_down_deleted_or_elsewhere(fake: FakeBluesky) -> None:
    uri = fake.post(FAN, "look")
    with pytest.raises(Gone):
        fetch(fake, uri, 0)  # the post stands, its picture is shown no more
    with pytest.raises(Gone):
        fetch(fake, uri.replace("3k", "3z"), 0)
    fake.embeds[uri] = {"images": [{"thumb": "http://pictures.example/x"}]}
    with pytest.raises(Invalid) as caught:
        fetch(fake, uri, 0)
    assert caught.value.code == "picture_elsewhere"
