"""The Threads connector: the Connector port over account, walk and actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.graph.client import Graph
from console.connectors.graph.connector import GraphConnector
from console.connectors.graph.followers import Followers
from console.connectors.graph.parts import wanted_name
from console.connectors.threads.account import ThreadsAccount
from console.connectors.threads.actions import ThreadsActions
from console.connectors.threads.source import ThreadsSource
from console.connectors.threads.spec import DEFAULT_SERVER, SPEC, VERSION
from console.domain.ports import AccountInfo, Clock

if TYPE_CHECKING:
    from console.connectors.sessions import SessionStore
    from console.domain.comment import Channel


class ThreadsConnector(GraphConnector):
    """One account; used from one event loop."""

    spec = SPEC

    def __init__(self, channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> None:
        server = channel.server or DEFAULT_SERVER
        graph = Graph(server, VERSION, secret, sessions, clock, refresh="th_refresh_token")
        self._account = ThreadsAccount(graph, wanted_name(channel.handle), channel.remote_id)
        super().__init__(
            graph,
            ThreadsSource(graph, self._account, channel.options.get("watches")),
            ThreadsActions(graph, self._account),
            channel,
            self._account.warnings,
            Followers(graph, self._account.tells_followers, self._account.followers),
        )

    async def check(self) -> AccountInfo:
        """Whose account this is, what its token may not do, when it ends. Raises ConnectorError."""
        account = await self._account.account()
        lacking = await self._account.lacking()
        ends = self._graph.expires_at
        if ends is None:
            ends = await self._account.permissions.ends_at()
        return AccountInfo(
            account.id,
            account.name or account.id,
            account.title,
            self._graph.server,
            tuple(dict.fromkeys(self._account.warnings)),
            lacking,
            ends,
        )
