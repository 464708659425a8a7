"""Mastodon: ``SPEC`` without signing in, ``connect`` for one account, ``sign_in`` through the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.mastodon.spec import SPEC

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.connectors.mastodon.connector import MastodonConnector
    from console.connectors.oauth import Browser, Words
    from console.connectors.sessions import SessionStore
    from console.domain.comment import Channel
    from console.domain.ports import Clock, Granted

__all__ = ["SPEC", "connect", "sign_in"]


def connect(channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> MastodonConnector:
    """A connector for ``channel``; ``secret`` is an access token, which has no end and is never renewed.

    Options of the channel: ``history_days`` (how far a first pull reaches back, default 30), ``sweep_days`` (how old
    our statuses may be whose threads are read, default 30), ``mute_hours`` (how long a mute holds, default for good),
    ``forward_reports`` (send reports to the author's own instance too), ``report_rules`` (ids of the instance's rules
    that a report of a broken rule names), ``mention_all`` (replies call everybody whom the comment mentions),
    ``staff`` (a mute limits and a block suspends the account for everybody on the instance), ``watches`` (terms to look for). Raises UsageError (bad_server, server_not_https).
    """
    del sessions
    from console.connectors.mastodon.connector import MastodonConnector

    return MastodonConnector(channel, secret, clock)


async def sign_in(
    server: str, given: Mapping[str, str], browser: Browser, words: Words, clock: Clock
) -> Granted:
    """See ``signin.sign_in``."""
    from console.connectors.mastodon.signin import sign_in as lead

    return await lead(server, given, browser, words, clock)
