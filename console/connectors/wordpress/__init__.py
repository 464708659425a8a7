"""WordPress: ``SPEC`` without signing in, and ``connect`` for one site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.wordpress.spec import SPEC

if TYPE_CHECKING:
    from console.connectors.sessions import SessionStore
    from console.connectors.wordpress.connector import WordPressConnector
    from console.domain.comment import Channel
    from console.domain.ports import Clock

__all__ = ["SPEC", "connect"]


def connect(channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> WordPressConnector:
    """A signed-out connector for ``channel``; ``secret`` is an application password, with or without its spaces.

    Options of the channel: ``history_days`` (how far back before the day it was connected comments are brought in;
    default: all of them). Raises UsageError (bad_server, server_not_https, bad_handle).
    """
    from console.connectors.wordpress.connector import WordPressConnector

    return WordPressConnector(channel, secret, sessions, clock)
