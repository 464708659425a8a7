"""Twenty-four bars, one for each hour of the day, with the busiest in the accent colour; the words say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.i18n import format as say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look

_CENTER = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)


class HourBars(QWidget):
    """``show_hours`` takes 24 counts; screen readers hear ``words``."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.hours: tuple[int, ...] = (0,) * 24
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_hours(self, hours: Sequence[int], words: str) -> None:
        """Show these counts."""
        self.hours = (*hours, *(0 for _ in range(24)))[:24]
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Bars, and a line of hours under them."""
        return QSize(self.look.px(240), self.look.px(64) + self.look.metrics.line_px("caption"))

    def minimumSizeHint(self) -> QSize:
        """Narrower bars will do."""
        return QSize(self.look.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars on a line, hours every six; the highest carries its figure."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        line = look.metrics.line_px("caption")
        base = self.height() - line - px(2)
        top = line
        most = max(self.hours)
        step = self.width() / 24
        painter.setFont(look.font("caption"))
        for hour, count in enumerate(self.hours):
            high = (base - top) * count / most if most else 0
            if count:
                body = QRectF(hour * step + step * 0.15, base - max(high, 2), step * 0.7, max(high, 2))
                painter.fillRect(body, look.color("accent" if count == most else "border-strong"))
        painter.fillRect(0, round(base), self.width(), 1, look.color("border-strong"))
        painter.setPen(look.color("text-muted"))
        for hour in range(0, 24, 6):
            place = QRect(round(hour * step), round(base) + px(2), round(step * 6), line)
            painter.drawText(
                place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), f"{hour:02d}:00"
            )
        if most:
            hour = self.hours.index(most)
            wide = px(80)
            x = min(max(round((hour + 0.5) * step - wide / 2), 0), max(self.width() - wide, 0))
            painter.setPen(look.color("text"))
            painter.drawText(QRect(x, 0, wide, line), _CENTER, say.number(most))
