"""The list of actions and keys: one painted line each, headings between them, walked by arrows or J and K."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.delegates.paint import draw_icon, draw_keycap, draw_text, keycap_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_LINE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line. Without ``id`` a heading. ``keys`` holds the keycaps of each key."""

    id: str
    word: str
    keys: tuple[tuple[str, ...], ...] = ()
    note: str = ""
    icon: str = ""

    def spoken(self) -> str:
        """For a screen reader."""
        keys = ", ".join(" ".join(caps) for caps in self.keys)
        return ". ".join(part for part in (self.word, keys, self.note) if part)


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[KeyLine] = []

    def show(self, lines: Sequence[KeyLine]) -> None:
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == _LINE:
            return line
        if role in (int(Qt.ItemDataRole.AccessibleTextRole), int(Qt.ItemDataRole.DisplayRole)):
            return line.spoken()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.lines[index.row()].id:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        line: KeyLine = index.data(_LINE)
        return QSize(self.look.px(200), self.look.px(30 if line.id else 36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px = self.look, self.look.px
        line: KeyLine = index.data(_LINE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        view = self.parent()
        assert isinstance(view, QListView)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not line.id:
            place = rect.adjusted(px(12), px(8), -px(12), 0)
            draw_text(painter, place, line.word, look.font("small", 600), look, "text-muted")
            painter.restore()
            return
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.color("selected"))
            painter.fillRect(rect.x(), rect.y(), px(3), rect.height(), look.color("accent"))
            if view.hasFocus():
                painter.setPen(QPen(look.color("focus"), px(2)))
                painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), px(4), px(4))
        middle = rect.y() + rect.height() / 2
        x = rect.x() + px(12)
        if line.icon:
            draw_icon(painter, x, middle, line.icon, "text-muted", look, 16)
        x += px(26)
        keys_at = rect.x() + max(rect.width() * 45 // 100, px(180))
        draw_text(
            painter,
            QRect(x, rect.y(), keys_at - x - px(8), rect.height()),
            line.word,
            look.font("body"),
            look,
            "text",
        )
        x = keys_at
        for number, caps in enumerate(line.keys):
            x += px(14) if number else 0
            for cap in caps:
                draw_keycap(painter, x, middle, cap, look)
                x += keycap_width(cap, look) + px(3)
        rest = QRect(x + px(10), rect.y(), rect.right() - x - px(20), rect.height())
        draw_text(painter, rest, line.note, look.font("small"), look, "text-muted", right=True)
        painter.restore()


class KeyList(QListView):
    """``entered`` means Enter on an action, ``emptied`` Delete."""

    current_changed = Signal()
    entered = Signal()
    emptied = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._lines = _Model(self)
        self.setModel(self._lines)
        self.setItemDelegate(_Delegate(look, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.current_changed.emit())
        self.doubleClicked.connect(lambda _index: self.entered.emit())
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setMinimumHeight(self.look.px(30 * 8))
        self.doItemsLayout()

    def sizeHint(self) -> QSize:
        """Twelve lines."""
        return QSize(self.look.px(520), self.look.px(30 * 12))

    def show_lines(self, lines: Sequence[KeyLine]) -> None:
        """Other lines, staying on the same action where it is still there."""
        held = self.current()
        bar = self.verticalScrollBar().value()
        self._lines.show(lines)
        ids = [line.id for line in lines]
        row = ids.index(held) if held and held in ids else next((at for at, one in enumerate(ids) if one), -1)
        if row >= 0:
            self.setCurrentIndex(self._lines.index(row, 0))
        if held in ids:
            self.verticalScrollBar().setValue(bar)
            self.scrollTo(self.currentIndex())

    def current(self) -> str:
        """The action of the current line, empty for none."""
        index = self.currentIndex()
        return self._lines.lines[index.row()].id if index.isValid() else ""

    def lines(self) -> list[KeyLine]:
        """What is shown."""
        return list(self._lines.lines)

    def go_to(self, action: str) -> None:
        """Make the line of an action current."""
        for row, line in enumerate(self._lines.lines):
            if line.id == action:
                self.setCurrentIndex(self._lines.index(row, 0))

    def keyboardSearch(self, search: str) -> None:
        """Letters walk; the field above searches."""
        del search

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Delete, J and K; headings are stepped over."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Delete:
            self.emptied.emit()
            return
        step = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key())
        )
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._walk(step)
            return
        super().keyPressEvent(event)
        if self.currentIndex().isValid() and not self.current():
            self._walk(1)

    def _walk(self, step: int) -> None:
        row = self.currentIndex().row() + step
        while 0 <= row < len(self._lines.lines) and not self._lines.lines[row].id:
            row += step
        if 0 <= row < len(self._lines.lines):
            self.setCurrentIndex(self._lines.index(row, 0))

    def focusInEvent(self, event: object) -> None:
        """The ring follows the focus."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def focusOutEvent(self, event: object) -> None:
        """And leaves with it."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Enter here is no default button of the dialog around it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete):
                event.accept()
                return True
        return super().event(event)
