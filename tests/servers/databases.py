"""Private PostgreSQL and Redis on free loopback ports, for one test run."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
from pathlib import Path

from tests.servers.processes import (
    ServerMissing,
    clean_environment,
    free_port,
    stop,
    wait_for,
)


def _postgres_folder() -> Path:
    """Where ``initdb`` and ``postgres`` lie; Debian keeps them off PATH, one folder per version."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/postgres"),
        key=lambda path: [int(part) for part in path.parts[-3].split(".") if part.isdigit()],
    )
    if found:
        return found[-1].parent
    on_path = shutil.which("postgres")
    if on_path:
        return Path(on_path).resolve().parent
    raise ServerMissing("PostgreSQL is not installed; `make test-servers` says or does what is needed")


class PrivatePostgres:
    """A throw-away PostgreSQL cluster below ``folder``; durable against nothing, hence fast."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self.port = 0

    @property
    def url(self) -> str:
        """Connection string with all rights, no password: it is reachable from this machine alone."""
        return f"postgresql://pg@127.0.0.1:{self.port}/postgres"

    @property
    def pid(self) -> int:
        """Process id of the running server."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Create the cluster and start it; raises ServerMissing or ServerFailed."""
        programs = _postgres_folder()
        data = self._folder / "postgres"
        data.mkdir(mode=0o700)
        account: dict[str, object] = {}
        if os.geteuid() == 0:
            # The server refuses to run as root; Debian's package brings an account for it.
            try:
                owner = pwd.getpwnam("postgres")
            except KeyError:
                raise ServerMissing("as root, PostgreSQL needs the account `postgres`") from None
            os.chown(data, owner.pw_uid, owner.pw_gid)
            account = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
        env = clean_environment(LC_ALL="C", HOME=str(data))
        log = self._folder / "postgres.log"
        with log.open("ab") as out:
            subprocess.run(
                [programs / "initdb", "-D", data, "-A", "trust", "-U", "pg", "-E", "UTF8", "--no-sync"],
                check=True, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd="/", env=env, **account,
            )  # fmt: skip
            self.port = free_port()
            settings = {
                "listen_addresses": "127.0.0.1",
                "unix_socket_directories": "",
                "fsync": "off",
                "synchronous_commit": "off",
                "full_page_writes": "off",
                "max_connections": "200",
            }
            options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
            self._process = subprocess.Popen(
                [programs / "postgres", "-D", data, "-p", str(self.port), *options],
                stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd="/", env=env, **account,
            )  # fmt: skip
        wait_for(
            lambda: b"ready to accept connections" in log.read_bytes(),
            "PostgreSQL", seconds=30, process=self._process, log=log,
        )  # fmt: skip

    def stop(self) -> None:
        """Stop at once; the data is thrown away anyway."""
        if self._process is not None:
            stop(self._process, signal.SIGQUIT)


class PrivateRedis:
    """A Redis that keeps nothing on disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self.port = 0

    @property
    def host(self) -> str:
        """``host:port``, as the services expect it."""
        return f"127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """Process id of the running server."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Start it; raises ServerMissing or ServerFailed."""
        program = shutil.which("redis-server")
        if program is None:
            raise ServerMissing(
                "redis-server is not installed; `make test-servers` says or does what is needed"
            )
        log = self._folder / "redis.log"
        self.port = free_port()
        with log.open("ab") as out:
            self._process = subprocess.Popen(
                [
                    program, "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no",
                    "--dir", str(self._folder),
                ],
                stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=clean_environment(),
            )  # fmt: skip
        wait_for(
            lambda: b"Ready to accept connections" in log.read_bytes(),
            "Redis", seconds=15, process=self._process, log=log,
        )  # fmt: skip

    def stop(self) -> None:
        """Stop it."""
        if self._process is not None:
            stop(self._process, signal.SIGTERM)
