"""Processes on the three systems: who lives, which program children run, and that none of it needs the system itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from console import paths, processes


@pytest.mark.parametrize(
    ("system", "executable", "children", "windows"),
    [
        ("linux", "/usr/lib/vigie/vigie", "/usr/lib/vigie/vigie", "/usr/lib/vigie/vigie"),
        ("win32", r"C:\Program Files\Vigie\vigiew.exe", r"C:\Program Files\Vigie\vigie.exe", None),
        ("win32", r"C:\Program Files\Vigie\vigie.exe", None, r"C:\Program Files\Vigie\vigiew.exe"),
        ("darwin", "/Applications/Vigie.app/Contents/MacOS/vigiew", "/Applications/Vigie.app/Contents/MacOS/vigie", None),
        ("darwin", "/Applications/Vigie.app/Contents/MacOS/vigie", None, "/Applications/Vigie.app/Contents/MacOS/vigiew"),
    ],
)  # fmt: skip
def test_children_have_streams_and_windows_no_console(
    system: str, executable: str, children: str | None, windows: str | None
) -> None:
    """From either of the two programs the right one is found beside it."""
    assert processes.children_run(executable, system) == (children or executable)
    assert processes.windows_run(executable, system) == (windows or executable)


def test_no_console_window_flashes_up_on_windows() -> None:
    """CREATE_NO_WINDOW there; other systems refuse any such flag."""
    assert processes.no_window("win32") == 0x08000000
    assert processes.no_window("linux") == processes.no_window("darwin") == 0
    assert subprocess.run([sys.executable, "-c", ""], creationflags=processes.no_window(), check=True)


def test_who_lives() -> None:
    """This process does; one that ended and was waited for does not."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert processes.lives(os.getpid())
    assert not processes.lives(ended.pid)


@pytest.mark.parametrize(
    ("waited", "error", "alive"),
    [
        (0x102, 0, True),  # WAIT_TIMEOUT: still at work
        (0, 0, False),  # WAIT_OBJECT_0: ended, somebody holds its handle
        (0xFFFFFFFF, 0, False),  # WAIT_FAILED
        (None, 5, True),  # ERROR_ACCESS_DENIED: there, and another account's
        (None, 87, False),  # ERROR_INVALID_PARAMETER: no such number
    ],
)
def test_what_windows_answers(waited: int | None, error: int, alive: bool) -> None:
    """The reading of Windows' two answers."""
    assert processes.opened_says(waited, error) is alive


def test_a_window_of_its_own_is_the_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """From a checkout through the interpreter, from a package through the program beside."""
    file = Path("/a/b.vigie")
    assert paths.window_command(file) == [sys.executable, "-m", "ui.entry", "open", str(file)]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/vigie/vigie")
    assert paths.window_command(file) == [processes.windows_run("/opt/vigie/vigie"), "open", str(file)]


def test_a_closed_terminal_ends_the_window_in_order() -> None:
    """By the name that the signal has there; those of this system exist."""
    import signal

    from ui.signals import names

    assert names("win32") == ("SIGINT", "SIGTERM", "SIGBREAK")
    assert names("linux") == names("darwin") == ("SIGINT", "SIGTERM", "SIGHUP")
    assert all(hasattr(signal, one) for one in names())
