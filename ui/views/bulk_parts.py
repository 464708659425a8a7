"""Parts of the bulk pages: a figure with its words, and a line of comments that stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.base import IconText, Text
from ui.widgets.buttons import BarLink

if TYPE_CHECKING:
    from ui.models.bulk_words import Figure, StayWords
    from ui.theme.look import Look


FOUR_FROM: Final = 520
"""From this width in pixels at 100 % on all four figures stand in one row, their words in more lines where needed."""


class FigureBox(QWidget):
    """A figure over its words, with a bar in its colour at the left."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._role = "accent"
        self.value = Text(look, "figure", weight=600)
        self.words = Text(look, "body", "text-muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(14), 0, look.px(8), 0)
        column.setSpacing(0)
        column.addWidget(self.value)
        column.addWidget(self.words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_figure(self, figure: Figure) -> None:
        """Show another one."""
        self._role = figure.role
        self.value.setText(figure.value)
        self.words.setText(figure.words)
        self.setAccessibleName(f"{figure.value} {figure.words}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar."""
        del event
        painter = QPainter(self)
        painter.fillRect(0, 0, self.look.px(3), self.height(), self.look.color(self._role))


class Figures(QWidget):
    """Four in a row; two rows of two where there is little width."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.boxes = tuple(FigureBox(look) for _ in range(4))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(8))
        self._across = 0
        self._place(4)

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show these."""
        for box, figure in zip(self.boxes, figures, strict=True):
            box.show_figure(figure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Equal shares of the width."""
        super().resizeEvent(event)
        self._place(4 if self.width() >= self.look.px(FOUR_FROM) else 2)

    def _place(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for at, box in enumerate(self.boxes):
            self._grid.addWidget(box, at // across, at % across, Qt.AlignmentFlag.AlignTop)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < across else 0)


class StayLine(QWidget):
    """Icon, number, why, and a way to see them."""

    asked = Signal()

    def __init__(self, look: Look, words: StayWords, see: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        px = look.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(6), px(6), px(7))
        row.setSpacing(px(10))
        glyph = IconText(look, words.icon, "", icon_weight="fill", icon_px=16)
        glyph.setFixedWidth(px(20))
        count = Text(look, "body", weight=600)
        count.setText(words.count)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        title = Text(look, "body", wrap=True)
        title.setText(words.title)
        texts.addWidget(title)
        if words.line:
            line = Text(look, "small", "text-muted", wrap=True)
            line.setText(words.line)
            texts.addWidget(line)
        self.link = BarLink(look, "", see)
        self.link.setAccessibleName(f"{see}: {words.count}, {words.title}")
        self.link.clicked.connect(self.asked)
        row.addWidget(glyph)
        row.addWidget(count)
        row.addLayout(texts, 1)
        row.addWidget(self.link)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline under it."""
        del event
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self.look.color("border"))
