"""X: ``SPEC`` without signing in, ``connect`` for one account, ``sign_in`` through the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.x.spec import SPEC

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.connectors.oauth import Browser, Words
    from console.connectors.sessions import SessionStore
    from console.connectors.x.connector import XConnector
    from console.domain.comment import Channel
    from console.domain.ports import Clock, Granted

__all__ = ["SPEC", "connect", "sign_in"]


def connect(channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> XConnector:
    """A signed-out connector for ``channel``.

    ``secret`` is an access token as it is, or JSON of client_id and refresh_token. Options of the channel:
    ``monthly_cap`` (dollars that pulls may spend in a UTC month, default 10), ``owned_app`` (the token's user owns the
    developer app, and reads of our own mentions cost less), ``replies_call`` (a plain reply under a post of ours counts
    as calling us, so that it may be answered from here), ``watches`` (terms to look for). Raises UsageError
    (bad_server, server_not_https, x_bad_secret).
    """
    from console.connectors.x.connector import XConnector

    return XConnector(channel, secret, sessions, clock)


async def sign_in(
    server: str, given: Mapping[str, str], browser: Browser, words: Words, clock: Clock
) -> Granted:
    """See ``signin.sign_in``."""
    from console.connectors.x.signin import sign_in as lead

    return await lead(server, given, browser, words, clock)
