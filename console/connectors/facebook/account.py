"""Whose Page this is, with which token it is read, and what that token may do."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_id, as_text
from console.connectors.facebook.spec import NEEDS, READ
from console.connectors.graph.pages import reached, take_token
from console.connectors.graph.parts import is_id
from console.connectors.graph.permissions import Permissions
from console.connectors.graph.walking import REFUSALS
from console.domain.errors import Invalid

if TYPE_CHECKING:
    from console.connectors.graph.client import Graph

_MODERATE: Final = "MODERATE"
_FIELDS: Final = "id,name,username,access_token,tasks"


@dataclass(frozen=True, slots=True)
class Page:
    """The Page that is read. ``id`` is ``me`` where the platform does not say who we are."""

    id: str
    name: str = ""
    tasks: frozenset[str] | None = None


class PageAccount:
    """Finds the Page behind a token, once."""

    def __init__(self, graph: Graph, wanted: str, remote_id: str) -> None:
        self._graph, self._wanted, self._remote_id = graph, wanted, remote_id
        self._page: Page | None = None
        self._lock = asyncio.Lock()
        self.permissions = Permissions(graph)
        self.warnings: list[str] = []

    async def page(self) -> Page:
        """The Page. Raises ConnectorError; Invalid meta_page_unknown or meta_page_which."""
        async with self._lock:
            if self._page is None:
                self._page = await self._find()
            return self._page

    async def granted(self) -> Collection[str] | None:
        """The permissions of the token; None where nobody says."""
        return await self.permissions.scopes((await self.page()).id)

    async def lacking(self) -> dict[str, str]:
        """Action -> what this account's token does not have for it."""
        page, scopes = await self.page(), await self.granted()
        lacks = {} if scopes is None else {one: need for one, need in NEEDS.items() if need not in scopes}
        if page.tasks is not None and _MODERATE not in page.tasks:
            lacks.update((one, _MODERATE) for one in NEEDS if one not in lacks)
        if scopes is not None and not set(READ) <= set(scopes):
            self.warnings.append("facebook_reading_scope")
        return lacks

    async def _find(self) -> Page:
        try:
            me: Mapping[str, Any] = await self._graph.get("me", fields="id,name")
        except REFUSALS:
            me = {}
            self.warnings.append("meta_account_unread")
        identity, name = as_id(me.get("id")), as_text(me.get("name"))
        wanted = {one for one in (self._remote_id.casefold(), self._wanted.casefold()) if one}
        if identity and wanted & {identity.casefold(), name.casefold()}:
            return Page(identity, name)  # the token is the Page's own
        pages = await reached(self._graph, _FIELDS) if identity else []
        fitting = [one for one in pages if not wanted or wanted & _names(one)]
        if len(fitting) == 1:
            return self._take(fitting[0])
        if pages and not wanted:
            raise Invalid("meta_page_which", pages=len(pages))
        if identity and not wanted:
            return Page(identity, name)
        if identity and (named := await self._by_name()) is not None:
            if pages:
                self.warnings.append("meta_page_token_missing")
            return named
        if pages:
            raise Invalid("meta_page_unknown", pages=len(pages))
        if identity and not self._wanted.isdigit():
            return Page(identity, name)
        # Nobody says whose token this is: what was typed, or stored at the last sign-in, names the Page.
        return Page(next((one for one in (self._remote_id, self._wanted) if is_id(one)), identity or "me"))

    async def _by_name(self) -> Page | None:
        """The Page by the name in its address, or its id, where the token does not list it."""
        if not is_id(self._wanted):
            return None
        try:
            answer = await self._graph.get(self._wanted, fields="id,name")
        except REFUSALS:
            return None
        one = as_id(answer.get("id"))
        return Page(one, as_text(answer.get("name"))) if is_id(one) else None

    def _take(self, found: Mapping[str, Any]) -> Page:
        if not take_token(self._graph, found):
            self.warnings.append("meta_page_token_missing")
        tasks = found.get("tasks")
        return Page(
            as_id(found.get("id")),
            as_text(found.get("name")),
            frozenset(str(one) for one in tasks) if isinstance(tasks, list) and tasks else None,
        )


def _names(page: Mapping[str, Any]) -> set[str]:
    return {
        one.casefold()
        for one in (as_id(page.get("id")), as_text(page.get("name")), as_text(page.get("username")))
        if one
    }
