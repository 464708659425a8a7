"""The filter's panel: one field, every value of every facet under it; arrows, Space and typing are enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.delegates.paint import draw_icon, draw_text, text_width
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.models.facet_words import FacetRow, facet_name
from ui.views.palette_find import folded
from ui.widgets.base import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look

SHOWN: Final = 14
LEAST_ROWS: Final = 4
WIDTH: Final = 340
_FEW: Final = 7
"""So many values of a long facet are shown until something is typed."""


class FacetList(QWidget):
    """The rows, painted under headings; the field above keeps the focus."""

    toggled = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.found: list[FacetRow] = []
        self.current = 0
        self._top = 0
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def row_height(self) -> int:
        """28 px at 100 %, never under the pointer's 24."""
        return max(self.look.px(28), 24)

    def sizeHint(self) -> QSize:
        """As many lines as there are, up to fourteen."""
        return QSize(self.look.px(WIDTH), self.row_height() * max(min(len(self._lines()), SHOWN), 2))

    def _lines(self) -> list[FacetRow | str]:
        """Headings and rows, top to bottom."""
        lines: list[FacetRow | str] = []
        last = ""
        for row in self.found:
            name = facet_name(row.facet)
            if name != last:
                lines.append(name)
                last = name
            lines.append(row)
        return lines

    def show_rows(self, found: Sequence[FacetRow], *, keep: bool) -> None:
        """Other rows; with ``keep`` the same value stays current."""
        held = self.row()
        self.found = list(found)
        self.current = 0
        if keep and held is not None:
            same = [
                place
                for place, row in enumerate(self.found)
                if (row.facet, row.value) == (held.facet, held.value)
            ]
            self.current = same[0] if same else 0
        self._follow()
        self.updateGeometry()
        self.update()

    def row(self) -> FacetRow | None:
        """The current row."""
        return self.found[self.current] if 0 <= self.current < len(self.found) else None

    def step(self, by: int) -> None:
        """Up and down, stopping at the ends."""
        if self.found:
            self.current = min(max(self.current + by, 0), len(self.found) - 1)
            self._follow()
            self.update()

    def _visible(self) -> int:
        return max(self.height() // self.row_height(), 2)

    def _follow(self) -> None:
        row = self.row()
        lines = self._lines()
        place = next((i for i, line in enumerate(lines) if line is row), 0)
        # The heading of the first value of a facet comes into sight with it.
        first = place - 1 if place and isinstance(lines[place - 1], str) else place
        self._top = max(0, min(max(self._top, place - self._visible() + 1), first, len(lines) - 1))

    def _line_at(self, y: float) -> FacetRow | None:
        lines = self._lines()
        place = self._top + int(y) // self.row_height()
        line = lines[place] if 0 <= place < len(lines) else None
        return line if isinstance(line, FacetRow) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer is current."""
        line = self._line_at(event.position().y())
        if line is not None and line is not self.row():
            self.current = next(i for i, row in enumerate(self.found) if row is line)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        line = self._line_at(event.position().y())
        if line is not None:
            self.toggled.emit(line)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls."""
        by = -1 if event.angleDelta().y() > 0 else 1
        self._top = min(max(self._top + by, 0), max(len(self._lines()) - self._visible(), 0))
        self.update()

    def resizeEvent(self, event: object) -> None:
        """The current row stays in sight."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Headings; box or ring of the choice, word, count."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.row_height()
        current = self.row()
        for place, line in enumerate(self._lines()[self._top : self._top + self._visible()]):
            y = place * height
            area = QRect(0, y, self.width(), height)
            if isinstance(line, str):
                head = area.adjusted(px(12), px(4), -px(12), 0)
                draw_text(painter, head, line, look.font("small", 600), look, "text-muted")
                continue
            if line is current:
                painter.fillRect(area, look.color("selected"))
                painter.fillRect(0, y, px(3), height, look.color("accent"))
            middle = y + height / 2
            icon = "check-circle" if line.on else "circle"
            draw_icon(
                painter, px(14), middle, icon, "accent" if line.on else "text-muted", look, 16,
                "fill" if line.on else None,
            )  # fmt: skip
            right = self.width() - px(12)
            if line.count is not None:
                font = look.font("body")
                words = say.number(line.count)
                wide = text_width(font, words)
                right -= wide
                draw_text(painter, QRect(right, y, wide + 2, height), words, font, look, "text-muted")
                right -= px(8)
            place_ = QRect(px(38), y, right - px(38), height)
            draw_text(painter, place_, line.word, look.font("body", 600 if line.on else 400), look, "text")


class FilterPanel(QWidget):
    """``chosen`` carries the row to turn on or off; ``closed`` that the list has the keys again."""

    chosen = Signal(object)
    closed = Signal()
    typed = Signal(str)
    wants_clear = Signal()
    wants_save = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._rows: list[FacetRow] = []
        self._walked = False  # a person has chosen a row: it stays current when more is read
        self.field = QLineEdit(self)
        self.field.installEventFilter(self)
        self.list = FacetList(look)
        self.foot = Text(look, "small", "text-muted", wrap=True)
        self._column = QVBoxLayout(self)
        for widget in (self.field, self.list, self.foot):
            self._column.addWidget(widget)
        self._column.setStretch(1, 1)
        self.field.textEdited.connect(self._type)
        self.list.toggled.connect(self.chosen)
        look.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def _restyle(self) -> None:
        px = self.look.px
        self._column.setContentsMargins(px(2), px(8), px(2), px(8))
        self._column.setSpacing(px(6))
        self.field.setContentsMargins(px(8), 0, px(8), 0)
        self.foot.setContentsMargins(px(12), 0, px(12), 0)

    def retranslate(self) -> None:
        """Words in the language shown."""
        self.field.setPlaceholderText(translate("Filter", "Category, language, tag, date…"))
        self.field.setAccessibleName(translate("Filter", "Filter"))
        self.foot.setText(
            translate(
                "Filter",
                "Space chooses, Enter closes, Ctrl+Backspace clears, Ctrl+S keeps a view. A date: 2026-11-20.",
            )
        )

    def open(self, rows: Sequence[FacetRow], at: QPoint) -> None:
        """Show under ``at`` (in the parent's pixels), nothing typed."""
        self.retranslate()
        self.field.clear()
        self._walked = False
        self.show_rows(rows, keep=False)
        self.place(at)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self, at: QPoint) -> None:
        """As wide as the parent allows, as high as the rows need or the parent has."""
        parent = self.parentWidget()
        if parent is None:
            return
        px = self.look.px
        width = min(px(WIDTH), parent.width() - px(16))
        left = max(min(at.x(), parent.width() - width - px(8)), px(8))
        room = parent.height() - at.y() - px(8)
        # In a low window, or with large text, the rows are more use than the words on the keys.
        few = self.field.sizeHint().height() + LEAST_ROWS * self.list.row_height() + px(28)
        self.foot.setVisible(few + self.foot.heightForWidth(width) <= room)
        height = min(self._column.totalHeightForWidth(width), room)
        self.setGeometry(left, at.y(), width, max(height, px(180)))

    def show_rows(self, rows: Sequence[FacetRow], *, keep: bool = True) -> None:
        """Show what may be chosen now; the current one stays."""
        self._rows = list(rows)
        self._filter(keep=keep and self._walked)

    def _type(self, text: str) -> None:
        self.typed.emit(text)
        self._filter(keep=False)

    def _filter(self, *, keep: bool) -> None:
        query = folded(self.field.text().strip())
        shown: list[FacetRow] = []
        seen: dict[str, int] = {}
        for row in self._rows:
            if query and query not in folded(row.word) and query not in folded(facet_name(row.facet)):
                if row.facet not in ("since", "until"):
                    continue
            seen[row.facet] = seen.get(row.facet, 0) + 1
            if (
                not query
                and not row.on
                and row.facet in ("post", "tags", "languages")
                and seen[row.facet] > _FEW
            ):
                continue
            shown.append(row)
        self.list.show_rows(shown, keep=keep)
        first = self.list.row()
        self.list.setAccessibleName(
            translate("Filter", "Nothing found") if first is None else self._said(first)
        )

    @staticmethod
    def _said(row: FacetRow) -> str:
        state = translate("Filter", "chosen") if row.on else translate("Filter", "not chosen")
        count = "" if row.count is None else f", {say.number(row.count)}"
        return f"{facet_name(row.facet)}: {row.word}{count}, {state}"

    def changeEvent(self, event: QEvent) -> None:
        """Its rows were worded for another language: it goes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.close_panel()
        super().changeEvent(event)

    def close_panel(self) -> None:
        """Hide, and give the keys back."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk, Space chooses (while nothing with a space can be meant), Enter and Esc close."""
        if watched is self.field and event.type() == QEvent.Type.FocusOut and not self.isHidden():
            if self.window().isActiveWindow():
                self.close_panel()
        if watched is not self.field or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = event.key()
        ours = (
            Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space,
            Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape,
        )  # fmt: skip
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key not in ours and not (control and key in (Qt.Key.Key_Backspace, Qt.Key.Key_S)):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        self._press(Qt.Key(key), event.isAutoRepeat())
        return True

    def _press(self, key: Qt.Key, held: bool) -> None:
        self._walked = True
        row = self.list.row()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.list.step(SHOWN - 2 if key == Qt.Key.Key_PageDown else 2 - SHOWN)
        elif held:
            return  # a held key chooses once
        elif key == Qt.Key.Key_Space:
            if row is not None:
                self.chosen.emit(row)
        elif key == Qt.Key.Key_Backspace:
            self.wants_clear.emit()
        elif key == Qt.Key.Key_S:
            self.wants_save.emit()
        else:
            # Typed words and Enter choose what is found; what Space chose before stays chosen.
            found = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bool(self.field.text())
            if found and row is not None and not row.on:
                self.chosen.emit(row)
            self.close_panel()
        row = self.list.row()
        if row is not None:
            self.list.setAccessibleName(self._said(row))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Level 3: fill and one strong line."""
        del event
        look = self.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("border-strong"), 1))
        painter.setBrush(look.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(8), look.px(8))
