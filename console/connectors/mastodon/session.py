"""Calls as one account: the access token of a sign-in or of the Development page, which has no end of its own."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_count, as_id, as_items, as_map
from console.connectors.budget import RateBudget
from console.connectors.http import HttpClient, HttpResponse, Params, lost
from console.connectors.mastodon.errors import classify
from console.connectors.mastodon.names import segment, token
from console.domain.errors import AuthExpired, Gone, Invalid

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping, Sequence

    from console.domain.ports import Clock

#: A thread of 4,096 statuses with everything about their authors.
_MAX_ANSWER: Final = 32 * 1024 * 1024
#: Requests in flight at once; a pull must not look like a flood.
_CONCURRENT: Final = 4
#: The bucket of all that has no narrower limit: 300 requests in five minutes.
API: Final = "api"

#: A stream without a sign of life for so long is dead, in seconds: servers send one every fifteen.
_QUIET: Final = 90.0

View = dict[str, Any]


class Session:
    """One account on one instance. A refused token is a person's matter: nothing here can renew it."""

    def __init__(self, server: str, secret: str | None, clock: Clock) -> None:
        self.server = server
        self._secret = token(secret)
        self._clock = clock
        self._budget = RateBudget(clock)
        self._client = HttpClient(
            server, clock=clock, budget=self._budget, classify=classify, max_answer=_MAX_ANSWER
        )
        self._streams: set[HttpClient] = set()
        self._slots = asyncio.Semaphore(_CONCURRENT)

    async def answer(self, path: str, params: Params | None = None) -> HttpResponse:
        """A read, with its headers."""
        return await self._send("GET", path, idempotent=True, params=params)

    async def one(self, path: str, params: Params | None = None) -> View:
        """A read that answers an object."""
        return (await self.answer(path, params)).object()

    async def many(self, path: str, params: Params | None = None) -> list[View]:
        """A read that answers a list of objects."""
        answer = await self.answer(path, params)
        value = answer.json()
        if not isinstance(value, list):
            raise lost("bad_answer", True, path=path, status=answer.status)
        return [dict(item) for item in as_items(value)]

    async def write(
        self,
        method: str,
        path: str,
        fields: Mapping[str, Any] | None = None,
        *,
        key: str | None = None,
        bucket: str = API,
    ) -> View:
        """A write; {} when it answers nothing. ``key`` makes a repeat within an hour answer the first result."""
        answer = await self._send(
            method,
            path,
            idempotent=False,
            json=dict(fields) if fields is not None else None,
            headers={"idempotency-key": key} if key else None,
            bucket=bucket,
        )
        return answer.object() if answer.content else {}

    async def status(self, one: str) -> View | None:
        """A status as it is now; None when it is deleted, or may no longer be seen by us."""
        try:
            found = await self.one(f"/api/v1/statuses/{segment(one)}")
        except Gone:
            return None
        return found if as_id(found.get("id")) else None

    async def relationship(self, account: str) -> Mapping[str, Any]:
        """How we stand to an account: ``blocking``, ``muting``..."""
        found = await self.many("/api/v1/accounts/relationships", [("id[]", account)])
        return next((as_map(one) for one in found if as_id(one.get("id")) == account), {})

    async def statuses(self, ids: Sequence[str]) -> dict[str, View]:
        """Those of these statuses that the server hands out in one go (4.3 and later; none on older ones)."""
        found: dict[str, View] = {}
        for start in range(0, len(ids), 20):
            part = ids[start : start + 20]
            try:
                views = await self.many("/api/v1/statuses", [("id[]", one) for one in part])
            except (Gone, Invalid):
                return found  # no such endpoint here: the caller asks for each one
            found.update({as_id(view.get("id")): view for view in views})
        return {one: found[one] for one in ids if one in found}

    def budget(self) -> dict[str, Any] | None:
        """What is left of the requests, as a channel's page shows it; None before the server said anything."""
        held = self._budget.bucket(API)
        if held is None:
            return None
        limit = as_count(held.limit) or 0
        used = max(limit - held.remaining, 0)
        return {"unit": "requests", "used": used, "limit": limit, "resets_at": held.reset_at}

    async def events(self, base: str, path: str) -> AsyncGenerator[str, None]:
        """The names of server-sent events at ``base``, a streaming server's address. Raises ConnectorError."""
        client = HttpClient(base, clock=self._clock, classify=classify, connections=1)
        self._streams.add(client)
        try:
            headers = {"authorization": f"Bearer {self._secret}", "accept": "text/event-stream"}
            async with aclosing(client.lines(path, headers=headers, quiet=_QUIET)) as lines:
                async for line in lines:
                    if line.startswith(b"event:"):
                        yield line[6:].strip().decode("ascii", "replace")
        finally:
            self._streams.discard(client)
            await client.close()

    async def close(self) -> None:
        """Release connections."""
        for client in (self._client, *self._streams):
            await client.close()

    # ------------------------------------------------------------------ inside

    async def _send(
        self,
        method: str,
        path: str,
        *,
        idempotent: bool,
        params: Params | None = None,
        json: Any = None,
        headers: Mapping[str, str] | None = None,
        bucket: str = API,
    ) -> HttpResponse:
        if not self._secret:
            raise AuthExpired(server=self.server)
        if not (self._secret.isascii() and self._secret.isprintable()):
            raise AuthExpired("bad_credentials", server=self.server)  # no token looks like that
        async with self._slots:
            return await self._client.request(
                method,
                path,
                idempotent=idempotent,
                params=params,
                json=json,
                headers={**(headers or {}), "authorization": f"Bearer {self._secret}"},
                bucket=bucket,
            )
