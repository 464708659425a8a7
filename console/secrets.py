"""Channel secrets: the operating system's keyring (the only import of it), or this process's memory."""

from __future__ import annotations

import json
import logging
import os
import re
import sys
from typing import TYPE_CHECKING, Any, Final

from console.domain.errors import KeyringUnavailable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.ports import SecretStore

log = logging.getLogger(__name__)

SERVICE: Final = "vigie"
ROOM: Final[Mapping[str, int]] = {"win32": 1280}
"""Characters (UTF-16 units) that a system's keyring takes for one secret; none is known of the others."""
_IN_PIECES: Final = "vigie-in-pieces:"
#: What a connector keeps beside its tokens and needs under the next secret as well: the key of a site's guests.
_LASTING: Final = frozenset({"author_key"})


class MemorySecrets:
    """Secrets that live as long as the process: where there is no keyring, and for the practice network."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    def get(self, channel_key: str, workspace_id: str) -> str | None:
        """The secret, or None."""
        return self._values.get(_name(channel_key, workspace_id))

    def set(self, channel_key: str, workspace_id: str, secret: str) -> None:
        """Keep a secret for this process."""
        self._values[_name(channel_key, workspace_id)] = secret

    def delete(self, channel_key: str, workspace_id: str) -> None:
        """Forget a secret; unknown ones too."""
        self._values.pop(_name(channel_key, workspace_id), None)


class KeyringSecrets:
    """The system keyring. A prompt to unlock it may block for minutes: never call it on the GUI or the loop thread.

    Windows takes 2,560 bytes for one secret, less than the tokens of some platforms: longer ones are kept in pieces,
    the first entry then says which.
    """

    def __init__(self, system: str = sys.platform) -> None:
        self._system = system

    def get(self, channel_key: str, workspace_id: str) -> str | None:
        """The secret, or None; KeyringUnavailable where there is no keyring or it stays locked."""
        name = _name(channel_key, workspace_id)
        found = self._read(name)
        names = _pieces_of(name, found)
        if not names:
            return found
        pieces = [self._read(one) for one in names]
        if None in pieces:
            log.warning("a piece of a secret is missing")
            return None
        return "".join(one for one in pieces if one is not None)

    def set(self, channel_key: str, workspace_id: str, secret: str) -> None:
        """Store a secret; KeyringUnavailable as for ``get``."""
        name = _name(channel_key, workspace_id)
        room = ROOM.get(self._system)
        before = _pieces_of(name, self._read(name)) if room else ()
        pieces = cut(secret, room) if room else [secret]
        if len(pieces) == 1:
            self._write(name, secret)
        else:
            # Under names of their own: until the first entry is written the earlier secret stands whole.
            head = f"{_IN_PIECES}{len(pieces)}:{os.urandom(6).hex()}"
            for one, piece in zip(_pieces_of(name, head), pieces, strict=True):
                self._write(one, piece)
            self._write(name, head)
        for one in before:
            self._forget(one)

    def delete(self, channel_key: str, workspace_id: str) -> None:
        """Remove a secret; one that is not there is no error."""
        name = _name(channel_key, workspace_id)
        pieces = _pieces_of(name, self._read(name)) if ROOM.get(self._system) else ()
        for one in (name, *pieces):
            self._forget(one)

    def _read(self, name: str) -> str | None:
        return self._call("get_password", *entry(name, self._system))

    def _write(self, name: str, value: str) -> None:
        self._call("set_password", *entry(name, self._system), value)
        # keyring's null backend takes everything and keeps nothing: only reading it back tells.
        if self._read(name) != value:
            raise KeyringUnavailable("no_keyring")

    def _forget(self, name: str) -> None:
        import keyring.errors

        try:
            self._call("delete_password", *entry(name, self._system))
        except keyring.errors.PasswordDeleteError:
            log.info("no secret to delete for this channel")

    @staticmethod
    def _call(method: str, *arguments: str) -> str | None:
        import keyring
        import keyring.errors

        try:
            result: str | None = getattr(keyring, method)(*arguments)
            return result
        except keyring.errors.PasswordDeleteError:
            raise
        except keyring.errors.NoKeyringError as error:
            raise KeyringUnavailable("no_keyring") from error
        except keyring.errors.KeyringLocked as error:
            raise KeyringUnavailable("keyring_locked") from error
        except keyring.errors.KeyringError as error:
            raise KeyringUnavailable("keyring_unavailable", detail=type(error).__name__) from error
        except Exception as error:
            # Backends raise their own classes (D-Bus, COM): each of them means that there is no keyring to use.
            log.warning("keyring backend failed: %s", type(error).__name__)
            raise KeyringUnavailable("keyring_unavailable", detail=type(error).__name__) from error


class ChainedSecrets:
    """First this process's memory (``--secret-stdin``), then the keyring; new secrets go to the keyring."""

    def __init__(self, memory: MemorySecrets, keyring: SecretStore) -> None:
        self.memory = memory
        self._keyring = keyring

    def get(self, channel_key: str, workspace_id: str) -> str | None:
        """The secret given to this process, else the keyring's."""
        return self.memory.get(channel_key, workspace_id) or self._keyring.get(channel_key, workspace_id)

    def set(self, channel_key: str, workspace_id: str, secret: str) -> None:
        """Keep it for this process in any case, then in the keyring (KeyringUnavailable if that fails)."""
        self.memory.set(channel_key, workspace_id, secret)
        self._keyring.set(channel_key, workspace_id, secret)

    def delete(self, channel_key: str, workspace_id: str) -> None:
        """Remove it from both."""
        self.memory.delete(channel_key, workspace_id)
        self._keyring.delete(channel_key, workspace_id)

    def sign_in(self, channel_key: str, workspace_id: str, secret: str) -> None:
        """Keep a new secret, first of all, and end the tokens of an earlier sign-in. Raises KeyringUnavailable."""
        self.set(channel_key, workspace_id, secret)
        session = KeptSession(self, channel_key, workspace_id)
        lasting = {name: value for name, value in (session.load() or {}).items() if name in _LASTING}
        if lasting:
            session.save(lasting)
        else:
            self.delete(_session(channel_key), workspace_id)

    def sign_out(self, channel_key: str, workspace_id: str) -> None:
        """Remove a channel's secret and its tokens, from this process in any case. Raises KeyringUnavailable."""
        names = (channel_key, _session(channel_key))
        for name in names:
            self.memory.delete(name, workspace_id)
        for name in names:
            self._keyring.delete(name, workspace_id)


