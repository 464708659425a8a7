"""Two texts compared, line by line, with + and - and their numbers; painted from theme tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.i18n.mark import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.models.policy.changes import DiffLine
    from ui.theme.look import Look

_GROUNDS = {"+": ("ok", "ok-tint"), "-": ("text-muted", "sunken")}


class DiffView(QPlainTextEdit):
    """Read only; the marks are part of the text, so that they are copied and read aloud."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._lines: tuple[DiffLine, ...] = ()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        look.changed.connect(self._restyle)
        self._restyle()
        self.setAccessibleName(translate("Policy", "Lines that differ"))

    def _restyle(self) -> None:
        self.setFont(self.look.fixed_font())
        ground, ring, px = self.look.hex("code"), self.look.hex("focus"), self.look.px
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {ground}; border: {px(2)}px solid {ground}; border-radius: 0; padding: 0; }}"
            f"QPlainTextEdit:focus {{ border: {px(2)}px solid {ring}; padding: 0; }}"
        )
        self._mute()

    def show_lines(self, lines: Sequence[DiffLine]) -> None:
        """Show this comparison."""
        self._lines = tuple(lines)
        width = max((len(str(max(one.old, one.new))) for one in self._lines), default=3)
        self.setPlainText("\n".join(_row(one, width) for one in self._lines))
        self._mute()

    def _mute(self) -> None:
        """What is gone is muted, never red: nothing is wrong with it."""
        gone = QTextCharFormat()
        gone.setForeground(self.look.color("text-muted"))
        for number, one in enumerate(self._lines):
            if one.mark == "-":
                cursor = QTextCursor(self.document().findBlockByNumber(number))
                cursor.select(QTextCursor.SelectionType.LineUnderCursor)
                cursor.setCharFormat(gone)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tints, then the text."""
        painter = QPainter(self.viewport())
        block: QTextBlock = self.firstVisibleBlock()
        offset = self.contentOffset()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(offset)
            if place.top() > self.viewport().height():
                break
            number = block.blockNumber()
            mark = self._lines[number].mark if number < len(self._lines) else ""
            if mark in _GROUNDS:
                edge, ground = _GROUNDS[mark]
                top, height = round(place.top()), round(place.bottom()) - round(place.top())
                painter.fillRect(QRect(0, top, self.viewport().width(), height), self.look.color(ground))
                painter.fillRect(QRect(0, top, self.look.px(3), height), self.look.color(edge))
            block = block.next()
        painter.end()
        super().paintEvent(event)


def _row(line: DiffLine, width: int) -> str:
    if not line.mark:
        return " " * (width + 1) + "⋯"
    number = line.new or line.old
    return f" {number:>{width}} {line.mark} {line.text}"
