"""Lays out a package's files with the modes, times and links that they are to have, and nothing of this machine."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from pathlib import Path

from depends import is_elf

#: Folders whose libraries are left as their makers shipped them: these were patched after linking, and some of them
#: do not survive being stripped.
_AS_SHIPPED = ("numpy.libs", "PySide6", "shiboken6")
#: Libraries that Debian has itself: there its own are used, which get their fixes with the system.
SYSTEM_ON_DEBIAN = (
    "libssl.so.3", "libcrypto.so.3", "libsqlite3.so.0", "libffi.so.8", "libz.so.1", "libzstd.so.1", "libbz2.so.1.0",
    "liblzma.so.5", "libuuid.so.1", "libexpat.so.1",
)  # fmt: skip


def strip(bundle: Path) -> None:
    """Take symbols for debuggers out of the libraries that can do without."""
    inside = bundle / "_internal"
    for path in sorted(inside.rglob("*.so*")):
        if path.relative_to(inside).parts[0] in _AS_SHIPPED or path.is_symlink() or not is_elf(path):
            continue
        subprocess.run(["strip", "--strip-unneeded", path], check=True)


def broken(root: Path) -> list[str]:
    """Links below ``root`` that lead nowhere."""
    return sorted(
        str(path.relative_to(root)) for path in root.rglob("*") if path.is_symlink() and not path.exists()
    )


def write(root: Path, files: dict[str, bytes]) -> None:
    """Write ``files`` below ``root``."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def copy(bundle: Path, target: Path, without: tuple[str, ...] = ()) -> None:
    """The bundle as it is, links as links, without these names of ``_internal``."""
    shutil.copytree(bundle, target, symlinks=True)
    for name in without:
        (target / "_internal" / name).unlink(missing_ok=True)


def normalise(root: Path, epoch: int) -> None:
    """Same modes and times everywhere: folders and programs 755, files 644, all of ``epoch``."""
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _runs(path) else 0o644)
    for path in sorted(root.rglob("*"), reverse=True):
        os.utime(path, (epoch, epoch), follow_symlinks=False)
    os.utime(root, (epoch, epoch))


def _runs(path: Path) -> bool:
    """Programs alone: a library need not be executable."""
    return bool(path.stat().st_mode & stat.S_IXUSR) and ".so" not in path.name and is_elf(path)


def kibibytes(root: Path) -> int:
    """Disk space in KiB as Debian counts it: each file rounded up, one for each folder and link."""
    total = 0
    for path in root.rglob("*"):
        plain = path.is_file() and not path.is_symlink()
        total += -(-path.stat().st_size // 1024) if plain else 1
    return total