class KeptSession:
    """Rotating tokens of one channel beside its secret; without a keyring they last as long as the process."""

    def __init__(self, secrets: ChainedSecrets, channel_key: str, workspace_id: str) -> None:
        self._secrets = secrets
        self._key = _session(channel_key)
        self._workspace_id = workspace_id

    def load(self) -> dict[str, Any] | None:
        """The saved session; None when there is none or it cannot be read."""
        try:
            text = self._secrets.get(self._key, self._workspace_id)
        except KeyringUnavailable:
            return None
        if not text:
            return None
        try:
            value = json.loads(text)
        except ValueError:
            return None
        return value if isinstance(value, dict) else None

    def save(self, session: dict[str, Any]) -> None:
        """Keep a session; without a keyring it stays in memory, and the next process signs in again."""
        try:
            self._secrets.set(self._key, self._workspace_id, json.dumps(session))
        except KeyringUnavailable as error:
            log.info("session kept in memory only: %s", error.code)


def entry(name: str, system: str) -> tuple[str, str]:
    """Service and user under which a secret stands.

    On Windows each has a service of its own: keyring knows one entry a service there, and to keep a second it first moves
    the one before, which two threads could do at once.
    """
    return (f"{SERVICE}:{name}" if system == "win32" else SERVICE), name


def cut(secret: str, room: int) -> list[str]:
    """``secret`` in pieces of at most ``room`` UTF-16 units (2 or more), no character divided."""
    pieces, taken = [""], 0
    for one in secret:
        wide = 2 if ord(one) > 0xFFFF else 1
        if taken + wide > room:
            pieces.append("")
            taken = 0
        pieces[-1] += one
        taken += wide
    return pieces


def _pieces_of(name: str, head: str | None) -> tuple[str, ...]:
    """The names of the pieces that an entry speaks of; none where it is the secret itself."""
    found = re.fullmatch(rf"{_IN_PIECES}(\d{{1,3}}):([0-9a-f]{{12}})", head or "")
    return tuple(f"{name}#{found[2]}.{one}" for one in range(int(found[1]))) if found else ()


def _session(channel_key: str) -> str:
    """Under what name the tokens of a channel stand beside its secret."""
    return f"{channel_key}#session"


def _name(channel_key: str, workspace_id: str) -> str:
    return f"{workspace_id}/{channel_key}"
