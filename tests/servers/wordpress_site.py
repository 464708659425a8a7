"""A real WordPress on loopback, and the other side of a test: the visitors who comment there."""

from __future__ import annotations

import contextlib
import json
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from tests.servers.guard import launch, throw_away
from tests.servers.processes import (
    ServerFailed,
    ServerMissing,
    clean_environment,
    free_port,
    stop,
    tail,
    wait_for,
)

HERE = Path(__file__).parent / "wordpress"
#: Where Debian's package puts WordPress.
SOURCE = Path("/usr/share/wordpress")

_CONFIG = """<?php
define('DB_NAME', 'site'); define('DB_USER', 'site'); define('DB_PASSWORD', 'site');
define('DB_HOST', 'localhost:%(socket)s'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
    define($name . '_KEY', "test key $name"); define($name . '_SALT', "test salt $name");
}
$table_prefix = 'wp_';
define('WP_ENVIRONMENT_TYPE', 'local'); // application passwords without encryption, on this machine alone
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_HOME', '%(url)s'); define('WP_SITEURL', '%(url)s');
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""


@dataclass(slots=True)
class WordPressSite:
    """A running site. ``start`` makes one, ``stop`` ends it; ``accounts`` holds ``id`` and ``secret`` of each."""

    folder: Path
    url: str
    version: str = ""
    accounts: dict[str, dict[str, Any]] = field(default_factory=dict)
    _php: subprocess.Popen[bytes] | None = None
    _cleanup: ExitStack = field(default_factory=ExitStack)

    # ------------------------------------------------------------------ life

    @classmethod
    def start(cls, *, plain: bool = False) -> WordPressSite:
        """Install and start a site, 5 to 10 s; ``plain`` without addresses of its own, so that /wp-json/ is not there.

        Raises ServerMissing when a package is not installed, ServerFailed when something does not come up.
        """
        for program in ("php", "mariadbd", "mariadb-install-db"):
            if shutil.which(program) is None:
                raise ServerMissing(
                    f"{program} is not installed; `make test-servers` says or does what is needed"
                )
        if not (SOURCE / "wp-load.php").exists():
            raise ServerMissing("WordPress is not installed; `make test-servers` says or does what is needed")
        with ExitStack() as stack:
            folder = Path(tempfile.mkdtemp(prefix="vigie-wordpress-"))
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            throw_away(folder)
            folder.chmod(0o755)  # the database runs under another account when we are root
            site = cls(folder, f"http://127.0.0.1:{free_port()}")
            stack.callback(site.stop_web)
            socket = _start_database(folder, stack)
            root = site._root
            shutil.copytree(SOURCE, root, symlinks=False)
            (root / "wp-config.php").write_text(_CONFIG % {"socket": socket, "url": site.url})
            plugins = root / "wp-content/mu-plugins"
            plugins.mkdir(exist_ok=True)
            shutil.copyfile(HERE / "switches.php", plugins / "switches.php")
            env = clean_environment(SITE_ROOT=str(root), SITE_PORT=site.url.rpartition(":")[2])
            env.update({"SITE_PLAIN": "1"} if plain else {})
            said = subprocess.run(
                ["php", "-d", "sendmail_path=/bin/true", HERE / "install.php"],
                stdin=subprocess.DEVNULL, capture_output=True, text=True, env=env, timeout=90, check=False,
            )  # fmt: skip
            try:
                facts = json.loads(said.stdout)
            except ValueError:
                raise ServerFailed(
                    f"WordPress was not installed:\n{said.stdout[-2000:]}{said.stderr[-2000:]}"
                ) from None
            site.version, site.accounts = facts["version"], facts["accounts"]
            site.start_web()
            site._cleanup = stack.pop_all()
            return site

    def stop(self) -> None:
        """Stop every process of the site and remove its data."""
        self._cleanup.close()

    def start_web(self) -> None:
        """Start PHP's web server on the site's port, with several processes of its own."""
        log = self.folder / "php.log"
        with log.open("ab") as out:
            self._php = launch(
                ["php", "-d", "sendmail_path=/bin/true", "-S", self.url.removeprefix("http://"), "-t", self._root,
                 HERE / "router.php"],
                stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=clean_environment(PHP_CLI_SERVER_WORKERS="3"),
            )  # fmt: skip
        wait_for(self._answers, "WordPress", seconds=60, process=self._php, log=log)

    def stop_web(self, with_signal: signal.Signals = signal.SIGTERM) -> None:
        """End the web server, its workers too; what they were doing breaks off. The database stays."""
        php, self._php = self._php, None
        if php is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(php.pid, with_signal)  # the group that we started, whose leader it is
        stop(php, signal.SIGKILL)

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.url}/?rest_route=/", timeout=20, trust_env=False).is_success
        except httpx.TransportError:
            return False

    @property
    def _root(self) -> Path:
        return self.folder / "site"

    @property
    def log(self) -> str:
        """The end of what PHP printed."""
        return tail(self.folder / "php.log")

    # ------------------------------------------------------------------ switches of tests/servers/wordpress/switches.php

    def switch(self, name: str, on: bool) -> None:
        """``flood`` (WordPress's own check between two comments), ``no-trash``, ``hold`` (stored, not answered)."""
        file = self._root / f"wp-content/switch-{name}"
        if on:
            file.touch()
        else:
            file.unlink(missing_ok=True)

    def is_switched(self, name: str) -> bool:
        """Whether a switch is on; WordPress itself sets ``held`` while it holds an answer back."""
        return (self._root / f"wp-content/switch-{name}").exists()

    # ------------------------------------------------------------------ calls

    def call(self, method: str, route: str, user: str | None = "admin", **more: Any) -> httpx.Response:
        """One REST call as ``user`` (None: a visitor); the answer whatever its status. ``route``: ``/wp/v2/posts``."""
        auth = None if user is None else (user, self.accounts[user]["secret"])
        query = {"rest_route": route, **more.pop("params", {})}
        return httpx.request(
            method, f"{self.url}/index.php", params=query, auth=auth, timeout=60, trust_env=False, **more
        )

    def good(self, method: str, route: str, user: str | None = "admin", **more: Any) -> Any:
        """The same for a call that must succeed."""
        answer = self.call(method, route, user, **more)
        if not answer.is_success:
            raise ServerFailed(f"{method} {route}: {answer.status_code} {answer.text[:400]}")
        return answer.json()

    def article(self, title: str = "Our new kettle", **more: Any) -> int:
        """A published article with open comments; its number."""
        body = {"title": title, "content": "hello", "status": "publish", "comment_status": "open", **more}
        return int(self.good("POST", "/wp/v2/posts", json=body)["id"])

    def comment(self, post: int, text: str, *, parent: int = 0, user: str | None = None, **more: Any) -> int:
        """A comment by a visitor, or by ``user``; its number."""
        body: dict[str, Any] = {"post": post, "content": text, "parent": parent}
        if user is None:
            body |= {"author_name": "Nadia", "author_email": "nadia@mail.test", **more}
        return int(self.good("POST", "/wp/v2/comments", user, json=body)["id"])

    def many(self, post: int, count: int, status: str = "1") -> list[int]:
        """Many comments by many guests, written straight into the site; their numbers."""
        body = {"post": post, "count": count, "status": status}
        return [int(one) for one in self.good("POST", "/test/v1/many", None, json=body)]

    def set_status(self, number: int, status: str) -> None:
        """What a moderator does on the site's own pages."""
        self.good("POST", f"/wp/v2/comments/{number}", json={"status": status})

    def read(self, number: int) -> dict[str, Any]:
        """A comment as the site has it."""
        return dict(self.good("GET", f"/wp/v2/comments/{number}", params={"context": "edit"}))

    def answers(self, parent: int) -> list[dict[str, Any]]:
        """Everything that answers a comment, whatever its status but the trash."""
        found: list[dict[str, Any]] = []
        for status in ("all", "spam"):
            query = {"context": "edit", "status": status, "parent": parent, "per_page": 100}
            found += self.good("GET", "/wp/v2/comments", params=query)
        return found

    def all(self) -> list[dict[str, str]]:
        """Every comment as the database has it: id, status (1, 0, spam, trash), text, parent, author, user."""
        return [dict(one) for one in self.good("GET", "/test/v1/all", None)]

    def journal(self) -> list[list[Any]]:
        """What changed, by whom: [time, user, ``written`` | ``status`` | ``deleted``, comment, from, to, parent]."""
        file = self._root / "wp-content/journal.jsonl"
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []

    def counts(self) -> dict[str, int]:
        """How many comments stand under each status (1, 0, spam, trash)."""
        return {name: int(number) for name, number in self.good("GET", "/test/v1/counts", None).items()}


def _start_database(folder: Path, stack: ExitStack) -> Path:
    """A private MariaDB that listens on a socket in ``folder`` alone; the socket."""
    data, log = folder / "db", folder / "db.log"
    data.mkdir(mode=0o700)
    account: list[str] = []
    if os.geteuid() == 0:
        try:
            owner = pwd.getpwnam("mysql")
        except KeyError:
            raise ServerMissing("as root, MariaDB needs the account `mysql`") from None
        os.chown(data, owner.pw_uid, owner.pw_gid)
        account = ["--user=mysql"]
    env = clean_environment(LC_ALL="C", HOME=str(folder))
    socket = data / "s.sock"
    with log.open("ab") as out:
        common: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": out, "stderr": out, "env": env}
        subprocess.run(
            ["mariadb-install-db", "--no-defaults", *account, f"--datadir={data}", "--skip-test-db",
             "--auth-root-authentication-method=normal"],
            check=True, **common,
        )  # fmt: skip
        process = launch(
            ["mariadbd", "--no-defaults", *account, f"--datadir={data}", f"--socket={socket}", "--skip-networking",
             f"--pid-file={data}/pid", "--innodb-buffer-pool-size=64M", "--innodb-flush-log-at-trx-commit=0",
             "--skip-log-bin"],
            **common,
        )  # fmt: skip
    stack.callback(stop, process, signal.SIGTERM)

    def sql(words: str) -> Callable[[], bool]:
        command = ["mariadb", "--no-defaults", "-uroot", "-S", str(socket), "-e", words]
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return lambda: subprocess.run(command, env=env, check=False, **quiet).returncode == 0  # type: ignore[call-overload]

    wait_for(sql("SELECT 1"), "MariaDB", seconds=60, process=process, log=log)
    made = sql(
        "CREATE DATABASE site CHARACTER SET utf8mb4; CREATE USER site@localhost IDENTIFIED BY 'site';"
        "GRANT ALL ON site.* TO site@localhost"
    )
    if not made():
        raise ServerFailed(f"MariaDB took no new database:\n{tail(log)}")
    return socket
