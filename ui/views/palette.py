"""The command palette: everything that can be done now, found by a few letters in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.delegates.paint import draw_icon, draw_keycap, draw_text, keycap_width
from ui.i18n.mark import translate
from ui.views.palette_find import Command, find
from ui.widgets.focus import give_back, held_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.theme.look import Look

SHOWN = 11
"""Rows in sight."""
TYPED_MS = 150
"""A pause this long while typing asks for what has to be looked up."""


class _Rows(QWidget):
    """The rows found, painted; the field above keeps the focus."""

    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.found: list[Command] = []
        self.current = 0
        self._top = 0
        self._most = SHOWN
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def row_height(self) -> int:
        """32 px at 100 %."""
        return self.look.px(32)

    def sizeHint(self) -> QSize:
        """As many rows as there are, up to eleven, and to what the window has room for."""
        return QSize(self.look.px(640), self.row_height() * max(min(len(self.found), self._most), 1))

    def set_room(self, room: int) -> None:
        """Show no more rows than fit into ``room`` pixels."""
        self._most = max(min(SHOWN, room // self.row_height()), 1)
        self.step(0)
        self.updateGeometry()

    def show_found(self, found: list[Command], *, stay: bool = False) -> None:
        """Other rows, from the first, or staying where one is when rows come in behind."""
        self.found = found
        if not stay:
            self.current = self._top = 0
        self.updateGeometry()
        self.update()

    def step(self, by: int) -> None:
        """Up and down."""
        if self.found:
            self.current = min(max(self.current + by, 0), len(self.found) - 1)
            self._top = min(max(self._top, self.current - self._most + 1), self.current)
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
        for place, command in enumerate(self.found[self._top : self._top + self._most]):
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
            words = command.word
            if command.about:
                words = translate("Palette", "{action}: {what}").format(action=words, what=command.about)
            x += draw_text(painter, place_, words, look.font("body"), look, muted) + px(14)
            if command.refusal:
                rest = QRect(x, top, right - x - px(8), height)
                draw_text(painter, rest, command.refusal, look.font("small"), look, "text-muted")


class Palette(QWidget):
    """640 px at the top of its window, no dimming.

    ``picked`` carries the command and the comment it was opened on; ``typed`` what is to be looked up elsewhere, whose
    answers come back by ``add``.
    """

    picked = Signal(str, int)
    typed = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._all: Sequence[Command] = ()
        self._more: Sequence[Command] = ()
        self._about = 0
        self._uses = 0
        self.used: dict[str, int] = {}
        #: What is offered for words that name no command.
        self.otherwise: Callable[[str], Command] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPED_MS)
        self._pause.timeout.connect(self._ask)
        self._before: Sequence[QWidget] = ()
        self.field = QLineEdit()
        self.field.installEventFilter(self)
        parent.installEventFilter(self)
        self.field.textChanged.connect(self._filter)
        self.rows = _Rows(look)
        self.rows.picked.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(10), look.px(10), look.px(10), look.px(10))
        column.setSpacing(look.px(8))
        column.addWidget(self.field)
        column.addWidget(self.rows)
        self.hide()

    def _ask(self) -> None:
        self.typed.emit(self.field.text().strip())

    def open_with(self, commands: Sequence[Command], about: int = 0) -> None:
        """Open over the window, or close when it is open; ``about`` is the comment that the commands name."""
        if self.isVisible():
            self.leave()
            return
        window = self.parentWidget()
        self._before = held_in(window)
        self._all, self._more, self._about = commands, (), about
        self.field.setPlaceholderText(self.tr("What would you like to do?"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.clear()
        self._filter("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Close, the focus back to where it was."""
        self._pause.stop()
        self.hide()
        give_back(self._before)

    def _filter(self, text: str) -> None:
        self._more = ()
        self._pause.start()
        found = find(text, self._all, self.used)
        if not found and text.strip() and self.otherwise is not None:
            found = [self.otherwise(text.strip())]
        self.rows.show_found(found)
        self._place()
        self._speak()

    def add(self, text: str, more: Sequence[Command]) -> None:
        """What was looked up for ``text``, behind what is shown: nothing moves under who is choosing."""
        if text != self.field.text().strip() or not self.isVisible():
            return
        shown = [command for command in self.rows.found if command not in self._more]
        self._more = tuple(more)
        self.rows.show_found([*shown, *more], stay=bool(shown))
        self._place()
        self._speak()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        width = min(self.look.px(640), window.width() - self.look.px(32))
        above = self.field.sizeHint().height() + self.look.px(34)
        self.rows.set_room(window.height() - self.look.px(52 + 8) - above)
        self.layout().activate()  # type: ignore[union-attr]
        height = above + self.rows.sizeHint().height()
        self.setGeometry((window.width() - width) // 2, self.look.px(52), width, height)

    def _speak(self) -> None:
        rows = self.rows
        current = rows.found[rows.current] if rows.found else None
        words = "" if current is None else f"{current.word} {current.about}. {current.refusal}".strip()
        self.field.setAccessibleDescription(words)

    def _pick(self, action: str) -> None:
        self._uses += 1
        self.used[action] = self._uses
        self.leave()
        self.picked.emit(action, self._about)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down, Enter and Esc in the field; leaving the field closes. It stays within a window that gets smaller."""
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize and self.isVisible():
            QTimer.singleShot(0, self, self._place)
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

    def changeEvent(self, event: QEvent) -> None:
        """Its rows were worded for another language: it goes."""
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self.leave()
        super().changeEvent(event)

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
