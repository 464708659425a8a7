"""The thread painted as one column: the post, earlier words, our own replies tinted, the comment being decided, answers."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.delegates.paint import draw_icon, draw_text, text_width
from ui.delegates.text_block import TextBlock
from ui.delegates.visible_text import make_visible, plain_name
from ui.i18n import format as say
from ui.i18n.counted import counted
from ui.i18n.mark import translate
from ui.i18n.words import state_word
from ui.models.detail_data import DetailData, ThreadPart
from ui.theme.icon_names import SIGNALS, category_color
from ui.theme.look import Look

LONGEST = 6000
"""Letters of one text laid out at once; the rest follows on demand."""
_INDENT, _GAP, _RULE_X = 23, 10, 8


@dataclass(slots=True)
class _Placed:
    part: ThreadPart
    block: TextBlock
    top: int
    height: int


class ThreadColumn(QWidget):
    """Lays out all parts for its width and paints them; asks for the height it needs."""

    painted = Signal(int)

    def __init__(
        self, look: Look, clock: Callable[[], float] = time.time, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._clock = clock
        self._data: DetailData | None = None
        self._whole = False
        self._placed: list[_Placed] = []
        self._for_width = -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._forget)

    def _forget(self) -> None:
        self._for_width = -1
        self.updateGeometry()
        self.update()

    def show_detail(self, data: DetailData | None) -> None:
        """Show another comment's thread."""
        self._data = data
        self._whole = False
        self.setAccessibleName(self._spoken())
        self._forget()

    @property
    def shortened(self) -> bool:
        """Whether the comment being decided is too long to be shown at once and was cut."""
        return self._data is not None and not self._whole and len(self._data.card.text) > LONGEST

    def show_whole(self) -> None:
        """Lay out the whole of a very long comment."""
        self._whole = True
        self._forget()

    def focus_top(self) -> int:
        """Where the comment being decided begins, in pixels; 0 before a layout."""
        return next((p.top for p in self._placed if p.part.kind == "focus"), 0)

    def focus_bottom(self) -> int:
        """Where the comment being decided ends, in pixels."""
        return next((p.top + p.height for p in self._placed if p.part.kind == "focus"), 0)

    def _spoken(self) -> str:
        if self._data is None:
            return ""
        lines = []
        for part in self._data.parts:
            who = translate("Thread", "Us") if part.kind == "ours" else plain_name(part.author)
            masked = part.kind == "focus" and self._data.card.masked
            lines.append(f"{who}: {translate('Thread', 'masked') if masked else part.text[:400]}")
        return "\n".join(lines)

    def _block(self, part: ThreadPart, width: int) -> TextBlock:
        look = self.look
        assert self._data is not None
        focus = part.kind == "focus"
        card = self._data.card
        text = part.text if self._whole else part.text[: LONGEST if focus else 2000]
        shown = make_visible(
            text, card.spans if focus else (), masked=focus and card.masked, one_line=part.kind == "post"
        )
        role = "read" if focus else "body"
        lines = 1 if part.kind == "post" else 0 if focus else 12
        return TextBlock(
            shown, look.font(role), width, look.metrics.line_px(role), lines, look.font("caption")
        )

    def _lay_out(self, width: int) -> int:
        if self._for_width == width and self._placed:
            return self._placed[-1].top + self._placed[-1].height
        self._placed = []
        self._for_width = width
        if self._data is None or width < 60:
            return 0
        px = self.look.px
        line = self.look.metrics.line_px("body")
        y = 0
        for number, part in enumerate(self._data.parts):
            if part.kind == "focus":
                y += px(3) if number else 0
                block = self._block(part, width - 2 * px(16))
                height = px(10) + line + px(1) + int(block.height) + px(12)
            elif part.kind == "ours":
                y += px(3) if number else 0
                block = self._block(part, width - px(_INDENT) - 2 * px(12))
                height = px(6) + line + int(block.height) + px(8)
            else:
                block = self._block(part, width - px(_INDENT))
                height = line + int(block.height)
            self._placed.append(_Placed(part, block, y, height))
            y += height + px(_GAP + (3 if part.kind in ("ours", "focus") else 0))
        return self._placed[-1].top + self._placed[-1].height if self._placed else 0

    def hasHeightForWidth(self) -> bool:
        """Texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all parts at ``width``."""
        return self._lay_out(width)

    def sizeHint(self) -> QSize:
        """As laid out for the present width."""
        width = self.width() or self.look.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the smallest window."""
        return QSize(self.look.px(160), self.look.px(40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width is a new layout."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts that are in sight."""
        if self._data is None:
            return
        self._lay_out(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_rule(painter)
        for placed in self._placed:
            if placed.top > event.rect().bottom() or placed.top + placed.height < event.rect().top():
                continue
            if placed.part.kind == "focus":
                self._paint_focus(painter, placed)
            elif placed.part.kind == "ours":
                self._paint_ours(painter, placed)
            else:
                self._paint_plain(painter, placed)
        self.painted.emit(self._data.card.id)

    def _paint_rule(self, painter: QPainter) -> None:
        before = [p for p in self._placed if p.part.kind in ("post", "before", "ours")]
        if before and self.focus_top():
            left = self.look.px(_RULE_X)
            painter.fillRect(left, 0, self.look.px(2), self.focus_top(), self.look.color("border"))

    def _meta(self, part: ThreadPart) -> str:
        now = int(self._clock())
        pieces = []
        if part.posted_at is not None:
            if part.kind == "post":
                when = say.day(part.posted_at, now)
                pieces.append(translate("Thread", "post of {day}").format(day=when))
            else:
                same_day = say.day(part.posted_at, now) == say.day(now, now)
                plain = part.kind == "after" and same_day
                pieces.append(say.clock_time(part.posted_at) if plain else say.moment(part.posted_at, now))
        if part.by:
            pieces.append(translate("Thread", "by {name}").format(name=plain_name(part.by)))
        if part.state:
            pieces.append(state_word(part.state))
        return " · ".join(pieces)

    def _head(self, painter: QPainter, line: QRect, name: str, meta: str, icon: str = "") -> None:
        look = self.look
        x = line.left()
        middle = line.top() + line.height() / 2
        if icon:
            x += draw_icon(painter, x, middle, icon, "text-muted", look, 14) + look.px(6)
        font = look.font("body", 600)
        width = min(text_width(font, name), max(line.right() - x - look.px(60), look.px(60)))
        draw_text(painter, QRect(x, line.top(), width, line.height()), name, font, look, "text")
        x += width + look.px(7)
        draw_text(
            painter,
            QRect(x, line.top(), line.right() - x, line.height()),
            meta,
            look.font("small"),
            look,
            "text-muted",
        )

    def _paint_plain(self, painter: QPainter, placed: _Placed) -> None:
        look = self.look
        part = placed.part
        line = QRect(
            look.px(_INDENT), placed.top, self.width() - look.px(_INDENT), look.metrics.line_px("body")
        )
        icon = {"post": "chat-circle-text", "after": "arrow-elbow-down-right"}.get(part.kind, "")
        self._head(painter, line, plain_name(part.author), self._meta(part), icon)
        role = "text-muted" if part.kind == "post" else "text"
        placed.block.paint(painter, QPointF(look.px(_INDENT), line.bottom() + 1), look, role)

    def _paint_ours(self, painter: QPainter, placed: _Placed) -> None:
        look, px = self.look, self.look.px
        box = QRectF(px(_INDENT), placed.top, self.width() - px(_INDENT), placed.height)
        painter.setPen(Qt.PenStyle.NoPen if not look.theme.high_contrast else QPen(look.color("border"), 1))
        painter.setBrush(look.color("ours"))
        painter.drawRoundedRect(box, px(6), px(6))
        high = look.metrics.line_px("body")
        line = QRect(int(box.left()) + px(12), placed.top + px(6), int(box.width()) - px(24), high)
        self._head(painter, line, translate("Thread", "Us"), self._meta(placed.part), "arrow-bend-up-left")
        placed.block.paint(painter, QPointF(line.left(), line.bottom() + 1), look)

    def _paint_focus(self, painter: QPainter, placed: _Placed) -> None:
        look, px = self.look, self.look.px
        assert self._data is not None
        card = self._data.card
        box = QRectF(0.5, placed.top + 0.5, self.width() - 1, placed.height - 1)
        shape = QPainterPath()
        shape.addRoundedRect(box, px(6), px(6))
        painter.fillPath(shape, look.color("raised"))
        marked = card.severity >= 2 or card.category in SIGNALS
        if marked:
            inner = QPainterPath()
            inner.addRoundedRect(box.adjusted(px(3), 0, px(12), 0), px(5), px(5))
            painter.fillPath(shape.subtracted(inner), look.color(category_color(card.category)))
        painter.setPen(QPen(look.color("border-strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        if marked:
            edge = QPainterPath()
            edge.addRoundedRect(box.adjusted(0, 0, 0, 0), px(6), px(6))
            painter.setClipRect(QRectF(0, placed.top, px(3), placed.height))
            painter.setPen(QPen(look.color(category_color(card.category)), 2))
            painter.drawPath(edge)
            painter.setClipping(False)
        high = look.metrics.line_px("body")
        line = QRect(px(16), placed.top + px(10), self.width() - px(32), high)
        counts = self._counts()
        width = text_width(look.font("small"), counts)
        draw_text(painter, line, counts, look.font("small"), look, "text-muted", right=True)
        room = line.adjusted(0, 0, -width - px(12), 0)
        self._head(painter, room, plain_name(placed.part.author), self._meta(placed.part))
        placed.block.paint(painter, QPointF(px(16), line.bottom() + 1 + px(1)), look)

    def _counts(self) -> str:
        assert self._data is not None
        words = []
        if self._data.likes is not None:
            words.append(counted.likes(self._data.likes))
        if self._data.replies is not None:
            words.append(counted.replies(self._data.replies))
        return ", ".join(words)
