"""The desktop's own notification service, over a real session bus: shown, clicked; absent, it costs nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

CLIENT = """
import json, subprocess, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.desktop import bus_way

app = QApplication(sys.argv)
found = {}
server = None
if "serve" in sys.argv:
    command = [sys.executable, "-m", "tests.support.notification_server"]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert server.stdout.readline().strip() == "ready"
way = bus_way()
found["way"] = way is not None
if way is not None:
    def clicked(token):
        found.setdefault("clicked", []).append(token)
        app.quit()
    way.clicked.connect(clicked)
    def failed():
        found["failed"] = True
        app.quit()
    way.failed.connect(failed)
    way.show(5, "1 comment, manifestly illegal", "YouTube. <b>30</b> min left.")
    if server is not None:
        told = json.loads(server.stdout.readline())
        found["told"] = told
        def click():
            server.stdin.write(f"{told['id'] + 1}\\n{told['id']}\\n")  # another program's first
            server.stdin.flush()
        QTimer.singleShot(0, click)
    QTimer.singleShot(15000, app.quit)
    app.exec()
    way.close()
if server is not None:
    server.stdin.close()
    found["server"] = server.wait(10)
    server.stdout.close()
print(json.dumps(found))
"""


BUS = shutil.which("dbus-run-session")
on_a_bus = pytest.mark.skipif(
    not BUS, reason="a bus of its own needs dbus-run-session, which is not installed"
)


def _run(*arguments: str, bus: bool) -> dict[str, object]:
    before = [BUS] if bus and BUS else []
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    if not bus:
        environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent/bus"
    command = [*before, *(["--"] if before else []), sys.executable, "-c", CLIENT, *arguments]
    done = subprocess.run(
        command, check=False, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, object] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


@on_a_bus
def test_a_notification_reaches_the_service_and_its_click_comes_back() -> None:
    """With the types the specification asks for; markup is no markup; another program's click is not ours."""
    found = _run("serve", bus=True)
    told = found["told"]
    assert isinstance(told, dict)
    assert (told["app"], told["title"]) == ("Vigie", "1 comment, manifestly illegal")
    assert told["body"] == "YouTube. &lt;b&gt;30&lt;/b&gt; min left."
    assert told["actions"][0] == "default"
    assert found["clicked"] == [5]
    assert found["server"] == 0


@on_a_bus
def test_a_bus_without_a_service_says_so() -> None:
    """Then the tray may show it."""
    found = _run(bus=True)
    assert found == {"way": True, "failed": True}


def test_without_a_bus_there_is_no_way_and_no_fault() -> None:
    """A desktop that has none is told nothing."""
    assert _run(bus=False) == {"way": False}
