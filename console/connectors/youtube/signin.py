"""Signing in through the browser: Google's consent page, back to this machine, code for tokens (PKCE, RFC 7636)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from console.connectors.answers import as_count
from console.connectors.http import HttpClient
from console.connectors.oauth import Pkce, ask_in_browser, authorize_url
from console.connectors.sessions import MemorySessionStore
from console.connectors.youtube import errors, names
from console.connectors.youtube.lookup import Lookup
from console.connectors.youtube.session import (
    Secret,
    Session,
    ask_for_tokens,
    normalise_server,
    token_server,
    tokens_from,
)
from console.connectors.youtube.spec import DAILY_UNITS
from console.domain.errors import AuthMissingScope, ConnectorError, Invalid, UsageError
from console.domain.ports import Granted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.connectors.oauth import Browser, Words
    from console.domain.ports import Clock


async def sign_in(
    server: str, given: Mapping[str, str], browser: Browser, words: Words, clock: Clock
) -> Granted:
    """Ask a person to allow moderation of one channel; the secret and the channel that it is for.

    Raises UsageError ``need_missing``, what ``oauth.ask_in_browser`` raises, AuthMissingScope when the person left
    the permission out, Invalid ``bad_session`` when no lasting sign-in came of it.
    """
    base = normalise_server(server)
    client_id, client_secret = given.get("client_id", "").strip(), given.get("client_secret", "").strip()
    if not client_id:
        raise UsageError("need_missing", need="client_id", kind="youtube")
    pair = Pkce.new()
    host = names.SIGN_IN_SERVER if base == names.DEFAULT_SERVER else base

    def page(redirect: str, state: str) -> str:
        return authorize_url(
            host + names.SIGN_IN_PATH,
            client_id=client_id,
            redirect_uri=redirect,
            response_type="code",
            scope=names.SCOPE,
            code_challenge=pair.challenge,
            code_challenge_method="S256",
            # Both are needed for a sign-in that outlives the hour: Google gives a refresh token at consent only.
            access_type="offline",
            prompt="consent",
            state=state,
        )

    fields, redirect = await ask_in_browser(browser, page, path="/", words=words)
    door = HttpClient(token_server(base), clock=clock, classify=errors.classify_sign_in)
    try:
        answer = await ask_for_tokens(
            door,
            {
                "client_id": client_id,
                "client_secret": client_secret,
                "code": fields["code"],
                "code_verifier": pair.verifier,
                "redirect_uri": redirect,
                "grant_type": "authorization_code",
            },
        )
    finally:
        await door.close()
    tokens = tokens_from(answer, base, clock.now(), base)
    if tokens.scope and names.SCOPE not in tokens.scope.split():
        raise AuthMissingScope(permission=names.SCOPE)
    if not tokens.refresh:
        raise Invalid("bad_session", server=base)
    parts: dict[str, str | int] = {
        "client_id": client_id,
        "client_secret": client_secret,
        "refresh_token": tokens.refresh,
    }
    # Google ends sign-ins of an app in "Testing" after seven days, and says so here.
    lasts = as_count(answer.get("refresh_token_expires_in"))
    if lasts:
        parts["ends_at"] = clock.now() + lasts
    channel = await _channel(base, tokens.access, clock)
    return Granted(secret=json.dumps(parts), handle=channel, remote_id=channel)


async def _channel(server: str, access: str, clock: Clock) -> str:
    """The channel that was chosen at consent; empty when it cannot be read now, the first pull finds it then."""
    session = Session(
        server, Secret(access_token=access), MemorySessionStore(), clock, daily_units=DAILY_UNITS
    )
    try:
        return (await Lookup(session, clock).mine()).id
    except ConnectorError:
        return ""
    finally:
        await session.close()
