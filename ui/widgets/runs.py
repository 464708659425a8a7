"""A paragraph of runs in different weights and colours: plain text, laid out and painted, foreign words isolated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.delegates.paint import draw_icon
from ui.text_offsets import utf16_length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with a colour role and a weight."""

    text: str
    color: str = "text"
    weight: int = 400


class RunText(QWidget):
    """An optional icon and a wrapping paragraph of runs; the whole is the accessible name."""

    def __init__(
        self,
        look: Look,
        runs: Sequence[Run] = (),
        *,
        icon: str = "",
        icon_color: str = "text-muted",
        icon_weight: str | None = None,
        role: str = "body",
        indent: int = 25,
        parent: QWidget | None = None,
    ) -> None:
        """``indent`` is where the text begins when there is an icon, in pixels at 100 %."""
        super().__init__(parent)
        self.look = look
        self._runs: tuple[Run, ...] = ()
        self._icon, self._icon_color, self._icon_weight = icon, icon_color, icon_weight
        self._role, self._indent = role, indent
        self._layout: QTextLayout | None = None
        self._width = -1
        self._heights: dict[int, int] = {}  # Qt asks for the height at two widths in turn
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._forget)
        self.set_runs(runs)

    def _forget(self) -> None:
        self._layout = None
        self._heights.clear()
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """All runs joined."""
        return "".join(run.text for run in self._runs)

    def set_runs(
        self,
        runs: Sequence[Run],
        icon: str | None = None,
        icon_color: str | None = None,
        icon_weight: str | None = None,
    ) -> None:
        """Change the words, and the icon where given: with it its weight."""
        self._runs = tuple(runs)
        if icon is not None:
            self._icon, self._icon_weight = icon, icon_weight
        if icon_color is not None:
            self._icon_color = icon_color
        self.setAccessibleName(self.text)
        self._forget()

    def _start(self) -> int:
        return self.look.px(self._indent) if self._icon else 0

    def _laid_out(self, width: int) -> QTextLayout:
        if self._layout is not None and self._width == width:
            return self._layout
        layout = QTextLayout(self.text, self.look.font(self._role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        formats, start = [], 0
        for run in self._runs:
            style = QTextCharFormat()
            style.setFont(self.look.font(self._role, run.weight))
            style.setForeground(QBrush(self.look.color(run.color)))
            reach = QTextLayout.FormatRange()
            reach.start, reach.length, reach.format = start, utf16_length(run.text), style
            start += reach.length
            formats.append(reach)
        layout.setFormats(formats)
        high = self.look.metrics.line_px(self._role)
        layout.beginLayout()
        y = 0.0
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width - self._start(), 20))
            line.setPosition(QPointF(self._start(), y + (high - line.height()) / 2))
            y += high
        layout.endLayout()
        self._layout, self._width = layout, width
        return layout

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Lines at ``width`` times their height."""
        found = self._heights.get(width)
        if found is None:
            if len(self._heights) >= 8:
                self._heights.clear()  # somebody is making the window wider or narrower
            lines = max(self._laid_out(width).lineCount(), 1)
            found = self._heights[width] = lines * self.look.metrics.line_px(self._role)
        return found

    def sizeHint(self) -> QSize:
        """One long line, or as wide as it stands."""
        width = self.width() if self._width > 0 else self.look.px(300)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few words wide."""
        return QSize(self.look.px(80), self.look.metrics.line_px(self._role))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon on the first line, then the text."""
        del event
        painter = QPainter(self)
        layout = self._laid_out(self.width())
        if self._icon:
            middle = self.look.metrics.line_px(self._role) / 2
            draw_icon(painter, 0, middle, self._icon, self._icon_color, self.look, 16, self._icon_weight)
        painter.setPen(self.look.color("text"))
        layout.draw(painter, QPointF(0, 0))
        painter.setPen(Qt.PenStyle.NoPen)
