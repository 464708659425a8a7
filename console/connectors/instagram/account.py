"""Whose Instagram account this is, with which token it is read, and what that token may do."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_id, as_map, as_text
from console.connectors.graph.followers import number_in
from console.connectors.graph.pages import reached, take_token
from console.connectors.graph.parts import is_id
from console.connectors.graph.permissions import Permissions
from console.connectors.graph.walking import REFUSALS
from console.connectors.instagram.spec import FACEBOOK, NEEDS, READ
from console.domain.errors import Invalid
from console.domain.vocabulary import FOLLOWERS

if TYPE_CHECKING:
    from console.connectors.graph.client import Graph

_LINKED = "instagram_business_account{id,username,name}"
#: "Invalid user id": most people have no professional account, so it says nothing of the others.
_NOT_PROFESSIONAL: Final = "110"


@dataclass(frozen=True, slots=True)
class Account:
    """The account that is read. ``id`` is ``me`` where the platform does not say who we are."""

    id: str
    name: str = ""
    title: str = ""


class InstagramAccount:
    """Finds the account behind a token, once."""

    def __init__(self, graph: Graph, login: str, wanted: str, remote_id: str) -> None:
        self._graph, self.login = graph, login
        self._wanted, self._remote_id = wanted, remote_id
        self._account: Account | None = None
        self._lock = asyncio.Lock()
        self.permissions = Permissions(graph)
        self.warnings: list[str] = []

    async def account(self) -> Account:
        """The account. Raises ConnectorError; Invalid meta_page_unknown or meta_page_which."""
        async with self._lock:
            if self._account is None:
                find = self._by_page if self.login == FACEBOOK else self._by_me
                self._account = await find()
            return self._account

    async def granted(self) -> Collection[str] | None:
        """The permissions of the token; None where nobody says."""
        if self.login == FACEBOOK:
            return await self.permissions.scopes()
        return await self._graph.told_scopes()

    async def lacking(self) -> dict[str, str]:
        """Action -> the permission that this account's token does not have for it."""
        needs = NEEDS[self.login]
        scopes = await self.granted()
        if scopes is not None and not set(READ[self.login]) <= set(scopes):
            self.warnings.append("instagram_reading_scope")
        # Likes exist with the sign-in by Facebook only, whatever else the token may do.
        lacks = {one: need for one, need in needs.items() if self.login != FACEBOOK and "like" in one}
        if scopes is not None:
            lacks.update((one, need) for one, need in needs.items() if need not in scopes)
        return lacks

    async def tells_followers(self) -> bool:
        """Whether the token may ask for other accounts; where nobody says, it is tried."""
        scopes = await self.granted()
        return scopes is None or NEEDS[self.login][FOLLOWERS] in scopes

    async def followers(self, name: str) -> int | None:
        """How many follow the account ``name`` (a name and nothing else); None for who has no professional account.

        Raises ConnectorError.
        """
        account = await self.account()
        wanted = f"business_discovery.username({name}){{followers_count,username}}"
        try:
            answer = await self._graph.aside(account.id, fields=wanted)
        except Invalid as error:
            if str(error.params.get("platform_code", "")).partition("/")[0] == _NOT_PROFESSIONAL:
                return None
            raise
        found = as_map(answer.get("business_discovery"))
        return number_in(found.get("followers_count"), name, found.get("username"))

    async def _by_me(self) -> Account:
        """Instagram Login: the token is the account's own."""
        try:
            me = await self._graph.get("me", fields="user_id,username,name")
        except REFUSALS:
            return self._typed()
        # ``id`` is another number, of the app, and gives empty lists without a word.
        one = as_id(me.get("user_id")) or as_id(me.get("id"))
        if not is_id(one):
            return self._typed()
        return Account(one, as_text(me.get("username")), as_text(me.get("name")))

    async def _by_page(self) -> Account:
        """Facebook Login: the account is linked to a Page; its token is used where it is given."""
        try:
            me: Mapping[str, Any] = await self._graph.get("me", fields=f"id,name,{_LINKED}")
        except REFUSALS:
            me = {}  # a person has no such field; the list of Pages has
        if (own := _linked(me)) is not None and self._fits(own, me):
            return own
        pages = await reached(self._graph, f"id,name,access_token,{_LINKED}")
        linked = [(one, found) for one in pages if (found := _linked(one)) is not None]
        fitting = [(one, found) for one, found in linked if self._fits(found, one)]
        if len(fitting) == 1:
            page, found = fitting[0]
            take_token(self._graph, page)
            return found
        if (named := await self._named()) is not None:
            return named
        if linked:
            raise Invalid("meta_page_unknown" if self._names() else "meta_page_which", pages=len(linked))
        return own or self._typed()

    async def _named(self) -> Account | None:
        """What was typed, if it is the number of the account or of its Page."""
        if not (self._wanted.isascii() and self._wanted.isdigit() and is_id(self._wanted)):
            return None
        for fields in (f"id,{_LINKED}", "id,username,name"):
            try:
                view = await self._graph.get(self._wanted, fields=fields)
            except REFUSALS:
                continue
            if (found := _linked(view)) is not None:
                return found
            if name := as_text(view.get("username")):
                return Account(self._wanted, name, as_text(view.get("name")))
        return None

    def _names(self) -> set[str]:
        return {one.casefold() for one in (self._wanted, self._remote_id) if one}

    def _fits(self, found: Account, page: Mapping[str, Any]) -> bool:
        names = self._names()
        told = {found.id, found.name, as_id(page.get("id")), as_text(page.get("name"))}
        return not names or bool(names & {one.casefold() for one in told if one})

    def _typed(self) -> Account:
        """Nobody says whose token this is: what was typed, or stored at the last sign-in, names the account."""
        self.warnings.append("meta_account_unread")
        one = next((one for one in (self._remote_id, self._wanted) if is_id(one)), "me")
        return Account(one, "" if self._wanted.isdigit() else self._wanted)


def _linked(view: Mapping[str, Any]) -> Account | None:
    """The account that is linked to a Page."""
    found = as_map(view.get("instagram_business_account"))
    one = as_id(found.get("id"))
    return Account(one, as_text(found.get("username")), as_text(found.get("name"))) if is_id(one) else None
