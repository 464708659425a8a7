"""Drives the real window for ``vigie bench ui``: starts, wheel, keys, decisions and arrivals, each timed to its paint.

A frame is the time from an input event (or a 60 Hz beat) to the end of the list's paint that answers it: what a
person waits for. Decisions are timed until the decided card is gone from the painted list, so that the commit with
its audit entry is part of the figure.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from ui.app import Preferences, make_application
from ui.bridge import Bridge
from ui.entry import OpenRequest, workspace_of
from ui.main import Opened, Startup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future

KEYS: Final = 200
WHEELS: Final = 300
DECISIONS: Final = 100
DECIDE_EVERY_MS: Final = 100
"""Ten decisions a second: twice what a person manages who reads nothing, with all that follows each going on."""
ARRIVALS: Final = 10_000
BEAT_MS: Final = 16
HEAVY: Final = ("httpx", "sqlite_utils", "keyring", "onnxruntime", "torch")
"""What costs 0.1 to 1 s to import: none of it may be loaded before the first paint."""


def resident_mb() -> float:
    """This process's resident memory in megabytes (Linux; 0 elsewhere)."""
    if sys.platform != "linux":
        return 0.0
    else:
        try:
            pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
        except (OSError, ValueError, IndexError):
            return 0.0
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def wheel(view: QTableView | QWidget, down: bool) -> None:
    """One notch of the wheel over ``view``."""
    middle = QPointF(view.rect().center())
    event = QWheelEvent(
        middle,
        view.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120 if down else 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


@dataclass(slots=True)
class Times:
    """Seconds, by what was done."""

    wheel: list[float] = field(default_factory=list)
    key: list[float] = field(default_factory=list)
    decide: list[float] = field(default_factory=list)
    arriving: list[float] = field(default_factory=list)
    arriving_key: list[float] = field(default_factory=list)


def open_alone(request: OpenRequest, bridge: Bridge, language: str, name: str) -> Opened:
    """Open the workspace without a classifier: a million unread comments would be read beside every key pressed.

    What reading costs is measured by ``vigie bench classify``; arrivals, with their commits, are measured here.
    """
    from console.runtime.app import Console

    del bridge
    console = Console.open(workspace_of(request), language=language)
    actor = console.actor(name or None, permissions=False)
    console.store.close_reader()
    return Opened(console, actor)


class _Startup(Startup):
    """Tells the driver of the window before anything of it is painted."""

    driver: Driver
    opens = staticmethod(open_alone)

    def _put_in_front(self, widget: QWidget | None) -> None:
        super()._put_in_front(widget)
        if self.window is not None:
            self.driver.watch(self.window.front.list.table)


class Driver(QObject):
    """Starts the window on a workspace; ``whole`` False ends with the first paint."""

    def __init__(self, path: Path, folder: Path, *, whole: bool) -> None:
        super().__init__()
        self.app = make_application(["vigie"], "bench")
        self.preferences = Preferences(self.app, folder / "settings.toml", "en")
        self.bridge = Bridge()
        request = OpenRequest(workspace=path, new_window=True)
        self.startup = _Startup(request, self.bridge, self.preferences, "bench")
        self.startup.driver = self
        self.first_paint = 0.0  # time.time()
        self.heavy: list[str] = []
        self.memory = 0.0
        self.memory_after = 0.0
        self.times = Times()
        self._whole = whole
        self._target: QWidget | None = None
        self._model: QAbstractItemModel
        self._begun = 0.0
        self._until: Callable[[], bool] | None = None
        self._into: list[float] = []
        self._steps: Iterator[None] | None = None
        QTimer.singleShot(0, self, self.startup.begin)
        QTimer.singleShot(300_000, self.app.quit)

    def run(self) -> None:
        """Run until everything was measured."""
        self.app.exec()
        self.startup.close()

    # ------------------------------------------------------------------ paints

    def watch(self, table: QTableView) -> None:
        """The window is on its way to the screen: hear of the first paint of its list."""
        model = table.model()
        if self._target is None and model is not None:
            self._model, self._target = model, table.viewport()
            self._target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A paint of the list: the end of one measurement, the start of the next."""
        if event.type() == QEvent.Type.Paint and watched is self._target and self._model.rowCount():
            if self.first_paint:
                QTimer.singleShot(0, self, self._painted)
            else:
                self._seen()
        return False

    def _seen(self) -> None:
        """The first cards are painted now: taken down at once, before the window goes on to load the rest."""
        self.heavy = [name for name in HEAVY if name in sys.modules]
        self.memory = resident_mb()
        self.first_paint = time.time()
        if not self._whole:
            QTimer.singleShot(0, self.app, self.app.quit)
            return
        self._steps = self._all()
        QTimer.singleShot(2500, self, self._next)

    def _painted(self) -> None:
        now = time.perf_counter()
        if self._begun and (self._until is None or self._until()):
            self._into.append(now - self._begun)
            self._begun = 0.0
            QTimer.singleShot(4, self, self._next)

    def _next(self) -> None:
        assert self._steps is not None
        try:
            next(self._steps)
        except StopIteration:
            self.memory_after = resident_mb()
            self.app.quit()

    def _time(
        self, into: list[float], act: Callable[[], object], until: Callable[[], bool] | None = None
    ) -> None:
        # Not from within the generator: pressing a key lets the event loop run.
        self._into, self._until = into, until

        def run() -> None:
            self._begun = time.perf_counter()
            act()

        QTimer.singleShot(0, self, run)

    # ------------------------------------------------------------------ what is measured

    def _all(self) -> Iterator[None]:
        from PySide6.QtTest import QTest

        window = self.startup.window
        assert window is not None
        target = self._target
        assert target is not None
        queue = window.queue
        queue.focus_list()
        yield from self._wheels(target)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Home)
        for _ in range(KEYS):
            self._time(self.times.key, lambda: QTest.keyClick(window.windowHandle(), Qt.Key.Key_J))
            yield
        for _ in range(DECISIONS):
            QTimer.singleShot(DECIDE_EVERY_MS, self, self._next)
            yield
            while queue.armed() is None:
                QTimer.singleShot(2, self, self._next)
                yield
            row = queue.list.table.currentIndex().row()
            comment = queue.model.id_at(row)
            self._time(
                self.times.decide,
                lambda: QTest.keyClick(window.windowHandle(), Qt.Key.Key_G),
                # By its row: looking for an id that is gone goes through a million of them, and would be measured too.
                lambda row=row, comment=comment: queue.model.id_at(row) != comment,  # type: ignore[misc]
            )
            yield
        yield from self._arrivals(window, target)

    def _wheels(self, target: QWidget) -> Iterator[None]:
        for number in range(WHEELS):
            self._time(self.times.wheel, lambda down=number < 200: wheel(target, down))  # type: ignore[misc]
            yield

    def _arrivals(self, window: Any, target: QWidget) -> Iterator[None]:
        """Comments arrive by the thousand: frames at 60 Hz, every fourth with a key."""
        from PySide6.QtTest import QTest

        from console.runtime.samples import comments

        console = self.startup.console
        assert console is not None
        channel = console.store.read(lambda r: r.channels.all())[0]
        pages = iter(range(0, ARRIVALS, 500))
        under_way: list[Future[None]] = []

        def more() -> bool:
            """As a pull does it: a page is asked for when the one before is kept. False when all are."""
            under_way[:] = [one for one in under_way if not one.done()]
            start = None if len(under_way) > 1 else next(pages, None)
            if start is not None:
                part = [
                    replace(one, remote_id=f"n{start}-{one.remote_id}") for one in comments(500, seed=start)
                ]

                def work(tx: Any) -> None:
                    result = tx.comments.upsert(channel.id, "file", part, tx.now)
                    tx.changed("comments_new", result.new_ids, channel=channel.id)

                under_way.append(console.store.write(work, durable=False))
            return bool(under_way)

        beats = 0
        while more() or beats < 120:
            beats += 1
            if beats % 4:
                self._time(self.times.arriving, target.update)
            else:
                self._time(
                    self.times.arriving_key, lambda: QTest.keyClick(window.windowHandle(), Qt.Key.Key_J)
                )
            yield
