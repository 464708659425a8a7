"""The command palette: everything that can be done now, found by a few letters in either language."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui import actions
from ui.delegates.paint import draw_icon, draw_keycap, draw_text, keycap_width
from ui.theme.look import Look

SHOWN = 11


@dataclass(frozen=True, slots=True)
class Command:
    """One row. ``refusal`` non-empty: not possible now, with the reason."""

    id: str
    group: str
    icon: str
    word: str
    caps: tuple[str, ...]
    refusal: str = ""
    other: str = ""  # the word in the other language


def folded(text: str) -> str:
    """Lower case without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def rank(query: str, command: Command) -> int:
    """How well a command answers the query: 0 best, -1 not at all. Letters in order are enough."""
    if not query:
        return 1
    best = -1
    for word in (command.word, command.other, actions_source(command.id)):
        name = folded(word)
        if not name:
            continue
        if name.startswith(query):
            score = 0
        elif any(part.startswith(query) for part in name.split()):
            score = 1
        elif query in name:
            score = 2
        elif _in_order(query, name):
            score = 3
        else:
            continue
        best = score if best < 0 else min(best, score)
    return best


def _in_order(query: str, name: str) -> bool:
    place = 0
    for letter in query.replace(" ", ""):
        place = name.find(letter, place) + 1
        if not place:
            return False
    return True


def actions_source(action: str) -> str:
    """The English word of an action, so that it is found in a French window too; empty for a place."""
    try:
        return actions.row(action).word
    except actions.UnknownAction:
        return ""


class _Rows(QWidget):
    """The rows found, painted; the field above keeps the focus."""

    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.found: list[Command] = []
        self.current = 0
        self._top = 0
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def row_height(self) -> int:
        """32 px at 100 %."""
        return self.look.px(32)

    def sizeHint(self) -> QSize:
        """As many rows as there are, up to eleven."""
        return QSize(self.look.px(640), self.row_height() * max(min(len(self.found), SHOWN), 1))

    def show_found(self, found: list[Command]) -> None:
        """Other rows, from the first."""
        self.found, self.current, self._top = found, 0, 0
        self.updateGeometry()
        self.update()

    def step(self, by: int) -> None:
        """Up and down."""
        if self.found:
            self.current = min(max(self.current + by, 0), len(self.found) - 1)
            self._top = min(max(self._top, self.current - SHOWN + 1), self.current)
            self.update()

    def _row_at(self, y: float) -> int:
        return self._top + int(y) // self.row_height()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer is current."""
        row = self._row_at(event.position().y())
        if 0 <= row < len(self.found) and row != self.current:
            self.current = row
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click picks."""
        row = self._row_at(event.position().y())
        if 0 <= row < len(self.found):
            self.picked.emit(self.found[row].id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel walks."""
        self.step(-1 if event.angleDelta().y() > 0 else 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Group, icon, word, reason or keycaps."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.row_height()
        group = ""
        for place, command in enumerate(self.found[self._top : self._top + SHOWN]):
            top = place * height
            row = QRect(0, top, self.width(), height)
            if self._top + place == self.current:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.color("selected"))
                painter.drawRoundedRect(QRectF(row), px(6), px(6))
                painter.fillRect(0, top + px(4), px(3), height - px(8), look.color("accent"))
            if command.group != group:
                group = command.group
                title = QRect(px(14), top, px(104), height)
                draw_text(painter, title, group, look.font("small"), look, "text-muted")
            middle = top + height / 2
            muted = "text-muted" if command.refusal else "text"
            x = px(122)
            if command.icon:
                draw_icon(painter, x, middle, command.icon, "text-muted", look, 16)
            x += px(26)
            right = self.width() - px(12)
            for cap in reversed(command.caps):
                right -= keycap_width(cap, look)
                draw_keycap(painter, right, middle, cap, look)
                right -= px(4)
            place_ = QRect(x, top, right - x - px(8), height)
            x += draw_text(painter, place_, command.word, look.font("body"), look, muted) + px(14)
            if command.refusal:
                rest = QRect(x, top, right - x - px(8), height)
                draw_text(painter, rest, command.refusal, look.font("small"), look, "text-muted")


class Palette(QWidget):
    """640 px at the top of its window, no dimming; ``picked`` carries the id."""

    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._all: Sequence[Command] = ()
        self._before: QWidget | None = None
        self.field = QLineEdit()
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._filter)
        self.rows = _Rows(look)
        self.rows.picked.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(10), look.px(10), look.px(10), look.px(10))
        column.setSpacing(look.px(8))
        column.addWidget(self.field)
        column.addWidget(self.rows)
        self.hide()

    def open_with(self, commands: Sequence[Command]) -> None:
        """Open over the window, or close when it is open."""
        if self.isVisible():
            self.leave()
            return
        window = self.parentWidget()
        self._before = window.focusWidget() if window is not None else None
        self._all = commands
        self.field.setPlaceholderText(self.tr("What would you like to do?"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.clear()
        self._filter("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Close, the focus back to where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _filter(self, text: str) -> None:
        query = folded(text.strip())
        ranked = [(rank(query, command), place, command) for place, command in enumerate(self._all)]
        found = sorted((score, place) for score, place, _ in ranked if score >= 0)
        if query:
            chosen = [self._all[place] for _, place in found]
        else:
            chosen = [self._all[place] for _, place in sorted(found, key=lambda item: item[1])]
        self.rows.show_found(chosen)
        self._place()
        self._speak()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        width = min(self.look.px(640), window.width() - self.look.px(32))
        self.layout().activate()  # type: ignore[union-attr]
        height = self.field.sizeHint().height() + self.rows.sizeHint().height() + self.look.px(34)
        self.setGeometry((window.width() - width) // 2, self.look.px(52), width, height)

    def _speak(self) -> None:
        rows = self.rows
        current = rows.found[rows.current] if rows.found else None
        words = "" if current is None else f"{current.word}. {current.refusal}".strip()
        self.field.setAccessibleDescription(words)

    def _pick(self, action: str) -> None:
        self.leave()
        self.picked.emit(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down, Enter and Esc in the field; leaving the field closes."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: SHOWN}.get(
                    Qt.Key(key), -SHOWN
                )
                self.rows.step(step)
                self._speak()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.rows.found:
                    self._pick(self.rows.found[self.rows.current].id)
                return True
            if key == Qt.Key.Key_Escape:
                self.leave()
                return True
        if watched is self.field and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Level 3: fill and edge."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.color("border-strong"), 1))
        painter.setBrush(self.look.color("raised"))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self.look.px(8), self.look.px(8)
        )
