"""Live connectors by channel: made when first needed, kept while the channel stays as it is, closed at the end."""

from __future__ import annotations

import asyncio
import dataclasses
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from console import paths
from console.connectors import registry
from console.domain.errors import SecretMissing
from console.secrets import ChainedSecrets, KeptSession, MemorySecrets

if TYPE_CHECKING:
    from pathlib import Path

    from console.domain.comment import Channel
    from console.domain.ports import Clock, Connector, Ledger
    from console.practice.network import PracticeNetwork

# The practice network's account is part of the program, not a secret.
PRACTICE_SECRET: Final = "practice"


class Connections:
    """The Connectors of the dispatcher and the puller. Lives on the engine's loop; the keyring on its own thread."""

    def __init__(
        self,
        workspace: Path,
        workspace_id: str,
        secrets: ChainedSecrets,
        clock: Clock,
        ledger: Ledger | None = None,
    ) -> None:
        """``ledger``: where channels of one project count what they spend."""
        self._workspace = workspace
        self._workspace_id = workspace_id
        self._secrets = secrets
        self._clock = clock
        self._ledger = ledger
        self._live: dict[int, tuple[tuple[str, ...], Connector]] = {}
        # One lock a channel: a keyring that asks its question for one must not hold up the others.
        self._locks: dict[int, asyncio.Lock] = {}
        self._serving = asyncio.Lock()
        # A Secret Service prompt can block for minutes: it must not hold up the loop or the default executor.
        self._keyring = ThreadPoolExecutor(1, thread_name_prefix="keyring")
        self._practice: PracticeNetwork | None = None
        self._starting: asyncio.Future[None] | None = None

    async def get(self, channel: Channel) -> Connector:
        """The connector of a channel; SecretMissing, KeyringUnavailable or UsageError where there is no way in."""
        async with self._lock(channel.id):
            channel = await self._located(channel)
            identity = (
                channel.kind,
                channel.server,
                channel.handle,
                channel.remote_id,
                repr(sorted(channel.options.items())),
            )
            known = self._live.get(int(channel.id))
            if known is not None and known[0] == identity:
                return known[1]
            if known is not None:
                await known[1].close()
            connector = await self._connect(channel)
            self._live[int(channel.id)] = (identity, connector)
            return connector

    async def forget(self, channel_id: int) -> None:
        """Close a channel's connector; the next ``get`` makes a new one, with the secret as it is then."""
        async with self._lock(channel_id):
            known = self._live.pop(channel_id, None)
            if known is not None:
                await known[1].close()

    def _lock(self, channel_id: int) -> asyncio.Lock:
        return self._locks.setdefault(int(channel_id), asyncio.Lock())

    async def close(self) -> None:
        """Close all connectors and the practice network, if this process serves it."""
        for _, connector in self._live.values():
            await connector.close()
        self._live.clear()
        if self._practice is not None:
            if self._starting is not None:
                # Whoever waited for the start may be cancelled; its thread goes on, and a stop must not overtake it.
                await asyncio.wait([self._starting])
            await asyncio.to_thread(self._practice.stop)
        self._keyring.shutdown(wait=False, cancel_futures=True)

    async def _connect(self, channel: Channel) -> Connector:
        spec = registry.spec(channel.kind)
        secret: str | None = PRACTICE_SECRET if channel.kind == "practice" else None
        memory_sessions = registry.MemorySessionStore()
        if spec.needs_secret and channel.kind != "practice":
            loop = asyncio.get_running_loop()
            # What this process was given needs no keyring, and must not queue behind another channel's prompt.
            secret = self._secrets.memory.get(channel.key, self._workspace_id) or await loop.run_in_executor(
                self._keyring, self._secrets.get, channel.key, self._workspace_id
            )
            if secret is None:
                raise SecretMissing(channel=channel.key)
            kept = KeptSession(self._secrets, channel.key, self._workspace_id)
            return registry.connect(channel, secret, kept, self._clock, self._ledger)
        return registry.connect(channel, secret, memory_sessions, self._clock)

    async def _located(self, channel: Channel) -> Channel:
        """A practice channel gets the address of the network that runs now."""
        if channel.kind != "practice":
            return channel
        async with self._serving:
            if self._practice is None:
                self._practice = practice_network(self._workspace)
            self._starting = asyncio.get_running_loop().run_in_executor(None, self._practice.start)
            await asyncio.shield(self._starting)
            return dataclasses.replace(channel, server=self._practice.url)


def practice_network(workspace: Path) -> PracticeNetwork:
    """The practice network that belongs to a workspace: its file lies beside it."""
    from console.practice.network import PracticeNetwork

    return PracticeNetwork(
        workspace.with_name(workspace.name + ".practice"), content=paths.resources() / "practice"
    )


def memory_only() -> ChainedSecrets:
    """Secrets that never touch the keyring (tests, the practice network)."""
    return ChainedSecrets(MemorySecrets(), MemorySecrets())
