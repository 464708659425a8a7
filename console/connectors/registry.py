"""Which platforms there are: their specs, light to read, and how to make a connector for a channel."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from console import managed
from console.connectors.sessions import MemorySessionStore, SessionStore
from console.domain.errors import EnvironmentFailure, UsageError
from console.domain.ports import Clock, Connector, Granted, Ledger, PlatformSpec, Spender

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.connectors.oauth import Browser, Words
    from console.domain.comment import Channel

__all__ = ["MemorySessionStore", "SessionStore", "connect", "kinds", "sign_in", "spec", "specs"]

# kind -> module with ``SPEC`` and ``connect(channel, secret, sessions, clock)``. A new platform is one line here.
_MODULES: Final = {
    "practice": "console.connectors.practice",
    "mastodon": "console.connectors.mastodon",
    "bluesky": "console.connectors.bluesky",
    "youtube": "console.connectors.youtube",
    "facebook": "console.connectors.facebook",
    "instagram": "console.connectors.instagram",
    "wordpress": "console.connectors.wordpress",
    "discourse": "console.connectors.discourse",
    "x": "console.connectors.x",
    "threads": "console.connectors.threads",
    "file": "console.connectors.manual",
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


def connect(
    channel: Channel,
    secret: str | None,
    sessions: SessionStore,
    clock: Clock,
    ledger: Ledger | None = None,
) -> Connector:
    """A signed-out connector for ``channel``: no network is touched before its first method is awaited.

    ``ledger`` is where channels of one project count what they spend; without it each counts alone.
    Raises UsageError (unknown_kind, bad_server, server_not_https) and EnvironmentFailure ``company_kind`` where the
    company allows no such channel on this machine: nothing is read from one that is there, and nothing sent.
    """
    _need_allowed(channel.kind)
    connector: Connector = import_module(_module(channel.kind)).connect(channel, secret, sessions, clock)
    if ledger is not None and isinstance(connector, Spender):
        connector.share(ledger)
    return connector


async def sign_in(
    kind: str, server: str, given: Mapping[str, str], browser: Browser, words: Words, clock: Clock
) -> Granted:
    """Lead a person through the platform's sign-in in the browser; what came of it.

    Raises UsageError ``no_browser_sign_in`` where the platform has none, EnvironmentFailure and ConnectorError.
    """
    _need_allowed(kind)
    if spec(kind).sign_in not in ("browser", "both"):
        raise UsageError("no_browser_sign_in", kind=kind)
    granted: Granted = await import_module(_module(kind)).sign_in(server, given, browser, words, clock)
    return granted


def _need_allowed(kind: str) -> None:
    company = managed.current()
    if not company.allows(kind):
        known = ", ".join(company.connectors or ()) or "-"
        raise EnvironmentFailure("company_kind", platform=kind, known=known, file=str(company.path))


def _module(kind: str) -> str:
    module = _MODULES.get(kind)
    if module is None:
        raise UsageError("unknown_kind", kind=kind, known=list(_MODULES))
    return module
