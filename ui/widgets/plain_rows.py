"""Plain rows where cards will be: shown when reading takes longer than a blink, without a word and without taking the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.theme.look import Look

AFTER_MS: Final = 150


class PlainRows(QWidget):
    """Lies over a table's rows while they are read; ``row_height`` answers the height of one in pixels."""

    def __init__(self, look: Look, table: QTableView, row_height: Callable[[], int]) -> None:
        super().__init__(table)
        self.look, self._table, self._row_height = look, table, row_height
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self._appear)
        self.hide()

    def wait(self) -> None:
        """Reading has begun: appear soon, unless it is over before."""
        self._timer.start()

    def over(self) -> None:
        """What was read is there, or will not come."""
        self._timer.stop()
        self.hide()

    def _appear(self) -> None:
        self.setGeometry(self._table.viewport().geometry())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two lines and a short one in each row."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.color("surface"))
        height = max(self._row_height(), px(40))
        for top in range(0, self.height(), height):
            painter.fillRect(0, top + height - 1, self.width(), 1, look.color("border"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("sunken"))
            for line, share in enumerate((0.45, 0.88, 0.6)):
                y = top + px(14) + line * px(24)
                if y + px(12) < top + height - px(4):
                    wide = (self.width() - px(40)) * share
                    painter.drawRoundedRect(QRectF(px(20), y, wide, px(12)), px(3), px(3))
