"""The file channel: every action is a link, nothing is ever called."""

from __future__ import annotations

import asyncio

import pytest

from console.connectors.file import SPEC, FileConnector, connect
from console.domain.comment import Channel, ChannelId
from console.domain.decision import ActionRequest
from console.domain.errors import Unsupported
from console.domain.vocabulary import LOCAL_ACTIONS, ActionKind


def test_every_action_is_a_link() -> None:
    for action in ActionKind:
        cap = SPEC.capability(action)
        assert cap.mode == ("none" if action in LOCAL_ACTIONS else "link")
    assert SPEC.capability("hide").reversible
    assert not SPEC.capability("delete").reversible
    assert (SPEC.kind, SPEC.needs_secret) == ("file", False)
    measure = SPEC.measure("é" * 9000)
    assert (measure.used, measure.limit, measure.unit, measure.fits) == (9000, 0, "characters", True)


def test_nobody_is_called() -> None:
    connector = connect(Channel(ChannelId(1), "file", "exports"), None)
    assert isinstance(connector, FileConnector)
    request = ActionRequest("k", ActionKind.HIDE, 0, "1", "@zoe")

    async def run() -> None:
        assert (await connector.check()).handle == "exports"
        page = await connector.pull("c")
        assert (page.comments, page.cursor, page.more) == ((), "c", False)
        assert (await connector.reconcile(request)).state == "cannot_tell"
        assert await connector.recheck(["1"]) == {}
        with pytest.raises(Unsupported):
            await connector.perform(request)
        await connector.close()

    asyncio.run(run())
