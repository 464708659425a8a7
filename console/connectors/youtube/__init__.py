"""YouTube: ``SPEC`` without signing in, ``connect`` for one channel, ``sign_in`` through the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.youtube.spec import SPEC

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.connectors.oauth import Browser, Words
    from console.connectors.sessions import SessionStore
    from console.connectors.youtube.connector import YoutubeConnector
    from console.domain.comment import Channel
    from console.domain.ports import Clock, Granted

__all__ = ["SPEC", "connect", "sign_in"]


def connect(channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> YoutubeConnector:
    """A signed-out connector for ``channel``.

    ``secret`` is JSON of client_id, client_secret and refresh_token; for another server than YouTube's own, one word
    is taken as an access token as it is. Options of the channel: ``videos`` (ids or addresses; only these instead of
    the whole channel), ``history_days`` (how far back before it was connected
    comments are taken, default: all), ``sweep_days`` (how old
    threads may be that are looked at again in turn, default 30), ``daily_units`` (the quota, default 10,000).
    Raises UsageError (bad_server, server_not_https, bad_handle, youtube_bad_secret).
    """
    from console.connectors.youtube.connector import YoutubeConnector

    return YoutubeConnector(channel, secret, sessions, clock)


async def sign_in(
    server: str, given: Mapping[str, str], browser: Browser, words: Words, clock: Clock
) -> Granted:
    """Lead a person through Google's consent page; ``given`` holds client_id and client_secret.

    Raises UsageError, EnvironmentFailure and ConnectorError, see ``signin.sign_in``.
    """
    from console.connectors.youtube.signin import sign_in as run

    return await run(server, given, browser, words, clock)
