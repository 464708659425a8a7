"""A process that really falls, the next start that finds it, and a report with nothing of a person in it."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from console import crashes, logs, managed, report
from console.crashes import CrashWatch, collect, records
from tests.architecture.tree import ROOT

#: Watches, says so, then does what the last line says.
WATCHED = """
import sys, pathlib
from console.crashes import CrashWatch
watch = CrashWatch(pathlib.Path(sys.argv[1]), "9.9").__enter__()
print("watching", flush=True)
{then}
"""
FALL = "import ctypes; ctypes.string_at(0)"
WAIT = "sys.stdin.read()"


def start(folder: Path, then: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", WATCHED.replace("{then}", then), str(folder)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": ""},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "watching\n"
    return process


def end(process: subprocess.Popen[str]) -> int:
    process.communicate(timeout=30)
    return process.returncode


def fall(folder: Path) -> None:
    assert end(start(folder, FALL)) == -signal.SIGSEGV


# ---------------------------------------------------------------------- falls


def test_a_fall_is_found_once_at_the_next_start(tmp_path: Path) -> None:
    fall(tmp_path)
    with CrashWatch(tmp_path, "9.9") as watch:
        assert watch.fell
        (record,) = records(tmp_path)
        told = record.read_text(encoding="utf-8")
        assert told.startswith("Vigie 9.9, linux, started 20")
        assert "Segmentation fault" in told
        assert "string_at" in told
    with CrashWatch(tmp_path, "9.9") as watch:
        assert not watch.fell
    assert records(tmp_path) == [record]


@pytest.mark.parametrize("sign", [signal.SIGABRT, signal.SIGBUS, signal.SIGFPE])
def test_other_ways_to_fall(tmp_path: Path, sign: signal.Signals) -> None:
    process = start(tmp_path, f"import os; os.kill(os.getpid(), {int(sign)})")
    assert end(process) == -sign
    assert collect(tmp_path)


def test_an_orderly_end_and_a_kill_are_no_fall(tmp_path: Path) -> None:
    """Somebody who ends the program by force, or a machine that loses its current, is nothing to be told of."""
    with CrashWatch(tmp_path, "9.9"):
        pass
    assert list(tmp_path.iterdir()) == []
    process = start(tmp_path, WAIT)
    process.send_signal(signal.SIGKILL)
    assert end(process) == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) == 1
    assert not collect(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits and /proc are of other systems")
@pytest.mark.parametrize("folder", ["", "/proc/self"])
def test_where_nothing_can_be_written_down_the_program_runs_all_the_same(tmp_path: Path, folder: str) -> None:
    """A full disk or a home that became read-only: the workspace says what that means, not a traceback of ours."""
    code = """
import pathlib, resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
from console.crashes import CrashWatch
with CrashWatch(pathlib.Path(sys.argv[1]), "1.2") as watch:
    print("works", watch.fell)
