"""The QApplication: what the desktop says to the program as a whole, a file to open or the end, and who hears it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, QProcess, QTimer, Signal, Slot
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from console import paths
from console.files import SUFFIX
from ui import systems

if TYPE_CHECKING:
    from collections.abc import Callable


class Application(QApplication):
    """``file_asked`` carries a path: macOS sends an event for a double click. ``leaving``: the desktop asks for the end."""

    file_asked = Signal(str)
    leaving = Signal()

    def event(self, event: QEvent) -> bool:
        """Only what is meant for the application itself comes through here."""
        if isinstance(event, QFileOpenEvent):
            if event.file():
                self.file_asked.emit(event.file())
            return True
        if event.type() == QEvent.Type.Quit:
            # The Dock's "Quit", a log-out, Command-Q: a window that only hid would end without keeping drafts and giving back claims.
            self.leaving.emit()
        return super().event(event)


def file_at_start(app: QApplication, named: bool, system: str = sys.platform) -> Path | None:
    """The workspace whose double click started the program, where the system tells it by an event; None for none.

    ``named``: the command line named one already. Runs the application's events for a moment; nothing of ours is there yet.
    """
    patience = systems.waits_for_file(named, system)
    if not patience or not isinstance(app, Application):
        return None
    found: list[Path] = []
    loop = QEventLoop()

    def heard(path: str) -> None:
        if is_workspace(path):
            found.append(Path(path))
            loop.quit()

    app.file_asked.connect(heard)
    QTimer.singleShot(patience, loop, loop.quit)
    loop.exec()
    app.file_asked.disconnect(heard)
    return found[0] if found else None


def is_workspace(path: str) -> bool:
    """Whether a file's name is one of a workspace."""
    return path.lower().endswith(SUFFIX)


class FilesAsked(QObject):
    """Opens what the desktop asks for while the window runs: this workspace comes forward, others in a process of theirs."""

    def __init__(
        self,
        workspace: Path,
        come_forward: Callable[[], object],
        start: Callable[[list[str]], object] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``start`` runs a command and does not wait for it."""
        super().__init__(parent)
        self._workspace, self._come_forward, self._start = workspace, come_forward, start or _detached

    @Slot(str)
    def heard(self, path: str) -> None:
        """The desktop asks for the file at ``path``; one that is no workspace is not ours to open."""
        if not is_workspace(path):
            return
        if _name(Path(path)) == _name(self._workspace):
            self._come_forward()
        else:
            self._start(paths.window_command(Path(path)))


def _name(path: Path) -> str:
    from ui.single import one_name

    return one_name(str(path.resolve()), "", sys.platform)


def _detached(command: list[str]) -> None:
    QProcess.startDetached(command[0], command[1:])
