"""Nothing but the window itself comes to the screen while it opens: a child shown before it has a place would flash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from console.runtime.connections import memory_only
from tests.ui.team_desk import TeamDesk
from ui.views.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Shown(QObject):
    """Hears of every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take its class down."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[Shown]:
    """Installed on the whole application."""
    made = Shown()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def test_only_the_window_is_shown(shown: Shown, tmp_path: Path, qapp: QApplication) -> None:
    """Opening, every room, a comment with its reply box: one window, which stays the active one."""
    desk = TeamDesk(tmp_path, qapp, memory_only())
    try:
        desk.seed()
        desk.window.queue.feed.reload()
        desk.wait(lambda: desk.window.queue.armed() is not None)
        desk.window.queue.replying.start()
        desk.window.queue.replying.close()
        for place in ("audit", "policy", "replies", "channels", "team", "history", "outbox", "inbox"):
            desk.window.show_place(place)
        assert set(shown.windows) == {MainWindow.__name__}
        assert qapp.activeWindow() is desk.window
    finally:
        desk.close()
