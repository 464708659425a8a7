"""The empty state: an icon, what there is (or is not), and the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.delegates.paint import draw_icon
from ui.retiring import empty
from ui.widgets.base import Pane, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.theme.look import Look
    from ui.widgets.buttons import ActionButton


class Glyph(QWidget):
    """One icon as a widget; decoration, hidden from screen readers."""

    def __init__(
        self, look: Look, name: str, drawn: int = 16, role: str = "text-muted", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._name, self._drawn, self._role = name, drawn, role
        self._weight: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_glyph(self, name: str, role: str | None = None, weight: str | None = None) -> None:
        """Show another icon, in another colour role where given."""
        self._name, self._weight = name, weight
        self._role = role or self._role
        self.update()

    def sizeHint(self) -> QSize:
        """Its edge."""
        return QSize(self.look.px(self._drawn), self.look.px(self._drawn))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        del event
        draw_icon(
            QPainter(self), 0, self.height() / 2, self._name, self._role, self.look, self._drawn, self._weight
        )


class EmptyState(Pane):
    """Centred: icon, title, line, buttons."""

    def __init__(self, look: Look, fill: str = "surface", parent: QWidget | None = None) -> None:
        super().__init__(look, fill, "", parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._glyph = Glyph(look, "lighthouse", 40)
        self.title = Text(look, "page", wrap=True)
        self.line = Text(look, "body", "text-muted", wrap=True)
        self.buttons: list[ActionButton] = []
        self._row = QVBoxLayout()
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.title, self.line):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addLayout(self._row)
        column.addStretch(3)
        column.setContentsMargins(look.px(24), look.px(24), look.px(24), look.px(24))
        column.setSpacing(look.px(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height the icon and the room around give way, not a line of the words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        px = self.look.px
        wide, glyph = self.width(), self._glyph.sizeHint().height() + layout.spacing()
        margins = layout.contentsMargins()
        words = layout.totalHeightForWidth(wide) if layout.hasHeightForWidth() else layout.sizeHint().height()
        words -= margins.top() + margins.bottom() + (0 if self._glyph.isHidden() else glyph)
        tight = words + glyph + 2 * px(24) > self.height()
        self._glyph.setVisible(not tight)
        layout.setContentsMargins(px(24), px(8 if tight else 24), px(24), px(8 if tight else 24))

    def show_state(
        self,
        icon: str,
        title: str,
        line: str,
        ways: Sequence[tuple[ActionButton, Callable[[], object]]] = (),
    ) -> None:
        """Set the words and the ways out."""
        self._glyph.set_glyph(icon)
        self.title.setText(title)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.setAccessibleName(f"{title}. {line}")
        empty(self._row)
        self.buttons = []
        for button, run in ways:
            button.clicked.connect(lambda _checked=False, act=run: act())
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            self.buttons.append(button)
        self._fit()