"""
    ran = subprocess.run(
        [sys.executable, "-B", "-c", code, folder or str(tmp_path)], capture_output=True, text=True, timeout=30,
        check=False, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "works False\n", "")
    assert [*tmp_path.iterdir()] == []


def test_a_run_beside_another_does_not_take_its_file_away(tmp_path: Path) -> None:
    """Two windows: the second starts and ends while the first is open, and the first falls afterwards."""
    process = start(tmp_path, f"{WAIT}\n{FALL}")
    with CrashWatch(tmp_path, "9.9") as watch:
        assert not watch.fell
    assert end(process) == -signal.SIGSEGV
    assert collect(tmp_path)


def test_a_bounded_number_of_falls_is_kept(tmp_path: Path) -> None:
    for number in range(crashes.KEPT + 4):
        (tmp_path / f"running-{900_000_000 + number}.txt").write_text(
            "head\nFatal Python error\n", encoding="utf-8"
        )
        os.utime(tmp_path / f"running-{900_000_000 + number}.txt", (1e9 + number, 1e9 + number))
    assert collect(tmp_path)
    kept = [one.name for one in records(tmp_path)]
    assert len(kept) == crashes.KEPT
    assert kept[0].endswith(f"{900_000_000 + crashes.KEPT + 3}.txt")


def test_what_is_no_record_of_ours_stays(tmp_path: Path) -> None:
    (tmp_path / "running-x.txt").write_text("a\nb\n", encoding="utf-8")
    (tmp_path / "running-1.txt").mkdir()
    assert not collect(tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


# ---------------------------------------------------------------------- the report


def test_a_report_has_the_fall_and_nothing_of_a_person(tmp_path: Path) -> None:
    fall(tmp_path)
    collect(tmp_path)
    secret, comment = "EAAGinvented0123456789token", "vous êtes tous des voleurs"
    line = {"at": "2026-11-22T10:00:00Z", "level": "error", "from": "console.x"}
    older = [  # as a log of an earlier version may have it
        {**line, "say": f"token={secret} of marie@lormel.example said '{comment}'", "error": "ValueError", "trace": ["app.py:3 f"]},
        {**line, "level": "info", "say": "pull of a mastodon channel failed: rate_limited"},
        {**line, "say": "channel Lormel-Officiel, handle @lormel@m.example"},
    ]  # fmt: skip
    text = "\n".join([*(json.dumps(one) for one in older), "no json", "[]", '"x"'])
    (tmp_path / "window.log").write_text(text, encoding="utf-8")
    for language in ("en", "fr"):
        told = report.build(
            tmp_path, "9.9", language, workspace=[("Comments", "open 3")], names=["Lormel-Officiel"]
        )
        for never in (secret, "marie", comment, "voleurs", "Officiel", "@lormel", "m.example"):
            assert never not in told, never
        assert "Segmentation fault" in told
        assert "pull of a mastodon channel failed: rate_limited" in told
        assert "    app.py:3 f" in told
        assert "Comments: open 3" in told


def test_a_report_without_anything_can_be_made(tmp_path: Path) -> None:
    told = report.build(tmp_path / "nowhere", "9.9", "en")
    assert told.startswith("Vigie: report for the help desk\n")
    assert "Workspace" not in told


def test_a_report_stays_small_and_whole(tmp_path: Path) -> None:
    """Of endless logs the last lines; half a line at the beginning of what is read is left out."""
    handler = logs.start(tmp_path, "window.log")
    try:
        for number in range(8_000):
            logging.getLogger("console.x").warning("number %d", number)
    finally:
        logs.stop(handler)
    told = report.build(tmp_path, "9.9", "en")
    assert "number 7999" in told
    assert told.count("number ") == report.LOG_LINES
    assert len(told) < 100_000


def test_the_companys_file_stands_in_it_without_its_password(tmp_path: Path) -> None:
    file = tmp_path / "vigie.toml"
    file.write_text(
        'proxy = "http://me:pass-4711@proxy.example:3128"\nhelp_desk = "IT, 4711"\nretention = 3\n',
        encoding="utf-8",
    )
    managed.use(file)
    told = report.build(tmp_path, "9.9", "fr")
    assert "Assistance: IT, 4711" in told
    assert "pass-4711" not in told
    assert "ligne 3, retention" in told


# ---------------------------------------------------------------------- vigie support


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ui.entry", "--workspace", str(home / "w.vigie"), *words],
        capture_output=True, text=True, timeout=60, check=False, cwd=ROOT, env={**os.environ, "VIGIE_HOME": str(home)},
    )  # fmt: skip


def said(ran: subprocess.CompletedProcess[str]) -> Any:
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_the_command_writes_what_it_prints(tmp_path: Path) -> None:
    export = tmp_path / "e.csv"
    export.write_text(
        "id,author,text,date\n1,marie,vous êtes des voleurs,2026-09-21T10:00:00Z\n", encoding="utf-8"
    )
    assert run(tmp_path, "import", str(export), "--channel", "lormelshop").returncode == 0
    printed = run(tmp_path, "support").stdout
    assert "Comments: open 1" in printed
    for never in ("voleurs", "marie", "lormelshop", os.environ["HOME"]):
        assert never not in printed, never
    target = tmp_path / "r.txt"
    told = said(run(tmp_path, "support", "-o", str(target), "--json"))
    assert told["text"] == target.read_text(encoding="utf-8")
    folder = tmp_path / "out"
    folder.mkdir()
    written = Path(said(run(tmp_path, "support", "-o", str(folder), "--json"))["file"])
    assert written.parent == folder
    assert written.name.startswith(f"vigie-report-{time.strftime('%Y')}")


@pytest.mark.parametrize(
    "name", ["w.vigie", "other.vigie", "OTHER.VIGIE", "other.vigie-wal", "other.vigie.practice"]
)
def test_the_command_writes_over_no_workspace(tmp_path: Path, name: str) -> None:
    assert run(tmp_path, "channel", "add", "practice").returncode == 0
    target = tmp_path / name
    if name != "w.vigie":
        target.write_bytes(b"somebody's")
    before = target.read_bytes()[:16]
    ran = run(tmp_path, "support", "-o", str(target))
    assert ran.returncode == 3
    assert name in ran.stderr
    assert target.read_bytes()[:16] == before
    assert not list(tmp_path.glob("*.part"))


def test_the_command_does_not_write_over_its_own_workspace_by_any_name(tmp_path: Path) -> None:
    own = tmp_path / "team.db"
    words = ("--workspace", str(own))
    assert run(tmp_path, *words, "channel", "add", "practice").returncode == 0
    ran = run(tmp_path, *words, "support", "-o", str(own))
    assert ran.returncode == 3
    assert own.read_bytes().startswith(b"SQLite format 3")


def test_a_workspace_that_does_not_open_is_what_reports_are_about(tmp_path: Path) -> None:
    (tmp_path / "w.vigie").write_bytes(b"no database at all" * 100)
    told = said(run(tmp_path, "support", "--json"))["text"]
    assert "Opens: workspace_damaged" in told


def test_a_bug_of_the_command_line_is_in_the_next_report(tmp_path: Path) -> None:
    """One line on the screen, without the exception's words; type and places in the log."""
    code = (
        "import sys; from console.cli import main, report_command as r;"
        "r.report.build = lambda *a, **k: 1 / 0 if True else 'words of a comment';"
        "raise SystemExit(main.main(sys.argv[1:]))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, "support"], capture_output=True, text=True, timeout=60, check=False, cwd=ROOT,
        env={**os.environ, "VIGIE_HOME": str(tmp_path)},
    )  # fmt: skip
    assert ran.returncode == 3
    assert "Traceback" not in ran.stderr
    told = run(tmp_path, "support").stdout
    assert "command failed ZeroDivisionError" in told
    assert "report_command.py:" in told
