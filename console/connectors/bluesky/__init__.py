"""Bluesky: ``SPEC`` without signing in, and ``connect`` for one account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.bluesky.spec import SPEC

if TYPE_CHECKING:
    from console.connectors.bluesky.connector import BlueskyConnector
    from console.connectors.sessions import SessionStore
    from console.domain.comment import Channel
    from console.domain.ports import Clock

__all__ = ["SPEC", "connect"]


def connect(channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> BlueskyConnector:
    """A signed-out connector for ``channel``; ``secret`` is an app password.

    Options of the channel: ``history_days`` (how far a first pull reaches back, default 30), ``sweep_days`` (how old
    our posts may be whose threads are swept, default 30), ``labeler`` (DID of the moderation service that gets
    reports; default: the server's own choice), ``web_url`` (where permalinks point), ``watches`` (watch terms).
    Raises UsageError (bad_server, server_not_https, bad_handle).
    """
    from console.connectors.bluesky.connector import BlueskyConnector

    return BlueskyConnector(channel, secret, sessions, clock)
