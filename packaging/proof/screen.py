"""A screen that nobody sees, with a window manager where there is one: starts a program on it and presses keys."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

SIZE = "1440x900x24"
PATIENCE = 60.0


class Screen:
    """Xvfb on a display of its own. Everything started on it ends with it. RuntimeError where there is no Xvfb to be had."""

    def __init__(self, number: int | None = None) -> None:
        """``number``: in namespaces of one's own, where Xvfb cannot see which displays are taken; else a free one."""
        self.name = ""
        self._asked = [] if number is None else [f":{number}"]
        self._started: list[subprocess.Popen[Any]] = []
        self._window = ""

    def __enter__(self) -> Screen:
        reading, writing = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", *self._asked, "-displayfd", str(writing), "-screen", "0", SIZE, "-ac", "-nolisten", "tcp"],
            pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._started.append(server)
        os.close(writing)
        with os.fdopen(reading, "rb") as told:
            number = told.readline().decode().strip()
        if not number:
            raise RuntimeError(f"Xvfb ended with {server.wait()}")
        self.name = f":{number}"
        if shutil.which("openbox"):
            self.start(["openbox"], {**os.environ, "DISPLAY": self.name})
        return self

    def __exit__(self, *_: object) -> None:
        for one in reversed(self._started):
            if one.poll() is None:
                one.terminate()
                try:
                    one.wait(10)
                except subprocess.TimeoutExpired:
                    one.kill()
                    one.wait()

    def start(
        self, command: list[str], environment: dict[str, str], log: Path | None = None
    ) -> subprocess.Popen[Any]:
        """Start a program on this screen; what it prints goes to ``log``."""
        with open(log or os.devnull, "wb") as said:
            process = subprocess.Popen(command, env=environment, stdout=said, stderr=said)
        self._started.append(process)
        return process

    def _xdotool(self, *words: str, check: bool = True) -> str:
        told = subprocess.run(
            ["xdotool", *words],
            env={**os.environ, "DISPLAY": self.name},
            capture_output=True,
            text=True,
            check=check,
        )
        return told.stdout.strip()

    def wait_for_window(self, title: str) -> None:
        """Wait until a window whose title holds ``title`` is shown, and give it the keyboard. TimeoutError."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            found = self._xdotool("search", "--onlyvisible", "--name", title, check=False).split()
            if found:
                self._window = found[0]
                self._xdotool("windowfocus", "--sync", self._window, check=False)
                return
            time.sleep(0.2)
        raise TimeoutError(f"no window named {title}")

    def press(self, key: str) -> None:
        """One key of the keyboard, to whatever has the focus."""
        self._xdotool("key", "--clearmodifiers", key)

    def settle(self) -> None:
        """Wait until two pictures half a second apart are the same: what was asked for is painted."""
        until = time.monotonic() + PATIENCE
        before = b""
        while time.monotonic() < until:
            now = self._pixels()
            if now == before:
                return
            before = now
            time.sleep(0.5)

    def _pixels(self) -> bytes:
        told = subprocess.run(
            ["import", "-window", "root", "-depth", "8", "rgb:-"],
            env={**os.environ, "DISPLAY": self.name}, capture_output=True, check=True,
        )  # fmt: skip
        return told.stdout

    def picture(self, target: Path) -> None:
        """A screenshot as PNG."""
        subprocess.run(
            ["import", "-window", "root", target], env={**os.environ, "DISPLAY": self.name}, check=False
        )
