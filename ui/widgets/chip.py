"""A category as a widget: icon, word and severity box, never colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.delegates.paint import chip_width, draw_chip
from ui.i18n.words import category_word

if TYPE_CHECKING:
    from ui.theme.look import Look


class Chip(QWidget):
    """Shows one category with its severity."""

    def __init__(
        self, look: Look, category: str = "neutral", severity: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._category, self._severity, self._word = category, severity, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        self.set_category(category, severity)

    def set_category(self, category: str, severity: int = 0, word: str = "") -> None:
        """Show another category; severity 0 shows no box, ``word`` is the name a policy gives it."""
        self._category, self._severity, self._word = category, severity, word
        word = word or category_word(category)
        self.setAccessibleName(f"{word} {severity}/5" if severity else word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as icon, word and box."""
        return QSize(chip_width(self._shown(), self._severity, self.look), self.look.px(20))

    def _shown(self) -> str:
        return self._word or category_word(self._category, short=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        del event
        draw_chip(
            QPainter(self), 0, self.height() / 2, self._category, self._shown(), self._severity, self.look
        )
