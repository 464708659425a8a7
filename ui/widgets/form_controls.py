"""Controls of the policy form: a line, a spin box, a check with its example, and an editor of one entry per line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QSpinBox, QWidget

from ui.delegates.paint import draw_icon
from ui.widgets.buttons import Pressed

if TYPE_CHECKING:
    from ui.theme.look import Look

PAUSE_MS: Final = 500
"""Pause in typing after which what was typed counts."""


def _own_undo(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)


class Line(QLineEdit):
    """A line of text. ``written`` comes on Enter, on leaving, and with ``live`` after a pause; never twice for one text.

    With nothing typed to take back, Ctrl+Z goes to the form around it.
    """

    written = Signal(str)

    def __init__(self, look: Look, *, live: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.free = False
        """Whether the text belongs to nothing yet: it is for a button beside the line."""
        self._kept = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        if live:
            self.textEdited.connect(lambda _text: self._pause.start())
        self.editingFinished.connect(self.flush)

    def show_text(self, text: str) -> None:
        """Show a text without a signal; the cursor stays where it can."""
        self._pause.stop()
        self._kept = text
        if text != self.text():
            place = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(place, len(text)))

    @property
    def pending(self) -> bool:
        """Whether something was typed that has not been told."""
        return self.text() != self._kept

    def flush(self) -> None:
        """Tell what was typed, now."""
        self._pause.stop()
        if self.pending:
            self._kept = self.text()
            self.written.emit(self._kept)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the form when the text itself has nothing to undo."""
        if event.type() == QEvent.Type.ShortcutOverride and _own_undo(event) and not self.isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See ``event``."""
        if _own_undo(event) and not self.isUndoAvailable():
            event.ignore()
            return
        super().keyPressEvent(event)


class Lines(QPlainTextEdit):
    """One entry per line; Tab leaves. ``written`` comes on leaving and after a pause in typing."""

    written = Signal(list)

    def __init__(self, look: Look, rows: int = 6, parent: QWidget | None = None) -> None:
        """``rows`` lines are seen at once."""
        super().__init__(parent)
        self.look = look
        self._rows = rows
        self._kept: list[str] = []
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._pause.start)

    def entries(self) -> list[str]:
        """What is written, each once, blank lines left out."""
        lines = (line.strip() for line in self.toPlainText().splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    @property
    def pending(self) -> bool:
        """Whether something was typed that has not been told."""
        return self.entries() != self._kept

    def show_entries(self, entries: list[str]) -> None:
        """Show entries without a signal; what says the same already keeps its blank lines and its cursor."""
        self._kept = list(entries)
        if self.entries() != self._kept:
            place = self.textCursor().position()
            self.blockSignals(True)
            self.setPlainText("\n".join(entries))
            self.blockSignals(False)
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(self.toPlainText())))
            self.setTextCursor(cursor)
        self._pause.stop()

    def flush(self) -> None:
        """Tell what was typed, now."""
        self._pause.stop()
        if self.pending:
            self._kept = self.entries()
            self.written.emit(list(self._kept))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving counts."""
        super().focusOutEvent(event)
        self.flush()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the form when the text itself has nothing to undo."""
        if event.type() == QEvent.Type.ShortcutOverride and _own_undo(event):
            if not self.document().isUndoAvailable():
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See ``event``."""
        if _own_undo(event) and not self.document().isUndoAvailable():
            event.ignore()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """``rows`` lines of the text size in force."""
        line = QFontMetrics(self.look.font("body")).lineSpacing()
        return QSize(self.look.px(200), line * self._rows + self.look.px(26))

    def minimumSizeHint(self) -> QSize:
        """As high as it should be, as narrow as it must."""
        return QSize(self.look.px(120), self.sizeHint().height())


