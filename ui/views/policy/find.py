"""Finding words in the text of the editor: a field over it, next and previous, how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from ui.i18n.mark import translate
from ui.i18n.policy_counted import counted
from ui.widgets.base import IconText, Pane
from ui.widgets.buttons import BarLink

if TYPE_CHECKING:
    from ui.theme.look import Look


class FindBar(Pane):
    """Hidden until ``open``; Enter finds the next, Shift+Enter the one before, Esc closes."""

    left = Signal()

    def __init__(self, look: Look, editor: QPlainTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(look, "surface", "b", parent)
        self._editor = editor
        self.field = QLineEdit()
        self.count = IconText(look, role="small")
        self.next = BarLink(look, "caret-down")
        self.previous = BarLink(look, "caret-up")
        self.shut = BarLink(look, "x")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(12), look.px(5), look.px(8), look.px(5))
        row.setSpacing(look.px(6))
        row.addWidget(self.field, 1)
        for widget in (self.count, self.previous, self.next, self.shut):
            row.addWidget(widget)
        self.field.textChanged.connect(lambda _text: self._typed())
        self.field.installEventFilter(self)
        self.next.clicked.connect(lambda _checked=False: self.go(1))
        self.previous.clicked.connect(lambda _checked=False: self.go(-1))
        self.shut.clicked.connect(lambda _checked=False: self.close_bar())
        self.retranslate()
        self.hide()

    def open(self) -> None:
        """Show the bar with what is selected in the text."""
        chosen = self._editor.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self.field.setText(chosen)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_bar(self) -> None:
        """Hide the bar; the text has the focus again."""
        self.hide()
        self.left.emit()

    def _typed(self) -> None:
        words = self.field.text()
        if not words:
            self.count.set_text("")
            return
        number = self._editor.document().toRawText().casefold().count(words.casefold())
        self.count.set_text(counted.found(number), color="text-muted" if number else "danger")
        cursor = self._editor.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._editor.setTextCursor(cursor)
        self.go(1)

    def go(self, step: int) -> bool:
        """Select the next place (step 1) or the one before (-1), round again at the end; False when there is none."""
        words = self.field.text()
        if not words:
            return False
        flags = QTextDocument.FindFlag(0) if step > 0 else QTextDocument.FindFlag.FindBackward
        if self._editor.find(words, flags):
            return True
        here = self._editor.textCursor()
        away = QTextCursor(here)
        away.movePosition(QTextCursor.MoveOperation.Start if step > 0 else QTextCursor.MoveOperation.End)
        self._editor.setTextCursor(away)
        if self._editor.find(words, flags):
            return True
        self._editor.setTextCursor(here)
        return False

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter, Shift+Enter and Esc in the field."""
        if watched is self.field and isinstance(event, QKeyEvent):
            key = event.key()
            if key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
                return False
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                if key == Qt.Key.Key_Escape:
                    self.close_bar()
                else:
                    self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return False

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.field.setPlaceholderText(translate("Policy", "Find in this text"))
        self.field.setAccessibleName(translate("Policy", "Find in this text"))
        self.next.set_face("caret-down", "", (), translate("Policy", "Next"))
        self.previous.set_face("caret-up", "", (), translate("Policy", "Previous"))
        self.shut.set_face("x", "", (), translate("Policy", "Close"))
        self._typed() if self.isVisible() else None
