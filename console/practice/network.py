"""The practice network as a whole: start it beside a workspace, ask for its URL, stop it, reset it."""

from __future__ import annotations

import http.client
import json
import os
import threading
import time
from typing import TYPE_CHECKING, Final, Self

from console.domain.errors import EnvironmentFailure
from console.paths import resources
from console.practice import database, world
from console.practice.content import Script, load_script
from console.practice.server import PracticeServer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

SEED: Final = "lormel"
#: Requests a minute; far above what one console needs, low enough to be met by a loop that has gone wild.
RATE_LIMIT: Final = 1200


class PracticeNetwork:
    """One practice network: its file at ``path``, and a server on 127.0.0.1 while it is started.

    ``content`` is the folder with the written content (default: the one we ship). ``clock`` gives UTC epoch seconds. ``speed`` is scenario
    seconds per second (0: nothing arrives by itself); it applies from ``start`` on. The same seed, clock readings and
    actions always give the same ids and the same order of arrival; only tokens are drawn.

    The network keeps its port from one start to the next where it can, because stored permalinks hold it. When another
    process already serves the same file, ``start`` attaches to that server instead of starting a second one.
    """

    def __init__(
        self,
        path: Path,
        *,
        content: Path | None = None,
        clock: Callable[[], float] = time.time,
        seed: str = SEED,
        speed: float = 1.0,
        rate_limit: int = RATE_LIMIT,
    ) -> None:
        self._path = path
        self._content = content or resources() / "practice"
        self._clock = clock
        self._seed = seed
        self._speed = speed
        self._rate_limit = rate_limit
        self._server: PracticeServer | None = None
        self._thread: threading.Thread | None = None
        self._attached: str | None = None

    @property
    def url(self) -> str:
        """``http://127.0.0.1:PORT`` while started; EnvironmentFailure ``practice_stopped`` otherwise."""
        if self._server is not None:
            return self._server.base_url
        if self._attached is not None:
            return self._attached
        raise EnvironmentFailure("practice_stopped", path=str(self._path))

    @property
    def owner(self) -> bool:
        """Whether the server runs in this process."""
        return self._server is not None

    def start(self) -> None:
        """Serve, or attach to the process that does; calling it again checks that somebody still serves.

        Raises EnvironmentFailure (practice_file, practice_content, practice_port).
        """
        if self._server is not None:
            return
        # Reading the content takes some milliseconds and is needed for an empty file only.
        script = load_script(self._content) if not _filled(self._path) else Script((), ())
        now = self._clock()
        database.prepare(self._path, script, seed=self._seed, now=now, speed=self._speed)
        with database.opened(self._path) as db:
            network, port = database.meta(db, "network"), _port(db)
        if port and _answers(port, network):
            self._attached = f"http://127.0.0.1:{port}"
            return
        self._attached = None
        with database.opened(self._path) as db, database.transaction(db):
            world.catch_up(db, now)
            if float(database.meta(db, "speed")) != self._speed:
                world.reanchor(db, now, speed=self._speed)
        self._server = self._listen(port)
        with database.opened(self._path) as db, database.transaction(db):
            database.set_meta(db, port=self._server.server_address[1])
        self._thread = threading.Thread(
            target=self._server.serve_forever,
            kwargs={"poll_interval": 0.05},
            name="practice-network",
            daemon=True,
        )
        self._thread.start()

    def stop(self, timeout: float = 5.0) -> None:
        """Stop serving; open connections are cut. Returns within about ``timeout`` seconds; harmless when stopped."""
        server, self._server = self._server, None
        thread, self._thread = self._thread, None
        self._attached = None
        if server is None or thread is None:
            return
        deadline = time.monotonic() + timeout
        server.stop(timeout)
        thread.join(max(deadline - time.monotonic(), 0.1))

    def reset(self) -> None:
        """Start the scenario again from its beginning, now; works while any process serves the file."""
        script = load_script(self._content)
        now = self._clock()
        database.reset(self._path, script, seed=self._seed, now=now, speed=self._speed)
        with database.opened(self._path) as db, database.transaction(db):
            world.catch_up(db, now)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _listen(self, port: int) -> PracticeServer:
        for candidate in dict.fromkeys((port, 0)):
            try:
                return PracticeServer(candidate, self._path, self._clock, self._rate_limit, self.reset)
            except OSError as error:
                if candidate == 0:
                    raise EnvironmentFailure("practice_port", why=os.strerror(error.errno or 0)) from error
        raise AssertionError("port 0 was tried")


def _filled(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _port(db: sqlite3.Connection) -> int:
    try:
        return int(database.meta(db, "port"))
    except KeyError:
        return 0


def _answers(port: int, network: str) -> bool:
    """Whether our own file is being served at ``port``: asked of the neighbour process, not of any platform."""
    neighbour = http.client.HTTPConnection("127.0.0.1", port, timeout=1.0)
    try:
        neighbour.request("GET", "/_practice/hello")
        told = json.loads(neighbour.getresponse().read(65_536))
        return isinstance(told, dict) and told.get("network") == network
    except (OSError, http.client.HTTPException, ValueError):
        return False
    finally:
        neighbour.close()
