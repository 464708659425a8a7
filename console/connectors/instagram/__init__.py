"""Instagram, a professional account: ``SPEC`` without signing in, and ``connect`` for one account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.instagram.spec import SPEC

if TYPE_CHECKING:
    from console.connectors.instagram.connector import InstagramConnector
    from console.connectors.sessions import SessionStore
    from console.domain.comment import Channel
    from console.domain.ports import Clock

__all__ = ["SPEC", "connect"]


def connect(channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> InstagramConnector:
    """A signed-out connector for ``channel``; ``secret`` is a long-lived token.

    Options of the channel: ``login`` (``instagram``: a token made by Instagram Login; ``facebook``: one of a person,
    Page or system user to which the account is linked), ``posts`` (how many of the newest are watched, 1 to 500,
    default 200), ``history_days`` (of older posts only new comments come in; default: any age).
    ``channel.handle`` is the account's name or number; it may be empty where the token reaches one account only.
    Raises UsageError (bad_server, server_not_https).
    """
    from console.connectors.instagram.connector import InstagramConnector

    return InstagramConnector(channel, secret, sessions, clock)
