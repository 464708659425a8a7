"""Signing in through the browser: X's consent page, back to this machine on a fixed port, code for tokens (PKCE)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from console.connectors.answers import as_id, as_map, as_text
from console.connectors.http import HttpClient
from console.connectors.oauth import Pkce, ask_in_browser, authorize_url
from console.connectors.x import errors, names
from console.connectors.x.session import ask_for_tokens, tokens_from
from console.domain.errors import AuthMissingScope, ConnectorError, Invalid, UsageError
from console.domain.ports import Granted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.connectors.oauth import Browser, Words
    from console.domain.ports import Clock


async def sign_in(
    server: str, given: Mapping[str, str], browser: Browser, words: Words, clock: Clock
) -> Granted:
    """Lead a person through X's page; ``given`` holds client_id and, where it is another than usual, the port.

    The code of the answer lives half a minute: it is exchanged at once. Raises UsageError (need_missing, need_bad),
    what ``oauth.ask_in_browser`` raises, AuthMissingScope when reading was not allowed, Invalid ``bad_session``.
    """
    base = names.normalise_server(server)
    client_id = given.get("client_id", "").strip()
    if not client_id:
        raise UsageError("need_missing", need="client_id", kind="x")
    port = _port(given.get("port", ""))
    pair = Pkce.new()
    host = names.SIGN_IN_SERVER if base == names.DEFAULT_SERVER else base

    def page(redirect: str, state: str) -> str:
        return authorize_url(
            host + names.SIGN_IN_PATH,
            response_type="code",
            client_id=client_id,
            redirect_uri=redirect,
            scope=" ".join(names.SCOPES),
            state=state,
            code_challenge=pair.challenge,
            code_challenge_method="S256",
        )

    fields, redirect = await ask_in_browser(browser, page, port=port, path=names.CALLBACK, words=words)
    client = HttpClient(base, clock=clock, classify=errors.classify_sign_in)
    try:
        answer = await ask_for_tokens(
            client,
            {
                "grant_type": "authorization_code",
                "code": fields["code"],
                "client_id": client_id,
                "redirect_uri": redirect,
                "code_verifier": pair.verifier,
            },
        )
        tokens = tokens_from(answer, base, clock.now(), base)
        if tokens.scope and not {"tweet.read", "users.read"} <= set(tokens.scope.split()):
            raise AuthMissingScope(permission="tweet.read users.read")
        if not tokens.refresh:
            raise Invalid("bad_session", server=base)
        one, handle = await _account(client, tokens.access)
    finally:
        await client.close()
    secret = {
        "client_id": client_id,
        "refresh_token": tokens.refresh,
        "access_token": tokens.access,
        "expires_at": tokens.expires_at,
        "scope": tokens.scope,
    }
    return Granted(json.dumps(secret), handle, one)


def _port(given: str) -> int:
    text = str(given).strip()
    if not text:
        return names.PORT
    if not (text.isascii() and text.isdigit() and 1024 <= int(text[:6]) <= 65_535):
        raise UsageError("need_bad", need="port", value=text, known="1024-65535")
    return int(text)


async def _account(client: HttpClient, access: str) -> tuple[str, str]:
    """Whose sign-in this is; empty when it cannot be read now, the first pull finds it then."""
    try:
        answer = await client.request(
            "GET", "/2/users/me", idempotent=True, headers={"authorization": f"Bearer {access}"}
        )
        data = as_map(answer.object().get("data"))
    except ConnectorError:
        return "", ""
    return as_id(data.get("id")), as_text(data.get("username"))
