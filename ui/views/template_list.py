"""The list of saved replies beside the editor: groups with heads, two lines each, locked ones with what locks them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.delegates.paint import draw_icon, draw_text, text_width
from ui.models.field_words import readable
from ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.services.replies import Offered
    from ui.theme.look import Look

RowRole: Final = Qt.ItemDataRole.UserRole + 1
_COMMANDS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """A head (``item`` None), or one reply with its words: title, start of the text, a mark at the right, a reason."""

    head: str = ""
    item: Offered | None = None
    title: str = ""
    text: str = ""
    mark: str = ""
    why: str = ""

    @property
    def spoken(self) -> str:
        """The row for screen readers."""
        return ". ".join(part for part in (self.head, self.title, self.text, self.mark, self.why) if part)


class _Rows(QAbstractListModel):
    """Heads and replies; heads can be neither chosen nor reached."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, place: int) -> Row | None:
        """One row."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Heads and replies."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads are passed over by the arrow keys."""
        row = self.row(index.row())
        if row is None or row.item is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row for the delegate, its words for everything else."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == RowRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole and row.item is not None:
            return plain_tip("\n".join(part for part in (row.why, readable(row.item.filled.text)) if part))
        return None


class _Painter(QStyledItemDelegate):
    """Two lines: title with a mark at the right, the start of the text; a head in one."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A head's line, or two lines with room around."""
        del option
        row = index.data(RowRole)
        look = self.look
        if isinstance(row, Row) and row.item is None:
            return QSize(look.px(80), look.metrics.line_px("small") + look.px(8))
        return QSize(look.px(80), look.metrics.line_px("body") + look.metrics.line_px("small") + look.px(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, bar, ring, words."""
        row = index.data(RowRole)
        if not isinstance(row, Row):
            return
        look, px, rect = self.look, self.look.px, option.rect
        painter.save()
        if row.item is None:
            place = rect.adjusted(px(10), px(4), -px(8), 0)
            draw_text(painter, place, row.head, look.font("small", 600), look, "text-muted")
            painter.restore()
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.fillRect(rect, look.color("selected" if selected else "hover"))
        if selected:
            painter.fillRect(rect.x(), rect.y(), px(3), rect.height(), look.color("accent"))
            if option.widget.hasFocus():
                painter.setPen(look.color("focus"))
                for inset in range(px(2)):
                    painter.drawRect(rect.adjusted(inset, inset, -1 - inset, -1 - inset))
        locked = row.item.locked
        left, width = rect.x() + px(10), rect.width() - px(18)
        first = QRect(left, rect.y() + px(5), width, look.metrics.line_px("body"))
        mark = min(text_width(look.font("small"), row.mark), width * 2 // 5)
        icon = px(14 + 4) if locked else 0
        if row.mark or locked:
            at = first.right() - mark - icon
            if locked:
                draw_icon(painter, at, first.center().y() + 1, "lock-simple", "text-muted", look, 14)
            place = QRect(at + icon, first.y(), mark + 2, first.height())
            draw_text(painter, place, row.mark, look.font("small"), look, "text-muted")
        room = first.adjusted(0, 0, -(mark + icon + px(8)) if row.mark or locked else 0, 0)
        draw_text(painter, room, row.title, look.font("body", 600), look, "text-muted" if locked else "text")
        second = QRect(left, first.bottom() + 1, width, look.metrics.line_px("small"))
        draw_text(painter, second, row.text, look.font("small"), look, "text-muted")
        painter.restore()


class TemplateList(QListView):
    """``picked`` carries the reply of Enter or a click, locked or not; ``moved`` the one that became current."""

    picked = Signal(object)
    moved = Signal(object)
    escaped = Signal()
    typed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(look, self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._pick)
        self.selectionModel().currentChanged.connect(self._moved)
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; the first reply that may be taken becomes current, else the first."""
        self._rows.set_rows(rows)
        places = [place for place, row in enumerate(rows) if row.item is not None]
        free = [place for place in places if (item := rows[place].item) is not None and not item.locked]
        if places:
            self.setCurrentIndex(self._rows.index((free or places)[0]))

    def items(self) -> list[Offered]:
        """The replies shown, in their order."""
        found = (self._rows.row(place) for place in range(self._rows.rowCount()))
        return [row.item for row in found if row is not None and row.item is not None]

    def current(self) -> Offered | None:
        """The current reply."""
        row = self._rows.row(self.currentIndex().row())
        return None if row is None else row.item

    def step(self, by: int) -> None:
        """Make the next reply in one direction current; the field above keeps the focus."""
        place = self.currentIndex().row() + by
        while 0 <= place < self._rows.rowCount():
            row = self._rows.row(place)
            if row is not None and row.item is not None:
                self.setCurrentIndex(self._rows.index(place))
                return
            place += by

    def pick_current(self) -> None:
        """Take the current reply."""
        item = self.current()
        if item is not None:
            self.picked.emit(item)

    def event(self, event: QEvent) -> bool:
        """No key of the queue works here: a letter is the beginning of a search, never a decision."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if not event.modifiers() & _COMMANDS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes, Esc leaves, letters search."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.pick_current()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        if event.text().isprintable() and event.text().strip() and not event.modifiers() & _COMMANDS:
            self.typed.emit(event.text())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are for the field above."""

    def _pick(self, index: QModelIndex) -> None:
        row = self._rows.row(index.row())
        if row is not None and row.item is not None:
            self.picked.emit(row.item)

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self._rows.row(current.row())
        self.moved.emit(None if row is None else row.item)
