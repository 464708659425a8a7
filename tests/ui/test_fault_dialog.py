"""What nobody foresaw, on the screen: one key leads to the report, and what is copied names nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console import paths
from console.domain.errors import EnvironmentFailure
from tests.ui.desk import Desk
from ui.errors import describe, details
from ui.views.fault_dialog import FaultDialog
from ui.views.problem_window import ProblemWindow


def test_r_makes_the_report_from_wherever_the_focus_is(tmp_path: Path, qapp: QApplication) -> None:
    desk = Desk(tmp_path, qapp, language="en")
    try:
        error = ValueError("x")
        dialog = FaultDialog(desk.preferences.look, describe(error), details(error, "1"), desk.window)
        asked: list[str] = []
        dialog.report.clicked.connect(lambda _checked=False: asked.append("fault"))
        dialog.show()
        for widget in (dialog, dialog.text, dialog.shut, dialog.copy):
            QTest.keyClick(widget, Qt.Key.Key_R)
        assert asked == ["fault"] * 4
        dialog.close()
        problem = ProblemWindow(desk.preferences.look, describe(error), "", "w.vigie")
        problem.report.connect(lambda: asked.append("problem"))
        problem.show()
        for one in (problem, problem.retry_button):
            QTest.keyClick(one, Qt.Key.Key_R)
        assert asked[4:] == ["problem"] * 2
        problem.close()
        problem.deleteLater()
    finally:
        desk.close()


def test_what_is_copied_names_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "os_user", lambda: "durand")
    error = EnvironmentFailure("workspace_locked", path="/srv/durand/a.vigie", who="marie@lormel.example")
    text = details(error, "1.2", Path("/home/marie durand/lormel/w.vigie"))
    assert "EnvironmentFailure(workspace_locked)" in text
    assert "w.vigie" in text
    for never in ("durand", "marie", "lormel.example"):
        assert never not in text
