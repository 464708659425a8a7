"""Answers that are valid JSON and nonsense: nothing but ConnectorError may come out of Meta's connectors."""

from __future__ import annotations

import asyncio
import json
import random
from contextlib import AbstractContextManager
from typing import Any

import pytest

from console.connectors import registry
from console.connectors.sessions import MemorySessionStore
from console.domain.comment import Channel, ChannelId
from console.domain.errors import ConnectorError
from console.domain.vocabulary import LOCAL_ACTIONS, ActionKind
from tests.support import facebook_server, instagram_server, threads_server
from tests.support.damaged import damage
from tests.support.faultserver import Answer, Seen
from tests.support.graph_desk import FixedClock, request
from tests.support.graph_server import GraphServer

ROUNDS = 25


def facebook() -> tuple[AbstractContextManager[Any], Any]:
    def fill(fake: Any) -> str:
        post = fake.post()
        one = fake.comment(post, "a", attachment={"type": "photo", "media": {"image": {"width": 3}}})
        fake.comment(post, "b", parent=one)
        fake.mention("tagged", "c")
        return str(one)

    return facebook_server.fake_facebook(), fill


def instagram() -> tuple[AbstractContextManager[Any], Any]:
    def fill(fake: Any) -> str:
        fake.facebook = True
        media = fake.post()
        one = fake.comment(media, "a")
        for n in range(5):
            fake.comment(media, f"r{n}", parent=one)
        fake.tag("c")
        return str(one)

    return instagram_server.fake_instagram(), fill


def threads() -> tuple[AbstractContextManager[Any], Any]:
    def fill(fake: Any) -> str:
        one = fake.reply(fake.post(), "a")
        fake.reply(one, "b")
        fake.other("@bakery")
        return str(one)

    return threads_server.fake_threads(), fill


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(("kind", "made"), [("facebook", facebook), ("instagram", instagram), ("threads", threads)])  # fmt: skip
def test_damaged_answers(kind: str, made: Any, seed: int) -> None:
    chance = random.Random(seed)
    running, fill = made()
    with running as fake:
        assert isinstance(fake, GraphServer)
        one = fill(fake)
        token = sorted(fake.tokens)[0]
        options = (
            {"login": "facebook"} if kind == "instagram" else {"watches": [{"kind": "keyword", "text": "a"}]}
        )
        channel = Channel(ChannelId(1), kind, "b", server=fake.server.url, options=options)
        clock = FixedClock()
        real = fake.handle

        def broken(seen: Seen) -> Answer:
            answer = real(seen)
            if chance.random() < 0.6:
                return answer
            headers = {"x-app-usage": json.dumps(damage(chance, {"call_count": 5, "total_time": 3}))}
            return Answer(answer.status, damage(chance, answer.body), headers)

        fake.server.handle = broken

        async def one_round() -> None:
            connector = registry.connect(channel, token, MemorySessionStore(), clock)
            action = chance.choice(sorted(set(ActionKind) - LOCAL_ACTIONS))
            wanted = request(clock, action, one, text="x", facts={"top": chance.choice([one, True])})
            cursor = None
            jobs: list[Any] = [
                connector.check, lambda: connector.pull(cursor), lambda: connector.pull(cursor),
                lambda: connector.recheck([one]), lambda: connector.perform(wanted),
                lambda: connector.reconcile(wanted),
            ]  # fmt: skip
            for job in jobs:
                try:
                    result = await job()
                except ConnectorError as error:
                    told.append(json.dumps(error.as_dict()))  # it will be stored
                    continue
                cursor = getattr(result, "cursor", cursor)
                json.dumps([dict(w) for w in getattr(result, "warnings", ()) if isinstance(w, dict)])
                for comment in getattr(result, "comments", ()):
                    json.dumps(dict(comment.facts))
                    assert isinstance(comment.posted_at, int)
                    assert comment.author.remote_id
            await connector.close()

        told: list[str] = []
        for _ in range(ROUNDS):
            clock.ahead += 1000
            asyncio.run(one_round())
        assert told
        assert not [one for one in told if token in one or "Invented" in one]
