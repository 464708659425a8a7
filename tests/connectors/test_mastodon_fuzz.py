"""Answers of Mastodon that are valid JSON and nonsense: nothing but ConnectorError may come out."""

from __future__ import annotations

import random

import pytest

from console.connectors.mastodon import connect
from console.connectors.sessions import MemorySessionStore
from tests.support.damaged import spoil, survive
from tests.support.desk import FixedClock
from tests.support.mastodon_channel import channel
from tests.support.mastodon_server import ME, TOKEN, fake_mastodon


@pytest.mark.parametrize("seed", range(6))
def test_damaged_answers(seed: int) -> None:
    chance = random.Random(seed)
    clock = FixedClock()
    with fake_mastodon() as fake:
        fake.account("200", "joe@far.example")
        root = fake.post(ME, "root")
        media = [{"type": "image", "description": "a", "meta": {"original": {"width": 3, "height": 2}}}]
        poll = {"options": [{"title": "yes"}, {"title": "no"}]}
        reply = fake.post("200", "@brand one", parent=root, notify="mention", media_attachments=media)
        nested = fake.post("200", "two #kettle", parent=reply, poll=poll)
        quote = {"state": "accepted", "quoted_status": dict(fake.statuses[root])}
        mention = fake.post("200", "@brand hi", notify="quote", quote=quote)
        spoil(chance, fake.server)
        watches = [{"kind": "hashtag", "text": "kettle"}, {"kind": "keyword", "text": "two"}]
        there = channel(fake, watches=watches)
        survive(
            chance,
            lambda: connect(there, TOKEN, MemorySessionStore(), clock),
            clock,
            known=[reply, nested, mention],
            target=reply,
            author="x",
            facts={"account_id": "200", "visibility": "public", "address": ["joe@far.example"]},
            rounds=15,
        )
