"""A window that was closed leaves nothing behind: neither its console nor its rooms, however often it is opened.

A window is open all day, and closed and opened when somebody else sits down. In a process of its own: in this one, tests
before have left things that Python was told to look at no more.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import gc, os, sys, time, weakref
from pathlib import Path

home = Path(sys.argv[1])
os.environ.update(VIGIE_HOME=str(home), HOME=str(home))

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.app import Preferences, make_application
from ui.bridge import Bridge
from ui.entry import OpenRequest
from ui.main import Startup
from ui.tray import Tray

ROOMS = (Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9)  # audit log, policy, channels
Tray.possible = staticmethod(lambda: False)
app = make_application(["vigie"], "test")
preferences = Preferences(app, home / "settings.toml", "en")


def wait(until, seconds=60.0):
    loop, timer, end = QEventLoop(), QTimer(), time.monotonic() + seconds
    timer.setInterval(10)
    timer.timeout.connect(lambda: loop.quit() if until() or time.monotonic() > end else None)
    timer.start()
    loop.exec()
    if not until():
        sys.exit("waited in vain")


def one_window():
    bridge = Bridge()
    startup = Startup(OpenRequest(new_window=True, demo=True), bridge, preferences, "test")
    startup.begin()
    wait(lambda: startup.window is not None and startup.window._queue is not None and startup.window.queue.armed())
    window = startup.window
    for key in ROOMS:
        before = window.pages.currentWidget()
        QTest.keyClick(window.windowHandle(), key)
        wait(lambda: window.pages.currentWidget() is not before)
    left = [weakref.ref(one) for one in (window, window.queue, startup.console, startup.console.store)]
    window.close()
    if not startup.close():
        sys.exit("did not close in its time")
    bridge.close()
    return left


windows = [one_window() for _ in range(2)]
# What was there before the first paint is looked at no more (ui/main.py), and the first console is part of it.
wait(lambda: (gc.collect(), all(one() is None for one in windows[1]))[1], 20.0)
left = [type(one).__name__ for one in QApplication.topLevelWidgets()]
print("left:", left)
sys.exit(1 if left else 0)
"""


def test_windows_opened_and_closed_stay_not_in_memory(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=200,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout + told.stderr[-2000:]
