"""Where things lie: resources (checkout, installed, frozen) and the user's data, per system."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def resources() -> Path:
    """The folder of icons, translations, policies and models, wherever the program runs from."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parents[1]
    return root / "resources"


def data_folder() -> Path:
    """The user's data folder for Vigie; made if missing. ``VIGIE_HOME`` moves it (tests, portable use)."""
    home = os.environ.get("VIGIE_HOME")
    if home:
        folder = Path(home)
    else:
        import platformdirs

        folder = Path(platformdirs.user_data_dir("vigie", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


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
        return [sys.executable, "--classifier-worker"]
    return [sys.executable, "-m", "ui.entry", "--classifier-worker"]


def backtest_command() -> list[str]:
    """The command that starts our own program as one child of a backtest."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--backtest-worker"]
    return [sys.executable, "-m", "ui.entry", "--backtest-worker"]


def packs_folder() -> Path:
    """Where installed classifier packs lie, one folder each; made if missing."""
    folder = data_folder() / "packs"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
