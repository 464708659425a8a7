"""Whether the file system under a path is known to be encrypted: asked of Linux, Windows and macOS, each in its own way.

What the system says is handed in, so that every judgement here is a function of facts: a tree as under /sys, the text of
mountinfo, the answer of a command. Where nothing is sure the answer is "unknown", never a guess.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Command = Callable[[Sequence[str]], str]

SECONDS: Final = 15.0
"""How long a command of the system may take to answer; PowerShell needs one or two."""


class Answer(StrEnum):
    """What is known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Found:
    """The answer and what it rests on: a device, a kind of file system, a word of the system. ``by`` is no sentence."""

    answer: Answer
    by: str = ""


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of mountinfo: the device's number (``8:1``; ``0:…`` has none), where it is, what it is."""

    device: str
    point: str
    kind: str
    source: str


# ---------------------------------------------------------------------- Linux

#: File systems that encrypt what they hold (https://docs.kernel.org/filesystems/ecryptfs.html; FUSE by their own names).
STACKED: Final = frozenset({"ecryptfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs", "fuse.securefs"})
#: dm-verity and dm-integrity come from the same tools and stand under the same prefix; they encrypt nothing.
_NO_CIPHER: Final = ("CRYPT-VERITY", "CRYPT-INTEGRITY")
#: Disks of this machine by the kernel's names: bare, they hold what is written. Others (nbd, rbd, zram) are not judged.
_DISK: Final = re.compile(r"(sd|hd|vd|xvd|nvme|mmcblk|dasd|pmem|sr)[a-z0-9]*")
_DEEPEST: Final = 16


def mounts(text: str) -> list[Mount]:
    """The lines of /proc/self/mountinfo (https://docs.kernel.org/filesystems/proc.html, 3.5); others are passed over."""
    found = []
    for line in text.splitlines():
        words = line.split(" ")
        try:
            dash = words.index("-", 6)
            found.append(Mount(words[2], _plain(words[4]), words[dash + 1], _plain(words[dash + 2])))
        except (ValueError, IndexError):
            continue
    return found


def _plain(word: str) -> str:
    """A path as it is: mountinfo writes blanks and backslashes as octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), word)


def mount_of(found: Iterable[Mount], path: str) -> Mount | None:
    """The mount that holds ``path``, absolute and without links: the deepest, and of these the one mounted last."""
    best: Mount | None = None
    for one in found:
        within = path == one.point or path.startswith(one.point.rstrip("/") + "/")
        if within and (best is None or len(one.point) >= len(best.point)):
            best = one
    return best


class Linux:
    """One look at a Linux machine. ``sys`` is the tree of /sys, ``real`` follows links of /dev, ``policy`` says whether a
    folder is under fscrypt, ``run`` runs a command.
    """

    def __init__(
        self,
        sys_tree: Path,
        mountinfo: str,
        *,
        real: Callable[[str], str] = os.path.realpath,
        policy: Callable[[str], bool] = lambda _path: False,
        run: Command | None = None,
    ) -> None:
        self._sys, self._mounts = sys_tree, mounts(mountinfo)
        self._real, self._policy, self._run = real, policy, run

    def look(self, path: str, deep: int = 0) -> Found:
        """What is known of the file system under ``path``."""
        if deep > _DEEPEST:
            return Found(Answer.UNKNOWN, "loop")
        mount = mount_of(self._mounts, path)
        if mount is None:
            return Found(Answer.UNKNOWN, "mountinfo")
        if mount.kind in STACKED:
            return Found(Answer.YES, mount.kind)
        if self._policy(path):
            return Found(Answer.YES, "fscrypt")
        if mount.kind == "zfs":
            return self._zfs(mount.source)
        if mount.kind == "btrfs":
            return self._btrfs(mount.source, deep)
        if mount.device.startswith("0:"):
            return Found(Answer.UNKNOWN, mount.kind)
        return self._device(self._sys / "dev" / "block" / mount.device, deep)

    def _device(self, node: Path, deep: int) -> Found:
        if deep > _DEEPEST:
            return Found(Answer.UNKNOWN, "loop")
        try:
            node = node.resolve(strict=True)
        except OSError:
            return Found(Answer.UNKNOWN, node.name)
        uuid = _read(node / "dm" / "uuid")
        if uuid.startswith("CRYPT-") and not uuid.startswith(_NO_CIPHER):
            return Found(Answer.YES, _read(node / "dm" / "name") or node.name)
        below = sorted((node / "slaves").iterdir()) if (node / "slaves").is_dir() else []
        if below:
            return self._all((self._device(one, deep + 1) for one in below), node.name)
        if (node / "partition").exists():
            return self._device(node.parent, deep + 1)
        backing = _read(node / "loop" / "backing_file")
        if backing:
            return self.look(backing, deep + 1)
        if uuid or not _DISK.fullmatch(node.name):
            return Found(Answer.UNKNOWN, node.name)
        return Found(Answer.NO, node.name)

    def _btrfs(self, source: str, deep: int) -> Found:
        """All disks of the file system, which /sys lists by the kernel's names."""
        name = Path(self._real(source)).name
        for devices in sorted(self._sys.glob("fs/btrfs/*/devices")):
            entries = sorted(devices.iterdir())
            if name in {one.name for one in entries}:
                return self._all((self._device(one, deep + 1) for one in entries), "btrfs")
        return Found(Answer.UNKNOWN, "btrfs")

    def _zfs(self, dataset: str) -> Found:
        """Native encryption alone: on what disks the pool lies is not looked at, so "off" is no answer."""
        told = (
            "" if self._run is None else self._run(("zfs", "get", "-H", "-o", "value", "encryption", dataset))
        )
        word = told.strip()
        known = re.fullmatch(r"(on|aes-\d+-(?:ccm|gcm))", word) is not None
        return Found(Answer.YES if known else Answer.UNKNOWN, f"zfs {word}".strip())

    @staticmethod
    def _all(found: Iterable[Found], name: str) -> Found:
        """One bare disk makes the whole bare, one that is not known makes it unknown."""
        all_ = list(found)
        for answer in (Answer.NO, Answer.UNKNOWN):
            for one in all_:
                if one.answer is answer:
                    return one
        return all_[0] if all_ else Found(Answer.UNKNOWN, name)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


