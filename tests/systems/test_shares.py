"""Workspaces on a share or in a synchronised folder, as each system tells of them, and what ``vigie doctor`` says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console import shares
from console.cli.main import main
from console.encrypted import mounts

INFO = """\
22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
40 22 0:45 / /mnt/team rw - nfs4 server:/team rw
41 22 0:46 / /mnt/with\\040blank rw - cifs //server/x rw
42 22 0:47 / /home/ana/ssh rw - fuse.sshfs ana@server: rw
43 40 8:2 / /mnt/team/local rw - ext4 /dev/sda2 rw
"""
MAC = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//ana@server/team on /Volumes/team (smbfs, nodev, nosuid, mounted by ana)
server:/x on /Volumes/with (brackets) (nfs, nodev)
"""


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/home/ana/a.vigie", ""),
        ("/mnt/team/a.vigie", "nfs4 /mnt/team"),
        ("/mnt/teamwork/a.vigie", ""),
        ("/mnt/team/local/a.vigie", ""),
        ("/mnt/with blank/a.vigie", "cifs /mnt/with blank"),
        ("/home/ana/ssh/a.vigie", "fuse.sshfs /home/ana/ssh"),
    ],
)
def test_on_linux(path: str, found: str) -> None:
    """By the deepest mount that holds it."""
    assert shares.on_unix(path, mounts(INFO)) == found


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/Users/ana/Library/Application Support/vigie/a.vigie", ""),
        ("/Volumes/team/a.vigie", "smbfs /Volumes/team"),
        ("/Volumes/with (brackets)/a.vigie", "nfs /Volumes/with (brackets)"),
    ],
)
def test_on_macos(path: str, found: str) -> None:
    """By what ``mount`` prints."""
    assert shares.on_unix(path, shares.mac_mounts(MAC)) == found


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (r"C:\Users\ana\a.vigie", ""),
        (r"T:\a.vigie", "T:"),
        (r"\\server\team\a.vigie", r"\\server\team"),
        (r"\\?\UNC\server\team\a.vigie", r"\\server\team"),
        (r"\\?\C:\Users\ana\a.vigie", ""),
    ],
)
def test_on_windows(path: str, found: str) -> None:
    """By the path, or by what Windows says of the drive."""
    assert shares.on_windows(path, lambda root: 4 if root == "T:\\" else 3) == found


@pytest.mark.parametrize(
    ("path", "system", "found"),
    [
        (r"C:\Users\ana\OneDrive - Lormel\a.vigie", "win32", "OneDrive - Lormel"),
        (r"C:\Users\ana\AppData\Local\vigie\a.vigie", "win32", ""),
        ("/Users/ana/Library/CloudStorage/Dropbox/a.vigie", "darwin", "CloudStorage"),
        ("/Users/ana/Library/Mobile Documents/x/a.vigie", "darwin", "Mobile Documents"),
        ("/home/ana/dropbox/a.vigie", "linux", "dropbox"),
        ("/home/ana/Dropboxes/Nextcloud.vigie", "linux", ""),
    ],
)
def test_folders_that_are_copied_elsewhere(path: str, system: str, found: str) -> None:
    """By their names, as their makers give them; a word that only begins so is none, nor is the file's own name."""
    assert shares.synchronised(path, system) == found


def test_doctor_says_so(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Which exits with 1 then, before two machines wrote into one file."""
    for folder, ok in (("work", True), ("Dropbox", False)):
        file = home / folder / "a.vigie"
        file.parent.mkdir()
        assert main(["--workspace", str(file), "channel", "add", "practice"]) == 0
        capsys.readouterr()
        main(["--workspace", str(file), "--json", "doctor"])
        checks = {one["check"]: one for one in json.loads(capsys.readouterr().out)["checks"]}
        assert checks["place"]["ok"] is ok
        assert ("Dropbox" in checks["place"]["found"]) is not ok
