"""Where a workspace does not belong: a share of the network, a folder that is synchronised. Told by ``vigie doctor``.

SQLite's log needs memory that all who open the file share, which no network has, and a synchroniser copies halves of it.
Where nothing is sure nothing is said.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Final

from console.encrypted import Mount, mount_of, mounts, run_command

if TYPE_CHECKING:
    from collections.abc import Callable

#: File systems that another machine holds. Those of FUSE by the name that they give themselves.
REMOTE: Final = frozenset(
    {
        "9p", "afpfs", "afs", "ceph", "cifs", "coda", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.sshfs",
        "fuse.s3fs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "orangefs", "smb3", "smbfs", "webdav",
    }
)  # fmt: skip
#: How folders are called that a program copies to elsewhere, by the beginning of one part of the path.
SYNCHRONISED: Final = (
    "OneDrive", "Dropbox", "Google Drive", "GoogleDrive", "iCloudDrive", "iCloud Drive", "CloudStorage", "Mobile Documents",
    "Nextcloud", "ownCloud", "pCloud", "Syncthing",
)  # fmt: skip
_REMOTE_DRIVE: Final = 4  # DRIVE_REMOTE of Windows
_MAC_LINE: Final = re.compile(r".+ on (?P<point>/.*) \((?P<kind>[\w.]+)[,)].*")


def synchronised(path: str, system: str) -> str:
    """The part of a whole path by which it is known that its folder is copied elsewhere; empty for none."""
    parts = (PureWindowsPath(path) if system == "win32" else PurePosixPath(path)).parts[:-1]
    for part in parts:
        for name in SYNCHRONISED:
            if re.match(rf"{re.escape(name)}($|[^\w])", part, re.IGNORECASE):
                return part
    return ""


def on_windows(path: str, drive_type: Callable[[str], int]) -> str:
    """``\\\\server\\share`` for a whole path of one, the drive for one that stands for a share; empty for this machine's.

    ``drive_type`` is GetDriveTypeW.
    """
    drive = PureWindowsPath(path).drive
    if drive.upper().startswith("\\\\?\\UNC\\"):
        return "\\\\" + drive[8:]
    drive = drive.removeprefix("\\\\?\\")
    if drive.startswith("\\\\"):
        return drive
    return drive if drive and drive_type(f"{drive}\\") == _REMOTE_DRIVE else ""


def on_unix(path: str, found: list[Mount]) -> str:
    """The kind of file system and where it is mounted, for a whole path that another machine holds; empty for others."""
    mount = mount_of(found, path)
    return f"{mount.kind} {mount.point}" if mount is not None and mount.kind in REMOTE else ""


def mac_mounts(told: str) -> list[Mount]:
    """What ``mount`` prints on macOS: ``//ana@server/share on /Volumes/share (smbfs, nodev, …)``."""
    lines = (_MAC_LINE.fullmatch(line) for line in told.splitlines())
    return [Mount("", one["point"], one["kind"], "") for one in lines if one is not None]


def told_of(path: Path) -> str:
    """What speaks against keeping a workspace at ``path``: a share or a synchronised folder, in a word; empty for nothing."""
    whole = str(path.resolve())
    return _share(whole) or synchronised(whole, sys.platform)


def _share(whole: str) -> str:
    if sys.platform == "win32":
        import ctypes

        return on_windows(
            whole, lambda root: int(ctypes.WinDLL("kernel32").GetDriveTypeW(ctypes.c_wchar_p(root)))
        )
    elif sys.platform == "darwin":
        return on_unix(whole, mac_mounts(run_command(("/sbin/mount",))))
    else:
        try:
            text = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
        except OSError:
            return ""
        return on_unix(whole, mounts(text))
