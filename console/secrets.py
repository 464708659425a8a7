"""Channel secrets: the operating system's keyring (the only import of it), or this process's memory."""

from __future__ import annotations

import json
import logging
from typing import Any, Final

from console.domain.errors import KeyringUnavailable
from console.domain.ports import SecretStore

log = logging.getLogger(__name__)

SERVICE: Final = "vigie"


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
    """The system keyring. A prompt to unlock it may block for minutes: never call it on the GUI or the loop thread."""

    def get(self, channel_key: str, workspace_id: str) -> str | None:
        """The secret, or None; KeyringUnavailable where there is no keyring or it stays locked."""
        return self._call("get_password", _name(channel_key, workspace_id))

    def set(self, channel_key: str, workspace_id: str, secret: str) -> None:
        """Store a secret; KeyringUnavailable as for ``get``."""
        name = _name(channel_key, workspace_id)
        self._call("set_password", name, secret)
        # keyring's null backend takes everything and keeps nothing: only reading it back tells.
        if self._call("get_password", name) != secret:
            raise KeyringUnavailable("no_keyring")

    def delete(self, channel_key: str, workspace_id: str) -> None:
        """Remove a secret; one that is not there is no error."""
        import keyring.errors

        try:
            self._call("delete_password", _name(channel_key, workspace_id))
        except keyring.errors.PasswordDeleteError:
            log.info("no secret to delete for this channel")

    @staticmethod
    def _call(method: str, *arguments: str) -> str | None:
        import keyring
        import keyring.errors

        try:
            result: str | None = getattr(keyring, method)(SERVICE, *arguments)
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


class KeptSession:
    """Rotating tokens of one channel beside its secret; without a keyring they last as long as the process."""

    def __init__(self, secrets: ChainedSecrets, channel_key: str, workspace_id: str) -> None:
        self._secrets = secrets
        self._key = f"{channel_key}#session"
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


def _name(channel_key: str, workspace_id: str) -> str:
    return f"{workspace_id}/{channel_key}"
