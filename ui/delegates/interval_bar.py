"""A share as a bar from 0 to 1: the 95 % interval as a line, the value as a dot, a mark where a threshold is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from ui.delegates.paint import draw_text, text_width
from ui.widgets.cells import Cell, CellDelegate, CellRole, Index, paint_row_edges

if TYPE_CHECKING:
    from ui.theme.look import Look

BAR: Final = 96
"""Width of the bar in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class IntervalCell(Cell):
    """A cell with a share: ``value``, ``low`` and ``high`` are 0..1; ``mark`` is the share asked for, if any."""

    value: float = 0.0
    low: float = 0.0
    high: float = 0.0
    mark: float | None = None

    @property
    def tone(self) -> str:
        """The colour role of line and dot: whether the value reaches the mark."""
        if self.mark is None:
            return "text-muted"
        return "ok" if self.value >= self.mark else "danger"


def draw_interval(painter: QPainter, rect: QRect, cell: IntervalCell, look: Look) -> None:
    """Track, mark, interval and dot inside ``rect``."""
    px = look.px
    middle = rect.y() + rect.height() / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    track = QRectF(rect.x(), middle - px(13) / 2, rect.width(), px(13))
    painter.setPen(QPen(look.color("border"), 1) if look.theme.high_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(look.color("sunken"))
    painter.drawRoundedRect(track, px(3), px(3))
    room = rect.width() - px(6)

    def at(share: float) -> float:
        return rect.x() + px(3) + min(max(share, 0.0), 1.0) * room

    if cell.mark is not None:
        painter.setPen(QPen(look.color("text"), max(px(1), 1)))
        painter.drawLine(QPointF(at(cell.mark), track.top()), QPointF(at(cell.mark), track.bottom()))
    color = look.color(cell.tone)
    painter.setPen(QPen(color, max(px(2), 2)))
    painter.drawLine(QPointF(at(cell.low), middle), QPointF(at(cell.high), middle))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QPointF(at(cell.value), middle), px(3), px(3))
    painter.restore()


class IntervalDelegate(CellDelegate):
    """Paints IntervalCells as bar and words, every other cell as its parent does."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and ring first; the bar only where there is room for it beside the words."""
        cell = index.data(CellRole)
        if not isinstance(cell, IntervalCell):
            super().paint(painter, option, index)
            return
        look, px = self.look, self.look.px
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.fillRect(rect, look.color("selected" if selected else "hover"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look.color("border"))
        view = option.widget
        if selected and isinstance(view, QTableView):
            paint_row_edges(painter, rect, index.column(), view, look)
        font = look.font("body", cell.weight)
        words = text_width(font, cell.text) + 2
        x = rect.x() + px(8)
        bar = min(px(BAR), rect.right() - px(14) - words - x)
        if bar >= px(40):
            draw_interval(painter, QRect(x, rect.y(), bar, rect.height()), cell, look)
            x += bar + px(8)
        draw_text(
            painter,
            QRect(x, rect.y(), rect.right() - px(6) - x, rect.height()),
            cell.text,
            font,
            look,
            cell.color,
        )
