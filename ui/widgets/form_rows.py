"""Rows of the policy form: its sections, rows with a title and a summary that open something, controls in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLayoutItem, QSizePolicy, QVBoxLayout, QWidget

from ui.delegates.paint import draw_icon, draw_text, text_width
from ui.widgets.flow import FlowLayout
from ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look


class CentredFlow(FlowLayout):
    """A flow whose rows stand on one middle line, whatever the heights in them."""

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        left, right = rect.left() + margins.left(), rect.left() + rect.width() - margins.right()
        y = rect.top() + margins.top()
        row: list[tuple[QLayoutItem, int, QSize]] = []
        x = left
        for item in [self.itemAt(index) for index in range(self.count())]:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if row and x + size.width() > right:
                y += self._lay(row, y, move=move) + self._gap
                row, x = [], left
            width = min(size.width(), max(right - x, item.minimumSize().width()))
            row.append((item, x, QSize(width, size.height())))
            x += width + self._gap
        y += self._lay(row, y, move=move)
        return y - rect.top() + margins.bottom()

    @staticmethod
    def _lay(row: list[tuple[QLayoutItem, int, QSize]], y: int, *, move: bool) -> int:
        """Place one row; its height in pixels."""
        height = max((size.height() for _, _, size in row), default=0)
        for item, x, size in row if move else ():
            item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
        return height


class RowButton(QAbstractButton):
    """A title over a muted summary; Enter or a click opens, Up and Down go to the neighbours."""

    stepped = Signal(int)

    def __init__(
        self, look: Look, title: str, summary: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._summary, self._glyph, self._faults = summary, icon, 0
        self.setText(title.replace("&", "&&"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        self.set_face(title, summary)

    @property
    def title(self) -> str:
        """The words of the first line."""
        return self.text().replace("&&", "&")

    def set_face(self, title: str, summary: str) -> None:
        """Change both lines."""
        self.setText(title.replace("&", "&&"))
        self._summary = summary
        self.setAccessibleName(title)
        self.setAccessibleDescription(summary)
        self._say_whole()
        self.update()

    def set_glyph(self, icon: str) -> None:
        """Show an icon at the left."""
        self._glyph = icon
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is shortened is said whole in the tooltip."""
        super().resizeEvent(event)
        self._say_whole()

    def _say_whole(self) -> None:
        room = self.width() - self.look.px(12 + 26 + (25 if self._glyph else 0))
        short = text_width(self.look.font("body", 600), self.title) > room
        short = short or text_width(self.look.font("small"), self._summary) > room
        if not self._faults:
            self.setToolTip(plain_tip(f"{self.title}\n{self._summary}".strip()) if short else "")

    def set_faults(self, count: int, words: str = "") -> None:
        """Mark how many errors stand inside; the words go to the tooltip and to screen readers."""
        self._faults = count
        self.setToolTip(plain_tip(words))
        self._say_whole()
        self.setAccessibleDescription(f"{self._summary}. {words}" if count else self._summary)
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines high."""
        return QSize(self.look.px(220), self.look.px(48 if self._summary else 34))

    def minimumSizeHint(self) -> QSize:
        """Words are shortened, lines are not."""
        return QSize(self.look.px(110), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Enter and Space press it, whatever else they mean in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Up and Down step."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, ring, words, the mark of errors, a caret."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        pen = QPen(look.color("focus" if focused else "border"), px(2) if focused else 1)
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(look.color("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), px(6), px(6))
        left, right = px(12), self.width() - px(26)
        middle = self.height() / 2
        draw_icon(painter, self.width() - px(24), middle, "caret-right", "text-muted", look, 14)
        if self._glyph:
            left += draw_icon(painter, left, middle, self._glyph, "text-muted", look, 16) + px(9)
        if self._faults:
            words = str(self._faults)
            font = look.font("small", 600)
            right -= text_width(font, words) + px(4)
            draw_text(painter, QRect(right, 0, px(60), self.height()), words, font, look, "danger")
            right -= px(18)
            draw_icon(painter, right, middle, "warning-circle", "danger", look, 16, "fill")
            right -= px(6)
        half = self.height() // 2
        top = QRect(left, px(5), right - left, half - px(5)) if self._summary else QRect(
            left, 0, right - left, self.height()
        )  # fmt: skip
        draw_text(painter, top, self.title, look.font("body", 600), look, "text")
        if self._summary:
            below = QRect(left, half, right - left, self.height() - half - px(5))
            draw_text(painter, below, self._summary, look.font("small"), look, "text-muted")


class SectionItem(RowButton):
    """One section in the list at the left: a fill and a bar when current, a number where there are errors."""

    def sizeHint(self) -> QSize:
        """One line high, as wide as its words."""
        width = text_width(self.look.font("body", 600), self.title)
        return QSize(width + self.look.px(64), self.look.px(30))

    def minimumSizeHint(self) -> QSize:
        """Never clipped."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, bar, icon, word, count."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self.isChecked()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if current or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("selected" if current else "hover"))
            painter.drawRoundedRect(box, px(6), px(6))
        if current:
            painter.fillRect(QRectF(0, px(5), px(3), self.height() - px(10)), look.color("accent"))
        if self.hasFocus():
            painter.setPen(QPen(look.color("focus"), px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, px(6), px(6))
        middle, left, right = self.height() / 2, px(12), self.width() - px(10)
        role = "accent" if current else "text-muted"
        left += draw_icon(painter, left, middle, self._glyph, role, look, 16) + px(8)
        if self._faults:
            words, font = str(self._faults), look.font("small", 600)
            right -= text_width(font, words)
            draw_text(painter, QRect(right, 0, px(40), self.height()), words, font, look, "danger")
            right -= px(6)
        font = look.font("body", 600 if current else 400)
        draw_text(painter, QRect(left, 0, right - left, self.height()), self.title, font, look, "text")


class SectionList(QWidget):
    """The sections, one current; Up and Down move, ``chosen`` carries the key."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.items: dict[str, SectionItem] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.px(8), look.px(10), look.px(8), look.px(10))
        self._column.setSpacing(look.px(2))
        self._column.addStretch(1)

    def set_sections(self, sections: Sequence[tuple[str, str, str]]) -> None:
        """Show these (key, word, icon); those that are there keep their place."""
        for key, word, icon in sections:
            known = self.items.get(key)
            if known is not None:
                known.set_face(word, "")
                known.updateGeometry()
                continue
            item = SectionItem(self.look, word, "", icon)
            item.setCheckable(True)
            item.setAutoExclusive(True)
            item.clicked.connect(lambda _checked=False, picked=key: self.chosen.emit(picked))
            item.stepped.connect(lambda step, at=key: self._step(at, step))
            self._column.insertWidget(self._column.count() - 1, item)
            self.items[key] = item

    def set_current(self, key: str) -> None:
        """Mark one as current; it alone is reached by Tab."""
        for name, item in self.items.items():
            item.setChecked(name == key)
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus)

    def _step(self, at: str, step: int) -> None:
        keys = list(self.items)
        place = keys.index(at) + step
        if 0 <= place < len(keys):
            self.chosen.emit(keys[place])
            self.items[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)
