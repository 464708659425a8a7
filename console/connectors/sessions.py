"""Where a connector keeps its rotating tokens: a protocol, and the store that lives as long as the process."""

from __future__ import annotations

from typing import Any, Protocol


class SessionStore(Protocol):
    """Tokens of one channel. ``save`` returns only when they are safe: it is called before they are first used."""

    def load(self) -> dict[str, Any] | None:
        """The saved session, or None when there is none (or it cannot be read)."""
        ...

    def save(self, session: dict[str, Any]) -> None:
        """Keep ``session`` in place of whatever was kept; may raise KeyringUnavailable."""
        ...


class MemorySessionStore:
    """Keeps the session in this process only: where there is no keyring, and in tests."""

    def __init__(self, session: dict[str, Any] | None = None) -> None:
        self._session = dict(session) if session is not None else None

    def load(self) -> dict[str, Any] | None:
        """The session as last saved."""
        return dict(self._session) if self._session is not None else None

    def save(self, session: dict[str, Any]) -> None:
        """Keep a copy of ``session``."""
        self._session = dict(session)
