"""A slim band over the list: what is not as usual, what became of the work, one way on; nothing jumps, nothing blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.retiring import empty
from ui.widgets.base import Text
from ui.widgets.buttons import ActionButton
from ui.widgets.empty import Glyph

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class StateFace:
    """What the band says; ``tone`` is warning or danger. ``ways`` are icon, word, keycaps and an id."""

    icon: str
    title: str
    line: str
    tone: str = "warning"
    ways: tuple[tuple[str, str, tuple[str, ...], str], ...] = ()


class StateBar(QWidget):
    """Shows one StateFace; hidden without one."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.face: StateFace | None = None
        self._glyph = Glyph(look, "cloud-slash", 16, "warning")
        self.title = Text(look, "body", "text", 600, wrap=True)
        self.line = Text(look, "small", "text-muted", wrap=True)
        self.buttons: list[ActionButton] = []
        self._row = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.line)
        words.addLayout(self._row)
        outer = QHBoxLayout(self)
        outer.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(words, 1)
        self._outer, self._words = outer, words
        look.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def _restyle(self) -> None:
        px = self.look.px
        self._outer.setContentsMargins(px(16), px(8), px(12), px(6))
        self._outer.setSpacing(px(10))
        self._words.setSpacing(px(1))
        self._row.setSpacing(px(4))
        self._row.setContentsMargins(-px(4), 0, 0, 0)
        self.update()

    def show_face(self, face: StateFace | None, run: Callable[[str], object] = lambda _way: None) -> None:
        """Show ``face`` (None: hide); ``run`` gets the id of the way chosen. The same face changes nothing."""
        if face == self.face:
            return
        self.face = face
        self.setVisible(face is not None)
        if face is None:
            return
        self._glyph.set_glyph(face.icon, face.tone, "fill")
        self.title.setText(face.title)
        self.line.setText(face.line)
        self.line.setVisible(bool(face.line))
        self.setAccessibleName(f"{face.title}. {face.line}".strip())
        self._fill(face.ways, run)
        self.update()

    def _fill(
        self, ways: Sequence[tuple[str, str, tuple[str, ...], str]], run: Callable[[str], object]
    ) -> None:
        empty(self._row)
        self.buttons = []
        for icon, word, caps, way in ways:
            button = ActionButton(self.look, icon, word, caps)
            button.clicked.connect(lambda _checked=False, chosen=way: run(chosen))
            self._row.addWidget(button)
            self.buttons.append(button)
        self._row.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint, with a hairline under it."""
        del event
        tone = self.face.tone if self.face is not None else "warning"
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color(f"{tone}-tint"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.look.color("border"))
