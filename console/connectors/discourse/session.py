"""One API key on one forum: requests in the name of its user, counted against what the forum allows a minute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from console.connectors.answers import as_id, as_items, as_map, as_text
from console.connectors.discourse.errors import classify
from console.connectors.http import HttpClient, HttpResponse
from console.connectors.spending import Meter, Period
from console.connectors.times import http_date
from console.domain.errors import (
    AuthExpired,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    SecretMissing,
    Transient,
    UsageError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.ports import Clock

#: The share of a minute's requests that pulls leave to decisions.
_RESERVE: Final = 6


@dataclass(frozen=True, slots=True)
class Me:
    """The user in whose name the key acts; ``staff`` is None where the key may not ask."""

    id: str
    username: str
    name: str
    staff: bool | None
    admin: bool | None


def minute(now: int) -> Period:
    """The minute of a forum's limit."""
    return Period(str(now // 60), (now // 60 + 1) * 60)


class Session:
    """Requests to one forum. Key and user travel in headers, never in an address."""

    def __init__(self, server: str, username: str, key: str | None, clock: Clock, *, per_minute: int) -> None:
        self._http = HttpClient(
            server, clock=clock, classify=lambda failure: classify(failure, clock.now()), timeout=30.0
        )
        parts = urlsplit(self._http.base_url)
        #: Host, port and folder: what makes a user's number unique among all forums.
        self.site = f"{parts.netloc.lower()}{parts.path}"
        self.base_url = self._http.base_url
        self.username = username.strip().removeprefix("@")
        if not self.username or not self.username.isprintable() or "/" in self.username:
            raise UsageError("bad_handle", handle=username)
        self._key = (key or "").strip()
        self.meter = Meter(clock, per_minute, minute, "requests", reserve=_RESERVE)
        self._me: Me | None = None
        self._clock = clock
        #: By how many seconds the site's clock is ahead of ours, as its answers date themselves.
        self.ahead = 0

    async def get(self, path: str, params: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """A read; the answer must be an object."""
        return (await self._call("GET", path, params, None)).object()

    async def get_list(self, path: str, params: Mapping[str, Any] | None = None) -> list[Mapping[str, Any]]:
        """A read; the answer must be a list."""
        answer = (await self._call("GET", path, params, None)).json()
        if not isinstance(answer, list):
            raise Transient("bad_answer", path=path)
        return as_items(answer)

    async def write(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        params: Mapping[str, Any] | None = None,
    ) -> HttpResponse:
        """A write; its answer may be empty. Raises UnknownOutcome when it is lost."""
        return await self._call(method, path, params, body)

    def room(self, requests: int = 1) -> bool:
        """Whether a pull may still send so many requests in this minute."""
        return self.meter.used + requests <= self.meter.limit - _RESERVE

    async def me(self) -> Me:
        """Who we are; asked once. Raises AuthExpired; a key that may not ask gives a user of unknown rights."""
        if self._me is None:
            try:
                user = as_map((await self.get("/session/current.json")).get("current_user"))
            except (AuthExpired, ForbiddenByPlatform, Gone, Invalid):
                # A key for some routes alone is refused here like a wrong one: the first read of posts will tell.
                user = {}
            if not as_id(user.get("id")):
                self._me = Me("", self.username, "", None, None)
                return self._me
            admin = user.get("admin") is True
            self._me = Me(
                as_id(user.get("id")),
                as_text(user.get("username")) or self.username,
                as_text(user.get("name")),
                admin or user.get("moderator") is True,
                admin,
            )
        return self._me

    async def close(self) -> None:
        """Release connections."""
        await self._http.close()

    async def _call(
        self, method: str, path: str, params: Mapping[str, Any] | None, body: Mapping[str, Any] | None
    ) -> HttpResponse:
        if not self._key:
            raise SecretMissing(channel=self.username)
        self.meter.spend(1)
        answer = await self._http.request(
            method,
            path,
            idempotent=method == "GET",
            params=dict(params or {}),
            json=None if body is None else dict(body),
            headers={"api-key": self._key, "api-username": self.username},
            bucket="account",  # the forum counts all requests of a key together
        )
        said = http_date(answer.headers.get("date"))
        if said is not None:
            self.ahead = said - self._clock.now()
        return answer
