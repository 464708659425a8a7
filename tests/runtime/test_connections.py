"""Live connectors: one a channel, made from the secret as it is, and no channel waits for another's keyring."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from console.domain.comment import Channel, ChannelId
from console.domain.errors import KeyringUnavailable, SecretMissing
from console.runtime.clock import SystemClock
from console.runtime.connections import Connections
from console.secrets import ChainedSecrets, KeptSession, MemorySecrets

BLUE = Channel(ChannelId(1), "bluesky", "one", server="http://127.0.0.1:9", handle="a.example")
OTHER = Channel(ChannelId(2), "bluesky", "two", server="http://127.0.0.1:9", handle="b.example")
SITE = Channel(ChannelId(4), "wordpress", "site", server="http://127.0.0.1:9", handle="ada")
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
    memory.set(SITE.key, "w", "given")

    async def scene() -> None:
        connections = Connections(tmp_path / "w.vigie", "w", ChainedSecrets(memory, keyring), SystemClock())
        waiting = asyncio.create_task(connections.get(BLUE))
        await asyncio.to_thread(keyring.asked.wait, 10)
        async with asyncio.timeout(10):
            await connections.get(OTHER)
            await connections.get(SITE)  # which keeps something beside its secret
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


def test_a_new_sign_in_ends_the_tokens_of_the_former_one_and_keeps_the_key_of_the_guests() -> None:
    """Under another key each guest of a site would be a stranger: strikes, notes and protection would be lost."""
    secrets = ChainedSecrets(MemorySecrets(), MemorySecrets())
    for kept, left in (({"author_key": "aa"}, {"author_key": "aa"}), ({"access": "t"}, None)):
        KeptSession(secrets, SITE.key, "w").save(kept)
        secrets.sign_in(SITE.key, "w", "another word")
        assert KeptSession(secrets, SITE.key, "w").load() == left
        assert secrets.get(SITE.key, "w") == "another word"


class Locked(MemorySecrets):
    """A keyring that nobody unlocks."""

    def delete(self, channel_key: str, workspace_id: str) -> None:
        """Refuse."""
        raise KeyringUnavailable("keyring_locked")


def test_signed_out_this_process_holds_neither_secret_nor_tokens_whatever_the_keyring_does() -> None:
    for keyring in (MemorySecrets(), Locked()):
        memory = MemorySecrets()
        secrets = ChainedSecrets(memory, keyring)
        secrets.set(SITE.key, "w", "a word")
        KeptSession(secrets, SITE.key, "w").save({"access": "t"})
        if isinstance(keyring, Locked):
            with pytest.raises(KeyringUnavailable):
                secrets.sign_out(SITE.key, "w")
        else:
            secrets.sign_out(SITE.key, "w")
            assert keyring.get(SITE.key, "w") is None
        assert memory.get(SITE.key, "w") is None
        assert KeptSession(ChainedSecrets(memory, MemorySecrets()), SITE.key, "w").load() is None