_FSCRYPT: Final = 0xC0096616
"""FS_IOC_GET_ENCRYPTION_POLICY_EX (https://docs.kernel.org/filesystems/fscrypt.html): fails where there is no policy."""


def fscrypt(path: str) -> bool:
    """Whether the folder has an encryption policy of its own: whatever is made in it is then encrypted."""
    if sys.platform != "linux":
        return False
    import fcntl
    import struct

    try:
        folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return False
    try:
        fcntl.ioctl(folder, _FSCRYPT, bytearray(struct.pack("=Q", 24) + bytes(24)))
    except OSError:
        return False
    finally:
        os.close(folder)
    return True


# ---------------------------------------------------------------------- Windows and macOS


def windows_command(drive: str) -> tuple[str, ...]:
    """Asks the shell for BitLocker of ``C:``, which needs no rights of an administrator (manage-bde does)."""
    if not re.fullmatch(r"[A-Za-z]:", drive):
        raise ValueError(drive)
    ask = f"(New-Object -ComObject Shell.Application).NameSpace('{drive}\\').Self.ExtendedProperty('System.Volume.BitLockerProtection')"
    return ("powershell.exe", "-NoProfile", "-NonInteractive", "-Command", ask)


# 1 on, 2 off, 3 encrypting, 4 decrypting, 5 suspended (the key lies open), 6 locked, 8 waits for its activation
# (https://learn.microsoft.com/windows/win32/properties/props-system-volume-bitlockerprotection names the property alone).
_BITLOCKER: Final = {
    "1": Answer.YES,
    "2": Answer.NO,
    "3": Answer.NO,
    "4": Answer.NO,
    "5": Answer.NO,
    "8": Answer.NO,
}


def windows(path: str, run: Command) -> Found:
    """What BitLocker says of the drive that holds ``path``."""
    drive = PureWindowsPath(path).drive
    if not re.fullmatch(r"[A-Za-z]:", drive):
        return Found(Answer.UNKNOWN, "share")
    word = run(windows_command(drive)).strip()
    return Found(_BITLOCKER.get(word, Answer.UNKNOWN), f"BitLocker {drive} {word}".strip())


MACOS_COMMAND: Final = ("/usr/bin/fdesetup", "status")


def macos(path: str, run: Command) -> Found:
    """What FileVault says of the system's disk; of others it says nothing."""
    if path.startswith("/Volumes/"):
        return Found(Answer.UNKNOWN, "/".join(path.split("/")[:3]))
    told = run(MACOS_COMMAND)
    if "in progress" in told:  # what was not reached yet lies open
        return Found(Answer.NO, "FileVault …")
    for word, answer in (("FileVault is On", Answer.YES), ("FileVault is Off", Answer.NO)):
        if told.startswith(word):
            return Found(answer, word)
    return Found(Answer.UNKNOWN, "FileVault")


# ---------------------------------------------------------------------- this machine


def run_command(words: Sequence[str]) -> str:
    """What a command prints; empty where it is not there, fails, or takes longer than ``SECONDS``."""
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        ran = subprocess.run(
            list(words), capture_output=True, text=True, timeout=SECONDS, check=False, creationflags=hidden,
            stdin=subprocess.DEVNULL, encoding="utf-8", errors="replace", env={**os.environ, "LC_ALL": "C"},
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return ""
    return ran.stdout if ran.returncode == 0 else ""


_asked: dict[str, Found] = {}


def look(path: Path, vouched: Sequence[Path] = ()) -> Found:
    """What is known of the file system that holds ``path``, or will hold it. ``vouched``: folders known to be encrypted.

    Some milliseconds on Linux; a command on the others, whose yes is kept until the program ends: never on a thread that
    must not wait.
    """
    folder = os.path.realpath(path.parent if not path.is_dir() else path)
    if path.is_symlink():
        folder = os.path.dirname(os.path.realpath(path))
    while not os.path.isdir(folder) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    for one in vouched:
        root = os.path.realpath(one)
        if folder == root or folder.startswith(root.rstrip(os.sep) + os.sep):
            return Found(Answer.YES, str(one))
    found = _asked.get(folder) or _look(folder)
    if found.answer is Answer.YES:  # who has had the disk encrypted meanwhile tries again
        _asked[folder] = found
    return found


def _look(folder: str) -> Found:
    if sys.platform == "win32":
        return windows(folder, run_command)
    if sys.platform == "darwin":
        return macos(folder, run_command)
    mountinfo = _read(Path("/proc/self/mountinfo"))
    return Linux(Path("/sys"), mountinfo, policy=fscrypt, run=run_command).look(folder)
