"""The program's files replaced under it, as an upgrade does: what is loaded later comes from the old ones, and it is noticed."""

from __future__ import annotations

import importlib
import os
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from console import replaced


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """This process as if started from a package in ``tmp_path``, with a zip file of modules beside it."""
    place = tmp_path / "vigie"
    place.write_bytes(b"the old program")
    with zipfile.ZipFile(tmp_path / "base_library.zip", "w") as library:
        library.writestr("held_sample/__init__.py", "first = 1\n")
        library.writestr("held_sample/late.py", "second = 2\n")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(place))
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    monkeypatch.setattr(replaced, "_program", [])
    before = set(os.listdir("/proc/self/fd"))
    yield place
    for number in set(os.listdir("/proc/self/fd")) - before:
        if os.path.exists(f"/proc/self/fd/{number}"):
            os.close(int(number))


def _upgrade(place: Path, content: bytes) -> None:
    """As dpkg does it: beside the old one, then in its place."""
    fresh = place.with_name(f"{place.name}.dpkg-new")
    fresh.write_bytes(content)
    fresh.replace(place)


needs_proc = pytest.mark.skipif(
    not os.path.isdir("/proc/self/fd"), reason="not Linux: files are not held there"
)


@needs_proc
def test_the_archive_is_read_from_the_old_program(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyInstaller's reader opens its file by path for each module."""
    archive = SimpleNamespace(_filename=str(program))
    monkeypatch.setitem(sys.modules, "pyimod02_importers", SimpleNamespace(pyz_archive=archive))
    replaced.hold()
    _upgrade(program, b"NEW")
    assert Path(archive._filename).read_bytes() == b"the old program"
    program.unlink()
    assert Path(archive._filename).read_bytes() == b"the old program", "also once it was removed"


@needs_proc
def test_modules_of_python_come_from_the_old_zip(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part of a package first imported after the upgrade."""
    library = tmp_path / "base_library.zip"
    monkeypatch.syspath_prepend(str(library))
    assert importlib.import_module("held_sample").first == 1
    replaced.hold()
    _upgrade(library, b"something else")
    try:
        assert importlib.import_module("held_sample.late").second == 2
    finally:
        for name in ("held_sample", "held_sample.late"):
            sys.modules.pop(name, None)
    del program


@needs_proc
def test_it_is_noticed_once_the_package_has_settled(program: Path) -> None:
    """Not while other files may still be on their way, and not when the file is as it was."""
    replaced.hold()
    later = time.time() + replaced.SETTLED_S + 5
    assert not replaced.replaced(later)
    _upgrade(program, b"NEW")
    assert not replaced.replaced(time.time())
    assert replaced.replaced(later)
    program.unlink()
    assert not replaced.replaced(later), "removed is not updated"


def test_a_checkout_holds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor where there is no such file at all."""
    monkeypatch.setattr(replaced, "_program", [])
    replaced.hold()
    assert replaced._program == []
    assert not replaced.replaced(time.time() + 1e6)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/nowhere/vigie")
    replaced.hold()
    assert not replaced.replaced(time.time() + 1e6)
