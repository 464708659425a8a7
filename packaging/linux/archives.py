"""Writes the two kinds of package from a staged folder: a ``.deb``, and a ``.tar.zst`` that runs from any folder."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import stage

_CONTROL = """\
Package: vigie
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: fonts-noto-core, fonts-noto-color-emoji, hicolor-icon-theme, shared-mime-info, xdg-utils
Suggests: gnome-keyring
Section: net
Priority: optional
Description: moderation console for the comments under a brand's posts
 Vigie pulls comments from a brand's channels into one local queue, flags what
 is toxic, threatening or spam on this machine, and lets a moderator reply,
 hide, report or block with one key, as a written moderation policy proposes.
 .
 Every decision says why, can be undone or proven, and stands in a
 tamper-evident log. French and English, offline-first.
"""


def architecture() -> str:
    """Debian's name of this machine's architecture."""
    told = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    return told.stdout.strip()


def control(version: str, maintainer: str, depends: list[str], size: int) -> str:
    """The control file; ``size`` in KiB."""
    return _CONTROL.format(
        version=version,
        architecture=architecture(),
        maintainer=maintainer,
        size=size,
        depends=", ".join(depends),
    )


def deb(root: Path, target: Path, control_text: str, epoch: int) -> None:
    """Pack the staged ``root`` (with ``usr`` in it) as ``target``; control files are added to it."""
    sums = [
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n"
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_symlink()
    ]
    stage.write(root, {"DEBIAN/control": control_text.encode(), "DEBIAN/md5sums": "".join(sums).encode()})
    stage.normalise(root / "DEBIAN", epoch)
    # xz, since Debian's own checks refuse zstd. Level 2 gives 99 MB in a third of the time that 6 takes for 91 MB.
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "--threads-max=2", "-Zxz", "-z2", "--build", root, target],
        check=True, stdout=subprocess.DEVNULL, env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)},
    )  # fmt: skip
    shutil.rmtree(root / "DEBIAN")


def tar_zst(folder: Path, target: Path, epoch: int) -> None:
    """Pack ``folder`` under its own name, in order of path, owned by nobody in particular."""
    command = ["zstd", "-q", "-9", "-T1", "-f", "-o", str(target), "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as packer:
        assert packer.stdin is not None
        with tarfile.open(fileobj=packer.stdin, mode="w|", format=tarfile.GNU_FORMAT) as archive:
            for path in [folder, *sorted(folder.rglob("*"))]:
                _add(archive, path, str(path.relative_to(folder.parent)), epoch)
        packer.stdin.close()
    if packer.returncode:
        raise subprocess.CalledProcessError(packer.returncode, command)


def _add(archive: tarfile.TarFile, path: Path, name: str, epoch: int) -> None:
    entry = archive.gettarinfo(str(path), name)
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = epoch
    # Two names of one file would otherwise become a link that depends on which came first.
    if entry.islnk():
        entry.type, entry.linkname, entry.size = tarfile.REGTYPE, "", path.stat().st_size
    archive.addfile(entry, io.BytesIO(path.read_bytes()) if entry.isreg() else None)
