"""Runs the PyInstaller recipe on Windows and macOS and looks through what came out."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import contents

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "build" / "package"


def freeze(work: Path = WORK) -> Path:
    """The folder in which PyInstaller left the program, built from nothing. SystemExit when it holds what may not go out."""
    shutil.rmtree(work, ignore_errors=True)
    subprocess.run(
        [
            sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
            "--distpath", work / "bundle", "--workpath", work / "work", ROOT / "packaging" / "vigie.spec",
        ],
        cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "1"}, check=True,
    )  # fmt: skip
    made = work / "bundle"
    bad = contents.refused([path.relative_to(made).as_posix() for path in made.rglob("*")])
    if bad:
        raise SystemExit(f"package: must not be shipped: {', '.join(bad)}")
    return made


def run(command: list[str]) -> None:
    """Say a command and run it; SystemExit where it fails. Nothing secret may stand in it."""
    print("package:", subprocess.list2cmdline(command), flush=True)
    done = subprocess.run(command, check=False)
    if done.returncode:
        raise SystemExit(f"package: {Path(command[0]).name} ended with {done.returncode}")


def sums(files: list[Path], target: Path) -> None:
    """Write the SHA-256 of ``files`` to ``target``, as ``sha256sum --check`` reads it, and print it."""
    lines = [f"{hashlib.sha256(one.read_bytes()).hexdigest()}  {one.name}\n" for one in sorted(files)]
    target.write_text("".join(lines), "ascii")
    print("".join(lines), end="")
