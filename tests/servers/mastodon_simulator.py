"""A simulated Mastodon (PyPI mastodon_mock) in a process of its own: accounts, statuses and faults for tests."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from tests.servers.guard import launch, throw_away
from tests.servers.processes import ServerMissing, clean_environment, free_port, stop, wait_for


@dataclass
class MastodonSimulator:
    """One running simulator. ``url`` is what a person gives as ``--server``; nothing it holds outlives it.

    It is no Mastodon: it checks no roles, goes on showing a blocked account's notifications, and sends no
    ``X-RateLimit-*`` by itself.
    """

    url: str
    process: subprocess.Popen[bytes]
    folder: tempfile.TemporaryDirectory[str]
    users: dict[str, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def start(cls) -> MastodonSimulator:
        """Start it on a free port of 127.0.0.1. Raises ServerMissing, ServerFailed."""
        command = Path(sys.executable).with_name("mastodon_mock")
        if not command.exists():
            raise ServerMissing("mastodon_mock is not installed; run: make setup-dev")
        folder = tempfile.TemporaryDirectory(prefix="vigie-mastodon-")
        throw_away(Path(folder.name))
        log = Path(folder.name) / "log"
        port = free_port()
        with log.open("wb") as out:
            process = launch(
                [command, "serve", "--in-memory", "--host", "127.0.0.1", "--port", str(port)],
                cwd=folder.name,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                env=clean_environment(),
            )
        server = cls(f"http://127.0.0.1:{port}", process, folder)
        try:
            wait_for(lambda: _listens(port), "mastodon_mock", seconds=60, process=process, log=log)
        except BaseException:
            server.stop()
            raise
        return server

    def stop(self) -> None:
        """End the process, by its pid, and remove what it wrote."""
        stop(self.process, signal.SIGINT)
        self.folder.cleanup()

    # ------------------------------------------------------------------ what tests do there

    def user(self, name: str, *, admin: bool = False) -> dict[str, Any]:
        """A new account with an access token of all scopes: ``id``, ``username``, ``access_token``."""
        made: dict[str, Any] = self.call(
            "POST", "/api/v1/_mock/dev_user", body={"username": name, "admin": admin}
        )
        self.users[name] = made
        return made

    def post(self, name: str, text: str, **more: Any) -> dict[str, Any]:
        """A status of this account."""
        made: dict[str, Any] = self.call("POST", "/api/v1/statuses", name, {"status": text, **more})
        return made

    def read(self, name: str, path: str) -> Any:
        """What the server answers to this account."""
        return self.call("GET", path, name)

    def fault(self, path: str, count: int = 1, **effect: Any) -> None:
        """The next ``count`` requests to ``path`` go wrong: ``type`` ratelimit, malformed, latency..."""
        self.call(
            "POST", "/api/v1/_mock/faults", body={"match": {"path": path}, "effect": effect, "count": count}
        )

    def calm(self) -> None:
        """No more faults."""
        self.call("DELETE", "/api/v1/_mock/faults")

    def call(self, method: str, path: str, name: str = "", body: Mapping[str, Any] | None = None) -> Any:
        """Any request, as an account or as nobody; the JSON it answers, or AssertionError with what it said."""
        headers = {"content-type": "application/json"}
        if name:
            headers["authorization"] = f"Bearer {self.users[name]['access_token']}"
        data = None if body is None else json.dumps(body).encode()
        try:
            with urlopen(Request(self.url + path, data, headers, method=method), timeout=15) as answer:
                content = answer.read()
        except HTTPError as error:
            with error:
                raise AssertionError(f"{method} {path}: {error.code} {error.read()[:300]!r}") from None
        return json.loads(content) if content else None


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.2)
        return probe.connect_ex(("127.0.0.1", port)) == 0
