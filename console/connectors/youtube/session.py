"""A signed-in Google account: tokens that are renewed under one lock, and the day's units counted at every call."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.connectors.addresses import check_base_url
from console.connectors.answers import as_count, as_text
from console.connectors.budget import RateBudget
from console.connectors.http import HttpClient, HttpResponse
from console.connectors.spending import Meter, pacific_day, project_of
from console.connectors.tokens import TokenKeeper, Tokens
from console.connectors.youtube import errors, names
from console.connectors.youtube.spec import READ, WRITE
from console.domain.errors import AuthExpired, Invalid, UsageError

if TYPE_CHECKING:
    from console.connectors.sessions import SessionStore
    from console.domain.ports import Clock

#: The share of the day's units that reads leave for decisions: 40 writes of 10,000 units.
_RESERVE: Final = 5
_MAX_ANSWER: Final = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Secret:
    """What a person gave: the three parts of a sign-in, or one access token that cannot be renewed."""

    client_id: str = ""
    client_secret: str = ""
    refresh_token: str = ""
    access_token: str = ""
    ends_at: int | None = None  # UTC seconds at which Google ends the sign-in, where it said so

    @classmethod
    def parse(cls, raw: str | None, *, own_server: bool) -> Secret | None:
        """From what is kept as the secret. UsageError ``youtube_bad_secret`` for anything else.

        ``own_server``: the server is not YouTube's, and one word is an access token.
        """
        if not raw or not raw.strip():
            return None
        text = raw.strip()
        try:
            parts = json.loads(text) if text.startswith("{") else None
        except (ValueError, RecursionError):
            raise UsageError("youtube_bad_secret") from None
        if parts is None:
            if not own_server or not _word(text):
                raise UsageError("youtube_bad_secret")
            return cls(access_token=text)
        given = {name: as_text(parts.get(name)).strip() for name in cls.__slots__ if name != "ends_at"}
        renewable = given["client_id"] and given["refresh_token"]
        if not (renewable or given["access_token"]) or not all(_word(one) for one in given.values() if one):
            raise UsageError("youtube_bad_secret")
        return cls(**given, ends_at=as_count(parts.get("ends_at")))


def _word(text: str) -> bool:
    return text.isascii() and text.isprintable() and " " not in text


class Session:
    """Calls as one account. Signs in on first use; raises the errors of ``errors`` and of the HTTP client."""

    def __init__(
        self, server: str, secret: Secret | None, sessions: SessionStore, clock: Clock, *, daily_units: int
    ) -> None:
        self.server = server
        self.meter = Meter(clock, daily_units, pacific_day, "units", reserve=daily_units // _RESERVE)
        self.ends_at = None if secret is None else secret.ends_at
        self._secret, self._clock = secret, clock
        hook = errors.classifier(clock.now, self.meter.exhausted)
        self._api = HttpClient(
            server, clock=clock, budget=RateBudget(clock), classify=hook, max_answer=_MAX_ANSWER
        )
        self._door = HttpClient(token_server(server), clock=clock, classify=errors.classify_sign_in)
        renewable = secret is not None and bool(secret.refresh_token)
        self._keeper = TokenKeeper(
            _first(server, secret), sessions, clock, self._renew if renewable else None
        )
        self._scope = ""

    @property
    def project(self) -> str:
        """The project whose units are spent, as far as the sign-in tells: a client id belongs to one."""
        return project_of("youtube", self.server, self._secret.client_id if self._secret else "")

    @property
    def expires_at(self) -> int | None:
        """UTC seconds at which the sign-in ends as far as known; what is renewed by itself has no end."""
        renewable = self._secret is not None and self._secret.refresh_token
        return self.ends_at if renewable else self._keeper.expires_at

    @property
    def scope(self) -> str:
        """What the present token may do, where Google said so; known after the first call."""
        return self._scope

    async def read(self, name: str, params: Mapping[str, Any]) -> dict[str, Any]:
        """A GET of ``name`` (a collection of the API); the object it answers. Costs one unit."""
        self.meter.check(READ, write=False)
        return (await self._call("GET", name, params, READ, idempotent=True)).object()

    async def write(
        self, method: str, name: str, params: Mapping[str, Any], body: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """A change; the object it answers, {} when it answers nothing. Costs 50 units. Never repeated by itself."""
        self.meter.check(WRITE, write=True)
        answer = await self._call(method, name, params, WRITE, idempotent=False, json=body)
        return answer.object() if answer.content.strip() else {}

    async def close(self) -> None:
        """Release connections; the sign-in stays valid and saved."""
        await self._api.close()
        await self._door.close()

    # ------------------------------------------------------------------ inside

    async def _call(
        self,
        method: str,
        name: str,
        params: Mapping[str, Any],
        units: int,
        *,
        idempotent: bool,
        json: Mapping[str, Any] | None = None,
    ) -> HttpResponse:
        if self._secret is None:
            raise AuthExpired()
        tokens = await self._keeper.tokens()
        for last in (False, True):
            self._scope = tokens.scope
            self.meter.spend(units)
            try:
                return await self._api.request(
                    method,
                    names.API + name,
                    idempotent=idempotent,
                    params={key: value for key, value in params.items() if value != ""},
                    json=None if json is None else dict(json),
                    headers={"authorization": f"Bearer {tokens.access}"},
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
            "client_id": self._secret.client_id,
            "client_secret": self._secret.client_secret,
            "refresh_token": old.refresh,
            "grant_type": "refresh_token",
        }
        try:
            answer = await ask_for_tokens(self._door, fields)
            return tokens_from(answer, old.issuer, self._clock.now(), self.server)
        except Invalid as error:
            # Whatever was asked for did nothing wrong: it is the sign-in that a person must look at.
            raise AuthExpired("bad_session", **{**error.params, "server": self.server}) from None


async def ask_for_tokens(door: HttpClient, fields: Mapping[str, str]) -> dict[str, Any]:
    """One request to the token endpoint. Google keeps a refresh token valid, so that a lost answer does no harm."""
    # A desktop client's secret may be empty: then it is not sent.
    data = {key: value for key, value in fields.items() if value}
    return (await door.request("POST", names.TOKEN_PATH, idempotent=True, data=data)).object()


def tokens_from(answer: Mapping[str, Any], issuer: str, now: int, server: str) -> Tokens:
    """Tokens in an answer of the token endpoint. Raises Invalid ``bad_session``."""
    access, refresh = as_text(answer.get("access_token")), as_text(answer.get("refresh_token"))
    if not access or not _word(access):
        raise Invalid("bad_session", server=server)
    lasts = as_count(answer.get("expires_in"))
    return Tokens(
        issuer, access, refresh, None if lasts is None else now + lasts, as_text(answer.get("scope"))
    )


def token_server(server: str) -> str:
    """Where tokens are asked for: Google's host, or the one server that stands for all hosts."""
    return names.TOKEN_SERVER if server == names.DEFAULT_SERVER else server


def normalise_server(server: str) -> str:
    """The base address of the API. Raises UsageError (bad_server, server_not_https)."""
    return check_base_url(server) if server.strip() else names.DEFAULT_SERVER


def _first(server: str, secret: Secret | None) -> Tokens | None:
    if secret is None:
        return None
    # A new sign-in makes what is stored of an older one somebody else's: Google rotates no refresh tokens.
    given = secret.refresh_token or secret.access_token
    issuer = f"{server}#{hashlib.sha256(given.encode()).hexdigest()[:16]}"
    return Tokens(issuer, secret.access_token, secret.refresh_token)
