"""Files on Windows: replaced while somebody reads them, logs that another window holds, streams that are UTF-8."""

from __future__ import annotations

import io
import logging
import os
import sys
from pathlib import Path

import pytest

from console import frozen, logs
from console.cli.main import stream_encoding
from console.files import put


class Busy:
    """``os.replace`` on Windows while somebody has the target open: refused ``times`` times."""

    def __init__(self, times: int) -> None:
        self.left, self.real = times, os.replace

    def __call__(self, source: Path, target: Path) -> None:
        """Refuse, or do it."""
        self.left -= 1
        if self.left >= 0:
            raise PermissionError(13, "in use by another process", str(target))
        self.real(source, target)


def _two(folder: Path) -> tuple[Path, Path]:
    partial, target = folder / "a.part", folder / "a"
    partial.write_text("new", "utf-8")
    target.write_text("old", "utf-8")
    return partial, target


def test_a_file_that_is_looked_at_is_replaced_a_moment_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A virus scanner looks at every new file for a moment."""
    partial, target = _two(tmp_path)
    monkeypatch.setattr(os, "replace", Busy(3))
    put(partial, target, patience=5)
    assert target.read_text("utf-8") == "new"
    assert not partial.exists()


def test_a_file_that_stays_open_is_refused_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing is lost of either."""
    partial, target = _two(tmp_path)
    monkeypatch.setattr(os, "replace", Busy(10**6))
    with pytest.raises(PermissionError):
        put(partial, target, patience=0.1)
    assert (partial.read_text("utf-8"), target.read_text("utf-8")) == ("new", "old")


def test_elsewhere_a_refusal_is_one_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On other systems it is no passing thing."""
    partial, target = _two(tmp_path)
    busy = Busy(1)
    monkeypatch.setattr(os, "replace", busy)
    with pytest.raises(PermissionError):
        put(partial, target, patience=0)
    assert busy.left == 0


def test_a_log_that_another_window_holds_loses_no_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows an open file cannot be moved: no record may be lost over that."""
    monkeypatch.setattr(logs, "MAX_BYTES", 300)
    handler = logs.start(tmp_path, "window.log")

    def refused(source: str, target: str) -> None:
        raise PermissionError(13, "in use by another process", source)

    try:
        monkeypatch.setattr(os, "rename", refused)
        for number in range(8):
            logging.getLogger("console.test").info("record %d", number)
        logs.stop(handler)
        whole = "".join(one.read_text("utf-8") for one in tmp_path.glob("window.log*"))
        assert [number for number in range(8) if f"record {number}" not in whole] == []
    finally:
        logs.stop(handler)


def test_pipes_and_files_are_utf_8_on_windows() -> None:
    """Its own code page has no emoji; a terminal is written to in Unicode anyway, and other systems have UTF-8."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    assert stream_encoding(stream, system="win32") == "utf-8"
    assert stream_encoding(stream, reads=True, system="win32") == "utf-8-sig"
    assert stream_encoding(stream, system="linux") is None
    assert stream_encoding(stream, system="darwin") is None

    class Terminal(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    assert stream_encoding(Terminal(io.BytesIO()), system="win32") is None


def test_a_program_without_a_console_has_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window's program on Windows has none; a library that prints must not end it."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    frozen.own_streams()
    found = (sys.stdout, sys.stderr)
    try:
        print("nobody reads this")
        sys.stderr.write("nor this")
    finally:
        for stream in found:
            stream.close()
