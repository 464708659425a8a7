"""Answers that are valid JSON and nonsense: nothing but ConnectorError may come out, and no comment is invented."""

from __future__ import annotations

import asyncio
import json
import random
from typing import Any

import pytest

from console.connectors.bluesky import connect
from console.connectors.sessions import MemorySessionStore
from console.domain.comment import Channel, ChannelId
from console.domain.decision import ActionRequest
from console.domain.errors import ConnectorError
from console.domain.vocabulary import LOCAL_ACTIONS, ActionKind
from tests.support.bluesky_server import FAN, ME, PASSWORD, fake_bluesky
from tests.support.faultserver import Answer, Seen, TestClock

ODD: tuple[Any, ...] = (
    None,
    True,
    7,
    -1,
    1e300,
    "",
    "x",
    "at://did:plc:x/y",
    [],
    {},
    [None],
    [[]],
    {"uri": 7},
    "\ud800",
)
ROUNDS = 15


def damage(chance: random.Random, value: Any) -> Any:
    """A copy with one random place replaced or removed."""
    copy = json.loads(json.dumps(value))
    places: list[tuple[Any, Any]] = []
    stack = [copy]
    while stack:
        node = stack.pop()
        keys = node.keys() if isinstance(node, dict) else range(len(node))
        for key in keys:
            places.append((node, key))
            if isinstance(node[key], dict | list) and node[key]:
                stack.append(node[key])
    if not places:
        return chance.choice(ODD)
    node, key = chance.choice(places)
    if isinstance(node, dict) and chance.random() < 0.3:
        del node[key]
    else:
        node[key] = chance.choice(ODD)
    return copy


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
        known = {root, reply, nested, mention}
        channel = Channel(ChannelId(1), "bluesky", "b", server=fake.server.url, handle="brand.test")
        clock = TestClock()
        real = fake.handle

        def broken(seen: Seen) -> Answer:
            answer = real(seen)
            if "createSession" in seen.path and chance.random() < 0.8:
                return answer
            return Answer(answer.status, damage(chance, answer.body)) if chance.random() < 0.5 else answer

        fake.server.handle = broken

        async def one_round() -> None:
            connector = connect(channel, PASSWORD, MemorySessionStore(), clock)
            facts = {"cid": "c", "root": {"uri": root, "cid": "c"}}
            action = chance.choice(sorted(set(ActionKind) - LOCAL_ACTIONS))
            request = ActionRequest(
                f"{chance.random()}", action, clock.now_us(), reply, FAN, text="x", facts=facts
            )
            jobs: list[Any] = [
                connector.check, lambda: connector.pull(None), lambda: connector.recheck(sorted(known)),
                lambda: connector.perform(request), lambda: connector.reconcile(request),
            ]  # fmt: skip
            for job in jobs:
                try:
                    result = await job()
                except ConnectorError as error:
                    json.dumps(error.as_dict())  # it will be stored
                    continue
                for comment in getattr(result, "comments", ()):
                    json.dumps(dict(comment.facts))
                    assert isinstance(comment.posted_at, int)
            await connector.close()

        for _ in range(ROUNDS):
            asyncio.run(one_round())
