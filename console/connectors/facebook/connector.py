"""The Facebook connector: the Connector port over account, walk and actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.facebook.account import PageAccount
from console.connectors.facebook.actions import PageActions
from console.connectors.facebook.comments import COMMENT_FIELDS, MENTION_FIELDS, addresses_of
from console.connectors.facebook.source import PageSource
from console.connectors.facebook.spec import DEFAULT_SERVER, SPEC, VERSION
from console.connectors.graph.client import Graph
from console.connectors.graph.connector import GraphConnector
from console.connectors.graph.lookup import by_id
from console.connectors.graph.parts import path_id, wanted_name
from console.connectors.pictures import fetch_picture
from console.domain.errors import Gone
from console.domain.ports import AccountInfo, Clock, Picture

if TYPE_CHECKING:
    from console.connectors.sessions import SessionStore
    from console.domain.comment import Channel


class FacebookConnector(GraphConnector):
    """One Page; used from one event loop."""

    spec = SPEC

    def __init__(self, channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> None:
        graph = Graph(channel.server or DEFAULT_SERVER, VERSION, secret, sessions, clock)
        self._account = PageAccount(graph, wanted_name(channel.handle), channel.remote_id)
        super().__init__(
            graph,
            PageSource(graph, self._account),
            PageActions(graph, self._account, self._account.granted),
            channel,
            self._account.warnings,
        )

    async def picture(self, comment: str, number: int) -> Picture:
        """A picture, or the first frame of a video; its address is asked for anew, for it ends after some days."""
        await self._account.page()
        found = (await by_id(self._graph, [path_id(comment)], (COMMENT_FIELDS, MENTION_FIELDS))).get(comment)
        addresses = addresses_of(found.view) if found is not None else []
        if number >= len(addresses) or not addresses[number]:
            raise Gone()
        return await fetch_picture(addresses[number], server=self._graph.server, clock=self._graph.clock)

    async def check(self) -> AccountInfo:
        """Which Page this is, what its token may not do, when it ends. Raises ConnectorError."""
        page = await self._account.page()
        lacking = await self._account.lacking()
        ends = await self._account.permissions.ends_at()
        warnings = list(dict.fromkeys(self._account.warnings))
        if not self._account.permissions.known:
            warnings.append("meta_permissions_unknown")
        return AccountInfo(
            page.id,
            page.name or page.id,
            page.name,
            self._graph.server,
            tuple(warnings),
            lacking,
            ends,
        )
