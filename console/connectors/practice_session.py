"""The practice network's sign-in: a short-lived token, renewed under one lock, and every call made with it."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from console.connectors.budget import RateBudget
from console.connectors.http import Classify, HttpClient, HttpResponse
from console.domain.errors import AuthExpired, EnvironmentFailure, Transient

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.connectors.sessions import SessionStore
    from console.domain.ports import Clock

log = logging.getLogger(__name__)


class PracticeSession:
    """Calls as one account. Signs in on first use; ``server`` is the network's URL."""

    def __init__(
        self,
        server: str,
        handle: str,
        password: str,
        sessions: SessionStore,
        clock: Clock,
        classify: Classify,
    ) -> None:
        self._handle = handle
        self._password = password
        self._sessions = sessions
        self._client = HttpClient(
            server, clock=clock, budget=RateBudget(clock), timeout=10.0, classify=classify
        )
        self._held: dict[str, Any] | None = None
        self._lock = asyncio.Lock()

    @property
    def server(self) -> str:
        """The URL that is called."""
        return self._client.base_url

    async def call(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        params: Mapping[str, str] | None = None,
    ) -> HttpResponse:
        """One call of the API. Raises any ConnectorError; AuthExpired only when a new token is refused as well."""
        token = await self._token(None)
        try:
            return await self._send(method, path, token, body, params)
        except AuthExpired:
            # Refused before anything was done, so even a write may go once more.
            token = await self._token(token)
        return await self._send(method, path, token, body, params)

    async def close(self) -> None:
        """Release connections; the session stays valid and saved."""
        await self._client.close()

    # ------------------------------------------------------------------ inside

    async def _send(
        self,
        method: str,
        path: str,
        token: str,
        body: Mapping[str, Any] | None,
        params: Mapping[str, str] | None,
    ) -> HttpResponse:
        return await self._client.request(
            method,
            path,
            idempotent=method == "GET",
            params=params,
            json=dict(body) if body is not None else None,
            headers={"authorization": f"Bearer {token}"},
            bucket="practice",
        )

    async def _token(self, stale: str | None) -> str:
        """An access token that is not ``stale``; concurrent callers share one sign-in."""
        async with self._lock:
            if self._held is None or self._held["access_token"] == stale:
                # Another process may have renewed it meanwhile, so what is stored counts first.
                stored = await self._load()
                if stored is None or stored["access_token"] == stale:
                    stored = await self._renew(stored or self._held)
                    await self._save(stored)
                self._held = stored
            return str(self._held["access_token"])

    async def _renew(self, session: Mapping[str, Any] | None) -> dict[str, Any]:
        if session is not None:
            try:
                return await self._sign_in("/refresh", {"refresh_token": session["refresh_token"]})
            except AuthExpired:
                pass  # used up, or the network was reset: the password still holds
        return await self._sign_in("", {"account": self._handle, "password": self._password})

    async def _sign_in(self, below: str, body: Mapping[str, Any]) -> dict[str, Any]:
        # Idempotent in effect: a lost answer leaves a token behind that nobody knows.
        answer = await self._client.request(
            "POST", f"/api/v1/session{below}", idempotent=True, json=dict(body), bucket="practice"
        )
        told = answer.object()
        session = {name: told.get(name) for name in ("access_token", "refresh_token")}
        if not all(isinstance(value, str) and value for value in session.values()):
            raise Transient("bad_answer", path="/api/v1/session")
        return {**self._mine(), **session}

    def _mine(self) -> dict[str, Any]:
        return {"kind": "practice", "server": self.server, "handle": self._handle}

    async def _load(self) -> dict[str, Any] | None:
        # A keyring can block for minutes: never in the loop.
        try:
            stored = await asyncio.to_thread(self._sessions.load)
        except EnvironmentFailure as error:
            log.warning("stored session not readable: %s", error.code)
            return None
        if stored is None or not self._mine().items() <= stored.items():
            return None
        tokens = (stored.get("access_token"), stored.get("refresh_token"))
        return stored if all(isinstance(token, str) for token in tokens) else None

    async def _save(self, session: dict[str, Any]) -> None:
        try:
            await asyncio.to_thread(self._sessions.save, session)
        except EnvironmentFailure as error:
            # The tokens work for this process; the next one signs in again.
            log.warning("session not saved: %s", error.code)
