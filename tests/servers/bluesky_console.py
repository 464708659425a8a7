"""The console's side of a test on the real Bluesky network: a connector for an account, and requests to perform."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from console.connectors.bluesky.connector import BlueskyConnector
from console.connectors.registry import MemorySessionStore, SessionStore, connect
from console.domain.comment import Channel, ChannelId, IncomingComment
from console.domain.decision import ActionRequest, ActionResult, Reconciled
from console.domain.vocabulary import ActionKind
from tests.servers.network import BlueskyNetwork, Ref, Session, split_uri
from tests.support.faultserver import TestClock

T = TypeVar("T")


@dataclass
class Console:
    """One account as the console sees it. Each call runs in an event loop of its own, like a fresh process."""

    server: str
    handle: str
    secret: str | None
    options: Mapping[str, Any] = field(default_factory=dict)
    sessions: SessionStore = field(default_factory=MemorySessionStore)
    clock: TestClock = field(default_factory=TestClock)
    cursor: str | None = None

    @classmethod
    def of(cls, network: BlueskyNetwork, account: Session, **options: Any) -> Console:
        """For ``account``, with an app password made for it."""
        return cls(network.pds, account["handle"], network.app_password(account), options)

    def connector(self) -> BlueskyConnector:
        """A signed-out connector."""
        channel = Channel(
            ChannelId(1), "bluesky", "t", server=self.server, handle=self.handle, options=self.options
        )
        made = connect(channel, self.secret, self.sessions, self.clock)
        assert isinstance(made, BlueskyConnector)
        return made

    def run(self, use: Callable[[BlueskyConnector], Awaitable[T]]) -> T:
        """Use a connector and close it."""

        async def go() -> T:
            connector = self.connector()
            try:
                return await use(connector)
            finally:
                await connector.close()

        return asyncio.run(go())

    def pull(self) -> dict[str, IncomingComment]:
        """Everything new since the last pull, by uri."""

        async def drain(connector: BlueskyConnector) -> dict[str, IncomingComment]:
            found: dict[str, IncomingComment] = {}
            for _ in range(200):
                page = await connector.pull(self.cursor)
                self.cursor = page.cursor
                found.update((comment.remote_id, comment) for comment in page.comments)
                if not page.more:
                    return found
            raise AssertionError("the pull never ends")

        return self.run(drain)

    def request(self, action: ActionKind, target: Ref, root: Ref | None = None, **more: Any) -> ActionRequest:
        """A request to act on ``target``; ``root`` is the post that started its thread."""
        return ActionRequest(
            **{
                "key": uuid.uuid4().hex,
                "action": action,
                "created_at_us": self.clock.now_us(),
                "target": target["uri"],
                "author_remote_id": split_uri(target["uri"])[0],
                "facts": {"cid": target["cid"], "root": dict(root or target)},
                **more,
            }
        )

    def perform(self, request: ActionRequest) -> ActionResult:
        """Carry it out."""
        return self.run(lambda c: c.perform(request))

    def reconcile(self, request: ActionRequest) -> Reconciled:
        """Read it back."""
        return self.run(lambda c: c.reconcile(request))
