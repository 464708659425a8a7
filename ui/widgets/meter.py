"""A progress bar in the window's colours: how far something is, never how long it spins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

if TYPE_CHECKING:
    from ui.theme.look import Look

STEPS = 1000


class Meter(QProgressBar):
    """``show_share`` sets how much is done, 0 to 1; screen readers hear the words beside it, too."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setRange(0, STEPS)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_share(self, done: int, total: int, words: str = "") -> None:
        """``done`` of ``total``; a total of 0 is not known yet and shows an empty track."""
        self.setValue(round(STEPS * min(done / total, 1.0)) if total > 0 else 0)
        self.setAccessibleDescription(words)

    def sizeHint(self) -> QSize:
        """A line of 8 px at 100 %."""
        return QSize(self.look.px(200), self.look.px(8))

    def minimumSizeHint(self) -> QSize:
        """Never thinner."""
        return QSize(self.look.px(60), self.look.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track with an edge, and what is done."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.color("border-strong"), 1))
        painter.setBrush(look.color("sunken"))
        painter.drawRoundedRect(body, px(4), px(4))
        share = self.value() / STEPS
        if share > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent"))
            painter.drawRoundedRect(
                QRectF(0, 0, max(self.width() * share, px(4)), self.height()), px(4), px(4)
            )
