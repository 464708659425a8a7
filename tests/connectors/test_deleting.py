"""What a delete is about: undoing a reply whose id nobody knows never deletes the comment that it answered."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from console.connectors.deleting import deleted_id
from console.connectors.sessions import MemorySessionStore
from console.connectors.youtube import connect
from console.domain.comment import Channel, ChannelId
from console.domain.decision import ActionRequest
from console.domain.errors import Invalid
from console.domain.ports import Connector
from console.domain.vocabulary import ActionKind
from tests.support.facebook_server import TOKEN, fake_facebook
from tests.support.faultserver import TestClock
from tests.support.graph_desk import run
from tests.support.youtube_server import ME, TROLL, fake_youtube

UNKNOWN = ({}, {"remote_id": None}, {"remote_id": ""})


def delete(target: str, undo_of: dict[str, Any] | None) -> ActionRequest:
    return ActionRequest("ab" * 16, ActionKind.DELETE, 0, target, TROLL, undo_of=undo_of)


def test_the_reply_if_one_is_undone_else_the_comment() -> None:
    assert deleted_id(delete("c1", None)) == "c1"
    assert deleted_id(delete("c1", {"remote_id": "r1"})) == "r1"
    assert deleted_id(delete("c1", {"remote_id": 9007199254740993})) == "9007199254740993"
    for one in UNKNOWN:
        with pytest.raises(Invalid, match="bad_target"):
            deleted_id(delete("c1", one))


@pytest.mark.parametrize("undo_of", UNKNOWN)
def test_a_comment_on_facebook_is_not_deleted_in_place_of_our_reply(undo_of: dict[str, Any]) -> None:
    with fake_facebook() as fake:
        rude = fake.comment(fake.post(), "rude")

        async def use(connector: Connector) -> None:
            for ask in (connector.perform, connector.reconcile):
                with pytest.raises(Invalid, match="bad_target"):
                    await ask(delete(rude, undo_of))

        run("facebook", fake.server.url, use, secret=TOKEN, clock=TestClock())
        assert rude in fake.comments


@pytest.mark.parametrize("undo_of", UNKNOWN)
def test_a_comment_on_youtube_is_not_rejected_in_place_of_our_reply(undo_of: dict[str, Any]) -> None:
    with fake_youtube() as fake:
        rude = fake.comment("rude", author=TROLL)
        channel = Channel(ChannelId(1), "youtube", "y", server=fake.server.url, handle=ME)

        async def go() -> None:
            connector = connect(channel, fake.access, MemorySessionStore(), TestClock())
            try:
                with pytest.raises(Invalid, match="bad_target"):
                    await connector.perform(delete(rude, undo_of))
                with pytest.raises(Invalid, match="bad_target"):
                    await connector.reconcile(delete(rude, undo_of))
            finally:
                await connector.close()

        asyncio.run(go())
        assert fake.status(rude) == "published"
