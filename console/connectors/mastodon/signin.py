"""Signing in through the browser: an app registered with the instance for this once, a redirect to this machine, PKCE."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_id, as_text, as_yes
from console.connectors.http import HttpClient
from console.connectors.mastodon.errors import classify
from console.connectors.mastodon.names import SCOPES, normalise_server
from console.connectors.mastodon.staff import STAFF_SCOPES
from console.connectors.oauth import Pkce, ask_in_browser, authorize_url
from console.domain.errors import AuthExpired, ConnectorError, EnvironmentFailure, Invalid
from console.domain.ports import Granted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.connectors.oauth import Browser, Words
    from console.domain.ports import Clock

_NAME: Final = "Vigie"
_PATH: Final = "/cb"


async def sign_in(
    server: str, given: Mapping[str, str], browser: Browser, words: Words, clock: Clock
) -> Granted:
    """Lead a person through the instance's own page; the token that comes of it has no end.

    Raises UsageError (bad_server...), EnvironmentFailure ``port_taken``, ForbiddenByPlatform ``sign_in_refused``,
    AuthExpired (``sign_in_timeout``, ``bad_credentials``) and what a server that is no Mastodon gives.
    """
    base = normalise_server(server, given.get("handle", ""))
    wanted = " ".join((*SCOPES, *STAFF_SCOPES) if as_yes(given.get("staff")) else SCOPES)
    client = HttpClient(base, clock=clock, classify=classify)
    try:
        pkce = Pkce.new() if await _knows_pkce(client) else None
        # The app is registered for one address, so the port is chosen before.
        port = _free_port()
        app = await _register(client, f"http://127.0.0.1:{port}{_PATH}", wanted)
        key, secret = as_text(app.get("client_id")), as_text(app.get("client_secret"))

        def page(redirect: str, state: str) -> str:
            proof = {"code_challenge": pkce.challenge, "code_challenge_method": "S256"} if pkce else {}
            return authorize_url(
                f"{base}/oauth/authorize",
                response_type="code",
                client_id=key,
                redirect_uri=redirect,
                scope=wanted,
                state=state,
                **proof,
            )

        fields, redirect = await ask_in_browser(browser, page, port=port, path=_PATH, words=words)
        form = {
            "grant_type": "authorization_code",
            "code": fields["code"],
            "client_id": key,
            "client_secret": secret,
            "redirect_uri": redirect,
            "scope": wanted,
            **({"code_verifier": pkce.verifier} if pkce else {}),
        }
        try:
            answer = (await client.request("POST", "/oauth/token", idempotent=False, data=form)).object()
        except Invalid:
            raise AuthExpired("bad_credentials", server=base) from None
        token = as_text(answer.get("access_token"))
        if not token:
            raise Invalid("bad_session", server=base)
        account = await _account(client, token)
    finally:
        await client.close()
    return Granted(token, as_text(account.get("acct")), as_id(account.get("id")))


async def _knows_pkce(client: HttpClient) -> bool:
    """Whether the instance says that it checks a proof key (4.3 and later)."""
    try:
        answer = await client.request("GET", "/.well-known/oauth-authorization-server", idempotent=True)
        methods = answer.object().get("code_challenge_methods_supported")
    except ConnectorError as error:
        if error.code in ("offline", "tls_failed", "proxy_failed"):
            raise
        return False
    return isinstance(methods, list) and "S256" in methods


async def _register(client: HttpClient, redirect: str, wanted: str) -> dict[str, Any]:
    """An app of our own on this instance. Raises Invalid ``not_mastodon`` where there is no such thing."""
    body = {"client_name": _NAME, "redirect_uris": redirect, "scopes": wanted}
    try:
        app = (await client.request("POST", "/api/v1/apps", idempotent=False, data=body)).object()
    except ConnectorError as error:
        if error.code in ("gone", "invalid", "redirected", "bad_answer", "mastodon_refused"):
            raise Invalid("not_mastodon", server=client.base_url) from None
        raise
    if not as_text(app.get("client_id")):
        raise Invalid("not_mastodon", server=client.base_url)
    return app


async def _account(client: HttpClient, token: str) -> dict[str, Any]:
    answer = await client.request(
        "GET",
        "/api/v1/accounts/verify_credentials",
        idempotent=True,
        headers={"authorization": f"Bearer {token}"},
    )
    return answer.object()


def _free_port() -> int:
    """A TCP port of 127.0.0.1 that nobody listens on right now. Raises EnvironmentFailure ``port_taken``."""
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", 0))
        except OSError:
            raise EnvironmentFailure("port_taken", port=0) from None
        return int(probe.getsockname()[1])
