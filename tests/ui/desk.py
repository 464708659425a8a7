"""A whole console with its window on the practice network, for tests that press keys."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QLocale, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.connectors import registry
from console.domain.decision import OutboxRow
from console.runtime.app import Console
from console.runtime.clock import SystemClock
from console.runtime.connections import memory_only
from console.services.roles import Actor
from tests.support.word_reader import WordReader
from ui.app import Preferences
from ui.bridge import Bridge
from ui.models.card_data import CardData
from ui.views.main_window import MainWindow

DEADLINE = 20.0


def turn(milliseconds: int) -> None:
    """Let the event loop run; unlike QTest.qWait, other threads run meanwhile."""
    loop, timer = QEventLoop(), QTimer()  # not QTimer.singleShot: docs/adr/0012
    timer.setSingleShot(True)
    timer.timeout.connect(loop.quit)
    timer.start(milliseconds)
    loop.exec()


class MovingClock(SystemClock):
    """The system's clock, which a test may move forward."""

    def __init__(self) -> None:
        super().__init__()
        self.offset = 0

    def now(self) -> int:
        """Epoch seconds, moved."""
        return super().now() + self.offset


class Desk:
    """Console, bridge and window; ``close`` ends them in order."""

    def __init__(
        self, folder: Path, app: QApplication, *, name: str | None = None, language: str = "en"
    ) -> None:
        self.app = app
        self.clock = MovingClock()
        self.console = Console.open(
            folder / "lormel.vigie",
            secrets=memory_only(),
            reader=WordReader(),
            clock=self.clock,
            language="en",
        )
        self.actor: Actor = self.console.actor(name)
        self.console.ensure_practice(self.actor)
        self.bridge = Bridge()
        self.preferences = Preferences(app, folder / "settings.toml", language)
        self.window = MainWindow(self.console, self.bridge, self.actor, self.preferences, self.clock.now)
        self.console.subscribe(self.bridge.publish)
        self.queue = self.window.queue

    def start(self) -> None:
        """Show the window, start the engine, wait until the practice network's comments are read and classed."""
        self.window.show()
        self.window.activateWindow()
        self.console.background(lambda console: console.engine.start()).result(DEADLINE)
        self.wait(lambda: bool(self.window.rail.button("praise").item.count))
        self.settle()

    def settle(self) -> None:
        """Wait until no comment is without a verdict and the list shows them in order."""

        def read() -> bool:
            return not self.console.store.read(lambda r: r.comments.unread(1))

        self.wait(read)
        loads: list[int] = []
        self.queue.feed.loaded.connect(lambda keep, _row: loads.append(keep))
        self.queue.feed.reload()
        self.wait(lambda: loads)
        self.wait(lambda: self.card(0) is not None and self.card(0).severity >= 3 and self.armed())  # type: ignore[union-attr]

    def armed(self) -> bool:
        """Whether the current comment is read and painted."""
        return self.queue.armed() is not None

    def wait(self, condition: Callable[[], object], seconds: float = DEADLINE) -> None:
        """Run the event loop until ``condition`` holds."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"waited {seconds} s in vain; {self.standing()}")
            turn(5)

    def standing(self) -> str:
        """What the page waits for itself, for a failure that is seen once in a hundred runs."""
        queue, opening = self.queue, self.queue.opening
        thread, data = queue.detail.thread_column, queue.detail_data
        return ", ".join(
            f"{name}={value}"
            for name, value in {
                "ready": queue.feed.ready, "view": queue.feed.view, "reads": queue.feed._reads,
                "rows": queue.model.rowCount(), "current": self.current(), "wanted": opening.wanted,
                "loading": opening._loading, "painted": opening._painted,
                "data": data.card.id if data is not None else None,
                "thread": thread.isVisible() and thread.visibleRegion().boundingRect().getRect(),
                "right": queue.right.currentIndex(), "said": self.strip(),
                "focus": type(self.app.focusWidget()).__name__,
                "modal": type(self.app.activeModalWidget()).__name__,
            }.items()
        )  # fmt: skip

    def card(self, row: int) -> CardData | None:
        """The card of a row."""
        return self.queue.model.card_at(row)

    def current(self) -> int:
        """The current comment."""
        return self.queue.list.current()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        target: QWidget = self.app.focusWidget() or self.window
        QTest.keyClick(target, key, modifier)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        target: QWidget = self.app.focusWidget() or self.window
        QTest.keyClicks(target, text)

    def go_to(self, wanted: Callable[[CardData], bool]) -> CardData:
        """Make the first card current for which ``wanted`` holds, and wait until it is armed."""
        for row in range(self.queue.model.rowCount()):
            card = self.card(row)
            if card is not None and wanted(card):
                self.queue.list.make_current(card.id)
                self.wait(self.armed)
                return card
        raise AssertionError("no such card")

    def outbox(self, comment: int) -> list[OutboxRow]:
        """The rows about a comment, oldest first."""
        return self.console.store.read(lambda r: r.outbox.of_comment(comment))

    def strip(self) -> str:
        """All words of the status strip."""
        return " | ".join(self.window.status.strip.words())

    def close(self) -> None:
        """Close window, bridge and console."""
        self.window.close()
        self.bridge.close()
        assert self.console.close()
        self.window.deleteLater()
        turn(1)
        # The application outlives the desk: whatever language the last test left must not reach the next module.
        for translator in self.preferences.languages._installed:
            QApplication.removeTranslator(translator)
        QLocale.setDefault(QLocale.c())
        assert registry.kinds()
