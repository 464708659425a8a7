"""Whose Threads account this is, and what its token may do."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.connectors.answers import as_id, as_text
from console.connectors.graph.followers import number_in
from console.connectors.graph.parts import is_id
from console.connectors.graph.permissions import Permissions
from console.connectors.graph.walking import REFUSALS
from console.connectors.threads.spec import NEEDS, READ
from console.domain.errors import AuthExpired, Gone
from console.domain.vocabulary import FOLLOWERS

if TYPE_CHECKING:
    from console.connectors.graph.client import Graph


@dataclass(frozen=True, slots=True)
class Account:
    """The account that is read."""

    id: str
    name: str = ""
    title: str = ""


class ThreadsAccount:
    """Finds the account behind a token, once."""

    def __init__(self, graph: Graph, wanted: str, remote_id: str) -> None:
        self._graph, self._wanted, self._remote_id = graph, wanted, remote_id
        self._account: Account | None = None
        self._lock = asyncio.Lock()
        self.permissions = Permissions(graph)
        self.warnings: list[str] = []

    async def account(self) -> Account:
        """The account. Raises ConnectorError."""
        async with self._lock:
            if self._account is None:
                self._account = await self._find()
            return self._account

    async def granted(self) -> Collection[str] | None:
        """The permissions of the token; None where nobody says."""
        told = await self._graph.told_scopes()
        return told if told is not None else await self.permissions.scopes()

    async def lacking(self) -> dict[str, str]:
        """Action -> the permission that this account's token does not have for it."""
        scopes = await self.granted()
        if scopes is None:
            self.warnings.append("meta_permissions_unknown")
            return {}
        if not set(READ) <= set(scopes):
            self.warnings.append("threads_reading_scope")
        return {one: need for one, need in NEEDS.items() if need not in scopes}

    async def tells_followers(self) -> bool:
        """Whether the token may ask for other accounts; where nobody says, it is tried."""
        scopes = await self.granted()
        return scopes is None or NEEDS[FOLLOWERS] in scopes

    async def followers(self, name: str) -> int | None:
        """How many follow the account ``name``; None where it is not told. Raises ConnectorError."""
        found = await self._graph.aside("profile_lookup", username=name, fields="username,follower_count")
        return number_in(found.get("follower_count"), name, found.get("username"))

    async def _find(self) -> Account:
        try:
            me = await self._graph.get("me", fields="id,username,name")
        except Gone as error:
            if error.params.get("platform_code"):
                # Threads has called an ended token "a resource that does not exist"; who we are exists.
                raise AuthExpired(**error.params) from None
            return self._typed()
        except REFUSALS:
            return self._typed()
        one = as_id(me.get("id"))
        if not is_id(one):
            return self._typed()
        return Account(one, as_text(me.get("username")), as_text(me.get("name")))

    def _typed(self) -> Account:
        """Nobody says whose token this is; everything is asked of ``me`` anyway."""
        self.warnings.append("meta_account_unread")
        return Account(self._remote_id or self._wanted or "me", self._wanted)
