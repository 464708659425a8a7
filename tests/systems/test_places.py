"""Where things lie on the three systems, and under which name one window of a workspace is found."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from console import paths
from ui.single import one_name, socket_name


def test_the_data_folder_of_each_system(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Known folders, never a roaming one: a workspace is a database in use."""
    folders = {"CSIDL_LOCAL_APPDATA": str(home / "Local")}  # what Windows would answer
    monkeypatch.setattr("platformdirs.windows.get_win_folder", folders.__getitem__)
    monkeypatch.delenv("XDG_DATA_HOME")
    assert paths._users_own("win32") == home / "Local" / "vigie"
    assert paths._users_own("linux") == home / ".local" / "share" / "vigie"
    assert paths._users_own("darwin") == home / "Library" / "Application Support" / "vigie"
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    assert paths._users_own("linux") == home / "data" / "vigie"


@pytest.mark.parametrize(
    ("system", "one", "other", "same"),
    [
        ("win32", r"C:\Users\Ana\Équipe.vigie", r"c:\users\ana\ÉQUIPE.VIGIE", True),
        ("win32", r"C:\a\b.vigie", "C:/a/b.vigie", True),
        ("win32", r"C:\a\b.vigie", r"C:\a\c.vigie", False),
        ("darwin", "/Users/Ana/Équipe.vigie", "/users/ana/E\u0301quipe.vigie", True),
        ("darwin", "/a/b.vigie", "/a/c.vigie", False),
        ("linux", "/home/ana/A.vigie", "/home/ana/a.vigie", False),
        ("linux", "/home/ana/É", "/home/ana/E\u0301", False),
    ],
)
def test_one_workspace_has_one_name(system: str, one: str, other: str, same: bool) -> None:
    """As the system's disks tell names apart."""
    assert (one_name(one, "ana", system) == one_name(other, "ana", system)) is same


def test_two_people_on_one_machine_do_not_meet() -> None:
    """Pipes on Windows, and sockets in /tmp, are the whole machine's."""
    for system in ("win32", "darwin", "linux"):
        assert one_name("/a", "ana", system) != one_name("/a", "bo", system)


def test_the_socket_lies_in_the_runtime_folder_on_linux_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe has no folder, and macOS has a temporary folder for each user."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", tempfile.gettempdir())
    file = tmp_path / "a.vigie"
    assert socket_name(file, "linux").startswith(str(Path(tempfile.gettempdir()) / "vigie-"))
    for system in ("win32", "darwin"):
        assert "/" not in socket_name(file, system)
        assert len(socket_name(file, system)) <= 40
