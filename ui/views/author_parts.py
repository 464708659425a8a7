"""Pieces of the author panel: disc, ladder, figures, and one line for each of the latest comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.delegates.paint import draw_disc, draw_icon, draw_text, initials, wrapped
from ui.i18n import format as say
from ui.widgets.base import IconText, Text
from ui.widgets.buttons import Pressed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.models.detail_data import LadderStep
    from ui.theme.look import Look


class Disc(QWidget):
    """A person's initials in a disc; decoration beside the name."""

    def __init__(self, look: Look, drawn: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._drawn = drawn
        self._letters = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_name(self, name: str, letters: int = 2) -> None:
        """Show the initials of ``name``."""
        self._letters = initials(name, letters)
        self.update()

    def sizeHint(self) -> QSize:
        """Its diameter."""
        return QSize(self.look.px(self._drawn), self.look.px(self._drawn))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc."""
        del event
        role = "small" if self._drawn >= 28 else "caption"
        draw_disc(QPainter(self), QRectF(self.rect()), self._letters, self.look, role)


class Ladder(QWidget):
    """Rungs joined by a line: done, next, later, locked; each with its word and what it waits for."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._steps: tuple[LadderStep, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._fit)

    def set_steps(self, steps: Sequence[LadderStep]) -> None:
        """Show these rungs."""
        self._steps = tuple(steps)
        self.setAccessibleName(". ".join(f"{step.word}, {step.line}" for step in self._steps))
        self._fit()
        self.update()

    def _fit(self) -> None:
        """As high as the words need at this width."""
        self.setFixedHeight(self._needed(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the words elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def _indent(self) -> int:
        return self.look.px(1) + self.look.px(16) + self.look.px(9)

    def _rows(self, step: LadderStep, width: int) -> list[tuple[str, str, int]]:
        """Lines of one rung at ``width``: text, type role and height in pixels."""
        line = self.look.metrics.line_px
        room = width - self._indent()
        rows = [
            (words, "body", line("body")) for words in wrapped(step.word, self.look.font("body", 600), room)
        ]
        return rows + [
            (words, "small", line("small")) for words in wrapped(step.line, self.look.font("small"), room)
        ]

    def _height(self, step: LadderStep, width: int) -> int:
        return sum(height for _, _, height in self._rows(step, width)) + self.look.px(5)

    def _needed(self, width: int) -> int:
        return sum(self._height(step, width) for step in self._steps)

    def sizeHint(self) -> QSize:
        """All rungs."""
        return QSize(self.look.px(180), self._needed(max(self.width(), self.look.px(180))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks, line and words."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = look.metrics.line_px("body")
        edge, left, top = px(16), px(1), 0
        for number, step in enumerate(self._steps):
            high = self._height(step, self.width())
            middle = top + first / 2
            if number < len(self._steps) - 1:
                start = int(middle + edge / 2 + px(3))
                end = top + high + first // 2 - edge // 2 - px(3)
                painter.fillRect(left + edge // 2 - 1, start, px(2), end - start, look.color("border"))
            self._mark(painter, left, middle, step.state)
            x, y = self._indent(), top
            for words, role, height in self._rows(step, self.width()):
                place = QRect(x, y, self.width() - x, height)
                strong = role == "body"
                font = look.font("body", 600) if strong else look.font(role)
                draw_text(painter, place, words, font, look, "text" if strong else "text-muted")
                y += height
            top += high

    def _mark(self, painter: QPainter, left: int, middle: float, state: str) -> None:
        look = self.look
        if state == "done":
            draw_icon(painter, left, middle, "check-circle", "ok", look, 16, "fill")
        elif state == "next":
            draw_icon(painter, left, middle, "radio-button", "accent", look, 16, "fill")
        elif state == "locked":
            draw_icon(painter, left, middle, "lock-simple", "text-muted", look, 16)
        else:
            edge = look.px(13)
            painter.setPen(QPen(look.color("text-muted"), 1.3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(left + look.px(1.5), middle - edge / 2, edge, edge))


class Figure(QWidget):
    """A number over its word."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = Text(look, "title")
        self.word = IconText(look, role="small")
        self.word.keep_whole = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.number)
        column.addWidget(self.word)

    def set_figure(self, value: int, word: str) -> None:
        """Show ``value`` over ``word``."""
        self.number.setText(say.number(value))
        self.word.set_text(word)
        self.setAccessibleName(f"{value} {word}")


class LatestLine(Pressed):
    """A muted day and the start of a comment, on one line; a press opens the comment."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.comment = 0
        self._day = self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, day: str, text: str, name: str, comment: int) -> None:
        """Another comment; ``name`` is what a screen reader hears."""
        self.comment = comment
        self._day, self._words = day, text
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """One small line, high enough for a pointer."""
        return QSize(self.look.px(120), max(self.look.px(24), self.look.metrics.line_px("small")))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring or ground, day, then words, elided."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), px(4), px(4))
        if self.hasFocus():
            painter.setPen(QPen(look.color("focus"), px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(4), px(4))
        font = look.font("small")
        room = self.rect().adjusted(px(3), 0, -px(3), 0)
        width = draw_text(painter, room, self._day, font, look, "text-muted") + px(7)
        draw_text(painter, room.adjusted(width, 0, 0, 0), self._words, font, look, "text")
