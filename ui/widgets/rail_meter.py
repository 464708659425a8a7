"""One's own exposure at the foot of the rail: words, a thin bar, and that nobody else sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.widgets.base import Pane, Text
from ui.widgets.empty import Glyph

if TYPE_CHECKING:
    from ui.theme.look import Look


class Meter(Pane):
    """One's own exposure: words, a thin bar, and that nobody else sees it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "window", "t", parent)
        self.words = Text(look, "small", "text-muted", wrap=True)
        self.glyph = Glyph(look, "coffee", 14)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.aside = Text(look, "caption", "text-muted", wrap=True)
        column = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.words, 1)
        self._head = head
        column.addLayout(head)
        for widget in (self.bar, self.aside):
            column.addWidget(widget)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self.look.px
        self.bar.setFixedHeight(px(3))
        self._head.setSpacing(px(5))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(px(8), px(10), px(8), px(10))
            layout.setSpacing(px(6))

    def set_exposure(self, words: str, aside: str, read: int, limit: int) -> None:
        """``read`` of ``limit`` harsh texts today."""
        self.words.setText(words)
        self.aside.setText(aside)
        self.bar.setVisible(limit > 0)
        self.bar.setRange(0, max(limit, 1))
        self.bar.setValue(min(read, limit))
        self.bar.setAccessibleName(words)
        self.setAccessibleName(f"{words}. {aside}")
