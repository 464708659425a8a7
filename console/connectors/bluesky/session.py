"""A signed-in account: app password login, rotating tokens under one lock, and the PDS where the account lives."""

from __future__ import annotations

import asyncio
import base64
import binascii
import json
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from console.connectors.addresses import check_base_url, is_loopback
from console.connectors.bluesky.errors import classify
from console.connectors.bluesky.names import is_did
from console.connectors.budget import RateBudget
from console.connectors.http import HttpClient, HttpResponse, Params
from console.domain.errors import (
    AuthExpired,
    EnvironmentFailure,
    ForbiddenByPlatform,
    Invalid,
    UsageError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.connectors.sessions import SessionStore
    from console.domain.ports import Clock

log = logging.getLogger(__name__)

_CREATE: Final = "/xrpc/com.atproto.server.createSession"
_REFRESH: Final = "/xrpc/com.atproto.server.refreshSession"
#: Threads of a large post are the largest answers there are.
_MAX_ANSWER: Final = 16 * 1024 * 1024
#: Requests in flight at once; a pull must not look like a flood.
_CONCURRENT: Final = 6


@dataclass(frozen=True, slots=True)
class Tokens:
    """One session as stored. ``server`` and ``identifier`` are those it was made with."""

    server: str
    identifier: str
    did: str
    handle: str
    pds: str
    access: str
    refresh: str

    def dump(self) -> dict[str, Any]:
        """The stored form."""
        return {"kind": "bluesky", **{name: getattr(self, name) for name in self.__slots__}}

    @classmethod
    def parse(cls, raw: Mapping[str, Any] | None) -> Tokens | None:
        """From the stored form; None when it is not a complete session."""
        if raw is None or raw.get("kind") != "bluesky":
            return None
        values = {name: raw.get(name) for name in cls.__slots__}
        if not all(isinstance(value, str) and value for value in values.values()):
            return None
        return cls(**{name: str(value) for name, value in values.items()})

    @property
    def app_password(self) -> bool:
        """Whether the session came from an app password and not from the account's main password."""
        return "appPass" in str(claims(self.access).get("scope", ""))


class Session:
    """Calls as one account. Signs in on first use; never logs in per call (300 log-ins a day are all one gets)."""

    def __init__(
        self, server: str, identifier: str, secret: str | None, sessions: SessionStore, clock: Clock
    ) -> None:
        self._server = server
        self._identifier = identifier
        self._secret = secret
        self._sessions = sessions
        self._clock = clock
        self._budget = RateBudget(clock)
        self._entry = self._client(server)
        self._homes: dict[str, HttpClient] = {}
        self._tokens: Tokens | None = None
        self._loaded = False
        self._lock = asyncio.Lock()
        self._slots = asyncio.Semaphore(_CONCURRENT)

    @property
    def budget(self) -> RateBudget:
        """What the server said is left."""
        return self._budget

    async def tokens(self) -> Tokens:
        """The present session, signing in if there is none. Raises AuthExpired, RateLimited, Transient..."""
        if self._tokens is None:
            await self._renew(None)
        assert self._tokens is not None
        return self._tokens

    async def query(self, nsid: str, params: Params | None = None) -> dict[str, Any]:
        """An XRPC query (a read) as this account; the JSON object it answers."""
        return (await self._call("GET", nsid, idempotent=True, params=params)).object()

    async def procedure(
        self, nsid: str, body: Mapping[str, Any], *, headers: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        """An XRPC procedure (a write) as this account; the JSON object it answers, {} when it answers nothing."""
        answer = await self._call("POST", nsid, idempotent=False, json=dict(body), headers=headers)
        return answer.object() if answer.content else {}

    async def close(self) -> None:
        """Release connections; the session stays valid and saved."""
        for client in (self._entry, *self._homes.values()):
            await client.close()

    # ------------------------------------------------------------------ inside

    async def _call(
        self,
        method: str,
        nsid: str,
        *,
        idempotent: bool,
        params: Params | None = None,
        json: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> HttpResponse:
        tokens = await self.tokens()
        try:
            return await self._send(method, nsid, tokens, idempotent, params, json, headers)
        except AuthExpired:
            # The token was refused before anything was done, so even a write may go once more.
            await self._renew(tokens.access)
        return await self._send(method, nsid, await self.tokens(), idempotent, params, json, headers)

    async def _send(
        self,
        method: str,
        nsid: str,
        tokens: Tokens,
        idempotent: bool,
        params: Params | None,
        json: Any,
        headers: Mapping[str, str] | None,
    ) -> HttpResponse:
        client = self._home(tokens.pds)
        async with self._slots:
            return await client.request(
                method,
                f"/xrpc/{nsid}",
                idempotent=idempotent,
                params=params,
                json=json,
                headers={**(headers or {}), "authorization": f"Bearer {tokens.access}"},
            )

    async def _renew(self, stale: str | None) -> None:
        """Have a session whose access token is not ``stale``; concurrent callers share one refresh."""
        async with self._lock:
            if self._tokens is not None and self._tokens.access != stale:
                return
            # Another process may have rotated the tokens meanwhile: what is stored counts before our own.
            stored = Tokens.parse(await self._load())
            if stored is not None and (stored.server, stored.identifier) != (self._server, self._identifier):
                stored = None
            if stored is not None and stored.access != stale:
                self._tokens = stored
                return
            fresh = await self._refresh(stored or self._tokens)
            if fresh is None:
                fresh = await self._log_in()
            await self._save(fresh)
            self._tokens = fresh

    async def _refresh(self, tokens: Tokens | None) -> Tokens | None:
        """New tokens by the refresh token; None when it is dead too."""
        if tokens is None:
            return None
        # A lost answer does no harm: the server accepts the same refresh token again for a grace period.
        try:
            answer = await self._home(tokens.pds).request(
                "POST", _REFRESH, idempotent=True, headers={"authorization": f"Bearer {tokens.refresh}"}
            )
        except (AuthExpired, Invalid):
            return None
        return self._from_answer(answer.object(), tokens.pds)

    async def _log_in(self) -> Tokens:
        if not self._secret:
            raise AuthExpired(server=self._server)
        try:
            answer = await self._entry.request(
                "POST",
                _CREATE,
                idempotent=True,
                json={"identifier": self._identifier, "password": self._secret},
            )
        except AuthExpired as error:
            if error.code == AuthExpired.default_code:
                raise AuthExpired("bad_credentials", server=self._server) from None
            raise
        return self._from_answer(answer.object(), self._server)

    def _from_answer(self, answer: Mapping[str, Any], pds: str) -> Tokens:
        did, handle = answer.get("did"), answer.get("handle")
        access, refresh = answer.get("accessJwt"), answer.get("refreshJwt")
        if not (isinstance(did, str) and is_did(did) and _token(access) and _token(refresh)):
            raise Invalid("bad_session", server=self._server)
        if answer.get("active") is False and answer.get("status") in ("takendown", "suspended"):
            raise ForbiddenByPlatform("account_inactive", server=self._server)
        home = self._allowed_home(pds_of(answer.get("didDoc")) or pds)
        return Tokens(
            self._server, self._identifier, did, str(handle or did), home, str(access), str(refresh)
        )

    def _allowed_home(self, url: str) -> str:
        """The PDS address from the account's DID document, unless it would lead the token astray."""
        try:
            home = check_base_url(url)
        except UsageError:
            raise Invalid("bad_pds", server=self._server) from None
        local = is_loopback(urlsplit(self._server).hostname)
        if is_loopback(urlsplit(home).hostname) and not local:
            raise Invalid("bad_pds", server=self._server)
        return home

    def _home(self, pds: str) -> HttpClient:
        if pds == self._server:
            return self._entry
        # More than one only when the account moves to another PDS while we run.
        if pds not in self._homes:
            self._homes[pds] = self._client(pds)
        return self._homes[pds]

    def _client(self, base_url: str) -> HttpClient:
        return HttpClient(
            base_url, clock=self._clock, budget=self._budget, classify=classify, max_answer=_MAX_ANSWER
        )

    async def _load(self) -> dict[str, Any] | None:
        # A Secret Service prompt can block for minutes: never in the loop.
        try:
            return await asyncio.to_thread(self._sessions.load)
        except EnvironmentFailure as error:
            log.warning("stored session not readable: %s", error.code)
            return None

    async def _save(self, tokens: Tokens) -> None:
        try:
            await asyncio.to_thread(self._sessions.save, tokens.dump())
        except EnvironmentFailure as error:
            # The tokens work for this process; the next one logs in again with the app password.
            log.warning("session not saved: %s", error.code)


def _token(value: object) -> bool:
    return isinstance(value, str) and bool(value) and value.isascii() and value.isprintable()


def pds_of(did_doc: object) -> str | None:
    """The address of the account's PDS in its DID document; None when there is none."""
    services = did_doc.get("service") if isinstance(did_doc, dict) else None
    for service in services if isinstance(services, list) else []:
        if isinstance(service, dict) and str(service.get("id", "")).endswith("#atproto_pds"):
            endpoint = service.get("serviceEndpoint")
            return endpoint if isinstance(endpoint, str) else None
    return None


def claims(token: str) -> dict[str, Any]:
    """The claims of a JWT, unverified: for hints only, never for a decision. {} when it cannot be read."""
    try:
        body = token.split(".")[1]
        read = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    except (IndexError, ValueError, binascii.Error):
        return {}
    return read if isinstance(read, dict) else {}
