"""The console's side of a test on a brand's own site: a connector for an account, pulls, and requests to perform."""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from console.connectors.registry import MemorySessionStore, SessionStore, connect
from console.domain.comment import Channel, ChannelId, IncomingComment
from console.domain.decision import ActionRequest, ActionResult, Reconciled
from console.domain.ports import AccountInfo, Connector
from console.domain.vocabulary import ActionKind
from tests.support.desk import using
from tests.support.faultserver import TestClock

T = TypeVar("T")


@dataclass
class SiteConsole:
    """One account as the console sees it. Each call runs in an event loop of its own, like a fresh process."""

    kind: str
    server: str
    handle: str
    secret: str
    options: Mapping[str, Any] = field(default_factory=dict)
    sessions: SessionStore = field(default_factory=MemorySessionStore)
    clock: TestClock = field(default_factory=TestClock)
    cursor: str | None = None
    pages: int = 0
    warnings: list[Mapping[str, Any]] = field(default_factory=list)

    def connector(self) -> Connector:
        """A signed-out connector."""
        channel = Channel(
            ChannelId(1), self.kind, "t", server=self.server, handle=self.handle, options=self.options
        )
        return connect(channel, self.secret, self.sessions, self.clock)

    def run(self, use: Callable[[Connector], Awaitable[T]]) -> T:
        """Use a connector and close it."""
        return using(self.connector, use)

    def check(self) -> AccountInfo:
        """Who this is."""
        return self.run(lambda c: c.check())

    def pull(self) -> dict[str, IncomingComment]:
        """Everything since the last pull, by id."""
        return self.run(self.drain)

    async def drain(self, connector: Connector) -> dict[str, IncomingComment]:
        """The same with a connector that goes on living."""
        found: dict[str, IncomingComment] = {}
        self.warnings = []
        for _ in range(200):
            page = await connector.pull(self.cursor)
            assert len(page.comments) <= 200
            self.cursor = page.cursor
            self.pages += 1
            self.warnings += page.warnings
            found.update((comment.remote_id, comment) for comment in page.comments)
            if not page.more:
                return found
        raise AssertionError("the pull never ends")

    def request(self, action: ActionKind, target: object, **more: Any) -> ActionRequest:
        """A request to act on the comment ``target``."""
        values = {
            "key": uuid.uuid4().hex,
            "created_at_us": self.clock.now_us(),
            "author_remote_id": "x",
            **more,
        }
        return ActionRequest(action=action, target=str(target), **values)

    def perform(self, request: ActionRequest) -> ActionResult:
        """Carry it out."""
        return self.run(lambda c: c.perform(request))

    def reconcile(self, request: ActionRequest) -> Reconciled:
        """Read it back."""
        return self.run(lambda c: c.reconcile(request))
