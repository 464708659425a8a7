"""The Instagram connector: the Connector port over account, walk and actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.graph.client import Graph
from console.connectors.graph.connector import GraphConnector
from console.connectors.graph.followers import Followers
from console.connectors.graph.parts import wanted_name
from console.connectors.instagram.account import InstagramAccount
from console.connectors.instagram.actions import InstagramActions
from console.connectors.instagram.source import InstagramSource
from console.connectors.instagram.spec import FACEBOOK, INSTAGRAM, SERVERS, SPEC, VERSION
from console.domain.ports import AccountInfo, Clock

if TYPE_CHECKING:
    from console.connectors.sessions import SessionStore
    from console.domain.comment import Channel


class InstagramConnector(GraphConnector):
    """One account; used from one event loop."""

    spec = SPEC

    def __init__(self, channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> None:
        login = FACEBOOK if channel.options.get("login") == FACEBOOK else INSTAGRAM
        # A token of Facebook Login follows Facebook's rules; one of Instagram Login lives 60 days and is renewed here.
        refresh = "" if login == FACEBOOK else "ig_refresh_token"
        graph = Graph(channel.server or SERVERS[login], VERSION, secret, sessions, clock, refresh=refresh)
        self._account = InstagramAccount(graph, login, wanted_name(channel.handle), channel.remote_id)
        super().__init__(
            graph,
            InstagramSource(graph, self._account),
            InstagramActions(graph, self._account),
            channel,
            self._account.warnings,
            Followers(graph, self._account.tells_followers, self._account.followers)
            if login == FACEBOOK
            else None,
        )

    async def check(self) -> AccountInfo:
        """Whose account this is, what its token may not do, when it ends. Raises ConnectorError."""
        account = await self._account.account()
        lacking = await self._account.lacking()
        ends = self._graph.expires_at
        by_facebook = self._account.login == FACEBOOK
        if by_facebook:
            ends = await self._account.permissions.ends_at()
        warnings = list(dict.fromkeys(self._account.warnings))
        if by_facebook and not self._account.permissions.known:
            warnings.append("meta_permissions_unknown")
        return AccountInfo(
            account.id,
            account.name or account.id,
            account.title,
            self._graph.server,
            tuple(warnings),
            lacking,
            ends,
        )
