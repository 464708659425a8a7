"""Prepares .venv-package where there is no bash: the locked base and the packager alone, as venv.sh does elsewhere."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".venv-package"
LOCK = ROOT / "requirements-package.lock"


def python_of(folder: Path, system: str = sys.platform) -> Path:
    """The interpreter of an environment."""
    return folder / ("Scripts/python.exe" if system == "win32" else "bin/python")


def commands(python: Path) -> list[list[str]]:
    """What fills the environment: the lock with its hashes, then this project without asking for anything more."""
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    return [
        [*pip, "--require-hashes", "--requirement", str(LOCK)],
        [*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)],
    ]


def main() -> int:
    """Make it anew."""
    venv.create(FOLDER, clear=True, with_pip=True)
    for command in commands(python_of(FOLDER)):
        subprocess.run(command, cwd=ROOT, check=True)
    print(f"set-up: {python_of(FOLDER)} is ready")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
