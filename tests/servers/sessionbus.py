"""Private D-Bus session buses with a real Secret Service on them: unlocked, locked, or not there."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from tests.servers.guard import launch, throw_away
from tests.servers.processes import ServerFailed, ServerMissing, clean_environment, stop, wait_for

Keyring = Literal["unlocked", "locked", "unopened"]

_SERVICE = "org.freedesktop.secrets"
_ROOT = "/org/freedesktop/secrets"


def environment_without_bus() -> dict[str, str]:
    """The environment of a machine with no session bus at all; keyring then finds no backend."""
    env = clean_environment()
    env.pop("PYTHON_KEYRING_BACKEND", None)
    # libdbus would otherwise look for a bus below the runtime folder, or start one.
    env["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent/vigie-no-bus"
    return env


@dataclass(slots=True)
class SessionBus:
    """One private bus. Programs started with ``env`` see it and nothing of the real desktop.

    ``unlocked``: the Secret Service works. ``locked``: it is there, with a collection that is closed.
    ``unopened``: the bus is there, nobody has ever unlocked a keyring, as after a start without a log-in.
    """

    keyring: Keyring
    env: dict[str, str]
    folder: Path
    _cleanup: ExitStack

    @classmethod
    def start(cls, keyring: Keyring = "unlocked") -> SessionBus:
        """Start the bus and its keyring, 0.2 to 1 s; raises ServerMissing or ServerFailed."""
        daemon, send = shutil.which("dbus-daemon"), shutil.which("dbus-send")
        secrets = shutil.which("gnome-keyring-daemon")
        if not (daemon and send and secrets):
            raise ServerMissing("dbus and gnome-keyring are not installed; `make test-servers` installs them")
        with ExitStack() as stack:
            # Short, since socket paths are limited to 108 bytes.
            folder = Path(tempfile.mkdtemp(prefix="vigie-bus-"))
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            throw_away(folder)
            for name in ("run", "data", "config", "cache"):
                (folder / name).mkdir(mode=0o700)
            address = f"unix:path={folder}/run/bus"
            env = clean_environment(
                DBUS_SESSION_BUS_ADDRESS=address,
                XDG_RUNTIME_DIR=str(folder / "run"),
                XDG_DATA_HOME=str(folder / "data"),
                XDG_CONFIG_HOME=str(folder / "config"),
                XDG_CACHE_HOME=str(folder / "cache"),
                HOME=str(folder),
            )
            env.pop("PYTHON_KEYRING_BACKEND", None)
            log = folder / "bus.log"
            with log.open("ab") as out:
                bus = launch(
                    [daemon, "--session", "--nofork", "--nopidfile", f"--address={address}"],
                    env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                )  # fmt: skip
            # The bus ends the services that it activated itself once it goes.
            stack.callback(stop, bus, signal.SIGTERM)
            wait_for((folder / "run/bus").exists, "dbus-daemon", seconds=10, process=bus, log=log)
            self = cls(keyring, env, folder, stack)
            if keyring != "unopened":
                self._open_keyring(secrets, log)
            if keyring == "locked":
                self._lock()
            self._cleanup = stack.pop_all()
            return self

    def _open_keyring(self, program: str, log: Path) -> None:
        with log.open("ab") as out:
            keyring = launch(
                [program, "--foreground", "--unlock", "--components=secrets"],
                env=self.env, stdin=subprocess.PIPE, stdout=out, stderr=out,
            )  # fmt: skip
        self._cleanup.callback(stop, keyring, signal.SIGTERM)
        assert keyring.stdin is not None
        keyring.stdin.write(b"a password for this test\n")
        keyring.stdin.close()
        wait_for(self._has_service, "gnome-keyring-daemon", seconds=10, process=keyring, log=log)

    def _has_service(self) -> bool:
        answer = self._send("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.NameHasOwner",
                            f"string:{_SERVICE}")  # fmt: skip
        return "boolean true" in answer.stdout

    def _lock(self) -> None:
        answer = self._send(_SERVICE, _ROOT, "org.freedesktop.Secret.Service.Lock",
                            f"array:objpath:{_ROOT}/collection/login")  # fmt: skip
        if "/collection/login" not in answer.stdout:
            raise ServerFailed(f"the keyring did not lock: {answer.stdout} {answer.stderr}")

    def _send(
        self, destination: str, path: str, method: str, *arguments: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["dbus-send", "--session", "--print-reply", f"--dest={destination}", path, method, *arguments],
            env=self.env, capture_output=True, text=True, timeout=15, check=False,
        )  # fmt: skip

    def run(
        self, argv: Sequence[str | os.PathLike[str]], *, timeout: float = 60.0, **kwargs: Any
    ) -> subprocess.CompletedProcess[str]:
        """Run a command on this bus and wait for it; output and errors are captured as text."""
        env = {**self.env, **kwargs.pop("env", {})}
        return subprocess.run(
            argv, env=env, capture_output=True, text=True, timeout=timeout, check=False, **kwargs
        )

    def python(self, code: str, **kwargs: Any) -> subprocess.CompletedProcess[str]:
        """Run Python code with this interpreter on this bus."""
        return self.run([sys.executable, "-c", code], **kwargs)

    def stop(self) -> None:
        """Stop the keyring and the bus, and remove their folder."""
        self._cleanup.close()
