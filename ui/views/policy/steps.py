"""The life cycle as steps in a row: draft, check, replay, shadow, active; done, here, or still to come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.delegates.paint import draw_icon, draw_text, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look

_FACES: Final = {
    "done": ("check-circle", "ok", "fill"),
    "here": ("radio-button", "accent", "fill"),
    "wrong": ("x-circle", "danger", "fill"),
    "later": ("circle", "text-muted", None),
}


@dataclass(frozen=True, slots=True)
class LifeStep:
    """One step: its word, ``state`` (done, here, wrong, later) and the state in words for screen readers."""

    word: str
    state: str
    spoken: str


class LifeSteps(QWidget):
    """Paints the steps; with little room only the icons and the word of the step the text stands at."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.steps: tuple[LifeStep, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_steps(self, steps: Sequence[LifeStep]) -> None:
        """Show these."""
        self.steps = tuple(steps)
        self.setAccessibleName(", ".join(f"{one.word}: {one.spoken}" for one in self.steps))
        self.setToolTip("\n".join(f"{one.word}: {one.spoken}" for one in self.steps))
        self.updateGeometry()
        self.update()

    def _width(self, *, worded: bool) -> int:
        px = self.look.px
        font = self.look.font("small", 600)
        words = sum(
            text_width(font, one.word) + px(6)
            for one in self.steps
            if worded or one.state in ("here", "wrong")
        )
        return words + len(self.steps) * px(16) + max(len(self.steps) - 1, 0) * px(28) + px(2)

    def sizeHint(self) -> QSize:
        """All words."""
        return QSize(self._width(worded=True), self.look.px(24))

    def minimumSizeHint(self) -> QSize:
        """Icons, and the word of the present step."""
        return QSize(self._width(worded=False), self.look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, word, hairline, and on."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        worded = self.width() >= self._width(worded=True)
        spoken = self.width() >= self._width(worded=False)
        middle = self.height() / 2
        x = 0
        for place, one in enumerate(self.steps):
            icon, color, weight = _FACES[one.state]
            x += draw_icon(painter, x, middle, icon, color, look, 16, weight)
            present = one.state in ("here", "wrong")
            if worded or (present and spoken):
                font = look.font("small", 600 if present else 400)
                x += px(5)
                role = "danger" if one.state == "wrong" else "text" if present else "text-muted"
                width = text_width(look.font("small", 600), one.word) + 1
                draw_text(painter, QRect(x, 0, width, self.height()), one.word, font, look, role)
                x += width
            if place < len(self.steps) - 1:
                painter.fillRect(x + px(6), round(middle), px(16), 1, look.color("border-strong"))
                x += px(28)
        painter.setPen(Qt.PenStyle.NoPen)
