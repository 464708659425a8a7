"""Which platforms there are: their specs, light to read, and how to make a connector for a channel."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from console.connectors.sessions import MemorySessionStore, SessionStore
from console.domain.comment import Channel
from console.domain.errors import UsageError
from console.domain.ports import Clock, Connector, PlatformSpec

__all__ = ["MemorySessionStore", "SessionStore", "connect", "kinds", "spec", "specs"]

# kind -> module with ``SPEC`` and ``connect(channel, secret, sessions, clock)``. A new platform is one line here.
_MODULES: Final = {
    "practice": "console.connectors.practice",
    "file": "console.connectors.manual",
    "bluesky": "console.connectors.bluesky",
}


def kinds() -> tuple[str, ...]:
    """The kinds that ``channel add`` knows, in the order in which they are offered."""
    return tuple(_MODULES)


def spec(kind: str) -> PlatformSpec:
    """What is known of a platform without signing in; UsageError ``unknown_kind`` when there is no such platform."""
    found = import_module(_module(kind)).SPEC
    assert isinstance(found, PlatformSpec)
    return found


def specs() -> tuple[PlatformSpec, ...]:
    """All platforms, in the order in which they are offered."""
    return tuple(spec(kind) for kind in _MODULES)


def connect(channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> Connector:
    """A signed-out connector for ``channel``: no network is touched before its first method is awaited.

    Raises UsageError (unknown_kind, bad_server, server_not_https).
    """
    connector: Connector = import_module(_module(channel.kind)).connect(channel, secret, sessions, clock)
    return connector


def _module(kind: str) -> str:
    module = _MODULES.get(kind)
    if module is None:
        raise UsageError("unknown_kind", kind=kind, known=list(_MODULES))
    return module
