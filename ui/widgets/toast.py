"""The undo notice at the foot of the list: what was done, when it leaves, one key to take it back."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import actions
from ui.delegates.paint import draw_icon, draw_text, keycap_width, text_width, wrapped
from ui.theme.metrics import TOAST_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.theme.look import Look

_TICK_MS = 1000
_MOST_LINES = 3
"""Of what was done, above the way back, where it has no room beside it."""


class Toast(QAbstractButton):
    """One notice at a time; newest wins. ``clicked`` means undo; ``expired`` fires when its time is over.

    What was done stands beside the way back, or above it where both do not fit: whose comment it was is read whole. The
    notice is then higher; ``reworded`` asks for its place anew.
    """

    expired = Signal()
    reworded = Signal()

    def __init__(
        self, look: Look, clock: Callable[[], float] = time.time, parent: QWidget | None = None
    ) -> None:
        """``clock`` answers UTC epoch seconds."""
        super().__init__(parent)
        self.look = look
        self._clock = clock
        self._glyph = "eye-slash"
        self._head = ""
        self._undo = ""
        self.batch = ""  # the bulk decision that the notice speaks of
        self._until = 0.0
        self._total = 1.0
        self._counts = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        look.changed.connect(self.update)
        self.hide()

    def notify(self, icon: str, head: str, undo_word: str, until: float, *, counts: bool = True) -> None:
        """Show ``head`` until ``until`` (UTC epoch seconds); ``undo_word`` empty when there is no way back.

        With ``counts`` the remaining seconds are written out: the action leaves when they are over.
        """
        self._glyph, self._head, self._undo = icon, head, undo_word
        self.batch = ""
        self._until, self._counts = until, counts
        self._total = max(until - self._clock(), 1.0)
        self.setAccessibleName(self._sentence())
        self.setEnabled(bool(undo_word))
        self.reworded.emit()
        self.show()
        self.raise_()
        self.update()
        self._timer.start()

    def dismiss(self) -> None:
        """Take the notice away."""
        self._timer.stop()
        self.hide()

    def left(self) -> int:
        """Whole seconds left, never negative."""
        return max(math.ceil(self._until - self._clock()), 0)

    def _sentence(self) -> str:
        if not self._counts:
            return f"{self._head} · {self._undo}" if self._undo else self._head
        return f"{self._head} · {self._leaves()} · {self._undo}"

    def _leaves(self) -> str:
        from ui.i18n.messages import sentence

        return sentence("undo.leaves", {"n": self.left()})

    def _tick(self) -> None:
        if self.left() <= 0:
            self.dismiss()
            self.expired.emit()
        else:
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words in one line, 40 px high."""
        width = self._words_left() + self._head_width() + self._beside()
        return QSize(width, self.look.px(TOAST_HEIGHT))

    def height_for(self, width: int) -> int:
        """40 px, or as many lines more as the words need at this width."""
        above = self.lines(width)
        line = self.look.metrics.line_px("body")
        return self.look.px(TOAST_HEIGHT) + (len(above) * line if above else 0)

    def lines(self, width: int) -> list[str]:
        """The words that stand above the way back, in lines; none where they stand beside it."""
        if self._words_left() + self._head_width() + self._beside() <= width:
            return []
        room = width - self._words_left() - self.look.px(14)
        lines = wrapped(self._head, self.look.font("body"), room)
        lines, rest = lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1 :]
        if rest:
            lines.append(" ".join(rest))
        if self._counts and self.look.px(14) + self._beside() > width:
            lines.append(self._leaves())
        return lines

    def _words_left(self) -> int:
        """Where the words begin, behind the icon."""
        return self.look.px(14 + 10) + self.look.metrics.icon_px(16)

    def _head_width(self) -> int:
        return text_width(self.look.font("body"), self._head)

    def _beside(self) -> int:
        """What stands at the right of the words: the seconds left, the way back, and the space around them."""
        seconds = text_width(self.look.font("body"), self._leaves()) + self.look.px(12) if self._counts else 0
        return seconds + self._undo_room() + self.look.px(12)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Only the word Undo is a target, wide enough for a finger."""
        if event.position().x() >= self.width() - self._undo_room():
            super().mousePressEvent(event)

    def _undo_room(self) -> int:
        if not self._undo:
            return 0
        caps = actions.keycaps("look.undo")
        return (
            text_width(self.look.font("body", 600), self._undo)
            + sum(keycap_width(cap, self.look) for cap in caps)
            + self.look.px(24)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, words, Undo with its keycap, and the countdown line."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.color("border-strong"), 1))
        painter.setBrush(look.color("toast"))
        painter.drawRoundedRect(body, px(8), px(8))
        above, line = self.lines(self.width()), look.metrics.line_px("body")
        foot = (
            QRect(0, self.height() - px(TOAST_HEIGHT), self.width(), px(TOAST_HEIGHT))
            if above
            else self.rect()
        )
        middle = foot.y() + foot.height() / 2
        first = px(10) + line / 2 if above else middle
        x = px(14) + draw_icon(painter, px(14), first, self._glyph, "on-toast", look, 16) + px(10)
        right = self.width() - px(8)
        if self._undo:
            for cap in reversed(actions.keycaps("look.undo")):
                right -= keycap_width(cap, look)
                self._paint_cap(painter, right, middle, cap)
            font = look.font("body", 600)
            width = text_width(font, self._undo)
            right -= width + px(6)
            place = QRect(right, foot.y(), width + 2, foot.height())
            draw_text(painter, place, self._undo, font, look, "on-toast")
            right -= px(10)
        if self._counts and self._leaves() not in above:
            words = self._leaves()
            width = text_width(look.font("body"), words)
            right -= width
            at = right if not above else x if x <= right else px(14)
            place = QRect(at, foot.y(), width + 2, foot.height())
            draw_text(painter, place, words, look.font("body"), look, "on-toast")
            right -= px(12)
        for row, words in enumerate(above):
            place = QRect(x, px(10) + row * line, self.width() - x - px(14), line)
            draw_text(painter, place, words, look.font("body"), look, "on-toast")
        if not above:
            place = QRect(x, 0, right - x, self.height())
            draw_text(painter, place, self._head, look.font("body"), look, "on-toast")
        if self._counts and not look.reduce_motion:
            share = max(min((self._until - self._clock()) / self._total, 1.0), 0.0)
            track = QRectF(px(4), self.height() - px(4), self.width() - px(8), px(3))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("border-strong"))
            painter.drawRect(QRectF(track.x(), track.y(), track.width() * share, track.height()))

    def _paint_cap(self, painter: QPainter, x: int, middle: float, cap: str) -> None:
        look = self.look
        edge = look.px(18)
        rect = QRectF(x + 0.5, round(middle - edge / 2) + 0.5, keycap_width(cap, look) - 1, edge - 1)
        painter.setPen(QPen(look.color("on-toast"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, look.px(4), look.px(4))
        painter.setFont(look.font("caption"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), cap)
