"""The log's files: rotated and bounded whoever writes beside, on a full disk and where nobody may write."""

from __future__ import annotations

import errno
import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from console import logs
from console.log_file import SharedFile

WRITER = """
import logging, sys, pathlib
from console import logs
logs.MAX_BYTES = 20_000
handler = logs.start(pathlib.Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    logging.getLogger("console.x").warning("%s number %d", sys.argv[2], number)
logs.stop(handler)
"""


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[logging.Logger]:
    monkeypatch.setattr(logs, "MAX_BYTES", 2_000)
    handler = logs.start(tmp_path)
    yield logging.getLogger("console.x")
    logs.stop(handler)


def numbers(folder: Path) -> list[int]:
    """What the files say, oldest first; every line is whole."""
    names = [*(f"vigie.log.{place}" for place in range(logs.KEPT, 0, -1)), "vigie.log"]
    lines = [
        one
        for name in names
        if (folder / name).exists()
        for one in (folder / name).read_text("utf-8").splitlines()
    ]
    return [int(json.loads(one)["say"].split()[-1]) for one in lines]


def test_two_processes_write_into_one_log(tmp_path: Path) -> None:
    """Neither falls, each line is whole, the newest of both are there, and four files are all there is."""
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    running = [
        subprocess.Popen([*command, name, "1500"], stderr=subprocess.PIPE, text=True)
        for name in ("one", "two")
    ]
    for child in running:
        _, err = child.communicate(timeout=60)
        assert (child.returncode, err) == (0, "")
    assert 1499 in numbers(tmp_path)
    names = sorted(one.name for one in tmp_path.iterdir())
    assert set(names) <= {"vigie.log", "vigie.log.1", "vigie.log.2", "vigie.log.3"}
    # Three full files and what stands in the present one. Two that rotated at once threw a full one away.
    assert len(numbers(tmp_path)) > (300 if sys.platform == "win32" else 600)
    assert all(one.stat().st_size <= 20_200 for one in tmp_path.iterdir())


def test_a_file_that_another_process_moves_in_this_moment_is_no_reason_to_stop_rotating(
    tmp_path: Path,
) -> None:
    file = SharedFile(tmp_path / "x.log", maxBytes=2_000, backupCount=logs.KEPT, encoding="utf-8", delay=True)

    def write(count: int) -> None:
        for number in range(count):
            file.emit(logging.LogRecord("console.x", logging.INFO, "", 0, "%s", (f"{number:0100}",), None))

    write(5)
    os.replace(tmp_path / "x.log", tmp_path / "x.log.1")  # the other one, which has not written again yet
    file.doRollover()
    write(50)
    file.close()
    assert (tmp_path / "x.log.2").exists()
    assert all(one.stat().st_size <= 2_000 for one in tmp_path.iterdir())


def test_what_another_process_rotated_is_not_written_to_any_more(tmp_path: Path, log: logging.Logger) -> None:
    log.warning("number %d", 1)
    (tmp_path / "vigie.log").rename(tmp_path / "vigie.log.1")
    log.warning("number %d", 2)
    assert numbers(tmp_path) == [1, 2]
    assert json.loads((tmp_path / "vigie.log").read_text("utf-8"))["say"] == "number 2"


def test_a_file_that_cannot_be_moved_is_emptied_in_its_place(
    tmp_path: Path, log: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows moves no file that another window has open: what stands in it is kept all the same, and it stays small."""
    real = os.replace

    def held(source: str | Path, target: str | Path) -> None:
        if Path(source).name == "vigie.log":
            raise PermissionError(errno.EACCES, "used by another process", str(source))
        real(source, target)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(os, "rename", held)
    for number in range(60):
        log.warning("number %d", number)
    found = numbers(tmp_path)
    assert found == list(range(found[0], 60))
    assert len(found) >= 50
    assert all(one.stat().st_size <= 2_200 for one in tmp_path.iterdir())


def test_where_nothing_can_be_moved_nothing_old_is_lost(
    tmp_path: Path, log: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Trying again with each line must not push the older files out."""
    for number in range(40):
        log.warning("number %d", number)
    before = numbers(tmp_path)

    def held(source: str | Path, target: str | Path) -> None:
        raise PermissionError(errno.EACCES, "no", str(source))

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(os, "rename", held)
    for number in range(40, 44):
        log.warning("number %d", number)
    assert numbers(tmp_path)[: len(before)] == before


def test_a_full_disk_says_nothing_on_the_command_line(
    tmp_path: Path, log: logging.Logger, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A line of the log is not worth a traceback over somebody's work, with the arguments in it."""
    (tmp_path / "vigie.log").mkdir()
    log.warning("number %d", 1)
    assert capfd.readouterr().err == ""
    (tmp_path / "vigie.log").rmdir()
    log.warning("number %d", 2)
    assert numbers(tmp_path) == [2]
