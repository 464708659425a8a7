"""A signed-in account on X: tokens that are renewed under one lock, and the money counted at every call."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_count, as_text
from console.connectors.budget import RateBudget
from console.connectors.http import HttpClient, HttpResponse
from console.connectors.spending import project_of
from console.connectors.tokens import TokenKeeper, Tokens
from console.connectors.x import errors, names
from console.domain.errors import AuthExpired, Invalid, Transient, UnknownOutcome, UsageError

if TYPE_CHECKING:
    from console.connectors.sessions import SessionStore
    from console.connectors.x.money import Money
    from console.domain.ports import Clock

#: How long an access token holds where nobody says, in seconds.
_LASTS: Final = 7_200


@dataclass(frozen=True, slots=True)
class Secret:
    """What a person gave: a sign-in that is renewed, or one access token that is not."""

    client_id: str = ""
    refresh_token: str = ""
    access_token: str = ""
    expires_at: int | None = None  # UTC seconds at which ``access_token`` ends, where known
    scope: str = ""

    @property
    def lasting(self) -> bool:
        """Whether it can be renewed."""
        return bool(self.client_id and self.refresh_token)

    @classmethod
    def parse(cls, raw: str | None) -> Secret | None:
        """From what is kept as the secret. UsageError ``x_bad_secret`` for anything else."""
        text = (raw or "").strip()
        if not text:
            return None
        try:
            parts = json.loads(text) if text.startswith("{") else None
        except (ValueError, RecursionError):
            raise UsageError("x_bad_secret") from None
        if parts is None:
            if not word(text):
                raise UsageError("x_bad_secret")
            return cls(access_token=text)
        names_ = ("client_id", "refresh_token", "access_token")
        given = {name: as_text(parts.get(name)).strip() for name in names_}
        one = cls(
            **given, expires_at=as_count(parts.get("expires_at")), scope=as_text(parts.get("scope")).strip()
        )
        if not (one.lasting or one.access_token) or not all(word(part) for part in given.values() if part):
            raise UsageError("x_bad_secret")
        return one


def word(text: str) -> bool:
    """Whether a header could carry it: no token has spaces or other letters."""
    return text.isascii() and text.isprintable() and " " not in text


class Session:
    """Calls as one account. Signs in on first use; raises the errors of ``errors`` and of the HTTP client."""

    def __init__(
        self, server: str, secret: Secret | None, sessions: SessionStore, clock: Clock, money: Money
    ) -> None:
        self.server, self.money = server, money
        self._secret, self._clock = secret, clock
        self._budget = RateBudget(clock)
        hook = errors.classifier(clock.now)
        self._api = HttpClient(server, clock=clock, budget=self._budget, classify=hook)
        self._door = HttpClient(server, clock=clock, classify=errors.classify_sign_in)
        self.lasting = secret is not None and secret.lasting
        self._keeper = TokenKeeper(
            _first(server, secret), sessions, clock, self._renew if self.lasting else None
        )
        self._scope = ""

    @property
    def project(self) -> tuple[str, bool]:
        """The developer app that is charged: known by its client id, else by the token; whether that is a passing name."""
        one = self._secret or Secret()
        return project_of("x", self.server, one.client_id or one.access_token), not one.client_id

    @property
    def expires_at(self) -> int | None:
        """UTC seconds at which the sign-in ends, as far as known; what is renewed by itself has no end."""
        return None if self.lasting else self._keeper.expires_at

    @property
    def scope(self) -> str:
        """What the present token may do, where X said so; known after the first call."""
        return self._scope

    async def read(self, path: str, params: Mapping[str, Any], *, bucket: str) -> dict[str, Any]:
        """A GET below ``/2``; the object it answers. What it costs is counted by who reads the answer."""
        answer = await self._call("GET", path, idempotent=True, params=params, bucket=bucket)
        return answer.object()

    async def write(
        self, method: str, path: str, body: Mapping[str, Any] | None = None, *, bucket: str, price: int
    ) -> dict[str, Any]:
        """A change; what its answer holds under ``data``. Never repeated by itself.

        Raises UnknownOutcome where the answer does not say what became of it.
        """
        answer = await self._call(method, path, idempotent=False, json=body, bucket=bucket)
        self.money.spend(price)
        data = answer.object().get("data")
        if not isinstance(data, dict):
            raise UnknownOutcome("bad_answer", path=path, status=answer.status)
        return data

    async def close(self) -> None:
        """Release connections; the sign-in stays valid and saved."""
        await self._api.close()
        await self._door.close()

    # ------------------------------------------------------------------ inside

    async def _call(
        self,
        method: str,
        path: str,
        *,
        idempotent: bool,
        bucket: str,
        params: Mapping[str, Any] | None = None,
        json: Mapping[str, Any] | None = None,
    ) -> HttpResponse:
        if self._secret is None:
            raise AuthExpired(server=self.server)
        tokens = await self._keeper.tokens()
        for last in (False, True):
            self._scope = tokens.scope
            try:
                return await self._api.request(
                    method,
                    f"/2{path}",
                    idempotent=idempotent,
                    params={key: value for key, value in (params or {}).items() if value not in ("", None)},
                    json=None if json is None else dict(json),
                    headers={"authorization": f"Bearer {tokens.access}"},
                    bucket=bucket,
                )
            except AuthExpired:
                if last:
                    raise
                # The token was refused before anything was done, so even a write may go once more.
                tokens = await self._keeper.after_refusal(tokens.access)
        raise AssertionError("unreachable")

    async def _renew(self, old: Tokens) -> Tokens:
        assert self._secret is not None
        fields = {
            "grant_type": "refresh_token",
            "refresh_token": old.refresh,
            "client_id": self._secret.client_id,
        }
        try:
            answer = await ask_for_tokens(self._door, fields)
            return tokens_from(answer, old.issuer, self._clock.now(), self.server)
        except UnknownOutcome as error:
            # What the renewal was for has not left. If X did rotate, it refuses the old token next time and says so.
            raise Transient(error.code, **error.params) from None
        except Invalid as error:
            raise AuthExpired("bad_session", **{**error.params, "server": self.server}) from None


async def ask_for_tokens(door: HttpClient, fields: Mapping[str, str]) -> dict[str, Any]:
    """One request to the token endpoint, never repeated: codes and refresh tokens are good for one."""
    answer = await door.request("POST", names.TOKEN_PATH, idempotent=False, data=fields)
    return answer.object()


def tokens_from(answer: Mapping[str, Any], issuer: str, now: int, server: str) -> Tokens:
    """Tokens in an answer of the token endpoint. Raises Invalid ``bad_session``."""
    access, refresh = as_text(answer.get("access_token")), as_text(answer.get("refresh_token"))
    if not access or not word(access) or not word(refresh or "x"):
        raise Invalid("bad_session", server=server)
    lasts = as_count(answer.get("expires_in"))
    ends = now + (_LASTS if lasts is None else lasts)
    return Tokens(issuer, access, refresh, ends, as_text(answer.get("scope")), now)


def _first(server: str, secret: Secret | None) -> Tokens | None:
    if secret is None:
        return None
    # A new sign-in makes what is stored of an older one somebody else's.
    given = secret.refresh_token or secret.access_token
    issuer = f"{server}#{hashlib.sha256(given.encode()).hexdigest()[:16]}"
    return Tokens(issuer, secret.access_token, secret.refresh_token, secret.expires_at, secret.scope)
