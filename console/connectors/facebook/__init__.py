"""A Facebook Page: ``SPEC`` without signing in, and ``connect`` for one Page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.facebook.spec import SPEC

if TYPE_CHECKING:
    from console.connectors.facebook.connector import FacebookConnector
    from console.connectors.sessions import SessionStore
    from console.domain.comment import Channel
    from console.domain.ports import Clock

__all__ = ["SPEC", "connect"]


def connect(channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> FacebookConnector:
    """A signed-out connector for ``channel``; ``secret`` is a Page, system-user or long-lived user token.

    ``channel.handle`` is the Page's id, name or address; it may be empty where the token reaches one Page only.
    Options of the channel: ``posts`` (how many of the newest posts are watched, 1 to 500, default 200),
    ``history_days`` (of older posts only new comments come in; default: any age).
    Raises UsageError (bad_server, server_not_https).
    """
    from console.connectors.facebook.connector import FacebookConnector

    return FacebookConnector(channel, secret, sessions, clock)
