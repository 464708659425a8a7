"""The bridge: change records from the engine's and the writer's threads become one signal in the window's thread.

However many records arrive, the window hears of them about every 50 ms in one tuple: one signal per record would make
it stutter as soon as a pull or an import runs.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from ui.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from console.domain.events import Changed

T = TypeVar("T")

DRAIN_MS: Final = 50


class Bridge(QObject):
    """Lives in the GUI thread. ``publish`` may be called from any thread; ``changed`` carries ``tuple[Changed, ...]``."""

    changed = Signal(object)
    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = Tasks(self)
        self._lock = threading.Lock()
        self._waiting: list[Changed] = []
        self._open = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAIN_MS)
        self._timer.timeout.connect(self._drain)
        self._arrived.connect(self._schedule, Qt.ConnectionType.QueuedConnection)

    def publish(self, changes: tuple[Changed, ...]) -> None:
        """Keep ``changes`` for the next drain. Returns at once; after ``close`` they are dropped."""
        with self._lock:
            if not self._open:
                return
            first = not self._waiting
            self._waiting.extend(changes)
            if first and changes:
                # Inside the lock, so that close() cannot come between the check and the signal.
                self._arrived.emit()

    def watch(
        self,
        future: Future[T],
        owner: QObject,
        success: Callable[[T], object] | None = None,
        failure: Callable[[Exception], object] | None = None,
    ) -> None:
        """``Tasks.watch``: call back in the GUI thread when ``future`` is done, unless ``owner`` is gone by then."""
        self.tasks.watch(future, owner, success, failure)

    def close(self) -> None:
        """Hear of nothing more. Called before the engine is stopped, in the GUI thread."""
        with self._lock:
            self._open = False
            self._waiting.clear()
        self._timer.stop()
        self.tasks.close()

    @Slot()
    def _schedule(self) -> None:
        if self._open and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _drain(self) -> None:
        with self._lock:
            changes = tuple(self._waiting)
            self._waiting.clear()
        if changes:
            self.changed.emit(changes)
