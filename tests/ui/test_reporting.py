"""The report in the window: the button shows what the file will hold, to the last byte; after a fall the start says so once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from console import managed
from tests.architecture.tree import ROOT
from tests.ui.desk import Desk, turn
from tests.ui.test_start import _driver, _ends, _program
from ui.reporting import Reporting
from ui.views.report_dialog import ReportDialog
from ui.views.team_pages import TeamPages


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("VIGIE_HOME", str(tmp_path / "home"))
    made = Desk(tmp_path, qapp, language="en")
    made.pages = TeamPages(made.window, made.console, made.bridge, made.actor, made.preferences, "9.9")  # type: ignore[attr-defined]
    try:
        yield made
    finally:
        made.pages.shut_down()  # type: ignore[attr-defined]
        made.close()


def opened(desk: Desk) -> tuple[Reporting, ReportDialog]:
    desk.window.run("app.report")
    reporting = desk.pages.reporting  # type: ignore[attr-defined]
    assert isinstance(reporting, Reporting)
    desk.wait(lambda: reporting.dialog is not None)
    assert reporting.dialog is not None
    return reporting, reporting.dialog


def test_what_is_shown_is_what_is_saved(desk: Desk, tmp_path: Path) -> None:
    reporting, dialog = opened(desk)
    shown = dialog.text.toPlainText()
    assert shown.startswith("Vigie: report for the help desk")
    assert "Vigie: 9.9" in shown
    assert "Channel 1, practice" in shown
    assert "lormel" not in shown  # the channel's name
    target = tmp_path / "r.txt"
    reporting.save(dialog, target)
    desk.wait(lambda: not dialog.outcome.isHidden())
    assert target.read_bytes() == shown.encode()
    assert str(target) in dialog.outcome.text()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == shown
    dialog.accept()


@pytest.mark.parametrize("end", ["", "-wal", "-shm"])
def test_the_workspace_is_never_written_over(desk: Desk, end: str) -> None:
    """A monkey once saved a report there; the pages it had left were found by readers minutes later."""
    own = desk.console.store.path
    own = own.with_name(own.name + end)
    reporting, dialog = opened(desk)
    before = own.stat().st_ino, own.stat().st_size
    reporting.save(dialog, own)
    desk.wait(lambda: not dialog.outcome.isHidden())
    assert "Not saved" in dialog.outcome.text()
    assert own.stat().st_ino == before[0]
    assert own.stat().st_size >= before[1]
    dialog.accept()


def test_a_place_that_takes_no_file_is_told(desk: Desk, tmp_path: Path) -> None:
    reporting, dialog = opened(desk)
    reporting.save(dialog, tmp_path / "nowhere" / "r.txt")
    desk.wait(lambda: not dialog.outcome.isHidden())
    assert "Not saved" in dialog.outcome.text()
    dialog.accept()


def test_one_report_at_a_time_and_a_new_one_after_it(desk: Desk) -> None:
    reporting, first = opened(desk)
    desk.window.run("app.report")
    turn(50)
    assert reporting.dialog is first
    first.accept()
    desk.wait(lambda: reporting.dialog is None)
    _, second = opened(desk)
    assert second is not first
    second.accept()


def test_the_companys_help_desk_is_named(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "company.toml"
    file.write_text('help_desk = "IT, extension 4711"\n', encoding="utf-8")
    managed.use(file)
    _, dialog = opened(desk)
    assert "Yours is: IT, extension 4711" in dialog.line.text()
    assert "IT, extension 4711" in dialog.shown
    dialog.accept()


def test_about_leads_to_it(desk: Desk) -> None:
    about = desk.pages.open_about()  # type: ignore[attr-defined]
    about.report.click()
    desk.wait(lambda: desk.pages.reporting is not None and desk.pages.reporting.dialog is not None)  # type: ignore[attr-defined]
    desk.pages.reporting.dialog.accept()  # type: ignore[attr-defined]
    about.accept()


# ---------------------------------------------------------------------- after a fall

SAYS = """def look():
        say('strip', self.window.status.strip.message)
        self.window.status.say('You act as Ana')
        self.shown.emit()  # as with another person's window
        say('then', self.window.status.strip.message)
        quit()
    QTimer.singleShot(50, look)"""


def test_a_window_that_fell_is_told_of_once_by_the_next(tmp_path: Path) -> None:
    """The whole program, for good: a null pointer under a running window."""
    code = _driver("language='en'", "import ctypes\n    ctypes.string_at(0)")
    fell = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "VIGIE_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert fell.returncode == -signal.SIGSEGV
    with _program(tmp_path, _driver("language='en'", SAYS)) as program:
        ended, out, err = _ends(program)
    assert ended == 0, err
    assert "strip Vigie ended abruptly last time" in out
    assert "then You act as Ana" in out
    (record,) = (tmp_path / "logs").glob("crash-*.txt")
    assert "Segmentation fault" in record.read_text(encoding="utf-8")
    with _program(tmp_path, _driver("language='en'", SAYS)) as program:
        ended, out, err = _ends(program)
    assert ended == 0, err
    assert "abruptly" not in out


def test_a_workspace_that_does_not_open_can_be_reported(tmp_path: Path) -> None:
    """From the window that says so, without a workspace."""
    (tmp_path / "default.vigie").write_bytes(b"no database at all" * 100)
    code = _driver("language='en'").replace(
        "QTimer.singleShot(50, quit)",
        "widget.report_button.click()\n"
        "        def look():\n"
        "            shown = [w for w in QApplication.topLevelWidgets() if type(w).__name__ == 'ReportDialog']\n"
        "            say('report', *[line for w in shown for line in w.shown.splitlines() if line.startswith('Opens')]) if shown else QTimer.singleShot(50, look)\n"
        "            quit() if shown else None\n"
        "        look()",
    )
    with _program(tmp_path, code) as program:
        _, out, err = _ends(program)
    assert "report Opens: workspace_damaged" in out, err