class Number(QSpinBox):
    """A whole number; the wheel changes it only while it has the focus, and Ctrl+Z belongs to the form."""

    def __init__(
        self, look: Look, low: int, high: int, suffix: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.setRange(low, high)
        self.setSuffix(suffix)
        self.setKeyboardTracking(False)
        self.setAccelerated(True)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # The line inside would draw a field's edge a second time and leave no room for the number.
        self.lineEdit().setStyleSheet(
            "border: none; padding: 0; min-height: 0; max-height: 999px; background: transparent;"
        )

    def show_value(self, value: int) -> None:
        """Show a value without a signal."""
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)

    def sizeHint(self) -> QSize:
        """Room for the largest number with its unit."""
        widest = f"{self.maximum()}{self.suffix()}"
        if self.specialValueText():
            widest = max(widest, self.specialValueText(), key=len)
        width = QFontMetrics(self.look.font("body")).horizontalAdvance(widest)
        return QSize(width + self.look.px(30), self.look.px(28))

    def minimumSizeHint(self) -> QSize:
        """Never clipped."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Numbers are told at once: Ctrl+Z takes the change back in the form."""
        if event.type() == QEvent.Type.ShortcutOverride and _own_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See ``event``."""
        if _own_undo(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def _place(self) -> None:
        """Qt gives the line inside no width when a style sheet draws the box and there are no buttons."""
        px = self.look.px
        self.lineEdit().setGeometry(self.rect().adjusted(px(9), px(2), -px(5), -px(2)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the line inside."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Another style or font moves the line inside."""
        super().changeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """The style is known now."""
        super().showEvent(event)
        self._place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change numbers on the way."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Check(Pressed):
    """A check box with wrapped words and, under them, a muted example."""

    def __init__(self, look: Look, text: str = "", example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._example = example
        self.setCheckable(True)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAccessibleDescription(example)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)

    def set_words(self, text: str, example: str = "") -> None:
        """Other words, after a change of language."""
        self._example = example
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAccessibleDescription(example)
        self.updateGeometry()

    @property
    def word(self) -> str:
        """The words beside the box."""
        return self.text().replace("&&", "&")

    def show_checked(self, on: bool) -> None:
        """Check or clear without a signal."""
        self.blockSignals(True)
        self.setChecked(on)
        self.blockSignals(False)
        self.update()

    def _rects(self, width: int) -> tuple[QRect, QRect]:
        px = self.look.px
        left, room = px(27), max(width - px(31), px(40))
        flags = int(Qt.TextFlag.TextWordWrap)
        words = QFontMetrics(self.look.font("body")).boundingRect(
            QRect(0, 0, room, 100_000), flags, self.word
        )
        top = QRect(left, px(4), room, words.height())
        if not self._example:
            return top, QRect()
        small = QFontMetrics(self.look.font("small"))
        line = small.boundingRect(QRect(0, 0, room, 100_000), flags, self._example)
        return top, QRect(left, top.bottom() + 1, room, line.height())

    def hasHeightForWidth(self) -> bool:
        """Narrow means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Words, example and room around them."""
        top, below = self._rects(width)
        return max(max(top.bottom(), below.bottom()) + self.look.px(5), self.look.px(26))

    def sizeHint(self) -> QSize:
        """The words on one line."""
        width = QFontMetrics(self.look.font("body")).horizontalAdvance(self.word)
        example = QFontMetrics(self.look.font("small")).horizontalAdvance(self._example)
        wanted = max(width, example) + self.look.px(34)
        return QSize(wanted, self.heightForWidth(wanted))

    def minimumSizeHint(self) -> QSize:
        """A few words wide."""
        width = min(self.sizeHint().width(), self.look.px(150))
        return QSize(width, self.look.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, tick, words, example, ring."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(look.color("focus"), px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(4), px(4))
        top, below = self._rects(self.width())
        line = QFontMetrics(look.font("body")).height()
        middle = top.top() + line / 2
        box = QRectF(px(6), middle - px(7.5), px(15), px(15))
        on = self.isChecked()
        painter.setPen(QPen(look.color("accent" if on else "border-strong"), 1))
        painter.setBrush(look.color("accent" if on else "surface"))
        painter.drawRoundedRect(box, px(3), px(3))
        if on:
            draw_icon(painter, px(7.5), middle, "check", "text-on-accent", look, 12, "bold")
        flags = int(Qt.TextFlag.TextWordWrap)
        painter.setFont(look.font("body"))
        painter.setPen(look.color("text"))
        painter.drawText(top, flags, self.word)
        if self._example:
            painter.setFont(look.font("small"))
            painter.setPen(look.color("text-muted"))
            painter.drawText(below, flags, self._example)
