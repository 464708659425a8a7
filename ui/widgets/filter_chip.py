"""A filter as a chip: what it narrows, its value when it is set, a menu of values, one key to take it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from ui.delegates.paint import draw_icon, draw_text, text_width
from ui.i18n.mark import translate
from ui.retiring import retire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look


class FilterChip(QAbstractButton):
    """``picked`` carries the key of the value chosen, empty when the filter was taken away."""

    picked = Signal(str)

    def __init__(self, look: Look, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._glyph = icon
        self._name = ""
        self._choices: list[tuple[str, str]] = []
        self._key = ""
        self._default = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: self.open_menu())
        look.changed.connect(self._relayout)

    def set_name(self, name: str) -> None:
        """What it narrows, as a word."""
        self._name = name
        self._relayout()

    def set_choices(self, choices: Sequence[tuple[str, str]], default: str = "") -> None:
        """The values offered as (key, word). ``default`` is the key that narrows nothing."""
        self._choices = list(choices)
        self._default = default
        self._relayout()

    def set_key(self, key: str) -> None:
        """Set the value without a signal."""
        self._key = key
        self._relayout()

    @property
    def key(self) -> str:
        """The key of the value, empty when none is set."""
        return self._key

    @property
    def active(self) -> bool:
        """Whether it narrows anything."""
        return self._key != self._default and bool(self._key)

    @property
    def word(self) -> str:
        """What stands on the chip."""
        if not self.active:
            return self._name
        return next((word for key, word in self._choices if key == self._key), self._key)

    def pick(self, key: str) -> None:
        """Set the value and tell."""
        if key != self._key:
            self.set_key(key)
            self.picked.emit(key)

    def clear(self) -> None:
        """Take the filter away and tell."""
        self.pick(self._default)

    def open_menu(self) -> None:
        """Show the values under the chip."""
        menu = self.menu()
        menu.aboutToHide.connect(lambda one=menu: retire(one))
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def menu(self) -> QMenu:
        """The values; the one in force is ticked."""
        menu = QMenu(self)
        if self.active:
            clear = QAction(translate("Filter", "Any"), menu)
            clear.triggered.connect(lambda _checked=False: self.clear())
            menu.addAction(clear)
            menu.addSeparator()
        for key, word in self._choices:
            if key == self._default:
                continue
            entry = QAction(word, menu)
            entry.setCheckable(True)
            entry.setChecked(key == self._key)
            entry.triggered.connect(lambda _checked=False, chosen=key: self.pick(chosen))
            menu.addAction(entry)
        if not menu.actions():
            nothing = QAction(translate("Filter", "Nothing to choose from yet"), menu)
            nothing.setEnabled(False)
            menu.addAction(nothing)
        return menu

    def _relayout(self) -> None:
        spoken = f"{self._name}: {self.word}" if self.active else self._name
        self.setText(self.word.replace("&", "&&"))
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, word, caret."""
        px = self.look.px
        weight = 500 if self.active else 400
        width = (
            px(9)
            + px(16)
            + px(6)
            + text_width(self.look.font("body", weight), self.word)
            + px(6)
            + px(12)
            + px(8)
        )
        return QSize(width + 1, px(28))

    def minimumSizeHint(self) -> QSize:
        """Never clipped."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down open the menu, Delete takes the filter away, Left and Right walk the chips."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.open_menu()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on the cross takes the filter away."""
        if self.active and self.isDown() and event.position().x() > self.width() - self.look.px(26):
            self.setDown(False)
            self.clear()
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet box, tinted and edged in accent while it narrows something."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = "focus" if self.hasFocus() else "accent" if self.active else "border"
        edge = px(2) if self.hasFocus() else 1
        painter.setPen(QPen(look.color(role), edge))
        painter.setBrush(
            look.color("selected" if self.active else "hover" if self.underMouse() else "surface")
        )
        inset = edge / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), px(6), px(6))
        ink = "accent" if self.active else "text"
        middle = self.height() / 2
        x = px(9)
        x += draw_icon(
            painter, x, middle, self._glyph, "accent" if self.active else "text-muted", look, 16
        ) + px(6)
        font = look.font("body", 500 if self.active else 400)
        end = self.width() - px(22)
        draw_text(painter, QRect(x, 0, end - x, self.height()), self.word, font, look, ink)
        mark = "x" if self.active else "caret-down"
        draw_icon(painter, end + px(2), middle, mark, "accent" if self.active else "text-muted", look, 12)
