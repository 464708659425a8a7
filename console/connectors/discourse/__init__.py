"""Discourse: ``SPEC`` without signing in, and ``connect`` for one forum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.discourse.spec import SPEC

if TYPE_CHECKING:
    from console.connectors.discourse.connector import DiscourseConnector
    from console.connectors.sessions import SessionStore
    from console.domain.comment import Channel
    from console.domain.ports import Clock

__all__ = ["SPEC", "connect"]


def connect(channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> DiscourseConnector:
    """A signed-out connector for ``channel``; ``secret`` is an API key, ``handle`` the user in whose name it acts.

    Options of the channel: ``history_days`` (how far back posts are brought in, default 30), ``silence_days`` (how long
    a block lasts, default 30), ``requests_per_minute`` (what the forum allows, default 60).
    Raises UsageError (bad_server, server_not_https, bad_handle).
    """
    from console.connectors.discourse.connector import DiscourseConnector

    del sessions  # an API key does not rotate
    return DiscourseConnector(channel, secret, clock)
