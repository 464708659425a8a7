"""Painting the parts of a thread: posts, neighbours, our own words tinted, the comment being decided framed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from ui.delegates.paint import draw_icon, draw_text, text_width
from ui.i18n.counted import counted
from ui.theme.icon_names import SIGNALS, category_color
from ui.views.thread_words import meta, more_words, who

if TYPE_CHECKING:
    from ui.delegates.text_block import TextBlock
    from ui.models.detail_data import DetailData, ThreadPart
    from ui.theme.look import Look
    from ui.views.media_tiles import MediaTiles

INDENT, RULE_X, STEP = 23, 8, 16
"""Where texts begin, where the line at their left runs, and how far each answer is set in; pixels at 100 %."""

_UNSEEN: Final = {"gone": "minus-circle", "hidden": "eye-slash"}
"""The sign of what readers of the site do not see."""


@dataclass(slots=True)
class Placed:
    """A part where it stands. ``notice`` and ``after`` are blocks over and under the words, ``foot`` where a bar goes."""

    part: ThreadPart
    block: TextBlock
    left: int
    top: int
    height: int
    named: bool = True  # whether the line over it says whom it answers
    notice: TextBlock | None = None
    after: TextBlock | None = None
    media: MediaTiles | None = None
    foot: int = 0
    media_at: int = 0  # where the tiles begin, from the top


class ThreadPainter:
    """Paints placed parts of one comment's thread into a column of ``width`` pixels."""

    def __init__(self, look: Look, data: DetailData, width: int, now: int, quiet: bool = False) -> None:
        """``quiet`` mutes everything but the comment being decided."""
        self.look, self._data, self._width, self._now = look, data, width, now
        self._quiet = quiet

    def paint(self, painter: QPainter, placed: Placed) -> None:
        """One part."""
        kind = placed.part.kind
        if kind == "focus":
            self._focus(painter, placed)
        elif kind == "ours":
            self._ours(painter, placed)
        elif kind == "more":
            self._more(painter, placed)
        else:
            self._plain(painter, placed)

    def rule(self, painter: QPainter, focus: Placed | None) -> None:
        """The line from the post down to the comment being decided."""
        if focus is not None and focus.top:
            left = self.look.px(RULE_X)
            painter.fillRect(left, 0, self.look.px(2), focus.top, self.look.color("border"))

    def _head(self, painter: QPainter, line: QRect, placed: Placed, icon: str = "") -> None:
        look = self.look
        x = line.left()
        middle = line.top() + line.height() / 2
        if icon:
            x += draw_icon(painter, x, middle, icon, "text-muted", look, 14) + look.px(6)
        font = look.font("body", 600)
        name = who(placed.part)
        width = min(text_width(font, name), max(line.right() - x - look.px(60), look.px(60)))
        draw_text(painter, QRect(x, line.top(), width, line.height()), name, font, look, "text")
        x += width + look.px(7)
        rest = QRect(x, line.top(), line.right() - x, line.height())
        words = meta(placed.part, self._now, answers=placed.named)
        draw_text(painter, rest, words, look.font("small"), look, "text-muted")

    def _plain(self, painter: QPainter, placed: Placed) -> None:
        look, part = self.look, placed.part
        high = look.metrics.line_px("body")
        line = QRect(placed.left, placed.top, self._width - placed.left, high)
        answer = part.kind != "post" and part.depth > 0
        icon = "chat-circle-text" if part.kind == "post" else "arrow-elbow-down-right" if answer else ""
        self._head(painter, line, placed, icon)
        icon = _UNSEEN.get(part.state, icon)
        role = "text-muted" if part.kind == "post" or self._quiet or part.state in _UNSEEN else "text"
        placed.block.paint(painter, QPointF(placed.left, line.bottom() + 1), look, role)

    def _more(self, painter: QPainter, placed: Placed) -> None:
        look = self.look
        middle = placed.top + placed.height / 2
        icon = "caret-up" if placed.part.side == "earlier" else "caret-down"
        x = placed.left + draw_icon(painter, placed.left, middle, icon, "accent", look, 14) + look.px(6)
        room = QRect(x, placed.top, self._width - x, placed.height)
        draw_text(painter, room, more_words(placed.part), look.font("small", 600), look, "accent")

    def _ours(self, painter: QPainter, placed: Placed) -> None:
        look, px = self.look, self.look.px
        box = QRectF(placed.left, placed.top, self._width - placed.left, placed.height)
        painter.setPen(Qt.PenStyle.NoPen if not look.theme.high_contrast else QPen(look.color("border"), 1))
        painter.setBrush(look.color("ours"))
        painter.drawRoundedRect(box, px(6), px(6))
        high = look.metrics.line_px("body")
        line = QRect(placed.left + px(12), placed.top + px(6), int(box.width()) - px(24), high)
        state = placed.part.state
        self._head(
            painter,
            line,
            placed,
            _UNSEEN.get(state) or ("paper-plane-tilt" if state else "arrow-bend-up-left"),
        )
        role = "text-muted" if state in _UNSEEN else "text"
        placed.block.paint(painter, QPointF(line.left(), line.bottom() + 1), look, role)

    def _focus(self, painter: QPainter, placed: Placed) -> None:
        look, px = self.look, self.look.px
        self._frame(painter, placed)
        high = look.metrics.line_px("body")
        left = placed.left + px(16)
        line = QRect(left, placed.top + px(10), self._width - left - px(16), high)
        counts = self._counts()
        width = text_width(look.font("small"), counts)
        if width + px(160) < line.width():
            draw_text(painter, line, counts, look.font("small"), look, "text-muted", right=True)
            line.adjust(0, 0, -width - px(12), 0)
        self._head(painter, line, placed)
        y = float(line.bottom() + 1 + px(1))
        if placed.notice is not None:
            placed.notice.paint(painter, QPointF(left, y), look, "text-muted")
            y += placed.notice.height + px(4)
        placed.block.paint(painter, QPointF(left, y), look)
        y += placed.block.height
        if placed.after is not None:
            y += px(6)
            placed.after.paint(painter, QPointF(left, y), look)
            y += placed.after.height
        if placed.media is not None:
            placed.media.paint(painter, left, placed.top + placed.media_at)

    def _frame(self, painter: QPainter, placed: Placed) -> None:
        look, px = self.look, self.look.px
        card = self._data.card
        box = QRectF(placed.left + 0.5, placed.top + 0.5, self._width - placed.left - 1, placed.height - 1)
        shape = QPainterPath()
        shape.addRoundedRect(box, px(6), px(6))
        painter.fillPath(shape, look.color("raised"))
        marked = card.severity >= 2 or card.category in SIGNALS
        color = look.color(category_color(card.category))
        if marked:
            inner = QPainterPath()
            inner.addRoundedRect(box.adjusted(px(3), 0, px(12), 0), px(5), px(5))
            painter.fillPath(shape.subtracted(inner), color)
        painter.setPen(QPen(look.color("border-strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        if marked:
            painter.setClipRect(QRectF(placed.left, placed.top, px(3), placed.height))
            painter.setPen(QPen(color, 2))
            painter.drawPath(shape)
            painter.setClipping(False)

    def _counts(self) -> str:
        words = []
        if self._data.likes is not None:
            words.append(counted.likes(self._data.likes))
        if self._data.replies is not None:
            words.append(counted.replies(self._data.replies))
        return ", ".join(words)
