"""What a person's data folder lets others see: on a machine with several accounts, nothing."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from console import paths

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows keeps others out of a profile by its own lists"
)


@pytest.fixture(autouse=True)
def _everybody_may_read() -> Iterator[None]:
    """The mask with which files are made that everybody may read: the most careless one in use."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_data_folder_is_its_owners_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workspace, log, settings and one's own count lie in it."""
    monkeypatch.setenv("VIGIE_HOME", str(tmp_path / "share" / "vigie"))
    assert _mode(paths.data_folder()) == 0o700


def test_a_folder_that_somebody_made_keeps_its_mode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A group may share one on purpose."""
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o770)
    monkeypatch.setenv("VIGIE_HOME", str(folder))
    assert _mode(paths.data_folder()) == 0o770
