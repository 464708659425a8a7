"""Fields painted from the look where a style sheet cannot: a choice with its caret, a search field with its keycap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from ui.delegates.paint import draw_icon, draw_keycap, draw_text, keycap_width, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look


class Choice(QComboBox):
    """A drop-down that looks like the other fields; items are (key, word)."""

    def __init__(
        self, look: Look, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Show these (key, word), keeping the current key where it is still there."""
        if [(self.itemData(at), self.itemText(at)) for at in range(self.count())] == [*choices]:
            return  # the list may be open
        current = self.key()
        self.blockSignals(True)
        self.clear()
        for key, word in choices:
            self.addItem(word, key)
        self.set_key(current)
        self.blockSignals(False)
        self.updateGeometry()
        self.update()

    def key(self) -> str:
        """The current key, empty when there is none."""
        data = self.currentData()
        return data if isinstance(data, str) else ""

    def set_key(self, key: str) -> None:
        """Choose by key; an unknown one leaves the choice as it is."""
        place = self.findData(key)
        if place >= 0:
            self.setCurrentIndex(place)

    def sizeHint(self) -> QSize:
        """Room for the widest word."""
        font = self.look.font("body")
        widest = max((text_width(font, self.itemText(i)) for i in range(self.count())), default=0)
        return QSize(min(widest, self.look.px(360)) + self.look.px(44), self.look.px(30))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change a choice on the way: only the open list follows the wheel."""
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        """A few letters and the caret."""
        return QSize(min(self.look.px(110), self.sizeHint().width()), self.look.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Edge or ring, word, caret."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        pen = QPen(look.color("focus" if focused else "border-strong"), px(2) if focused else 1)
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(look.color("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), px(6), px(6))
        role = "text" if self.isEnabled() else "text-muted"
        place = QRect(px(9), 0, self.width() - px(38), self.height())
        draw_text(painter, place, self.currentText(), look.font("body"), look, role)
        draw_icon(painter, self.width() - px(24), self.height() / 2, "caret-down", "text-muted", look, 14)


class SearchField(QLineEdit):
    """A search field: glass at the left, keycap at the right while the field is not the one typed in."""

    def __init__(self, look: Look, caps: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._caps = tuple(caps)
        self.setClearButtonEnabled(False)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self.look.px
        self.setTextMargins(px(26), 0, px(70) if self._caps else 0, 0)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margins of the text size."""
        super().resizeEvent(event)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then glass and keycaps."""
        super().paintEvent(event)
        px = self.look.px
        painter = QPainter(self)
        middle = self.height() / 2
        draw_icon(painter, px(10), middle, "magnifying-glass", "text-muted", self.look, 16)
        if self.hasFocus() or self.text():
            return
        caps = [" ".join(self._caps)] if self._caps else []
        x = self.width() - px(8)
        for cap in reversed(caps):
            x -= keycap_width(cap, self.look)
            draw_keycap(painter, x, middle, cap, self.look)
