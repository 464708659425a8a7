"""The real program under a real screen reader's interface: AT-SPI on a private bus, a card read, Keep pressed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.servers.guard import launch
from tests.servers.processes import ROOT, ServerMissing, stop, tail
from tests.servers.sessionbus import SessionBus

pytestmark = pytest.mark.servers

PYTHON = "/usr/bin/python3"
READER = Path(__file__).with_name("screen_reader.py")


@pytest.fixture
def display() -> Iterator[str]:
    """A display nobody sees; its number is the server's own choice."""
    server = shutil.which("Xvfb")
    if server is None:
        raise ServerMissing("Xvfb is not installed; `make test-servers` installs it")
    read, write = os.pipe()
    process = launch(
        [server, "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=[write], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()
    assert number
    yield f":{number}"
    stop(process, signal.SIGTERM)


def _rows(path: Path, query: str, *values: object) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return database.execute(query, values).fetchall()


def test_a_card_is_read_and_kept_through_the_accessibility_bus(
    session_bus: object, display: str, tmp_path: Path
) -> None:
    """Text, role and keys are on the bus; pressing Keep there keeps this comment and no other, and it is announced."""
    if subprocess.run([PYTHON, "-c", "import pyatspi"], capture_output=True, check=False).returncode:
        raise ServerMissing("python3-pyatspi is not installed; `make test-servers` installs it")
    bus: SessionBus = session_bus("unopened")  # type: ignore[operator]
    home = tmp_path / "vigie"
    home.mkdir()
    (home / "settings.toml").write_text(
        "[window]\nwelcomed = true\ntoured = true\ngroup_alike = false\nnotify = false\ntray = false\n",
        encoding="utf-8",
    )
    env = {
        **bus.env, "VIGIE_HOME": str(home), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_ACCESSIBILITY": "1", "NO_AT_BRIDGE": "0",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }  # fmt: skip
    log = tmp_path / "window.log"
    with ExitStack() as stack:
        out = stack.enter_context(log.open("wb"))
        window = launch(
            [sys.executable, "-m", "ui.entry", "open", "--demo", "--lang", "en", "--new-window"],
            cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
        )  # fmt: skip
        stack.callback(stop, window, signal.SIGTERM, 20)
        reader = stack.enter_context(
            subprocess.Popen(
                [PYTHON, str(READER), str(window.pid), "Keep"],
                env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )
        )  # fmt: skip
        stack.callback(reader.kill)
        assert reader.stdout is not None
        assert reader.stdin is not None
        assert reader.stderr is not None
        first = reader.stdout.readline()
        assert first, reader.stderr.read() + tail(log)
        seen = json.loads(first)
        assert seen["button_role"] in ("push button", "button")
        assert "G" in seen["keys"].split()
        (workspace,) = home.rglob("*.vigie")
        texts = _rows(workspace, "select id, text from comments")
        spoken = " ".join(seen["card"].split())
        front = {int(str(one)) for one, text in texts if " ".join(str(text).split()) in spoken and text}
        assert front, seen
        reader.stdin.write("press\n")
        reader.stdin.flush()
        last = reader.stdout.readline()
        assert last, reader.stderr.read() + tail(log)
        heard = json.loads(last)["heard"]
        decided: list[tuple[object, ...]] = []
        end = time.monotonic() + 30
        while not decided and time.monotonic() < end:
            decided = _rows(workspace, "select comment_id, action from decisions")
            time.sleep(0.1)
        assert len(decided) == 1, (decided, seen)
        assert decided[0][1] == "keep"
        assert decided[0][0] in front
        assert heard, "the decision was not announced"
        assert heard[0].startswith("Kept"), heard
        assert "Next: " in heard[0]
