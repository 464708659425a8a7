"""Threads: ``SPEC`` without signing in, and ``connect`` for one account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.threads.spec import SPEC

if TYPE_CHECKING:
    from console.connectors.sessions import SessionStore
    from console.connectors.threads.connector import ThreadsConnector
    from console.domain.comment import Channel
    from console.domain.ports import Clock

__all__ = ["SPEC", "connect"]


def connect(channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> ThreadsConnector:
    """A signed-out connector for ``channel``; ``secret`` is a long-lived token of the account.

    Options of the channel: ``watches`` (a list of ``{"kind": "keyword" or "hashtag", "text": "..."}``), ``posts`` (how
    many of the newest posts are watched, 1 to 500, default 200), ``history_days`` (of older posts only new comments come in; default: any).
    Raises UsageError (bad_server, server_not_https).
    """
    from console.connectors.threads.connector import ThreadsConnector

    return ThreadsConnector(channel, secret, sessions, clock)
