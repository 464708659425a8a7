"""An exception inside what Qt calls of ours is told once, whatever kind it is, and nothing else comes to harm."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
import shiboken6
from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

told = []
sys.excepthook = lambda kind, error, trace: told.append(kind.__name__)
gone = QWidget

class Early(QWidget):
    def showEvent(self, event):
        {fault}

    def sizeHint(self):
        {fault}

from ui.app import make_application
app = make_application(["vigie"], "test")

class Late(Early):
    def showEvent(self, event):
        {fault}

gone = QPushButton()
shiboken6.delete(gone)
shown = [Early(), Late()]
innocent = []

def begin():
    for one in shown:
        one.show()
        one.adjustSize()
        innocent.append(one.width() >= 0)
    QTimer.singleShot(0, lambda: innocent.append(shown[0].isVisible()))
    QTimer.singleShot(0, app.quit)

QTimer.singleShot(0, begin)
app.exec()
print(sorted(set(told)), len(told) >= 4, innocent)
"""


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("[][1]", "IndexError"),
        ("1 / 0", "ZeroDivisionError"),
        ("gone.text()", "RuntimeError"),
        ("one, two = (1,)", "ValueError"),
        ("len(3)", "TypeError"),
        ("raise KeyError('x')", "KeyError"),
    ],
)
def test_an_exception_in_an_override_is_told_and_stays_there(fault: str, error: str) -> None:
    """Of classes made before and after the application; the process lives, and Qt has a size to work with."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(fault=fault, error=error)],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == f"['{error}'] True [True, True, True]", done.stdout + done.stderr
