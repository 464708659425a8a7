"""Answers that are valid JSON and nonsense: nothing but ConnectorError may come out, and no comment is invented."""

from __future__ import annotations

import random

import pytest

from console.connectors.bluesky import connect
from console.connectors.sessions import MemorySessionStore
from console.domain.comment import Channel, ChannelId
from tests.support.bluesky_server import FAN, ME, PASSWORD, fake_bluesky
from tests.support.damaged import spoil, survive
from tests.support.faultserver import TestClock


@pytest.mark.parametrize("seed", range(4))
def test_damaged_answers(seed: int) -> None:
    chance = random.Random(seed)
    with fake_bluesky() as fake:
        root = fake.post(ME, "root")
        reply = fake.post(FAN, "one", parent=root, notify="reply", langs=["fr"])
        nested = fake.post(FAN, "two", parent=reply)
        mention = fake.post(
            FAN, "hi", notify="mention", embed={"$type": "app.bsky.embed.images", "images": [{"alt": "a"}]}
        )
        fake.put(root.replace("feed.post", "feed.threadgate"), {"post": root, "hiddenReplies": [reply]})
        hit = fake.post(FAN, "three")
        watches = [{"kind": "keyword", "text": "three"}, {"kind": "account", "text": "fan.test"}]
        channel = Channel(
            ChannelId(1),
            "bluesky",
            "b",
            server=fake.server.url,
            handle="brand.test",
            options={"watches": watches},
        )
        clock = TestClock()
        spoil(chance, fake.server, lambda seen: "createSession" in seen.path and chance.random() < 0.8)
        survive(
            chance,
            lambda: connect(channel, PASSWORD, MemorySessionStore(), clock),
            clock,
            known=sorted({root, reply, nested, mention, hit}),
            target=reply,
            author=FAN,
            facts={"cid": "c", "root": {"uri": root, "cid": "c"}},
            rounds=15,
        )
