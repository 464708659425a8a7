"""Headers: the bar over a pane with title, count and links, and a row of segments of which one is current."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.delegates.paint import draw_text, text_width
from ui.theme.metrics import BAR_HEIGHT
from ui.widgets.base import IconText, Pane
from ui.widgets.buttons import BarLink
from ui.widgets.laid import laid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look


class PaneHeader(Pane):
    """40 px over a pane: title, muted count, then whatever is added, right-aligned.

    Where there is no room for all words, links with an icon show it alone, the last one first: the title wins.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "surface", "b", parent)
        self.title = IconText(look, role="title", color="text", weight=600)
        self.title.keep_whole = True
        self.count = IconText(look, role="body")
        self.count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self.row.addWidget(self.title)
        self.row.addWidget(self.count)
        self.row.addStretch(1)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self.look.px
        self.setFixedHeight(px(BAR_HEIGHT))
        self.row.setContentsMargins(px(16), 0, px(12), 1)
        self.row.setSpacing(px(7))

    def add(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self.row.addWidget(widget)
        self.fit_links()

    def fit_links(self) -> None:
        """Show the links' words as far as there is room for them."""
        shown = [one for one in laid(self.row) if isinstance(one, QWidget) and not one.isHidden()]
        links = [one for one in shown if isinstance(one, BarLink) and one.can_fold]
        if not links:
            return
        margins = self.row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        others = [one for one in shown if one not in links]
        needed = sum(one.sizeHint().width() for one in others)
        needed += sum(link.width_with_word() for link in links) + self.row.spacing() * (len(shown) + 1)
        for link in reversed(links):
            fits = needed <= room
            link.show_word(fits)
            if not fits:
                needed -= link.width_with_word() - link.sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: more or fewer words."""
        super().resizeEvent(event)
        self.fit_links()

    def event(self, event: QEvent) -> bool:
        """A title, a count or a link has other words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit_links()
        return super().event(event)


class Segment(QAbstractButton):
    """One of several choices in a row."""

    stepped = Signal(int)

    def __init__(self, look: Look, key: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.key = key
        self.setText(word)
        self.setAccessibleName(word)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Word with padding, in the heavier weight so that nothing moves when it becomes current."""
        return QSize(
            text_width(self.look.font("body", 600), self.text()) + self.look.px(22), self.look.px(26)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right step, Enter chooses."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Right else -1)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A tinted, edged box when current, else a quiet one."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self.isChecked()
        edge = 2 if self.hasFocus() else 1
        role = "focus" if self.hasFocus() else "accent" if current else "border"
        painter.setPen(QPen(look.color(role), edge))
        painter.setBrush(look.color("selected" if current else "surface"))
        inset = edge / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), px(6), px(6))
        font = look.font("body", 600 if current else 400)
        width = text_width(font, self.text())
        place = self.rect().adjusted((self.width() - width) // 2, 0, 2, 0)
        draw_text(painter, place, self.text(), font, look, "accent" if current else "text")


class Segments(QWidget):
    """A row of segments; ``chosen`` carries the key."""

    chosen = Signal(str)

    def __init__(self, look: Look, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: dict[str, Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        for key, word in choices:
            segment = Segment(look, key, word)
            segment.clicked.connect(lambda _checked=False, picked=key: self.chosen.emit(picked))
            segment.stepped.connect(lambda step, at=key: self._step(at, step))
            self._segments[key] = segment
            row.addWidget(segment)

    def set_current(self, key: str) -> None:
        """Mark one as current."""
        self._segments[key].setChecked(True)

    def current(self) -> str:
        """The current key, empty when none."""
        return next((key for key, segment in self._segments.items() if segment.isChecked()), "")

    def set_words(self, choices: Sequence[tuple[str, str]]) -> None:
        """Change words, after a change of language."""
        for key, word in choices:
            self._segments[key].setText(word)
            self._segments[key].setAccessibleName(word)
            self._segments[key].updateGeometry()

    def _step(self, at: str, step: int) -> None:
        keys = list(self._segments)
        self._segments[keys[(keys.index(at) + step) % len(keys)]].setFocus(Qt.FocusReason.TabFocusReason)
