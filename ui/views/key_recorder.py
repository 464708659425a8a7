"""Press to record: takes the next key that may be one, by its character; says why another may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.delegates.paint import draw_text
from ui.keymap import Refusal, typed

if TYPE_CHECKING:
    from ui.theme.look import Look


class KeyRecorder(QWidget):
    """While it has the focus every key is recorded, none acts. Esc stops, as does leaving it."""

    recorded = Signal(str)
    refused = Signal(object)
    stopped = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._words = ""
        self._altgr = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedHeight(self.look.px(34))

    def ask(self, words: str) -> None:
        """Begin: ``words`` say for what, and that Esc stops."""
        self._words, self._altgr = words, False
        self.setAccessibleName(words)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tab too is a key that was pressed, and no shortcut of the window comes before."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key, or only the beginning of one."""
        event.accept()
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_AltGr:
            self._altgr = True
            return
        if event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.stopped.emit()
            return
        found = typed(event.key(), event.modifiers(), event.text(), altgr=self._altgr)
        if isinstance(found, Refusal):
            self.refused.emit(found)
        elif found is not None:
            self.recorded.emit(found)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """AltGr is up again."""
        if event.key() == Qt.Key.Key_AltGr:
            self._altgr = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who goes elsewhere has stopped."""
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.stopped.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A field with the ring, and the words."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("focus" if self.hasFocus() else "border-strong"), px(2)))
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(6), px(6))
        place = self.rect().adjusted(px(12), 0, -px(12), 0)
        draw_text(painter, place, self._words, look.font("body"), look, "text")
