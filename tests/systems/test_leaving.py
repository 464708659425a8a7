"""The desktop asks the program to end (the Dock's "Quit", a log-out) while closing the window would only hide it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.architecture.tree import ROOT

#: The real composition root. Once the tray is there, the desktop's question comes as Qt sends it.
DRIVER = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import ui.main as root
from ui.entry import OpenRequest
from ui.tray import Tray

Tray.possible = staticmethod(lambda: True)
made = []
begin = root.Startup.begin

def noted(self):
    made.append(self)
    begin(self)

def look():
    pages = made[0].pages if made else None
    presence = pages._outside.presence if pages is not None else None
    if presence is None or presence.tray is None:
        return
    timer.stop()
    print("keeps", presence._preferences.settings.keep_in_tray, made[0].window.isVisible(), flush=True)
    QApplication.instance().quit()
    print("closed", made[0].window.closed_already, flush=True)

root.Startup.begin = noted
make = root.make_application

def application(*given):
    app = make(*given)
    global timer
    timer = QTimer(app)
    timer.timeout.connect(look)
    timer.start(50)
    return app

root.make_application = application
sys.exit(root.run(OpenRequest()))
"""


def test_the_end_of_the_session_is_no_hiding(tmp_path: Path) -> None:
    """A window that only hid would go down with the program: no draft kept, no claim given back, nothing asked."""
    (tmp_path / "settings.toml").write_text("[window]\nkeep_in_tray = true\ntray = true\n", "utf-8")
    told = subprocess.run(
        [sys.executable, "-c", DRIVER],
        cwd=ROOT, env={**os.environ, "VIGIE_HOME": str(tmp_path)}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert told.stdout.splitlines() == ["keeps True True", "closed True"], told.stderr
    assert told.returncode == 0, told.stderr
