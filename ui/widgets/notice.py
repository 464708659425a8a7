"""A notice that does not interrupt: what is the matter, what became of it, buttons that lead on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.delegates.paint import draw_icon
from ui.retiring import empty
from ui.widgets.base import Text
from ui.widgets.buttons import RING_ROOM, ActionButton
from ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.theme.look import Look


class Notice(QWidget):
    """A tinted panel with icon, title, one or two lines and buttons; ``tone`` is warning, danger or accent."""

    def __init__(self, look: Look, tone: str = "warning", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._tone = tone
        self._glyph = "hand-palm"
        self.title = Text(look, "title", wrap=True)
        self.line = Text(look, "body", wrap=True)
        self.aside = Text(look, "small", "text-muted", wrap=True)
        self.buttons: list[ActionButton] = []
        self._row = FlowLayout()  # buttons that do not fit beside each other stand below, whole
        column = QVBoxLayout(self)
        column.addWidget(self.title)
        column.addWidget(self.line)
        column.addWidget(self.aside)
        column.addLayout(self._row)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self.look.px
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(px(44), px(10), px(16), px(10))
            layout.setSpacing(px(2))
        self._row.setContentsMargins(-px(RING_ROOM), px(3), 0, 0)
        self.update()

    def show_notice(
        self, icon: str, title: str, line: str = "", aside: str = "", tone: str | None = None
    ) -> None:
        """Set the words; empty lines take no room."""
        self._glyph = icon
        if tone is not None:
            self._tone = tone
        self.title.setText(title)
        for label, text in ((self.line, line), (self.aside, aside)):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(f"{title} {line} {aside}".strip())
        self.update()

    def set_buttons(self, made: Sequence[tuple[ActionButton, Callable[[], object]]]) -> None:
        """Put buttons under the words, replacing those before; the first comes first for Tab."""
        empty(self._row)
        self.buttons = []
        for button, run in made:
            button.clicked.connect(lambda _checked=False, act=run: act())
            self._row.addWidget(button)
            button.show()  # at once: the focus may be on its way to it
            self.buttons.append(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint, edge and icon."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color(self._tone), 1))
        painter.setBrush(look.color(f"{self._tone}-tint"))
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(body, px(6), px(6))
        middle = px(10) + self.title.height() / 2 if self.title.height() else px(22)
        draw_icon(painter, px(16), middle, self._glyph, self._tone, look, 18, "fill")
        painter.setPen(Qt.PenStyle.NoPen)
