"""Where things lie: resources (checkout, installed, frozen) and the user's data, per system."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from console import processes


def resources() -> Path:
    """The folder of icons, translations, policies and models, wherever the program runs from."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parents[1]
    return root / "resources"


def data_folder() -> Path:
    """The user's data folder for Vigie; made if missing, for its owner alone. ``VIGIE_HOME`` moves it (tests, portable use)."""
    home = os.environ.get("VIGIE_HOME")
    if home:
        folder = Path(home)
    else:
        folder = _users_own(sys.platform)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _users_own(system: str) -> Path:
    """The known folder: ``%LOCALAPPDATA%`` (as Windows itself says), ``~/Library/Application Support``, XDG's elsewhere.

    Local and not roaming: a workspace is a database in use, and no profile may be synchronised under it.
    """
    if system == "win32":
        from platformdirs.windows import Windows as Folders
    elif system == "darwin":
        from platformdirs.macos import MacOS as Folders  # type: ignore[assignment]
    else:
        from platformdirs.unix import Unix as Folders  # type: ignore[assignment]
    return Path(Folders("vigie", appauthor=False).user_data_dir)


def default_workspace() -> Path:
    """The workspace that opens when none is named."""
    return data_folder() / "default.vigie"


def practice_workspace() -> Path:
    """The workspace of the demo: practice network only, kept apart from real work."""
    return data_folder() / "practice.vigie"


def log_folder() -> Path:
    """Where the rotating log lies."""
    folder = data_folder() / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def os_user() -> str:
    """The operating system's name for who runs this; ``unknown`` where there is none."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def worker_command() -> list[str]:
    """The command that starts our own program as the classifier's child."""
    if getattr(sys, "frozen", False):
        return [processes.children_run(sys.executable), "--classifier-worker"]
    return [sys.executable, "-m", "ui.entry", "--classifier-worker"]


def backtest_command() -> list[str]:
    """The command that starts our own program as one child of a backtest."""
    if getattr(sys, "frozen", False):
        return [processes.children_run(sys.executable), "--backtest-worker"]
    return [sys.executable, "-m", "ui.entry", "--backtest-worker"]


def bench_command() -> list[str]:
    """The command that starts our own program for one step of the window's bench."""
    if getattr(sys, "frozen", False):
        return [processes.children_run(sys.executable), "--bench-worker"]
    return [sys.executable, "-m", "ui.entry", "--bench-worker"]


def window_command(workspace: Path) -> list[str]:
    """The command that starts our own program as another window, on ``workspace``."""
    if getattr(sys, "frozen", False):
        return [processes.windows_run(sys.executable), "open", str(workspace)]
    return [sys.executable, "-m", "ui.entry", "open", str(workspace)]


def packs_folder() -> Path:
    """Where installed classifier packs lie, one folder each; made if missing."""
    folder = data_folder() / "packs"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
