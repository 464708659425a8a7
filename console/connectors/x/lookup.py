"""Asking for single things: who we are, posts by id, our own newest posts. Each answer is paid for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from console.connectors.answers import as_id, as_map, as_text
from console.connectors.times import rfc3339
from console.connectors.x.names import DEFAULT_SERVER, valid
from console.connectors.x.posts import FIELDS, Answer, View, author_id, id_of
from console.connectors.x.spec import BATCH
from console.domain.errors import (
    AuthMissingScope,
    ConnectorError,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    Transient,
)

if TYPE_CHECKING:
    from console.connectors.x.session import Session
    from console.domain.comment import Channel
    from console.domain.ports import Clock

#: Pages of our own posts that a read-back looks through.
_PAGES: Final = 3
#: Who we are, where it was not answered, is asked again after this many seconds.
_REST: Final = 600
#: What X calls a post that is no more.
_GONE: Final = "resource-not-found"


def aside(error: ConnectorError) -> bool:
    """Whether a request that comments do not depend on may fail like this: they come in all the same."""
    return isinstance(error, Gone | ForbiddenByPlatform | Invalid | AuthMissingScope | Transient)


@dataclass(frozen=True, slots=True)
class Account:
    """``id`` is empty where nobody says; ``place`` is what stands in paths for us; ``told`` says whether X did."""

    id: str
    name: str
    place: str
    told: bool = True
    title: str = ""
    protected: bool = False


class Lookup:
    """Reads for one account."""

    def __init__(self, channel: Channel, session: Session, clock: Clock) -> None:
        self._session, self._clock = session, clock
        handle = channel.handle.strip().lstrip("@")
        self._id = next((one for one in (handle, channel.remote_id) if valid(one)), "")
        self._name = "" if valid(handle) else handle
        self._spare = (handle or channel.remote_id or channel.name) if self._elsewhere else ""
        self._known: Account | None = None
        self._until = 0

    @property
    def _elsewhere(self) -> bool:
        return self._session.server != DEFAULT_SERVER

    async def account(self) -> Account:
        """Who we are: as the channel has it from its first test, else as X says. Raises ConnectorError."""
        if self._known is not None and (self._known.told or self._clock.now() < self._until):
            return self._known
        if self._id and self._name:
            self._known = Account(self._id, self._name, self._id)
            return self._known
        return await self.me()

    async def me(self) -> Account:
        """Who X says we are. Raises ConnectorError where there is no other way to know."""
        try:
            found = await self._user("/users/me")
        except ConnectorError as error:
            if not aside(error) or not (self._id or self._spare):
                raise
            found = {}
            if not self._id and self._name:
                found = await self._named()
        # A number that a person gave is what they mean.
        one = self._id or as_id(found.get("id"))
        told = bool(one) and as_id(found.get("id")) == one
        name = (as_text(found.get("username")) if told else "") or self._name
        if not one and not self._spare:
            raise Invalid("bad_session", server=self._session.server)
        self._known = Account(
            one,
            name,
            one or quote(self._spare, safe=""),
            told,
            as_text(found.get("name")) if told else "",
            told and found.get("protected") is True,
        )
        self._until = self._clock.now() + _REST
        return self._known

    async def _named(self) -> Mapping[str, Any]:
        try:
            return await self._user(f"/users/by/username/{quote(self._name, safe='')}")
        except ConnectorError as error:
            if not aside(error):
                raise
            return {}

    async def _user(self, path: str) -> Mapping[str, Any]:
        answer = await self._session.read(path, {"user.fields": FIELDS["user.fields"]}, bucket="users")
        found = as_map(answer.get("data"))
        if not valid(as_id(found.get("id"))):
            raise Transient("bad_answer", path=path)
        self._session.money.users([as_id(found.get("id"))])
        return found

    async def posts(
        self, ids: Sequence[str], our_id: str, *, reserve: float = 0.0
    ) -> tuple[Answer, set[str]]:
        """Posts by id (at most 100), and those of them that are no more. Raises ConnectorError."""
        self._session.money.room(len(ids), BATCH, own=False, reserve=reserve)
        raw = await self._session.read("/tweets", {"ids": ",".join(ids), **FIELDS}, bucket="tweets")
        answer = Answer.of(raw)
        if not answer.whole:
            raise Transient("bad_answer", path="/2/tweets")
        self.paid(answer, our_id)
        gone = {
            as_id(one.get("resource_id")) or as_id(one.get("value"))
            for one in answer.errors
            if as_text(one.get("type")).rstrip("/").endswith(_GONE)
        }
        return answer, gone.intersection(ids) - {id_of(one) for one in answer.posts}

    def paid(self, answer: Answer, our_id: str, *, mentions: bool = False) -> None:
        """Count what an answer costs. ``mentions``: these are our own mentions."""
        money = self._session.money
        own = [id_of(one) for one in answer.posts if mentions or (our_id and author_id(one) == our_id)]
        money.posts(own, own=True)
        money.posts([id_of(one) for one in answer.posts if id_of(one) not in set(own)], own=False)
        money.posts(answer.others, own=False)
        money.users(one for one in answer.users if one != our_id)

    async def ours(self, since: int) -> tuple[list[View], bool]:
        """Our own posts since a UTC second, the newest first, and whether these are all. Raises ConnectorError."""
        account = await self.account()
        found: list[View] = []
        token = ""
        for _ in range(_PAGES):
            raw = await self._session.read(
                f"/users/{account.place}/tweets",
                {
                    "max_results": 100,
                    "start_time": rfc3339(since),
                    "tweet.fields": FIELDS["tweet.fields"],
                    "pagination_token": token,
                },
                bucket="own",
            )
            answer = Answer.of(raw)
            if not answer.whole:
                raise Transient("bad_answer", path="/2/users/tweets")
            self._session.money.posts([id_of(one) for one in answer.posts], own=True)
            found += answer.posts
            if not answer.following or answer.following == token:
                return found, True
            token = answer.following
        return found, False
