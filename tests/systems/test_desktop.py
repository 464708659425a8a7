"""What each system wants otherwise of the window: fonts, keycaps, tray, notifications, files that are double-clicked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from console import paths
from tests.architecture.tree import ROOT
from ui import actions, systems
from ui.application import FilesAsked
from ui.theme.look import Look
from ui.tray import tray_icon

ALL = ("win32", "darwin", "linux")


def test_fonts() -> None:
    """The system's own family first everywhere; what is added is never named twice."""
    assert systems.families(["Segoe UI"], "win32") == ["Segoe UI", "Segoe UI Emoji", "Segoe UI Symbol"]
    assert systems.families([".AppleSystemUIFont"], "darwin") == [".AppleSystemUIFont"]
    assert systems.families(["Noto Sans"], "linux") == ["Noto Sans"]
    assert systems.fixed_families(["Courier New"], "win32") == ["Cascadia Mono", "Consolas", "Courier New"]
    assert systems.fixed_families(["Menlo"], "darwin") == ["SF Mono", "Menlo"]
    assert systems.fixed_families(["DejaVu Sans Mono"], "linux") == ["DejaVu Sans Mono"]


@pytest.mark.usefixtures("qapp")
def test_the_look_asks_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text and fixed pitch, and a family that was asked for by name stands alone."""
    icons = paths.resources() / "icons"
    own = Look(icons).font().families()
    assert own
    monkeypatch.setattr(systems, "families", lambda own: [*own, "Signs"])
    monkeypatch.setattr(systems, "fixed_families", lambda own: ["Thick", *own])
    look = Look(icons)
    assert look.font("title").families() == [*own, "Signs"]
    assert look.fixed_font().families()[0] == "Thick"
    assert Look(icons, family="Inter").font().families() == ["Inter"]


def test_keycaps_say_what_stands_on_the_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt's Ctrl is a Mac's Command."""
    assert [systems.keycap(one, "darwin") for one in ("Ctrl", "Meta", "Alt", "Shift", "K")] == [
        *"⌘⌃⌥",
        "Shift",
        "K",
    ]
    for system in ("win32", "linux"):
        assert [systems.keycap(one, system) for one in ("Ctrl", "Meta", "Alt")] == ["Ctrl", "Meta", "Alt"]
    real = systems.keycap
    monkeypatch.setattr(systems, "keycap", lambda name: real(name, "darwin"))
    assert actions.key_words("Ctrl+Shift+K")[0] == "⌘"


def test_tray_and_notifications() -> None:
    """A bus on Linux alone; on macOS a template, whose click is its menu, and a Dock that brings the window back."""
    assert [systems.notification_ways(one) for one in ALL] == [("tray",), ("tray",), ("bus", "tray")]
    assert [systems.icon_is_mask(one) for one in ALL] == [False, True, False]
    assert [systems.click_opens(one) for one in ALL] == [True, False, True]
    assert [systems.activation_opens(one) for one in ALL] == [False, True, False]
    assert [systems.tab_reaches_all(one) for one in ALL] == [False, True, False]


def test_the_settings_say_what_notifications_stand_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the icon nothing would be told there, and nobody would know why."""
    from ui.views.wellbeing_page import _with_way

    assert _with_way("Told.") == "Told."
    monkeypatch.setattr(systems, "notification_ways", lambda: ("tray",))
    assert (
        _with_way("Told.")
        == "Told. On this system notifications come from the icon beside the clock: keep it on."
    )


def _colours(icon: QIcon) -> set[int]:
    image = icon.pixmap(QSize(44, 44)).toImage()
    seen = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {one.rgb() for one in seen if one.alpha() > 200}


@pytest.mark.usefixtures("qapp")
def test_the_template_is_black_on_nothing_and_shows_what_is_urgent() -> None:
    """The bar paints it; the dot stands free of the lighthouse."""
    look = Look(paths.resources() / "icons")
    calm, urgent = tray_icon(look, 0, mask=True), tray_icon(look, 3, mask=True)
    assert calm.isMask()
    assert urgent.isMask()
    assert _colours(calm) == _colours(urgent) == {0xFF000000}
    assert calm.pixmap(44, 44).toImage() != urgent.pixmap(44, 44).toImage()
    assert not tray_icon(look, 0).isMask()
    assert len(_colours(tray_icon(look, 3))) > 2


def test_only_macos_waits_for_a_file() -> None:
    """And only where none was named."""
    assert [systems.waits_for_file(False, one) for one in ALL] == [0, systems.FILE_GRACE_MS, 0]
    assert [systems.waits_for_file(True, one) for one in ALL] == [0, 0, 0]


def test_a_double_click_opens_this_window_or_another_process(tmp_path: Path) -> None:
    """A file of another kind is not ours."""
    ours, came, started = tmp_path / "a.vigie", [], []
    asked = FilesAsked(ours, lambda: came.append(1), started.append)
    asked.heard(str(ours))
    asked.heard(str(tmp_path / "folder" / ".." / "a.vigie"))
    assert (len(came), started) == (2, [])
    asked.heard(str(tmp_path / "B.VIGIE"))
    assert started == [paths.window_command(tmp_path / "B.VIGIE")]
    asked.heard(str(tmp_path / "report.txt"))
    assert (len(came), len(started)) == (2, 1)


#: The real application in a process of its own: what Qt sends for the desktop is sent to it.
CLIENT = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QTimer, QUrl
from PySide6.QtGui import QFileOpenEvent
from ui.app import make_application
from ui.application import file_at_start

app = make_application(["vigie"], "test")
heard = []
app.file_asked.connect(heard.append)
app.leaving.connect(lambda: heard.append("leaving"))
send = lambda name: app.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile(name)))
send("/a/b.vigie")
for name in ("/a/report.txt", "/a/c.vigie"):
    QTimer.singleShot(0, lambda name=name: send(name))
print(file_at_start(app, False, "darwin").as_posix(), file_at_start(app, True, "darwin"), file_at_start(app, False, "linux"))
print(file_at_start(app, False, "darwin"))
app.sendEvent(app, QEvent(QEvent.Type.Quit))
print(*heard)
"""


def test_the_application_hears_what_the_desktop_says() -> None:
    """A file while it runs, a file that started it, and the end of the session."""
    told = subprocess.run(
        [sys.executable, "-c", CLIENT], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    lines = told.stdout.splitlines()
    assert lines[0] == "/a/c.vigie None None"
    assert lines[1] == "None"
    assert lines[2] == "/a/b.vigie /a/report.txt /a/c.vigie leaving"


@pytest.mark.usefixtures("qapp")
def test_nothing_is_said_to_another_kind_of_application() -> None:
    """Tests and tools have a plain one: a start there waits for nothing."""
    from ui.application import file_at_start

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert file_at_start(app, False, "darwin") is None
