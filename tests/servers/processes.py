"""Starting, waiting for and stopping real server processes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from tests.servers.guard import release

ROOT = Path(__file__).resolve().parents[2]
#: npm packages, logs and other things that only the real servers need; ignored by git.
CACHE = ROOT / ".servers"


class ServerMissing(RuntimeError):
    """What a real server needs is not on this machine; the message says how to get it."""


class ServerFailed(RuntimeError):
    """A real server did not come up, or stopped; the message holds the end of its log."""


def free_port() -> int:
    """A TCP port of 127.0.0.1 that nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def tail(log: Path, lines: int = 40) -> str:
    """The last ``lines`` lines of a log file, or a remark when it is empty."""
    text = log.read_text(errors="replace") if log.exists() else ""
    return "\n".join(text.splitlines()[-lines:]) or "(empty log)"


def wait_for(
    condition: Callable[[], bool], what: str, *, seconds: float, process: subprocess.Popen[bytes], log: Path
) -> None:
    """Wait until ``condition`` holds; raise ServerFailed when ``process`` ends or ``seconds`` have passed."""
    deadline = time.monotonic() + seconds
    while not condition():
        code = process.poll()
        if code is not None:
            raise ServerFailed(f"{what} stopped with exit code {code}:\n{tail(log)}")
        if time.monotonic() > deadline:
            raise ServerFailed(f"{what} was not up after {seconds:.0f} s:\n{tail(log)}")
        time.sleep(0.05)


def stop(process: subprocess.Popen[bytes], with_signal: signal.Signals, seconds: float = 15.0) -> None:
    """Stop one process that we started, by its pid; kill it when it does not listen."""
    if process.stdin is not None and not process.stdin.closed and process.poll() is not None:
        process.stdin.close()
    if process.poll() is None:
        process.send_signal(with_signal)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(seconds)
    release(process)
    if process.stdin is not None and not process.stdin.closed:
        process.stdin.close()


def naming(text: str) -> list[str]:
    """The numbers of the processes in whose command line ``text`` stands; of one that ended, none is left."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if text.encode() in path.read_bytes():
                found.append(path.parent.name)
        except OSError:
            continue
    return found


def clean_environment(**more: str) -> dict[str, str]:
    """This process's environment without what would lead a server to other machines or desktops."""
    drop = ("_proxy", "_PROXY")
    env = {name: value for name, value in os.environ.items() if not name.endswith(drop)}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "REDIS_HOST"):
        env.pop(name, None)
    env.update(more)
    return env
