"""The peer of ``vigie bench ui``: the same list as most programs build it, a QStandardItemModel in a QListView.

One item with text per comment, Qt's own delegate, wrapped lines; no database and no audit entry, so its keys do less
than ours. ``python -m ui.bench_naive ROWS`` prints one JSON object.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget

from console.runtime.samples import comments
from ui.bench_drive import KEYS, WHEELS, Times, resident_mb, wheel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


FEW: Final = 3
"""One removed or inserted row moves all behind it: at a million rows that takes seconds, so a few are enough."""
AT_ONCE: Final = 10


class Naive(QObject):
    """The list, and the same inputs as the real window gets."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.times = Times()
        begin = time.perf_counter()
        self.model = QStandardItemModel()
        # A few thousand texts are enough: the model holds an item of its own for every row all the same.
        texts = [one.text for one in comments(min(count, 5000))]
        for number in range(count):
            self.model.appendRow(QStandardItem(f"{number}\n{texts[number % len(texts)]}"))
        self.view = QListView()
        self.view.setWordWrap(True)
        self.view.resize(456, 800)
        self.view.setModel(self.model)
        self._target: QWidget = self.view.viewport()
        self._target.installEventFilter(self)
        self._begin = begin
        self.first_paint = 0.0
        self.memory = 0.0
        self._begun = 0.0
        self._into: list[float] = []
        self._steps = self._all()
        self.view.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A paint of the list."""
        if event.type() == QEvent.Type.Paint and watched is self._target:
            QTimer.singleShot(0, self, self._painted)
        return False

    def _painted(self) -> None:
        if not self.first_paint:
            self.first_paint = time.perf_counter() - self._begin
            self.memory = resident_mb()
            self.view.setCurrentIndex(self.model.index(0, 0))
            self.view.setFocus()
            QTimer.singleShot(50, self, self._next)
        elif self._begun:
            self._into.append(time.perf_counter() - self._begun)
            self._begun = 0.0
            QTimer.singleShot(4, self, self._next)

    def _next(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            QApplication.quit()

    def _time(self, into: list[float], act: Callable[[], object]) -> None:
        self._into, self._begun = into, time.perf_counter()
        act()
        self._target.update()

    def _all(self) -> Iterator[None]:
        for number in range(WHEELS):
            self._time(self.times.wheel, lambda down=number < 200: wheel(self._target, down))  # type: ignore[misc]
            yield
        for _ in range(KEYS):
            self._time(self.times.key, lambda: QTest.keyClick(self.view, Qt.Key.Key_Down))
            yield
        for _ in range(FEW):
            self._time(self.times.decide, lambda: self.model.removeRow(self.view.currentIndex().row()))
            yield
        for _ in range(FEW):
            self._time(self.times.arriving, self._arrive)
            yield

    def _arrive(self) -> None:
        """Some comments on top of the list, as a pull brings them."""
        for number in range(AT_ONCE):
            self.model.insertRow(0, QStandardItem(f"new {number}"))


def main(count: int) -> int:
    """Measure and print."""
    app = QApplication([])
    naive = Naive(count)
    QTimer.singleShot(600_000, app.quit)
    app.exec()
    times = naive.times
    print(  # noqa: T201
        json.dumps(
            {
                "rows": count,
                "first_paint": naive.first_paint,
                "memory": naive.memory,
                "wheel": times.wheel,
                "key": times.key,
                "decide": times.decide,
                "arriving": times.arriving,
            }
        )
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1])))
