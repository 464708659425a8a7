"""Live connectors: one a channel, made from the secret as it is, and no channel waits for another's keyring."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from console.domain.comment import Channel, ChannelId
from console.domain.errors import SecretMissing
from console.runtime.clock import SystemClock
from console.runtime.connections import Connections
from console.secrets import ChainedSecrets, MemorySecrets

BLUE = Channel(ChannelId(1), "bluesky", "one", server="http://127.0.0.1:9", handle="a.example")
OTHER = Channel(ChannelId(2), "bluesky", "two", server="http://127.0.0.1:9", handle="b.example")
PRACTICE = Channel(ChannelId(3), "practice", "lormel", handle="lormel")


class Prompt(MemorySecrets):
    """A keyring that asks a question and waits for the answer."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()
        self.asked = threading.Event()

    def get(self, channel_key: str, workspace_id: str) -> str | None:
        """Blocks until somebody answers."""
        self.asked.set()
        assert self.answered.wait(20)
        return "from the keyring"


def test_a_keyring_that_waits_for_its_owner_holds_up_only_its_channel(tmp_path: Path) -> None:
    keyring, memory = Prompt(), MemorySecrets()
    memory.set(OTHER.key, "w", "given")

    async def scene() -> None:
        connections = Connections(tmp_path / "w.vigie", "w", ChainedSecrets(memory, keyring), SystemClock())
        waiting = asyncio.create_task(connections.get(BLUE))
        await asyncio.to_thread(keyring.asked.wait, 10)
        async with asyncio.timeout(10):
            await connections.get(OTHER)
            await connections.get(PRACTICE)
        assert not waiting.done()
        keyring.answered.set()
        await waiting
        await connections.close()

    asyncio.run(scene())


def test_one_connector_a_channel_until_it_changes_or_is_forgotten(tmp_path: Path) -> None:
    memory = MemorySecrets()
    memory.set(BLUE.key, "w", "given")

    async def scene() -> None:
        connections = Connections(
            tmp_path / "w.vigie", "w", ChainedSecrets(memory, MemorySecrets()), SystemClock()
        )
        first, second = await asyncio.gather(connections.get(BLUE), connections.get(BLUE))
        assert first is second
        await connections.forget(1)
        third = await connections.get(BLUE)
        assert third is not first
        with pytest.raises(SecretMissing):
            await connections.get(OTHER)
        await connections.close()

    asyncio.run(scene())
